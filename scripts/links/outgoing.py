"""Where the site leads to outside of itself: every such address once, with the pages that have it.

It reads the finished pages and not their sources, since templates and the register of facts make
links too.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag

ATTRIBUTES = frozenset(
    "href src srcset action formaction cite poster data background manifest".split()
)
"""The attributes that HTML allows an address in."""

SCHEMES = ("http://", "https://")

BREAKS = dict.fromkeys(map(ord, "\t\n\r"))
"""What browsers take out of an address (URL Standard, 4.4)."""

NO_SCHEME = "//"
"""How an address begins that leaves the scheme to the page; a site of today is read by https."""

OWN_RELATIONS = frozenset(("canonical", "alternate"))
"""What a `link` element calls the addresses of the page itself and of its translations."""


@dataclass(frozen=True)
class Outgoing:
    """An address outside of the site, as it is written but for HTML's escapes."""

    address: str
    page: str
    """The first file of the site that has it, in the order of their paths."""
    pages: int
    """How many files have it."""


def find_outgoing(site: Path) -> list[Outgoing]:
    """Every outside address of the pages in a folder, in alphabetical order."""
    having: dict[str, list[str]] = {}
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        for address in find_addresses(path.read_text(encoding="utf-8", errors="replace")):
            having.setdefault(address, []).append(page)
    return [Outgoing(address, pages[0], len(pages)) for address, pages in sorted(having.items())]


def find_addresses(html: str) -> set[str]:
    """The outside addresses of one page; an anchor of no name is left out of them."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.addresses


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.addresses: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "link" and OWN_RELATIONS & set((dict(attrs).get("rel") or "").lower().split()):
            return
        for name, value in attrs:
            if value and name in ATTRIBUTES:
                self.addresses |= _outside(_candidates(name, value))


def _candidates(name: str, value: str) -> list[str]:
    """The addresses of an attribute: `srcset` has several, each with the size of its picture."""
    if name != "srcset":
        return [value]
    return [each.split()[0] for each in value.split(", ") if each.strip()]


def _outside(candidates: list[str]) -> set[str]:
    stripped = (each.translate(BREAKS).strip() for each in candidates)
    whole = (f"https:{each}" if each.startswith(NO_SCHEME) else each for each in stripped)
    return {_without_empty_anchor(each) for each in whole if each.lower().startswith(SCHEMES)}


def _without_empty_anchor(address: str) -> str:
    page, anchor = urldefrag(address)
    return address if anchor else page
