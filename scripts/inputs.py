"""Whether the files of a build stayed as they were while it ran.

A file that is saved in the middle of a build would be in the site in two versions: an English page
and its translation that do not say the same, or a template that only some pages have.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound


def read_digests(project: Project) -> dict[str, str]:
    """The digest of every file that a build reads, by its path in the project."""
    return {
        project.short(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in _files(project)
    }


def _files(project: Project) -> Iterator[Path]:
    for place in project.inputs:
        for path in (place, *sorted(place.rglob("*"))):
            hidden = path.name.startswith(".") or path.name.endswith("~")  # what editors leave
            if path.is_file() and not hidden:
                yield path


@contextmanager
def unchanged(project: Project) -> Iterator[None]:
    """Raise ProblemsFound for every file that changed meanwhile, and for nothing else then: what
    was found in files of two versions may be right in either."""
    before = read_digests(project)
    try:
        yield
    except (ProblemsFound, OSError):
        _refuse_changes(project, before)
        raise
    _refuse_changes(project, before)


def _refuse_changes(project: Project, before: dict[str, str]) -> None:
    after = read_digests(project)
    if others := [path for path in before | after if before.get(path) != after.get(path)]:
        raise ProblemsFound(map(changed, others))


def changed(path: str) -> Problem:
    """The problem of a file that is not as it was when the build began."""
    return Problem(
        path,
        0,
        "This file changed while the site was built.",
        "Pages of the old and of the new text would stand beside each other.",
        "Build again. The site stays as it was until then.",
    )
