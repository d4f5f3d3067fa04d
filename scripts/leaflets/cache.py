"""Leaflets that were made before, by everything that they are made of.

The name of a file in the cache is the digest of all its inputs: text, setting, template, fonts,
the versions of Typst and pikepdf, and the code of this package. So a change of any of them makes a
leaflet anew, and nothing has to be remembered.
"""

from __future__ import annotations

import hashlib
import os
from importlib.metadata import version
from pathlib import Path

from scripts.leaflets.fonts import font_versions
from scripts.leaflets.typesetting import Paper
from scripts.paths import Project

MAKERS = ("typst", "pikepdf", "segno")
ROOM = 600_000_000
"""How many bytes the cache may have; what was used longest ago goes first."""


def print_of_press(project: Project) -> str:
    """The digest of all that makes leaflets, but for what they say."""
    found = hashlib.sha256()
    sources = sorted(path for path in Path(__file__).parent.iterdir() if path.is_file())
    fonts = sorted(project.fonts.glob("*.[ot]t[fc]"))
    for path in [project.leaflet, *sources, *fonts]:
        found.update(hashlib.sha256(path.read_bytes()).digest())
    for each in [*font_versions(), *(f"{name} {version(name)}" for name in MAKERS)]:
        found.update(each.encode())
    return found.hexdigest()


def key_of(press: str, *content: str) -> str:
    """The name in the cache of what a press makes of a content."""
    return hashlib.sha256("\0".join([press, *content]).encode()).hexdigest()[:40]


def find(folder: Path, key: str) -> Paper | None:
    """What was made before, if it is still there."""
    path = next(iter(folder.glob(f"{key}-*.pdf")), None)
    if path is None:
        return None
    pages, size = path.stem.split("-")[1:]
    os.utime(path)  # used today: it goes last
    return Paper(path.read_bytes(), int(pages), float(size))


def keep(folder: Path, key: str, paper: Paper) -> None:
    """Put a leaflet into the cache, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{key}-{paper.pages}-{paper.size}.pdf"
    new = path.with_suffix(f".{os.getpid()}")
    new.write_bytes(paper.pdf)
    new.replace(path)


def prune(folder: Path, room: int = ROOM) -> None:
    """Take what was used longest ago out of a cache that has grown too large."""
    files = [(path.stat().st_mtime_ns, path.stat().st_size, path) for path in folder.glob("*.pdf")]
    used = 0
    for _, size, path in sorted(files, reverse=True):
        used += size
        if used > room:
            path.unlink(missing_ok=True)
