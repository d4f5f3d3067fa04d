"""What a volunteer is asked to look at again: slips that stop nothing and may be right.

They come from Translate Toolkit's checks, through its API. The list is short, since nobody reads
warnings that are mostly wrong. Left out: brackets and quotes, which good translations change here;
numbers, addresses and length, which are errors in `safety`; spaces, which cost more time than they
are worth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from translate.filters import checks

from scripts import inline
from scripts.plain import plain_words
from scripts.problems import Fault
from scripts.sentences import split_sentences

AGAIN = "Read it once more beside the English. If it is right, leave it: nothing is stopped."

HABITS = {
    # Half a sentence was pasted, or the work stopped in the middle.
    "short": Fault("The translation is much shorter than the English.", AGAIN),
    # A message was skipped; a single word may be the same in both languages.
    "unchanged": Fault("The translation is the English, word for word.", AGAIN),
    # A question became a statement, or the last words were lost.
    "endpunc": Fault(
        "The translation ends with another mark than the English, such as . for ?",
        f"End it as the English ends, with the mark of your language. {AGAIN}",
    ),
    # Only in scripts that have capitals, as the toolkit knows.
    "startcaps": Fault(
        "The English begins with a capital letter and the translation does not, or the other way.",
        f"Begin as the English does. {AGAIN}",
    ),
    # A word was typed or pasted twice.
    "doublewords": Fault("A word stands twice, one after the other.", f"Take one out. {AGAIN}"),
    # "GP" or "ID" is what the reader hears and reads; she needs to meet it here.
    "acronyms": Fault(
        "Capital letters such as GP, which the English has, are not in the translation.",
        f"Keep them, in brackets after your own words. {AGAIN}",
    ),
}
"""The checks of the toolkit that are used, by their names there, each with words of ours."""

FEWER = Fault(
    "The translation has fewer sentences than the English.",
    f"Look whether one was forgotten. {AGAIN}",
)
REPEATING = frozenset("bn fa gu hi id ks ml mr ms ne pa pnb ps sd si ta te tl tr ur".split())
"""Languages in which a good sentence says a word twice: "who who" asks for several people."""

QUOTES = re.compile(r"[\"“”„«»()]")
MARKS_AT_END = re.compile(r"([?!؟])[.۔]")
"""What is left of a question in quote marks where the sentence's own full stop follows it."""
NEEDED = {
    "unchanged": re.compile(" "),
    "acronyms": re.compile("[A-Z]{2}"),
    # Room for a reader's words stands where the grammar of a language has it.
    "endpunc": re.compile(r"\A(?!.*(?:\.\.\.|\[ *\]))", re.DOTALL),
}
"""What an English message must have for some checks to say anything of use."""
NAME = "X"
"""In the place of a contact."""
REMEMBERED = 8192


def find_habits(message: str, translation: str, language: str) -> Iterator[Fault]:
    """What is worth a second look in a translation; none of it stops anything."""
    checker, names = _checker(language)
    english, own = _prepare(message), _prepare(translation)
    for name in names:
        if not _passes(checker, name, english, own):
            yield HABITS[name]
    if _count(QUOTES.sub("", own)) < _count(QUOTES.sub("", english)):
        yield FEWER


@lru_cache
def _checker(language: str) -> tuple[checks.StandardChecker, tuple[str, ...]]:
    """The toolkit's checker for a language, and the checks that make sense in it."""
    config = checks.CheckerConfig(targetlanguage=language)
    checker = checks.StandardChecker(checkerconfig=config)
    left_out = {*checker.get_ignored_filters(), *(["doublewords"] * (language in REPEATING))}
    return checker, tuple(name for name in HABITS if name not in left_out)


def _passes(checker: checks.StandardChecker, name: str, english: str, own: str) -> bool:
    if (needed := NEEDED.get(name)) and not needed.search(english):
        return True
    texts = split_sentences(own) if name == "doublewords" else (own,)
    if name == "endpunc":
        english, texts = _without_quotes(english), (_without_quotes(own),)
    try:
        return all(getattr(checker, name)(english, text) for text in texts)
    except checks.FilterFailure:
        return False


@lru_cache(REMEMBERED)
def _prepare(text: str) -> str:
    """The words of a message without Markdown and code, names in the place of contacts."""
    named = inline.PLACEHOLDER.sub(NAME, text)
    return plain_words(inline.without_code(named)).strip()


def _without_quotes(text: str) -> str:
    return MARKS_AT_END.sub(r"\1", QUOTES.sub("", text))


@lru_cache(REMEMBERED)
def _count(text: str) -> int:
    return sum(bool(sentence.strip()) for sentence in split_sentences(text))
