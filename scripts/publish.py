"""Putting a finished site in the place of the old one: whole, or not at all.

Beside the folder `site` there may be, while it is built: `.site.new`, the site in the making;
`.site.old`, the one before, where two folders cannot be exchanged; `.site.lock`, held by a build.
"""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from scripts.disk import disk_problem
from scripts.exchange import exchange
from scripts.paths import Project
from scripts.problems import ProblemsFound

OURS = ("404.html", "assets/alongside.css")
"""Files that every site of ours has, by which a folder is known to be one."""

NO_HARM = "The site stays as it was."
CHOOSE = "Choose another folder with --output."


def check_output(output: Path, project: Project) -> None:
    """Raise ProblemsFound unless `output` may be replaced by a site.

    A folder with anything but an older site in it is never replaced, nor one that holds the
    project or lies in one of the folders that people write in, nor a disk of its own.
    """
    sources = [folder for folder in project.sources if output.is_relative_to(folder)]
    if sources or project.root.is_relative_to(output):
        what = "This folder holds the project itself."
        raise ProblemsFound.one(str(output), 0, what, NO_HARM, CHOOSE)
    if os.path.ismount(output):
        what = "This folder is a disk of its own, which cannot be replaced."
        remedy = "Choose a folder inside it with --output."
        raise ProblemsFound.one(str(output), 0, what, NO_HARM, remedy)
    try:
        free = not output.exists() or is_site(output) or not any(output.iterdir())
    except NotADirectoryError:
        free = False
    except OSError as error:
        raise ProblemsFound([disk_problem(error, output, NO_HARM)]) from error
    if not free:
        what = "There are other files here, which the site would replace."
        raise ProblemsFound.one(str(output), 0, what, NO_HARM, f"{CHOOSE[:-1]}, or empty this one.")


def is_site(folder: Path) -> bool:
    """Whether a folder holds a site that Alongside built."""
    return all((folder / name).is_file() for name in OURS)


@contextmanager
def staging_folder(output: Path) -> Iterator[Path]:
    """An empty folder beside `output`, on the same disk, gone afterwards unless it was swapped in.

    What an interrupted build left is cleared away first, and the site that it set aside is put
    back. Raises ProblemsFound when the folder cannot be made, or another build is at work here.
    """
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with _hold(output):
            _recover(output)
            staging = _beside(output, "new")
            try:
                staging.mkdir()
                yield staging
            finally:
                with _undisturbed():
                    shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise ProblemsFound([disk_problem(error, output, NO_HARM)]) from error


@contextmanager
def _hold(output: Path) -> Iterator[None]:
    """Keep every other build away from `output`. The system lets go when the program ends."""
    path = _beside(output, "lock")
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        what = "Another build is writing to this folder."
        remedy = f"Wait until it has ended, or c{CHOOSE[1:]}"
        raise ProblemsFound.one(str(output), 0, what, NO_HARM, remedy) from error
    try:
        yield
    finally:
        with suppress(OSError):  # Windows deletes no file that is open
            path.unlink()  # while it is held: who waits for it sees that it is gone
        lock.release()


def _recover(output: Path) -> None:
    """Clear away what a build left that was killed."""
    old, new = _beside(output, "old"), _beside(output, "new")
    if old.exists() and not output.exists():
        old.rename(output)
    if new.exists():
        shutil.rmtree(new)
    if old.exists():
        old.rename(new)  # what is named old is always a whole site
        shutil.rmtree(new)


def swap(staging: Path, output: Path) -> None:
    """Put the folder `staging` in the place of `output`, in one step where the system can.

    Elsewhere the old site is set aside first, and put back if the new one cannot take its place.
    The folder `staging` is the old site afterwards, or is not there. Raises OSError for `output`
    when neither is possible; the old site is there then.
    """
    try:
        with _undisturbed():
            if not output.exists():
                staging.rename(output)
            elif not exchange(staging, output):
                _swap_in_two_steps(staging, output)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(output)) from error


def _swap_in_two_steps(staging: Path, output: Path) -> None:
    old = _beside(output, "old")
    output.rename(old)
    try:
        staging.rename(output)
    except OSError:
        old.rename(output)
        raise
    with suppress(OSError):  # the site is in its place: the next build clears away the old one
        old.rename(staging)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let no signal stop what must not be left half done; the program goes on as if none came."""
    before = {}
    try:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                before[number] = signal.signal(number, lambda *_: None)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _beside(output: Path, name: str) -> Path:
    return output.with_name(f".{output.name}.{name}")
