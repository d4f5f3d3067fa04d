"""The checks: each takes a project and returns all problems that it finds."""

from __future__ import annotations

from collections.abc import Callable

from scripts.checks import catalogues, pages, reading
from scripts.paths import Project
from scripts.problems import Problem

CHECKS: dict[str, Callable[[Project], list[Problem]]] = {
    "pages": pages.check,
    "catalogues": catalogues.check,
    "reading": reading.check,
}
