"""Putting a finished site in the place of the old one: whole, or not at all."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path

from scripts.problems import Problem, ProblemsFound


@contextmanager
def staging_folder(output: Path):
    """An empty folder beside `output`, on the same disk, gone afterwards unless it was swapped in.

    Raises ProblemsFound when it cannot be made.
    """
    staging = _beside(output, "new")
    try:
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
    except OSError as error:
        raise ProblemsFound(
            [
                Problem(
                    str(output),
                    0,
                    f"The site cannot be written here: {error.strerror}.",
                    "The site stays as it was.",
                    "Choose another folder with --output.",
                )
            ]
        ) from error
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
