"""Pages, or parts of them, that are made from a file of data beside their Markdown.

`docs/start/find-your-stage.yml`, `docs/start/words-in-your-letter.yml` and
`docs/stages/stage-map.yml` become Markdown in memory, so that the one walk, the catalogues and the
checks know nothing of them but pages. HTML made by a template was rejected: its words would be
translated by another way than all others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from scripts import finder, finder_rules, stage_rules, stages, words
from scripts.entries import read_data
from scripts.lined_yaml import Lined
from scripts.pages import PageSource, read_page
from scripts.paths import INTERFACE, Project
from scripts.problems import Problem, ProblemsFound
from scripts.stages import Stage
from scripts.words import Word

CANNOT_BE_MADE = "The page that is made from it cannot be shown."


@dataclass
class Pages:
    """Every page as it was read or made, the words of the A to Z, and the steps of the map."""

    sources: dict[str, PageSource] = field(default_factory=dict)
    words: tuple[Word, ...] = ()
    stages: tuple[Stage, ...] = ()
    problems: list[Problem] = field(default_factory=list)


def read_all(project: Project) -> Pages:
    """Every page, in the order of their paths; what is wrong with them stands in `problems`."""
    found = Pages()
    for page in project.pages():
        path = project.short(project.page(page))
        try:
            _refuse_name(page, path)
            found.sources[page] = read_page(project.page(page).read_bytes(), path)
        except ProblemsFound as error:
            found.problems += error.problems
    for page in project.data():
        _add_made(found, project, page)
    found.sources = dict(sorted(found.sources.items()))
    return found


def _refuse_name(page: str, path: str) -> None:
    """Raise ProblemsFound for a page whose catalogue, or whose translation, would be another's."""
    if page == INTERFACE:
        what = "This name is taken by the catalogue of the templates' words."
        harm = "Its translations would be mixed up with those of the menu."
        raise ProblemsFound.one(path, 0, what, harm, "Give the page another name.")
    if "." in Path(page).name:
        what = "The name of the page has a dot in it."
        harm = "It would be taken for the translation of another page."
        raise ProblemsFound.one(path, 0, what, harm, "Name it with letters and hyphens only.")


def _add_made(found: Pages, project: Project, page: str) -> None:
    path = project.short(project.page_data(page))
    try:
        content = read_data(project.page_data(page), path, CANNOT_BE_MADE)
    except ProblemsFound as error:
        found.problems += error.problems
        return
    kind = next((kind for kind in MAKERS if isinstance(content, Lined) and kind in content), None)
    if kind is None or page not in project.pages():
        what = f"Nothing is made from this file: it has none of {', '.join(MAKERS)}."
        if kind:
            what = f"There is no page docs/{page}.md for this file."
        remedy = "Give it the name of its page and one of these keys, or delete it."
        found.problems.append(Problem(path, 0, what, CANNOT_BE_MADE, remedy))
    elif page in found.sources:  # else its own Markdown is broken, and says so
        MAKERS[kind](found, page, path, content, set(project.pages()))


def _make_words(found: Pages, page: str, path: str, content: Lined, pages: set[str]) -> None:
    listed, problems = words.read_words(content["words"], path, pages)
    found.words = tuple(listed)
    found.problems += problems
    found.sources[page] = found.sources[page].with_made(path, words.make_markdown(listed))


def _make_steps(found: Pages, page: str, path: str, content: Lined, pages: set[str]) -> None:
    made, problems = finder_rules.read_finder(content, page, path, pages)
    found.problems += problems
    if problems:
        return
    own = found.sources[page]
    for step in made.steps.values():
        lines = finder.make_markdown(made, step)
        if made.path(step.name) == page:
            found.sources[page] = own.with_made(path, lines)
        else:
            found.sources[made.path(step.name)] = _step_page(own, path, step, lines)


def _make_map(found: Pages, page: str, path: str, content: Lined, pages: set[str]) -> None:
    listed, problems = stage_rules.read_stages(content["stages"], page, path, pages)
    found.stages = listed
    found.problems += problems
    found.sources[page] = found.sources[page].with_made(path, stages.make_markdown(listed))


def _step_page(
    own: PageSource, path: str, step: finder.Step, lines: list[tuple[str, int]]
) -> PageSource:
    shown = {
        key: value
        for key in ("title", "description", "search_words")
        if (value := getattr(step, key))
    }
    head = [(f"# {step.title}", step.line), ("", step.line)]
    if step.help:
        head += [(step.help, step.line), ("", step.line)]
    return PageSource(path, {**own.meta, "leaflet": False, **shown}, "", 1).with_made(
        path, head + lines
    )


MAKERS = {"words": _make_words, "steps": _make_steps, "stages": _make_map}
"""What makes pages from a file of data, by the key that such a file has at its top."""
