"""The browser of the tests.

`make test` runs this module first: it installs Chromium where that needs nobody's leave, and
elsewhere the tests that need a browser fail and say what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess

from scripts.browser import find_chromium

MISSING = (
    "These tests need Chromium or Chrome, and none was found that starts. Install one, "
    "for example with: sudo apt-get install chromium. If it is installed in a place of its own, "
    "name the program in the environment variable CHROMIUM."
)


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
