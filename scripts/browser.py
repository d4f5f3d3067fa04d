"""The browser that pages are looked at with: a Chromium or Chrome that the system has.

Playwright drives it; its own download is never used, since it comes from a host of its own and is
not what distributions mend. Neither is needed to build a site, so both may be missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = (
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
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
    """A browser without a window, which can reach no other computer. Raises ImportError where
    Playwright is not installed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[THIS_COMPUTER_ONLY])
        with browser:
            yield browser
