"""The rules for agreed terms: a translation may not name another thing than the English does.

"Child in need" is help that a family may refuse; "child protection" is not. Only what is easily
taken for the other is compared, since good translations also explain one term by another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from scripts.glossary import Glossary
from scripts.modal_faults import or_right
from scripts.number_words import tidy, to_small
from scripts.problems import Fault

BRACKETS = re.compile(r"\((?P<words>[^()]*[a-z][^()]*)\)")
PARTS = re.compile(r"\s*[,;/–—]\s*")
WORD = re.compile(r"[a-z]{4,}")
SAME = 4
"""So many first letters are the same where two English words belong together."""

REMEMBERED = 8192
"""How many messages to remember: every language asks for the same ones."""

HELPERS = frozenset({"social worker", "solicitor", "advocate", "interpreter", "supporter"})
"""People whom a family must not take for each other."""


def find_swapped(english: str, text: str, glossary: Glossary) -> Iterator[Fault]:
    """An agreed term in a spelled text that stands in the place of the one that the plain words
    of the English name."""
    named = _find_names(english, glossary.term_names)
    meant = [term for term in glossary.terms if not named.isdisjoint(term.english)]
    if not meant:
        return
    said = glossary.term_forms.find(text)
    new = [term for term in said if term not in meant]
    for term in meant:
        for other in new:
            if term not in said and _are_rivals(term.english, other.english):
                yield Fault(
                    f'English says "{term.english[0]}"; the translation says '
                    f'"{other.translation[0]}", which is "{other.english[0]}".',
                    f'Write the agreed words: "{term.translation[0]}". {or_right(glossary)}',
                )
                return


@lru_cache(REMEMBERED)
def _find_names(english: str, names: tuple[str, ...]) -> frozenset[str]:
    """The names that stand in plain words of the English."""
    words = tidy(english)
    return frozenset(name for name in names if name[1:] in words and _pattern(name).search(words))


@lru_cache(REMEMBERED)
def _pattern(name: str) -> re.Pattern[str]:
    """A pattern for an English term that is no name, as in "the charity Advocate"."""
    first = f'(?:{re.escape(name[0])}|(?:^|(?<=[.!?:"] )|(?<=")){re.escape(name[0].upper())})'
    return re.compile(rf"\b{first}{re.escape(name[1:])}")


def _are_rivals(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether people may take one thing for the other: two plans, two conferences."""
    if HELPERS & set(one) and HELPERS & set(other):
        return True
    return any(
        a.split()[-1] == b.split()[-1] and a not in b and b not in a for a in one for b in other
    )


def find_strange(message: str, own: str, glossary: Glossary) -> Iterator[Fault]:
    """English terms in brackets in the plain words of a translation that are not in the message,
    and no part of its links."""
    if "(" not in own:
        return
    english = to_small(tidy(message))
    for match in BRACKETS.finditer(own):
        for words in PARTS.split(match["words"]):
            name = to_small(tidy(words)).strip()
            if _is_foreign(name, english, to_small(own), glossary):
                yield Fault(
                    f'The translation has the English words "{words}" in brackets; '
                    "the English does not have them.",
                    "Put those English words into brackets that stand in the English. "
                    + or_right(glossary),
                )


def _is_foreign(name: str, english: str, own: str, glossary: Glossary) -> bool:
    """Whether a name of something is not the English's, by this name or another."""
    same = glossary.english_names.get(name, ())
    if not same or any(each in english for each in same):
        return False
    return _is_strange(name, english) or _is_swapped(name, english, own, glossary)


def _is_strange(name: str, english: str) -> bool:
    """Whether no word of the English belongs to a term."""
    begins = {word[:SAME] for word in WORD.findall(english)}
    return not any(word[:SAME] in begins for word in WORD.findall(name))


def _is_swapped(name: str, english: str, own: str, glossary: Glossary) -> bool:
    """Whether a term stands in the place of one that people may take for it."""
    return any(
        other in english and other not in own and _are_rivals((name,), (other,))
        for other in glossary.english_names
    )
