"""The table of the bench, in Markdown: what was measured, on what, and how to read it."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median

from tests.bench.builds import Build, Size
from tests.bench.corpus import Corpus
from tests.bench.first_views import Pair
from tests.bench.measure import MEMORY, Run
from tests.bench.view_rows import describe_first_views
from tests.bench.waits import Wait

PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n")
COLUMNS = ("build", "seconds", "pages a second", "speed, plain = 1", "processor seconds",
           "peak memory, MB", "files", "MB", "HTML of a page, kB")  # fmt: skip
NONE = "–"

ALONE = ("ours-1", "plain", "plain-search", "ours-few")
"""Builds in one process, which computes all the time that it is let."""

BUSY = 0.85
"""The share of its time that such a process gets at least on a machine with nothing else to do."""


@dataclass(frozen=True)
class Result:
    """A build with all its runs and what the last of them left."""

    build: Build
    runs: list[Run]
    size: Size

    @property
    def seconds(self) -> float:
        return median(run.seconds for run in self.runs)

    @property
    def cpu(self) -> float:
        return median(run.cpu for run in self.runs)

    @property
    def memory(self) -> int:
        return max(run.memory for run in self.runs)

    @property
    def page_bytes(self) -> float:
        return self.size.page_bytes / self.size.pages


def make_table(corpus: Corpus, results: list[Result], waits: Sequence[Wait] = (),
               views: Sequence[Pair] = ()) -> str:  # fmt: skip
    """The whole report."""
    named = {result.build.name: result for result in results}
    parts = ["\n".join(_conditions(corpus, results)), _rows(results, named.get("plain"))]
    parts += [*_memory(named), *_busy(results), *_cautions(named), *_waits(waits)]
    parts += describe_first_views(views)
    return "\n\n".join(parts) + "\n"


def _conditions(corpus: Corpus, results: list[Result]) -> Iterator[str]:
    pages, languages = len(corpus.pages), len(corpus.tongues)
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    yield f"- {os.cpu_count()} CPUs, Python {platform.python_version()}, {versions}"
    yield (
        f"- {pages} pages × {languages} languages; a page has {corpus.words / pages:.0f} words "
        f"in {corpus.messages / pages:.0f} messages, {corpus.messages} messages in all"
    )
    yield (
        f"- each build from a cold start, median of {max(len(r.runs) for r in results)}; "
        f"memory of all processes together ({MEMORY.upper()}), the most that was seen"
    )


def _rows(results: list[Result], plain: Result | None) -> str:
    rows = [COLUMNS, ["---", *["---:"] * (len(COLUMNS) - 1)]]
    rows += [_row(result, plain) for result in results]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(result: Result, plain: Result | None) -> list[str]:
    like = plain and plain.build.languages == result.build.languages
    return [
        result.build.title,
        f"{result.seconds:.1f}",
        f"{result.size.pages / result.seconds:.0f}",
        f"{plain.seconds / result.seconds:.2f}" if like else NONE,
        f"{result.cpu:.1f}",
        _mega(result.memory),
        str(result.size.files),
        _mega(result.size.bytes),
        f"{result.page_bytes / 1e3:.1f}",
    ]


def _mega(number: int) -> str:
    return f"{number / 1e6:.1f}"


def _memory(named: dict[str, Result]) -> Iterator[str]:
    if {"ours-1", "ours-few"} <= named.keys():
        many, few = named["ours-1"], named["ours-few"]
        yield (
            f"Memory with {many.build.languages} languages is {many.memory / few.memory:.2f} times "
            f"that with {few.build.languages}: {_mega(many.memory)} MB and {_mega(few.memory)} MB."
        )


def _busy(results: list[Result]) -> Iterator[str]:
    """A warning where other programs had the processors for long."""
    shares = [r.cpu / r.seconds for r in results if r.build.name in ALONE]
    if shares and min(shares) < BUSY:
        yield (
            f"**The machine was busy:** a build in one process got its processor for "
            f"{min(shares):.0%} of the time. The seconds are worth little; compare the processor "
            "seconds, or run the bench again on a machine at rest."
        )


def _waits(waits: Sequence[Wait]) -> Iterator[str]:
    """What an editor waits for in the preview."""
    if waits:
        yield "From a file that is saved to the page that the preview of one language serves:"
        rows = ["| site | changed | seconds |", "| --- | --- | ---: |"]
        rows += [f"| {wait.place} | {wait.change} | {wait.seconds:.1f} |" for wait in waits]
        yield "\n".join(rows)


def _cautions(named: dict[str, Result]) -> Iterator[str]:
    """What the two sides do differently, so that nobody takes the ratio for more than it is."""
    if {"ours-1", "plain"} <= named.keys():
        ours, plain = named["ours-1"], named["plain"]
        longer = plain.page_bytes / ours.page_bytes
        yield (
            "The work is not the same. The HTML of a page of plain Material is "
            f"{longer:.1f} times as long as ours. Ours reads catalogues, checks every translation "
            "and every link of the finished site; plain Material is handed pages that are "
            "translated already. While Alongside writes no search index, the row without search is "
            "the one to compare with."
        )
