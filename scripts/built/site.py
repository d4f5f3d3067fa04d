"""The files of a built site, what its pages hold, and where the addresses in them lead."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from scripts.built.parser import BuiltPage, read_html

HOME = "index.html"
NOT_FOUND = "404.html"
"""It is shown at any address, so its links begin at the root of the site."""


class Target(NamedTuple):
    """Where an address leads: a file, from the root of the site, and a part of it."""

    file: str
    part: str


@dataclass(frozen=True)
class BuiltSite:
    """The files of a built site, and what its pages hold by their paths."""

    files: frozenset[str]
    pages: dict[str, BuiltPage]

    @property
    def base(self) -> str:
        """The whole address of its root; empty where the site does not know it."""
        return self.pages[HOME].canonical.removesuffix(HOME) if HOME in self.pages else ""

    def target(self, url: str, address: str) -> Target | None:
        """Where an address in the page `url` leads; None outside of the site."""
        if self.base and address.startswith(self.base):
            return find_target(HOME, address.removeprefix(self.base))
        if url == NOT_FOUND:
            address = address.removeprefix(urlsplit(self.base).path or "/")
        return find_target(url, address)


def read_site(folder: Path) -> BuiltSite:
    """The site in a folder."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    pages = {
        name: read_html(path.read_text(encoding="utf-8"))
        for name, path in sorted(files.items())
        if path.suffix == ".html"
    }
    return BuiltSite(frozenset(name for name, path in files.items() if path.is_file()), pages)


def find_target(url: str, address: str) -> Target | None:
    """Where an address in the file `url` leads; None outside of the site."""
    try:
        parts = urlsplit(address)
    except ValueError:  # such as http://[
        return Target(address, "")
    if parts.scheme or parts.netloc:
        return None
    path, part = unquote(parts.path), unquote(parts.fragment)
    if not path:
        return Target(url, part)
    folder = "/" if path.endswith("/") else ""  # a folder is no file that can be shown
    return Target(posixpath.normpath(posixpath.join(posixpath.dirname(url), path)) + folder, part)
