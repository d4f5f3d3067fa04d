"""What is known of each page at a glance: how long it is, how hard, and on how much it rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from statistics import mean, median

from scripts.citations import named_facts, refuse_unknown_facts
from scripts.contacts import Contact, read_contacts
from scripts.definitions import Definitions
from scripts.dialect import walk_source
from scripts.facts import read_facts
from scripts.made import read_all
from scripts.messages import Block
from scripts.pages import PageSource
from scripts.paths import Project
from scripts.plain import plain_words
from scripts.problems import ProblemsFound
from scripts.reading import Sentence, find_sentences, reading_age

HARDEST = 3
"""How many of its hardest sentences an author is shown."""


class Reader:
    """The visitor that reads every block of a page, also what is not to be translated."""

    strict = True

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.blocks: list[tuple[str, int]] = []

    def begin(self, known: Definitions) -> None:
        """Nothing of what the page defines matters to how it reads."""

    def visit(self, block: Block) -> None:
        if not block.message.interface:
            self.blocks.append((block.message.text, block.message.line))


@dataclass(frozen=True)
class PageReport:
    """One page: its blocks as messages with their lines, and its facts."""

    page: str
    path: str
    blocks: list[tuple[str, int]]
    facts: int

    @cached_property
    def sentences(self) -> list[Sentence]:
        return list(find_sentences(self.blocks))

    @property
    def words(self) -> int:
        return sum(len(plain_words(text).split()) for text, _ in self.blocks)

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


def report_pages(project: Project, pages: Iterable[str] = ()) -> list[PageReport]:
    """A report on each of the pages, or on every page in the order of their paths.

    Raises ProblemsFound with everything that these pages may not contain.
    """
    contacts = read_contacts(project)
    facts = read_facts(project.facts)
    read = read_all(project)
    wanted = set(pages) or read.sources.keys()
    problems = list(read.problems) if not pages else []
    reports: list[PageReport] = []
    for page in sorted(wanted & read.sources.keys()):
        problems += refuse_unknown_facts({page: read.sources[page]}, facts)
        try:
            reports.append(_report(page, read.sources[page], contacts))
        except ProblemsFound as error:
            problems += error.problems
    if problems:
        raise ProblemsFound(problems)
    return reports


def _report(page: str, source: PageSource, contacts: dict[str, Contact]) -> PageReport:
    reader = Reader(source.path, source.first_line)
    walk_source(source, contacts, reader)
    return PageReport(page, source.path, reader.blocks, len(named_facts(source.meta)))


def describe_pages(reports: list[PageReport], with_sentences: bool = False) -> Iterator[str]:
    """A table of the pages, a line for each, and the medians of all; then, if asked for, the
    hardest sentences of each page with their places."""
    width = max(len(report.page) for report in reports)
    yield f"{'page':{width}}  words  reading age  words a sentence  longest  facts"
    for each in reports:
        yield (
            f"{each.page:{width}}  {each.words:5}  {each.age:11.1f}  {each.mean:16.1f}  "
            f"{each.longest:7}  {each.facts:5}"
        )
    ages, words = [each.age for each in reports], [each.words for each in reports]
    yield f"{'median':{width}}  {median(words):5.0f}  {median(ages):11.1f}"
    for each in reports if with_sentences else ():
        yield f"\nThe hardest sentences of {each.page}:"
        for sentence in each.hardest[:HARDEST]:
            yield f"{each.path}:{sentence.line}: {sentence.text}"
