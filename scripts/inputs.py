"""Whether the files of a build stayed as they were while it ran.

A file that is saved in the middle of a build would be in the site in two versions: an English page
and its translation that do not say the same, or a template that only some pages have. The digest
alone would not show a file that was changed and changed back, so its time counts too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from scripts.paths import Project, files_in
from scripts.problems import Problem, ProblemsFound

COMPILED = "__pycache__"
"""What Python keeps of a program, and writes whenever it likes."""


class Stamp(NamedTuple):
    """What tells a file from every earlier version of it."""

    digest: str
    written: int
    """When it was written, in nanoseconds."""


def read_stamps(project: Project) -> dict[str, Stamp]:
    """The stamp of every file that a build reads, by its path in the project."""
    return {project.short(path): _stamp(path) for path in _files(project)}


def _stamp(path: Path) -> Stamp:
    written = path.stat().st_mtime_ns  # first: what is written after it is in the next stamp
    return Stamp(hashlib.sha256(path.read_bytes()).hexdigest(), written)


def _files(project: Project) -> Iterator[Path]:
    for place in project.inputs:
        for path in (place, *sorted(files_in(place))):
            if path.is_file() and not any(map(_is_hidden, path.relative_to(place).parts)):
                yield path


def _is_hidden(name: str) -> bool:
    """Whether this is the name of what editors leave, which no build reads."""
    return name.startswith(".") or name.endswith("~")


def last_change(project: Project) -> int:
    """When a file that a build reads, or the program itself, was last written, added or taken
    away; in nanoseconds."""
    places = [*project.inputs, project.scripts]
    return max(
        path.stat().st_mtime_ns
        for place in places
        for path in (place, *place.rglob("*"))
        if path.exists() and path.name != COMPILED and path.parent.name != COMPILED
    )


@contextmanager
def unchanged(project: Project) -> Iterator[None]:
    """Raise ProblemsFound for every file that changed meanwhile, and for nothing else then: what
    was found in files of two versions may be right in either."""
    before = read_stamps(project)
    try:
        yield
    except Exception:
        _refuse_changes(project, before)
        raise
    _refuse_changes(project, before)


def _refuse_changes(project: Project, before: dict[str, Stamp]) -> None:
    after = read_stamps(project)
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
