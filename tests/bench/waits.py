"""How long an editor waits in the preview: from a file that is saved to the page that is served.

The page is asked for again and again, as a browser does; a server that is building answers when it
has built.
"""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.paths import Project
from tests.bench.builds import ALONGSIDE
from tests.bench.measure import BuildError

OFTEN = 0.02
"""Seconds between two questions for a page."""

LONGEST = 120.0
"""Seconds after which a page that does not change is a failure, not a slow one."""

WORD = "Kowalewska"
"""A word that stands on no page."""

PAGES, FOOTER = "stages", "overrides/partials/footer.html"
TRANSLATION = re.compile(r'(?<=\nmsgstr ")[^"\n]+(?="\n)')


@dataclass(frozen=True)
class Wait:
    """What was changed where, and the seconds until it was served."""

    place: str
    change: str
    seconds: float


def measure_waits(project: Project, place: str, code: str) -> list[Wait]:
    """The waits after a change of a page, of its catalogue in the language `code`, and of a
    template that every page has. Changes the project, which is called `place`. Raises BuildError.
    """
    page = next(each for each in project.pages() if each.startswith(PAGES))
    changes: dict[str, tuple[Path, Callable[[str], str]]] = {
        "a page": (project.page(page), lambda text: f"{text}\n{WORD} 1.\n"),
        "a catalogue": (
            project.catalogue(code, page),
            lambda text: TRANSLATION.sub(lambda m: f"{m[0]} {WORD}", text),
        ),
        "a template": (project.root / FOOTER, lambda text: f"{text}<p>{WORD} 3</p>\n"),
    }
    waits = []
    with serve(project, code) as root:
        url = f"{root}{code}/{page}.html"
        for change, (path, edit) in changes.items():
            more = read(url).count(WORD) + 1
            path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
            seconds = wait_for(url, lambda now, more=more: now.count(WORD) >= more)
            waits.append(Wait(place, change, seconds))
    return waits


@contextmanager
def serve(project: Project, code: str) -> Iterator[str]:
    """The address of a preview that is ready."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    command = [ALONGSIDE, "preview", "--language", code, "--port", str(port)]
    with subprocess.Popen(command, cwd=project.root, stdout=subprocess.DEVNULL) as process:
        try:
            root = f"http://127.0.0.1:{port}/"
            wait_for(f"{root}{code}/index.html", bool)
            yield root
        finally:
            process.send_signal(signal.SIGINT)


def wait_for(url: str, ready: Callable[[str], bool]) -> float:
    """Seconds until the page at `url` is ready. Raises BuildError when it never is."""
    start = time.perf_counter()
    while (waited := time.perf_counter() - start) < LONGEST:
        if ready(read(url)):
            return time.perf_counter() - start
        time.sleep(OFTEN)
    raise BuildError(f"{url} did not change in {waited:.0f} seconds")


def read(url: str) -> str:
    """The page at `url`; nothing where nobody answers yet."""
    try:
        with urllib.request.urlopen(url, timeout=LONGEST) as answer:
            return answer.read().decode("utf-8")
    except OSError:
        return ""
