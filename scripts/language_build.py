"""The build of one language, exactly as `mkdocs build` builds it: both give the same HTML."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb
from urllib.parse import unquote

from jinja2 import TemplateNotFound, TemplateSyntaxError
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from scripts.built.flaws import DEAD_HARM, place_in_source
from scripts.edition import Edition
from scripts.languages import Language
from scripts.options import USUAL, Options
from scripts.paths import CONFIG, Project
from scripts.problems import Problem, ProblemsFound
from scripts.sources import Sources

LINK_WARNING = re.compile(r"Doc file '(?P<page>[^']+)\.md'(?: contains .*?link '(?P<link>[^']+)')?")

SUGGESTION = re.compile(r"Did you mean '(?P<link>[^']+)'")
SEEN_FROM_HERE = "Write the address of a page that is in docs/, seen from this page."
DEAD_LINKS = {
    "anchor": (
        "The link {link} leads to a part that the page there does not have.",
        "Write # and the id of a heading that is there, or take the part out.",
    ),
    "absolute link": (
        "The link {link} begins with /, which is another place on most hosts.",
        SEEN_FROM_HERE,
    ),
    "is not found": ("The link {link} leads to a page that is not there.", SEEN_FROM_HERE),
}
"""What is said of links, by the words with which MkDocs warns of them."""


def build_language(
    sources: Sources,
    language: Language,
    folder: Path,
    options: Options = USUAL,
    before: Edition | None = None,
) -> Edition:
    """Build one language into `folder`, its pages where they are in the whole site.

    What has not changed since the edition `before` is taken from it. Raises ProblemsFound for
    broken catalogues, and for what MkDocs warns of, such as a link to a page that is not there.
    """
    config = _load(sources.project, folder)
    ours = config.plugins["alongside"]
    ours.sources, ours.options, ours.before, ours.alone = sources, options, before, True
    i18n = config.plugins["i18n"]
    i18n.current_language = language.code
    i18n.building = True  # or the plugin would go on to build every other language by itself
    with warnings_of_mkdocs() as warnings:
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_with_mkdocs(config)
        except Abort as error:
            raise ours.stopped or _as_problems(warnings, sources) from error
        except Exception as error:
            if place := _template_place(error, sources.project):
                raise _template_problem(error, *place) from error
            raise
    if warnings:
        raise _as_problems(warnings, sources)
    ours.edition.before = None  # or every edition would keep all before it in memory
    return ours.edition


def _load(project: Project, folder: Path) -> MkDocsConfig:
    """The configuration of MkDocs for a build into `folder`. Raises ProblemsFound."""
    with warnings_of_mkdocs() as warnings:
        try:
            config = load_config(str(project.config), site_dir=str(folder))
        except (ConfigurationError, Abort) as error:
            raise ProblemsFound(map(_config_problem, warnings or [str(error)])) from error
    if warnings:
        raise ProblemsFound(map(_config_problem, warnings))
    return config


def _config_problem(words: str) -> Problem:
    return Problem(
        CONFIG,
        0,
        words,
        "The site cannot be built.",
        "Mend the option, or take the file from the last version that worked.",
    )


def _template_place(error: Exception, project: Project) -> tuple[str, int] | None:
    """The template and line that an error comes from; None where it comes from none."""
    if isinstance(error, TemplateSyntaxError | TemplateNotFound):
        return f"overrides/{error.name or ''}".rstrip("/"), getattr(error, "lineno", 0)
    # Jinja names the template, and not the code that it made of it, in every traceback.
    for frame in reversed(extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(project.overrides):
            return project.short(path), frame.lineno or 0
    return None


def _template_problem(error: Exception, path: str, line: int) -> ProblemsFound:
    return ProblemsFound.one(
        path,
        line,
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


def _as_problems(warnings: list[str], sources: Sources) -> ProblemsFound:
    """What MkDocs warns of, each at the line of the page that has the link, where it says which."""
    return ProblemsFound(_as_problem(warning, sources) for warning in warnings)


def _as_problem(warning: str, sources: Sources) -> Problem:
    match = LINK_WARNING.search(warning)
    if not match or not match["link"] or match["page"] not in sources.pages:
        path = f"docs/{match['page']}.md" if match else CONFIG
        return Problem(path, 0, warning, DEAD_HARM, "Mend what MkDocs says here.")
    link = unquote(match["link"])
    what, remedy = next(
        (words for sign, words in DEAD_LINKS.items() if sign in warning), (warning, SEEN_FROM_HERE)
    )
    meant = SUGGESTION.search(warning)
    remedy = f"Write {meant['link']}, if that is meant." if meant else remedy
    page = sources.pages[match["page"]]
    problem = Problem(page.path, 0, what.format(link=link), DEAD_HARM, remedy)
    return place_in_source(problem, page, [link]) or problem
