"""A page of the bench: its messages, each with the marks around it that no language changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from scripts.headings import slug

SECTIONS = {
    "help": ("Help now", 4),
    "start": ("Getting started", 8),
    "stages": ("Stages", 14),
    "rights": ("Your rights", 10),
    "meetings": ("Meetings", 8),
    "challenge": ("If you do not agree", 6),
    "tools": ("Tools", 6),
    "about": ("About these pages", 4),
}
"""The folders of the pages, with their names in the menu and their share of 60 pages."""

Say = Callable[[str], str]
"""Gives a message in the language of the page."""


class Piece(NamedTuple):
    """A message with the marks before and after it."""

    before: str
    words: str
    after: str

    @property
    def id(self) -> str:
        """The id of a heading as an attribute list, nothing for any other piece."""
        return f" {{#{slug(self.words)}}}" if self.before.startswith("#") else ""


@dataclass
class Page:
    """A page by its path: its front matter, its headings of the second level, its pieces."""

    name: str
    title: str
    description: str
    headings: list[str]
    facts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    @property
    def folder(self) -> str:
        return self.name.partition("/")[0]

    def path_to(self, other: Page) -> str:
        return f"{'../' if '/' in self.name else ''}{other.name}.md"

    def markdown(self, say: Say, with_ids: bool = False) -> str:
        """The page as it stands in a file; `with_ids` writes the id of each heading beside it."""
        head = (
            f"---\ntitle: {say(self.title)}\ndescription: {say(self.description)}\n"
            f"section: {self.folder}\nfacts: [{', '.join(self.facts)}]\n"
            "checked: 2026-11-21\nreview_by: 2027-05-21\nleaflet: true\n---\n"
        )
        written = (
            f"{piece.before}{say(piece.words)}{piece.id if with_ids else ''}{piece.after}"
            for piece in self.pieces
        )
        return head + "".join(written).rstrip("\n") + "\n"


def name_pages(number: int) -> list[str]:
    """The names of so many pages: the first page, then each section's in the order of the menu."""
    shares = [folder for folder, (_, share) in SECTIONS.items() for _ in range(share)]
    names = ["index"]
    for place in range(number - 1):
        folder = shares[place * len(shares) // (number - 1)]
        names.append(f"{folder}/page-{place + 1}")
    return names


def make_menu(pages: list[Page]) -> list:
    """The navigation of `mkdocs.yml`: the first page, then a section for each folder."""
    menu: list = ["index.md"]
    for folder, (name, _) in SECTIONS.items():
        if inside := [f"{page.name}.md" for page in pages if page.folder == folder]:
            menu.append({name: inside})
    return menu
