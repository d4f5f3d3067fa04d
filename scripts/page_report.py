"""What is known of each page at a glance: how long it is, how hard, and on how much it rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from statistics import mean, median

from scripts.citations import named_facts
from scripts.page_text import PageText
from scripts.plain import plain_words
from scripts.reading import Sentence, find_sentences, grade, reading_age

HARDEST = 3
"""How many of its hardest sentences an author is shown."""


@dataclass(frozen=True)
class PageReport:
    """How one page reads."""

    text: PageText

    @cached_property
    def sentences(self) -> list[Sentence]:
        return list(find_sentences((block.text, block.line) for block in self.text.blocks))

    @property
    def words(self) -> int:
        return sum(len(plain_words(block.text).split()) for block in self.text.blocks)

    @property
    def facts(self) -> int:
        """On how many facts it rests."""
        return len(named_facts(self.text.meta))

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade."""
        return grade(self.sentences)

    @property
    def age(self) -> float:
        """The reading age in years."""
        return reading_age(self.sentences)

    @property
    def mean(self) -> float:
        """How many words its sentences have on average; 0 where there is none."""
        return mean(len(sentence.words) for sentence in self.sentences) if self.sentences else 0

    @property
    def longest(self) -> int:
        """The number of words in the longest sentence; 0 where there is none."""
        return max((len(sentence.words) for sentence in self.sentences), default=0)

    @property
    def hardest(self) -> list[Sentence]:
        """The sentences from the hardest down."""
        return sorted(self.sentences, key=lambda sentence: -sentence.grade)


def describe_pages(texts: Iterable[PageText], with_sentences: bool = False) -> Iterator[str]:
    """A table of the pages, a line for each, and the medians of all; then, if asked for, the
    hardest sentences of each page with their places and the words that make them hard."""
    reports = [PageReport(text) for text in texts]
    width = max(len(report.text.page) for report in reports)
    yield f"{'page':{width}}  words  grade  reading age  words a sentence  longest  facts"
    for each in reports:
        yield (
            f"{each.text.page:{width}}  {each.words:5}  {each.grade:5.1f}  {each.age:11.1f}  "
            f"{each.mean:16.1f}  {each.longest:7}  {each.facts:5}"
        )
    grades, ages = [each.grade for each in reports], [each.age for each in reports]
    words = median(each.words for each in reports)
    yield f"{'median':{width}}  {words:5.0f}  {median(grades):5.1f}  {median(ages):11.1f}"
    for each in reports if with_sentences else ():
        yield f"\nThe hardest sentences of {each.text.page}:"
        yield from describe_hardest(each)


def describe_hardest(report: PageReport) -> Iterator[str]:
    """The hardest sentences of a page, the hardest first, each with its place, its length and the
    words that make it hard."""
    for sentence in report.hardest[:HARDEST]:
        hard = ", ".join(sentence.hard_words[:HARDEST]) or "none"
        place = report.text.where(sentence.line)
        yield f"{place}: {sentence.text} ({len(sentence.words)} words; long words: {hard})"
