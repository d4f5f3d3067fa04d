"""The browser of the tests: a Chromium or Chrome that the system has.

Playwright drives it; its own download is never used, since it comes from a host of its own and is
not what distributions mend. `make test` runs this module first: it installs Chromium where that
needs nobody's leave, and elsewhere the tests that need a browser fail and say what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = (
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
MISSING = (
    "These tests need Chromium or Chrome, and none was found that starts. Install one, "
    "for example with: sudo apt-get install chromium. If it is installed in a place of its own, "
    "name the program in the environment variable CHROMIUM."
)
THIS_COMPUTER_ONLY = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


def find_chromium() -> str | None:
    """The program of a browser that starts: the one that CHROMIUM names, or else an installed
    one."""
    named = os.environ.get("CHROMIUM")
    programs = map(shutil.which, [named] if named else NAMES)
    return next((program for program in programs if program and _starts(program)), None)


def _starts(program: str) -> bool:
    # Ubuntu's chromium-browser may be a script that only tells people to install a snap.
    return subprocess.run([program, "--version"], capture_output=True).returncode == 0


@contextmanager
def open_browser(program: str) -> Iterator[Browser]:
    """A browser without a window, which can reach no other computer."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[THIS_COMPUTER_ONLY])
        with browser:
            yield browser


def install_chromium() -> None:
    """Install Chromium where the system can without asking; elsewhere do nothing."""
    apt, root = shutil.which("apt-get"), getattr(os, "geteuid", lambda: 1)() == 0
    if find_chromium() or "CHROMIUM" in os.environ or not (apt and root):
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run([apt, "--quiet", *command], env=environment, check=False)


if __name__ == "__main__":
    install_chromium()
