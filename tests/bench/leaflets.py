"""Leaflets as we make them and as WeasyPrint does: what each took, one process after the other.

Seconds are those of processors, so that leaflets per second are those of one core, however many
there are and whatever else runs.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from scripts.languages import Language
from scripts.leaflets.making import Job
from scripts.leaflets.tokens import needs_tokens
from scripts.sources import read_sources
from tests.bench.measure import BuildError, measure
from tests.bench.orders import choose_pages, copy_press, order_leaflets
from tests.bench.press import ALONE, ORDERS, WHOLE
from tests.bench.rival import ENVIRONMENT, why_not
from tests.bench.weasy_pages import write_pages
from tests.projects import REAL

OURS, CACHED, TYPST, WEASY = (
    "Alongside",
    "Alongside, from the cache",
    "Typst alone, no text layer",
    "WeasyPrint",
)


@dataclass(frozen=True)
class Making:
    """The leaflets of a language, made in one way: seconds of a processor, and what came of it."""

    language: str
    way: str
    leaflets: int
    cpu: float
    pages: int
    bytes: int
    settings: int
    """How often a leaflet was set, in one size of text or another."""
    memory: int

    @property
    def rate(self) -> float:
        """Leaflets per second per core."""
        return self.leaflets / self.cpu


@dataclass(frozen=True)
class Makings:
    """All that was made, and why none of it is by WeasyPrint where that is so."""

    pages: int
    repeat: int
    made: list[Making]
    without: str | None = None


def make_all(folder: Path, number: int, repeat: int, say: Callable[[str], None]) -> Makings:
    """Make the leaflets of so many pages of the real site in each language and each way, in
    `folder`. Raises BuildError."""
    sources = read_sources(REAL)
    pages, without = choose_pages(sources, number), why_not()
    made = []
    for language in sources.languages.all:
        say(f"Ordering the leaflets of {len(pages)} pages in {language.english}")
        jobs = order_leaflets(sources, language, pages)
        for making in _ways(folder / language.code, language, jobs, repeat, without is None):
            say(f"{language.english}, {making.way}: {making.rate:.1f} a second per core")
            made.append(making)
    return Makings(len(pages), repeat, made, without)


def _ways(
    folder: Path, language: Language, jobs: list[Job], repeat: int, rival: bool
) -> Iterator[Making]:
    def making(way: str, runs: list[dict[str, Any]], seconds: str = "cpu") -> Making:
        return summarise(language.english, way, len(jobs), runs, seconds)

    whole = [_press(folder / f"{WHOLE}-{n}", jobs, WHOLE) for n in range(repeat)]
    yield making(OURS, whole)
    yield making(CACHED, [{**run, "settings": run["again"]} for run in whole], "warm")
    if needs_tokens(language.font):
        runs = [_press(folder / f"{ALONE}-{n}", jobs, ALONE) for n in range(repeat)]
        yield making(TYPST, runs)
    if rival:
        pages = folder / "weasy"
        write_pages(pages, jobs, whole[0]["sizes"], REAL.fonts)
        yield making(WEASY, [_run("weasy", str(pages)) for _ in range(repeat)])


def summarise(
    language: str, way: str, leaflets: int, runs: list[dict[str, Any]], seconds: str = "cpu"
) -> Making:
    """One row of several runs. `seconds` names the time that counts."""
    return Making(
        language,
        way,
        leaflets,
        median(run[seconds] for run in runs),
        runs[0]["pages"],
        runs[0]["bytes"],
        runs[0].get("settings", leaflets),
        max(run["memory"] for run in runs),
    )


def _press(folder: Path, jobs: list[Job], way: str) -> dict[str, Any]:
    """What our leaflets took in a press of their own, whose cache is empty."""
    copy_press(folder, REAL)
    (folder / ORDERS).write_bytes(pickle.dumps(jobs))
    return _run("press", str(folder), way)


def _run(module: str, *arguments: str) -> dict[str, Any]:
    """What a process says of itself, and its memory."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *arguments]
    run = measure(command, REAL.root, ENVIRONMENT if module == "weasy" else None)
    try:
        return {**json.loads(run.output.splitlines()[-1]), "memory": run.memory}
    except (IndexError, json.JSONDecodeError) as error:
        raise BuildError(f"{' '.join(command)} said nothing of itself:\n{run.output}") from error
