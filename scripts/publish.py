"""Putting a finished site in the place of the old one: whole, or not at all."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path

from scripts.paths import Project
from scripts.problems import ProblemsFound

OURS = ("404.html", "assets/alongside.css")
"""Files that every site of ours has, by which a folder is known to be one."""

NO_HARM = "The site stays as it was."
CHOOSE = "Choose another folder with --output."


def check_output(output: Path, project: Project) -> None:
    """Raise ProblemsFound unless `output` may be replaced by a site.

    A folder with anything but an older site in it is never replaced, nor one that holds the
    project or lies in one of the folders that people write in.
    """
    sources = [folder for folder in project.sources if output.is_relative_to(folder)]
    if sources or project.root.is_relative_to(output):
        what = "This folder holds the project itself."
        raise ProblemsFound.one(str(output), 0, what, NO_HARM, CHOOSE)
    if output.is_file() or (output.is_dir() and any(output.iterdir()) and not is_site(output)):
        what = "There are other files here, which the site would replace."
        raise ProblemsFound.one(str(output), 0, what, NO_HARM, f"{CHOOSE[:-1]}, or empty this one.")


def is_site(folder: Path) -> bool:
    """Whether a folder holds a site that Alongside built."""
    return all((folder / name).is_file() for name in OURS)


@contextmanager
def staging_folder(output: Path):
    """An empty folder beside `output`, on the same disk, gone afterwards unless it was swapped in.

    An old site that an interrupted swap left aside is put back first.
    Raises ProblemsFound when the folder cannot be made.
    """
    staging, old = _beside(output, "new"), _beside(output, "old")
    try:
        if old.exists() and not output.exists():
            old.rename(output)
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
    except OSError as error:
        what = f"The site cannot be written here: {error.strerror}."
        raise ProblemsFound.one(str(output), 0, what, NO_HARM, CHOOSE) from error
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def swap(staging: Path, output: Path) -> None:
    """Put the folder `staging` in the place of `output`.

    The old site is set aside first and put back if the new one cannot take its place.
    """
    old = _beside(output, "old")
    shutil.rmtree(old, ignore_errors=True)
    if output.exists():
        output.rename(old)
    try:
        staging.rename(output)
    except OSError:
        if old.exists():
            old.rename(output)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _beside(output: Path, name: str) -> Path:
    return output.with_name(f".{output.name}.{name}")
