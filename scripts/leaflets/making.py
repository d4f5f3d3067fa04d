"""Makes the leaflets of an edition: those that are not in the cache, several at a time."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import segno
import typst

from scripts.leaflets import cache
from scripts.leaflets.composition import compose
from scripts.leaflets.fonts import read_fonts
from scripts.leaflets.job import Job
from scripts.leaflets.refusals import died, in_template, no_glyph
from scripts.leaflets.review import compose_review
from scripts.leaflets.tokens import Tokens, needs_tokens
from scripts.leaflets.typesetting import MOST_PAGES, NoGlyph, Paper, Press
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound
from scripts.workers import WorkerDied, do_all

FEW = 3
"""Up to so many leaflets are made in one process: others would take longer to begin."""


@dataclass(frozen=True)
class Made:
    """A leaflet as the pages of the site lead to it."""

    url: str
    """Its address from the root of the site."""
    pages: int
    bytes: int
    two_languages: bool
    size: float
    """The size of its text in points."""

    @property
    def kilobytes(self) -> int:
        """Its size as a reader is told it, who may pay for what she loads: in tens, which no short
        telephone number is."""
        return max(1, round(self.bytes / 10_000)) * 10

    @property
    def too_long(self) -> bool:
        """Whether it has more pages than anybody takes to a meeting."""
        return self.pages > MOST_PAGES


@dataclass(frozen=True)
class Printed:
    """A leaflet in a folder of its own, without a site."""

    page: str
    path: Path
    made: Made


def qr_code(address: str) -> str:
    """A picture of an address for the camera of a phone (ISO/IEC 18004), as SVG."""
    picture = io.BytesIO()
    segno.make(address, error="m").save(picture, kind="svg", border=0, xmldecl=False)
    return picture.getvalue().decode("ascii")


def make_leaflets(
    project: Project,
    jobs: list[Job],
    folder: Path,
    workers: int,
    step: Callable[[], None],
    apart: bool = True,
) -> dict[str, Made]:
    """Write the leaflets into the site in `folder`; returns what came of each, by its file.

    `step` is called after each. They are made `apart` from this process, in which Typst would
    leave threads, so that a later fork of it would wait for ever. Raises ProblemsFound for
    characters that no font has, and for mistakes in the template.
    """
    press = cache.print_of_press(project)
    keys = {job.file: cache.key_of(press, *job.content) for job in jobs}
    found = {file: cache.find(project.made_leaflets, key) for file, key in keys.items()}
    missing = [job for job in jobs if found[job.file] is None]
    for _ in range(len(jobs) - len(missing)):
        step()
    for job, paper in _make(project, missing, workers, step, apart) if missing else ():
        found[job.file] = paper
        cache.keep(project.made_leaflets, keys[job.file], paper)
    cache.prune(project.made_leaflets)
    return {job.file: _write(job, found[job.file], folder) for job in jobs}


def _make(
    project: Project, jobs: list[Job], workers: int, step: Callable[[], None], apart: bool
) -> Iterator[tuple[Job, Paper]]:
    """Make leaflets, in several processes where there are many."""
    problems: list[Problem] = []
    count = 1 if len(jobs) <= FEW else min(workers, len(jobs))
    with closing(do_all(partial(_task, project), iter(jobs), count, step, apart)) as results:
        try:
            for job, made in results:
                if isinstance(made, Paper):
                    yield job, made
                else:
                    problems += made
        except WorkerDied as error:
            raise ProblemsFound([died(error)]) from error
    if problems:
        raise ProblemsFound(problems)


def _task(project: Project, job: Job, step: Callable[[], None]) -> Paper | list[Problem]:
    """Make one leaflet, or say what is in its way."""
    press = Press(project.leaflet, read_fonts(project.fonts))
    language = job.setting.languages[job.setting.language]
    rtl = language["direction"] == "rtl"
    tokens = Tokens(rtl) if needs_tokens(job.family) else None
    if job.setting.review:
        leaflet = compose_review(job.html, job.address, tokens)
    else:
        leaflet = compose(job.html, job.address, tokens, job.two_languages)
    try:
        paper = press.set(leaflet, job.setting)
    except NoGlyph as error:
        return [no_glyph(job, text) for text in error.texts]
    except typst.TypstError as error:
        return [in_template(project, job, error)]
    step()
    return paper


def _write(job: Job, paper: Paper, folder: Path) -> Made:
    path = folder / job.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(paper.pdf)
    return Made(job.file, paper.pages, len(paper.pdf), job.two_languages, paper.size)
