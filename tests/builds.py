"""Builds as people start them, in processes of their own, and what stands beside them then."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import psutil
from click.testing import CliRunner, Result

from scripts.__main__ import main
from scripts.hooks import AlongsidePlugin
from scripts.paths import Project

PATIENCE = 120
"""Seconds after which a test fails that waits for something to happen."""

OLD = {
    "404.html": "old",
    "assets/alongside.css": "old",
    "index.html": "old",
    "pl/meetings/meeting.html": "old",
}
"""The files of a site from an earlier time, unlike any that is built now."""


def digests(folder: Path) -> dict[str, str]:
    """The digest of every file by its path in the folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write_site(folder: Path, files: dict[str, str] = OLD) -> dict[str, str]:
    """Make a folder a site with these files and no others; returns their digests."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return digests(folder)


def left_beside(folder: Path) -> list[str]:
    """What builds have left beside the site in `folder`."""
    return sorted(path.name for path in folder.parent.glob(f".{folder.name}.*"))


def build(*words: str) -> Result:
    """Run `alongside build` in this process, and in the current folder."""
    return CliRunner().invoke(main, ["build", *words])


POWERLESS = "setpriv --bounding-set=-all --inh-caps=-all".split() if os.geteuid() == 0 else []
"""The command before a command whose process must respect who may read and write a file."""


@contextmanager
def started(project: Project, *words: str, first="", before=(), **options) -> Iterator:
    """The process of `alongside build`, the leader of a group that ends with this context.

    Lines of Python are run `first` in it; the words `before` start it.
    """
    code = f"{first}\nfrom scripts.__main__ import main\nmain()"
    command = ["-c", code] if first else ["-m", "scripts"]
    with subprocess.Popen(
        [*before, sys.executable, *command, "build", *words],
        cwd=project.root,
        encoding="utf-8",
        start_new_session=True,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},
    ) as process:
        try:
            yield process
        finally:
            send_group(process, signal.SIGKILL)


class Ended(NamedTuple):
    """What came of `alongside build`."""

    exit_code: int
    stdout: str
    stderr: str


def run(project: Project, *words: str, **options) -> Ended:
    """Run `alongside build` in a process of its own."""
    with started(project, *words, **options) as process:
        stdout, stderr = process.communicate(timeout=PATIENCE)
        return Ended(process.returncode, stdout, stderr)


def send_group(process: subprocess.Popen, number: int) -> None:
    """Send a signal to the process and to all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)


def group_of(process: subprocess.Popen) -> list[int]:
    """The process and all that it started, as far as they are alive."""
    return [pid for pid in psutil.pids() if _group(pid) == process.pid and is_alive(pid)]


def _group(pid: int) -> int | None:
    with suppress(ProcessLookupError):
        return os.getpgid(pid)
    return None


def is_alive(pid: int) -> bool:
    """Whether a process is there, and is more than a name that nobody has asked after."""
    with suppress(psutil.NoSuchProcess):
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    return False


def wait_until(happened: Callable[[], object]) -> None:
    """Wait for something to happen, and fail when it does not."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.002)


def at_page(monkeypatch, code: str, action: Callable[[], None], page: str = "index") -> None:
    """Do something in the middle of every build of the language `code`: when the page is made."""
    before = AlongsidePlugin.on_post_page

    def on_post_page(self, output, **context):
        made = self.edition.language.code, context["page"].file.src_uri
        if made == (code, f"{page}.md"):
            action()
        return before(self, output, **context)

    monkeypatch.setattr(AlongsidePlugin, "on_post_page", on_post_page)
