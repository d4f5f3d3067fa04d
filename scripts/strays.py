"""Entries of `state.yml` whose page is gone, as after a page got another name."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.edition import Edition
from scripts.entries import read_data
from scripts.problems import Problem
from scripts.state_rules import HARM

REMEDY = "Take its lines out, or write the page's new name there."


def find_strays(edition: Edition) -> Iterator[Problem]:
    """What is recorded of pages that are not there, each at its line."""
    strays = [page for page in edition.states if page not in edition.sources.pages]
    if not strays:
        return
    project = edition.sources.project
    path = project.state(edition.language.code)
    written = read_data(path, project.short(path), HARM)
    for page in strays:
        what = f"There is no page docs/{page}.md."
        yield Problem(project.short(path), written.line_of(page), what, HARM, REMEDY)
