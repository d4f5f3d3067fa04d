"""The leaflets that the bench makes: pages of the real site, as a build of it orders them."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from scripts.front_matter import is_printed
from scripts.language_build import build_language
from scripts.languages import Language
from scripts.leaflets import orders
from scripts.leaflets.making import Job, Made
from scripts.options import Options
from scripts.paths import Project
from scripts.sources import Sources

MAKES = "make_leaflets"


def choose_pages(sources: Sources, number: int) -> list[str]:
    """So many pages that have leaflets, or all: first those that families need first, since they
    are translated first too, and then others from everywhere in the site."""
    printed = [name for name, page in sorted(sources.pages.items()) if is_printed(page.meta)]
    core = [name for name in sources.languages.core if name in printed][:number]
    others = [name for name in printed if name not in core]
    wanted = min(number - len(core), len(others))
    return core + [others[place * len(others) // wanted] for place in range(wanted)]


def order_leaflets(sources: Sources, language: Language, pages: list[str]) -> list[Job]:
    """The leaflets of these pages that a build of the language would make; it makes none here."""
    ordered: list[Job] = []

    def take(project: Project, jobs: list[Job], *others) -> dict[str, Made]:
        ordered.extend(jobs)
        return {job.file: Made(job.file, 1, 0, job.two_languages, 0) for job in jobs}

    with TemporaryDirectory(prefix="alongside-") as site, patch.object(orders, MAKES, take):
        build_language(sources, language, Path(site), Options(printed=frozenset(pages)))
    return ordered


def copy_press(folder: Path, source: Project) -> Project:
    """All that a press needs, in a folder with a cache of its own in which there is nothing."""
    project = Project(folder)
    project.overrides.mkdir(parents=True)
    shutil.copy(source.leaflet, project.leaflet)
    shutil.copytree(source.fonts, project.fonts)
    return project
