"""How hard other languages are to read: formulas that were published for them.

A formula is fitted to one language and says nothing of another, so a language that has none here
is not scored. Flesch-Kincaid for all was rejected for that reason. A new entry needs its author,
title and year, two sources that agree on every number, and a test value that is worked out by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from types import MappingProxyType

Sentences = Sequence[Sequence[str]]
"""Sentences as their words; there is at least one, and none is empty."""

POLISH_HARD = 4
"""A Polish word of so many syllables and more is hard (Pisarek 1969)."""

POLISH_VOWEL = re.compile(r"^[ae]u|i(?![aąeęioóuy])|[aąeęoóuy]")
"""What makes a syllable in Polish: every vowel, but not an i before one, which only softens the
consonant (pra-cow-nia). Two vowels are two syllables (na-u-ka) but at the start of a word that
Polish has borrowed (au-tor, Eu-ro-pa)."""

TURKISH_VOWEL = re.compile(r"[aâeıiîoöuûü]")


@dataclass(frozen=True)
class Formula:
    """A formula for one language, with what a reader of its score must know."""

    source: str
    """Author, year and title of the work that it was published in."""
    scale: str
    """What the number means."""
    score: Callable[[Sentences], float]


def _words(sentences: Sentences) -> list[str]:
    return [word for sentence in sentences for word in sentence]


def _mean_length(sentences: Sentences) -> float:
    return len(_words(sentences)) / len(sentences)


def polish_syllables(word: str) -> int:
    """The syllables of a Polish word; 0 of one without vowels, and of a number."""
    return len(POLISH_VOWEL.findall(word.lower()))


def _hard_polish(sentences: Sentences) -> Iterator[str]:
    """The hard words. Names are none: a capital letter tells them, but for a first word."""
    for sentence in sentences:
        for place, word in enumerate(sentence):
            is_name = place > 0 and word[0].isupper()
            if not is_name and polish_syllables(word) >= POLISH_HARD:
                yield word


def score_polish(sentences: Sentences) -> float:
    """Pisarek's index in its non-linear form: half the root of the squares of the mean length of a
    sentence in words and of the percentage of hard words.

    Walery Pisarek, "Jak mierzyć zrozumiałość tekstu?", Zeszyty Prasoznawcze 4 (42), 1969, 35-48.
    Words count in the form that they have in the text; the form in a dictionary is not known here.
    """
    hard = 100 * len(list(_hard_polish(sentences))) / len(_words(sentences))
    return hypot(_mean_length(sentences), hard) / 2


def score_italian(sentences: Sentences) -> float:
    """GULPEASE: 89 + (300 sentences - 10 letters) / words.

    Pietro Lucisano and Maria Emanuela Piemontese, "GULPEASE: una formula per la predizione della
    difficoltà dei testi in lingua italiana", Scuola e Città 39 (3), 1988, 110-124.
    """
    words = _words(sentences)
    letters = sum(character.isalpha() for word in words for character in word)
    return 89 + (300 * len(sentences) - 10 * letters) / len(words)


def score_turkish(sentences: Sentences) -> float:
    """198.825 - 40.175 syllables a word - 2.610 words a sentence; each vowel makes a syllable.

    Ender Ateşman, "Türkçede Okunabilirliğin Ölçülmesi", Dil Dergisi 58, 1997, 71-74.
    """
    words = _words(sentences)
    syllables = sum(len(TURKISH_VOWEL.findall(word.lower())) for word in words)
    return 198.825 - 40.175 * syllables / len(words) - 2.610 * _mean_length(sentences)


FORMULAS: Mapping[str, Formula] = MappingProxyType(
    {
        "pl": Formula(
            "Pisarek 1969, Jak mierzyć zrozumiałość tekstu?", "lower is easier", score_polish
        ),
        "it": Formula(
            "Lucisano and Piemontese 1988, GULPEASE", "0 to 100, higher is easier", score_italian
        ),
        "tr": Formula(
            "Ateşman 1997, Türkçede Okunabilirliğin Ölçülmesi",
            "0 to 100, higher is easier",
            score_turkish,
        ),
    }
)
"""By language, without script or region."""
