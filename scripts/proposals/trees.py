"""A project made of our program and somebody's data, in a folder of its own.

What decides how a site is made (scripts, templates, configuration, fonts, who shows it) is always
that of the checkout that runs; a revision gives the words and figures alone. So a report on a
stranger's change, and the pictures in it, are made without running a line that he wrote.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from scripts.paths import Project
from scripts.proposals.revisions import Repository

OURS = ("mkdocs.yml", "pyproject.toml", "organisation.yml", "overrides", "scripts", "fonts")
"""What is taken from the checkout: all that says how a site is made. The scripts are copied since
messages are found in them; it is never this copy that runs."""

DATA_FILES = frozenset({"contacts.yml", "exemptions.yml", "languages.yml", "links.yml"})
DATA_FOLDERS = ("docs/", "facts/", "locale/")
TEXTS = (".md", ".yml", ".po")
"""How the names of files of words and figures end. All else in their folders stays ours."""


def is_data(path: str) -> bool:
    """Whether a file is of those that a revision gives: words and figures, nothing that decides
    how they are shown."""
    return path in DATA_FILES or (path.startswith(DATA_FOLDERS) and path.endswith(TEXTS))


def write_project(checkout: Project, repository: Repository, commit: str, folder: Path) -> Project:
    """A project in the new folder `folder` with the data of a commit. Raises ProblemsFound where
    that data is not of plain files."""
    entries = repository.entries(commit, is_data)
    folder.mkdir(parents=True)
    for name in OURS:
        _copy(checkout.root / name, folder / name)
    for name in DATA_FOLDERS:
        _copy(checkout.root / name, folder / name, _data_in(checkout.root))
        (folder / name).mkdir(exist_ok=True)
    for entry, content in repository.contents(entries):
        target = folder / entry.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return Project(folder)


def _copy(source: Path, target: Path, ignore: Callable | None = None) -> None:
    if source.is_dir():
        unused = ignore or shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, target, ignore=unused)
    elif source.exists():
        shutil.copy(source, target)


def _data_in(root: Path) -> Callable[[str, list[str]], set[str]]:
    """What `shutil.copytree` is to pass over: the data of the checkout itself."""

    def ignored(folder: str, names: list[str]) -> set[str]:
        inside = Path(folder).relative_to(root)
        return {name for name in names if is_data((inside / name).as_posix())}

    return ignored
