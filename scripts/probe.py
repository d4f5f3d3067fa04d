"""Rendering one message by itself, to see which elements it makes and where they lead."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import AMP_SUBSTITUTE

from scripts import inline
from scripts.contacts import Contact
from scripts.definitions import Definitions
from scripts.dialect import make_bare_markdown
from scripts.flat_text import Flat, flatten
from scripts.language_name import BLANK

STEPS = ("inline", "contact-unnest", "attr_list")
"""The tree processors that make a message what a reader gets."""

ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
TEXT_ATTRIBUTES = ("alt", "title")
NAMES = {
    "a": "A link",
    "strong": "Bold text (**)",
    "em": "Text in italics (* or _)",
    "code": "Code (`)",
    "br": "A line break",
    "img": "A picture",
    "sup": "The mark of a note",
    "bdi": "A contact",
    "span": "A contact in a link",
    BLANK: "The name of the language",
}


class Shape(NamedTuple):
    """An element of a message: its place in others, its attributes (of those with words only that
    they are there), and whether it has words."""

    path: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...]
    has_words: bool

    def __str__(self) -> str:
        target = next((value for key, value in self.attributes if key in ("href", "src")), "")
        target = html.unescape(target.replace(AMP_SUBSTITUTE, "&"))
        kind = dict(self.attributes).get("class")
        name = NAMES.get(kind) or NAMES.get(self.path[-1], f"<{self.path[-1]}>")
        titled = " with a title" if ("title", "") in self.attributes else ""
        empty = " without words" if not self.has_words and self.path[-1] != "br" else ""
        return f"{name}{f' to {target}' if target else ''}{titled}{empty}"


class Rendered(NamedTuple):
    """The elements of a message in one paragraph, the raw HTML in it, and its text."""

    shapes: list[Shape]
    raw: list[str]
    flat: Flat


class Probe:
    """Renders messages of one page, whose links and notes it knows.

    Its Markdown instance is not the page's: probing in that would change the page's notes.
    """

    def __init__(self, md: Markdown, known: Definitions) -> None:
        self.md = md
        self.known = known
        self.notes = next(e for e in md.registeredExtensions if hasattr(e, "footnotes"))
        self._english: dict[str, Rendered] = {}
        self._last: tuple[str, Rendered | None] = "", None

    def render_english(self, message: str) -> Rendered:
        """The same as `render`, remembered: every language asks for it."""
        if message not in self._english:
            self._english[message] = self.render(message)
        return self._english[message]

    def render(self, message: str) -> Rendered:
        """What a message of the page becomes by itself; the last is remembered, since several
        rules ask for it one after the other."""
        if self._last[0] != message or self._last[1] is None:
            self._last = message, self._render(message)
        return self._last[1]

    def _render(self, message: str) -> Rendered:
        self.md.htmlStash.reset()
        self.md.references = self.known.links
        self.notes.footnotes.clear()
        self.notes.footnotes.update(dict.fromkeys(self.known.notes, ""))
        self.notes.found_refs, self.notes.used_refs = {}, set()
        root = Element("div")
        SubElement(root, "p").text = inline.unfold(message)
        for step in STEPS:
            self.md.treeprocessors[step].run(root)
        stash = self.md.htmlStash.rawHtmlBlocks
        raw = [raw for raw in stash if not ENTITY.fullmatch(str(raw))]
        return Rendered(list(_shapes(root)), raw, flatten(root, stash))


class Probes:
    """The probes of all pages; they share a Markdown instance, since only one is at work."""

    def __init__(self, contacts: dict[str, Contact]) -> None:
        self.md = make_bare_markdown(contacts)
        self._kept: dict[str, Probe] = {}

    def of(self, path: str, known: Definitions) -> Probe:
        """The probe of a page that defines `known`."""
        if path not in self._kept or self._kept[path].known != known:
            self._kept[path] = Probe(self.md, known)
        return self._kept[path]


def _shapes(element: Element, path: tuple[str, ...] = ()) -> Iterator[Shape]:
    for child in element:
        attributes = sorted(
            (name, "" if name in TEXT_ATTRIBUTES else str(value))
            for name, value in child.attrib.items()
        )
        words = bool("".join(child.itertext()).strip() or child.get("alt"))
        yield Shape((*path, child.tag), tuple(attributes), words)
        yield from _shapes(child, (*path, child.tag))
