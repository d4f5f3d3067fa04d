"""Makes the leaflets of an edition: those that are not in the cache, several at a time."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from functools import partial
from json import dumps
from pathlib import Path
from urllib.parse import urljoin

import segno
import typst

from scripts.leaflets import cache
from scripts.leaflets.composition import compose
from scripts.leaflets.fonts import read_fonts
from scripts.leaflets.tokens import Tokens, needs_tokens
from scripts.leaflets.typesetting import MOST_PAGES, NoGlyph, Paper, Press, Setting
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound
from scripts.workers import WorkerDied, do_all

FEW = 3
"""Up to so many leaflets are made here: processes would take longer to begin."""
NOT_MADE = "The page could not be printed, and the site is not built."


@dataclass(frozen=True)
class Job:
    """A leaflet to be made: what its page says, and how it is set."""

    page: str
    path: str
    """The file that a person would mend: the page or its catalogue."""
    file: str
    """Where the leaflet belongs, by its path in the site."""
    html: str = field(repr=False)
    """What `overrides/leaflet.html` made of the page."""
    here: str | None
    """The whole address of the page, where the site knows its own."""
    two_languages: bool
    setting: Setting

    @property
    def content(self) -> tuple[str, ...]:
        """All that the leaflet says and how, as texts."""
        setting = dumps(asdict(self.setting), sort_keys=True)
        return self.html, f"{self.here} {self.two_languages}", setting

    @property
    def family(self) -> str:
        """The font of its language."""
        return self.setting.languages[self.setting.language]["family"]

    def address(self, link: str) -> str | None:
        """The whole address of a link of the page; None where paper has only its words."""
        if link.startswith(("tel:", "sms:", "https:", "http:")):
            return link
        return urljoin(self.here, link) if self.here and not link.startswith("#") else None


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
        """Its size as a reader is told it, who may pay for what she loads."""
        return max(1, round(self.bytes / 1000))

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
    project: Project, jobs: list[Job], folder: Path, workers: int, step: Callable[[], None]
) -> dict[str, Made]:
    """Write the leaflets into the site in `folder`; returns what came of each, by its file.

    `step` is called after each. Raises ProblemsFound for characters that no font has, and for
    mistakes in the template.
    """
    press = cache.print_of_press(project)
    keys = {job.file: cache.key_of(press, *job.content) for job in jobs}
    found = {file: cache.find(project.made_leaflets, key) for file, key in keys.items()}
    missing = [job for job in jobs if found[job.file] is None]
    for _ in range(len(jobs) - len(missing)):
        step()
    for job, paper in _make(project, missing, workers, step):
        found[job.file] = paper
        cache.keep(project.made_leaflets, keys[job.file], paper)
    cache.prune(project.made_leaflets)
    return {job.file: _write(job, found[job.file], folder) for job in jobs}


def _make(
    project: Project, jobs: list[Job], workers: int, step: Callable[[], None]
) -> Iterator[tuple[Job, Paper]]:
    """Make leaflets, in several processes where there are many."""
    problems: list[Problem] = []
    count = 1 if len(jobs) <= FEW else min(workers, len(jobs))
    with closing(do_all(partial(_task, project), iter(jobs), count, step)) as results:
        try:
            for job, made in results:
                if isinstance(made, Paper):
                    yield job, made
                else:
                    problems += made
        except WorkerDied as error:
            raise ProblemsFound([_died(error)]) from error
    if problems:
        raise ProblemsFound(problems)


def _task(project: Project, job: Job, step: Callable[[], None]) -> Paper | list[Problem]:
    """Make one leaflet, or say what is in its way."""
    press = Press(project.leaflet, read_fonts(project.fonts))
    language = job.setting.languages[job.setting.language]
    rtl = language["direction"] == "rtl"
    tokens = Tokens(rtl) if needs_tokens(job.family) else None
    leaflet = compose(job.html, job.address, tokens, job.two_languages)
    try:
        paper = press.set(leaflet, job.setting)
    except NoGlyph as error:
        return [_no_glyph(job, text) for text in error.texts]
    except typst.TypstError as error:
        return [_in_template(project, job, error)]
    step()
    return paper


def _write(job: Job, paper: Paper, folder: Path) -> Made:
    path = folder / job.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(paper.pdf)
    return Made(job.file, paper.pages, len(paper.pdf), job.two_languages, paper.size)


def _no_glyph(job: Job, text: str) -> Problem:
    names = ", ".join(_names(text))
    return Problem(
        job.path,
        0,
        f'The font {job.family} has no glyph for "{text}" ({names}).',
        f"The leaflet of {job.page} in {job.setting.language} would have a hole there.",
        "Write it with other characters, or name a font that has them in languages.yml.",
    )


def _names(text: str) -> Iterable[str]:
    for character in text:
        yield f"U+{ord(character):04X} {unicodedata.name(character, 'without a name')}"


def _in_template(project: Project, job: Job, error: typst.TypstError) -> Problem:
    return Problem(
        project.short(project.leaflet),
        0,
        f"The leaflet of {job.page} in {job.setting.language} cannot be set: {error.diagnostic}",
        NOT_MADE,
        "Mend the template, or take it from the last version that worked.",
    )


def _died(error: WorkerDied) -> Problem:
    return Problem(
        f"docs/{error.item.page}.md",
        0,
        f"The process that made its leaflet was ended ({error.how}).",
        NOT_MADE,
        "Often there was too little memory. Build again with --workers 1.",
    )
