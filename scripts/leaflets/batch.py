"""Leaflets without the site: a stack of paper for a day at the advice desk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.front_matter import is_printed
from scripts.language_build import build_language
from scripts.languages import Language
from scripts.leaflets.making import Printed
from scripts.options import Options
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound
from scripts.sources import Sources, read_sources


def print_batch(
    project: Project,
    codes: Iterable[str],
    pages: Iterable[str],
    output: Path,
    large_print: bool = False,
    review: bool = False,
    step: Callable[[], None] = lambda: None,
) -> list[Printed]:
    """Make the leaflets of these pages and languages, all where none are named, in `output`.

    Files of these names that are there already are replaced, and nothing else in the folder is
    touched. With `review` they are forms on which people check a translation, of any page.
    Raises ProblemsFound for broken catalogues, for pages that have no leaflet, and for
    characters without a glyph.
    """
    sources = read_sources(project)
    wanted = frozenset(pages)
    none = [page for page in sorted(wanted) if not is_printed(sources.pages[page].meta)]
    if none and not review:
        raise ProblemsFound(map(_no_leaflet, none))
    options = Options(large_print=large_print, review=review, printed=wanted or None, step=step)
    languages = [sources.languages[code] for code in codes] or list(sources.languages.all)
    return [
        printed
        for language in languages
        for printed in _print_language(sources, language, options, output)
    ]


def _print_language(
    sources: Sources, language: Language, options: Options, output: Path
) -> list[Printed]:
    printed = []
    with TemporaryDirectory(prefix="alongside-") as site:
        edition = build_language(sources, language, Path(site), options)
        for page, record in edition.records.items():
            for made in record.leaflets:
                target = output / language.code / Path(made.url).name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(Path(site) / made.url, target)
                printed.append(Printed(page, target, made))
    return printed


def _no_leaflet(page: str) -> Problem:
    return Problem(
        f"docs/{page}.md",
        0,
        "This page has no leaflet.",
        "There is nothing to print.",
        "Write leaflet: true in its front matter, or name another page.",
    )
