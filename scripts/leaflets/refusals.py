"""What can be in the way of a leaflet, in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import typst

from scripts.leaflets.job import Job
from scripts.paths import Project
from scripts.problems import Problem
from scripts.workers import WorkerDied

NOT_MADE = "The page could not be printed, and the site is not built."


def not_translated(catalogue: str) -> Problem:
    """A page whose translation is to be checked, and that has none; `catalogue` is its file."""
    return Problem(
        catalogue,
        0,
        "Nobody has translated this page yet.",
        "There is nothing to check.",
        "Translate it first, or name another page.",
    )


def no_glyph(job: Job, text: str) -> Problem:
    """A text that no font of a leaflet can show."""
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


def in_template(project: Project, job: Job, error: typst.TypstError) -> Problem:
    """What Typst says of the template, or of what it was given."""
    return Problem(
        project.short(project.leaflet),
        0,
        f"The leaflet of {job.page} in {job.setting.language} cannot be set: {error.diagnostic}",
        NOT_MADE,
        "Mend the template, or take it from the last version that worked.",
    )


def died(error: WorkerDied) -> Problem:
    """A process that ended before its leaflet was done."""
    return Problem(
        f"docs/{error.item.page}.md",
        0,
        f"The process that made its leaflet was ended ({error.how}).",
        NOT_MADE,
        "Often there was too little memory. Build again with --workers 1.",
    )
