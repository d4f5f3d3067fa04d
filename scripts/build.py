"""The build: one language after the other into a folder beside the site, then one swap.

Each language is built exactly as `mkdocs build` builds it, so both give the same HTML.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from scripts.edition import Edition
from scripts.languages import Language
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound
from scripts.publish import check_output, staging_folder, swap
from scripts.sources import Sources, read_sources

Progress = Callable[[int, int, Language], None]
"""Called before each language with its number, from 1, the number of all, and the language."""

LINK_WARNING = re.compile(r"Doc file '(?P<page>[^']+)'")


def build_site(
    project: Project,
    codes: Iterable[str] = (),
    output: Path | None = None,
    today: date | None = None,
    keep_going: bool = False,
    progress: Progress | None = None,
) -> list[Edition]:
    """Build the languages `codes`, or all, and put them in the place of `output` when all is well.

    Returns an edition for each language. `today` stands for the date of the build wherever one
    matters. Raises ProblemsFound with everything that is wrong, and leaves the old site as it was.
    """
    sources = read_sources(project)
    languages = [sources.languages[code] for code in codes] or list(sources.languages.all)
    check_catalogues(sources, languages, keep_going)
    output = output or project.site
    check_output(output, project)
    with staging_folder(output) as staging, build_date(today):
        editions = []
        for number, language in enumerate(languages, start=1):
            if progress:
                progress(number, len(languages), language)
            folder = staging / f".{language.code}"
            editions.append(build_language(sources, language, folder, keep_going))
            merge(folder, staging)
        swap(staging, output)
    return editions


def check_catalogues(sources: Sources, languages: list[Language], keep_going: bool) -> None:
    """Raise ProblemsFound for all broken catalogues before any time is spent on building."""
    translations = [] if keep_going else languages
    problems = [
        problem
        for language in translations
        if language is not sources.languages.source
        for problem in sources.shelf(language.code).problems
    ]
    if problems:
        raise ProblemsFound(problems)


def build_language(
    sources: Sources, language: Language, folder: Path, keep_going: bool = False
) -> Edition:
    """Build one language into `folder`, its pages where they are in the whole site.

    Raises ProblemsFound for what MkDocs warns of, such as a link to a page that is not there.
    """
    config = _load(sources.project, folder)
    ours = config.plugins["alongside"]
    ours.sources, ours.keep_going = sources, keep_going
    i18n = config.plugins["i18n"]
    i18n.current_language = language.code
    i18n.building = True  # or the plugin would go on to build every other language by itself
    with warnings_of_mkdocs() as warnings:
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_with_mkdocs(config)
        except Abort as error:
            raise ours.stopped or ProblemsFound(map(_as_problem, warnings)) from error
        except TemplateError as error:
            raise _template_problem(error) from error
    if warnings:
        raise ProblemsFound(map(_as_problem, warnings))
    return ours.edition


def _load(project: Project, folder: Path) -> MkDocsConfig:
    """The configuration of MkDocs for a build into `folder`. Raises ProblemsFound."""
    with warnings_of_mkdocs() as warnings:
        try:
            config = load_config(str(project.config), site_dir=str(folder))
        except (ConfigurationError, Abort) as error:
            raise ProblemsFound(map(_as_problem, [*warnings, str(error)])) from error
    if warnings:
        raise ProblemsFound(map(_as_problem, warnings))
    return config


def _template_problem(error: TemplateError) -> ProblemsFound:
    return ProblemsFound.one(
        f"overrides/{getattr(error, 'name', None) or ''}".rstrip("/"),
        getattr(error, "lineno", None) or 0,
        f"The template cannot be used: {error}.",
        "No page can be shown.",
        "Mend the template, or take it from the last version that worked.",
    )


@contextmanager
def warnings_of_mkdocs():
    """Collect what MkDocs warns of, and keep its own words from the terminal."""
    found: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(record.getMessage())
    logger = logging.getLogger("mkdocs")
    before = logger.propagate, logger.level
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        logger.propagate, logger.level = before


def _as_problem(warning: str) -> Problem:
    match = LINK_WARNING.search(warning)
    return Problem(
        f"docs/{match['page']}" if match else "mkdocs.yml",
        0,
        warning,
        "A link or a page would not be where readers look for it.",
        "Mend the link, the name or the navigation as MkDocs says here.",
    )


@contextmanager
def build_date(today: date | None):
    """Make `today` the date of the build for everything that asks, through SOURCE_DATE_EPOCH."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    if today:
        midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
        os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    try:
        yield
    finally:
        if today and before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        elif today:
            os.environ["SOURCE_DATE_EPOCH"] = before


def merge(folder: Path, into: Path) -> None:
    """Move every file of `folder` into the folder `into`.

    What the builds of several languages share (style, script, 404 page) must be the same in each.
    Raises ProblemsFound where it is not.
    """
    for path in sorted(folder.rglob("*")):
        target = into / path.relative_to(folder)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        elif not target.exists():
            path.rename(target)
        elif target.read_bytes() != path.read_bytes():
            raise ProblemsFound.one(
                str(path.relative_to(folder)),
                0,
                "Two languages make this file differently.",
                "What is shown would depend on the order of the build.",
                "Make the template say the same in the build of every language.",
            )
    shutil.rmtree(folder)
