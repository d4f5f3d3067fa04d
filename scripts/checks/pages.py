"""Pages, contacts and the list of languages can be read, and pages hold only what they may."""

from __future__ import annotations

from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound
from scripts.sources import read_sources


def check(project: Project) -> list[Problem]:
    """Everything that would stop the pages from being read."""
    try:
        read_sources(project)
    except ProblemsFound as error:
        return error.problems
    return []
