"""The rules for words in a translation: units, "must" and "may", negation, small words such as
"before" and "only", agreed terms, and English that was left.

They hold where a language has a glossary, sentence by sentence where both texts have as many. The
English says what may not be lost, narrowly, and what excuses a word more, widely: whoever
translates well should hear nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from scripts import inline
from scripts.english_words import read_english
from scripts.exact_faults import find_exact_faults, find_strength_faults
from scripts.exact_words import read_exact
from scripts.glossary import Glossary
from scripts.modal_faults import find_modal_faults, find_negation_faults
from scripts.plain import plain_words
from scripts.problems import Fault
from scripts.sentences import split_sentences
from scripts.term_faults import find_strange, find_swapped
from scripts.unit_faults import find_unit_faults
from scripts.untranslated import find_untranslated
from scripts.word_forms import spell

REMEMBERED = 8192
"""How many messages to remember: every language asks for the same ones."""


def find_word_faults(message: str, translation: str, glossary: Glossary) -> list[Fault]:
    """Each word of the English that the translation does not say, or says otherwise, by the
    agreed words of its language; none where it has none."""
    if not glossary.language or glossary.means(message, translation):
        return []
    words = _plain(translation)
    english, own = _read_english(message), _split(words)
    if len(english) != len(own):
        english, own = (" ".join(english),), (" ".join(own),)
    texts = [spell(sentence) for sentence in own]
    faults = [
        fault
        for sentence, text in zip(english, texts, strict=True)
        for fault in _in_sentence(sentence, text, glossary)
    ]
    terms = [
        *find_swapped(" ".join(english), " ".join(texts), glossary),
        *find_strange(message, words, glossary),
        *find_untranslated(" ".join(english), words, glossary),
    ]
    return list(dict.fromkeys([*faults, *terms]))


def _in_sentence(sentence: str, text: str, glossary: Glossary) -> Iterator[Fault]:
    english, exact = read_english(sentence), read_exact(sentence)
    yield from find_unit_faults(english, text, glossary)
    if strong := find_modal_faults(english, text, glossary):
        yield from strong
    else:
        yield from find_negation_faults(english, text, glossary)
        yield from find_strength_faults(exact, text, glossary)
    yield from find_exact_faults(exact, text, glossary)


@lru_cache(REMEMBERED)
def _read_english(message: str) -> tuple[str, ...]:
    return _split(_plain(message))


def _plain(text: str) -> str:
    """A text without contacts, addresses and code."""
    return plain_words(inline.without_code(text))


def _split(words: str) -> tuple[str, ...]:
    return tuple(each for each in split_sentences(words) if each.strip())
