"""How a translation reads beside its English. It is shown to people and never an error: what is
hard for a reader of a translation is for a translator to judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from statistics import mean, median

from babel import Locale, UnknownLocaleError

from scripts import reading
from scripts.catalogues import Catalogue
from scripts.dialect import walk_source
from scripts.edition import Edition
from scripts.formulas import FORMULAS, Formula
from scripts.languages import Language
from scripts.messages import Message
from scripts.options import Options
from scripts.problems import Problem
from scripts.sentences import NO_BLANKS, find_sentences
from scripts.sources import Sources

NOTHING = "-"
"""Stands where there is nothing to measure."""


@dataclass(frozen=True)
class Beside:
    """One page: what of it a reader is shown translated, and the English of just that."""

    page: str
    total: int
    """How many messages stand on the page."""
    shown: list[tuple[Message, str]]
    """Those that are shown translated, with their translations."""

    @property
    def share(self) -> float:
        return len(self.shown) / self.total if self.total else 0

    @cached_property
    def sentences(self) -> list[list[str]]:
        return list(find_sentences(text for _, text in self.shown))

    @cached_property
    def lengths(self) -> list[int]:
        """How many words each sentence of the translation has."""
        return [len(sentence) for sentence in self.sentences]

    @cached_property
    def english_lengths(self) -> list[int]:
        """How many words each sentence of the English has."""
        pairs = ((message.text, message.line) for message, _ in self.shown)
        return [len(sentence.words) for sentence in reading.find_sentences(pairs)]


def read_beside(
    sources: Sources, code: str, pages: Iterable[str] = ()
) -> tuple[list[Beside], list[Problem]]:
    """The pages, or all in their order, in the language `code`; and what is wrong with catalogues
    that cannot be read, whose pages are all English."""
    edition = Edition.open(sources, code, Options(keep_going=True))
    wanted = [page for page in sources.pages if not pages or page in pages]
    return [_read(edition, page) for page in wanted], edition.shelf.problems


def _read(edition: Edition, page: str) -> Beside:
    sources = edition.sources
    source = sources.pages[page]
    visitor = edition.begin_page(page, source).visitor
    walk_source(source, sources.contacts, visitor)
    english = {message.key for message in visitor.fallbacks}
    blocks = {each.key: each for each in sources.messages[page][len(source.messages()) :]}
    catalogue = edition.shelf.get(page) or Catalogue("")
    shown = [
        (message, catalogue.get(*key)) for key, message in blocks.items() if key not in english
    ]
    return Beside(page, len(blocks), shown)


def describe_beside(language: Language, pages: list[Beside]) -> Iterator[str]:
    """What scores the language, a table of the pages with a line for each, and the medians."""
    base = language.code.split("-")[0]
    formula = FORMULAS.get(base)
    yield from _introduce(_english_name(language), base, formula)
    score = f"score ({formula.scale})" if formula else "score"
    names = [*(each.page for each in pages), "median"]
    width = max(map(len, names))
    columns = f"translated  {score}  words a sentence  in English  longest  in English"
    yield f"{'page':{width}}  {columns}"
    rows = [_measure(each, formula, base not in NO_BLANKS) for each in pages]
    for name, row in zip(names, [*rows, _medians(rows)], strict=True):
        share, points, *lengths = map(_shown, row, (".0%", ".1f", ".1f", ".1f", ".0f", ".0f"))
        words, english, longest, english_longest = lengths
        yield (
            f"{name:{width}}  {share:>10}  {points:>{len(score)}}  {words:>16}  {english:>10}  "
            f"{longest:>7}  {english_longest:>10}"
        )


def _introduce(name: str, base: str, formula: Formula | None) -> Iterator[str]:
    if formula:
        yield f"{name}: scored by {formula.source}; {formula.scale}."
    else:
        yield (
            f"{name}: not scored: no formula for {name} that has been published and that we "
            "know of."
        )
    if base in NO_BLANKS:
        yield f"{name}: sentences are not measured, since no blanks stand between its words."


def _english_name(language: Language) -> str:
    """What English calls the language; its own name where that is not known."""
    try:
        return Locale.parse(language.code, sep="-").english_name
    except UnknownLocaleError:
        return language.name


Row = list[float | None]
"""The columns of the table; None where there is nothing to measure."""


def _measure(each: Beside, formula: Formula | None, measured: bool) -> Row:
    lengths = each.lengths if measured else []
    english = each.english_lengths
    return [
        each.share,
        formula.score(each.sentences) if formula and lengths else None,
        mean(lengths) if lengths else None,
        mean(english) if english else None,
        max(lengths, default=None),
        max(english, default=None),
    ]


def _medians(rows: list[Row]) -> Row:
    columns = ([cell for cell in column if cell is not None] for column in zip(*rows, strict=True))
    return [median(column) if column else None for column in columns]


def _shown(cell: float | None, form: str) -> str:
    return NOTHING if cell is None else format(cell, form)
