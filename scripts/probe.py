"""Rendering one message by itself, to see which elements it makes and where they lead."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AMP_SUBSTITUTE

from scripts import inline
from scripts.contacts import Contact
from scripts.definitions import Definitions
from scripts.dialect import make_bare_markdown

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
}


class Shape(NamedTuple):
    """An element of a message: its place in others, its attributes but for those with words, and
    whether it has words."""

    path: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...]
    has_words: bool

    def __str__(self) -> str:
        target = next((value for key, value in self.attributes if key in ("href", "src")), "")
        target = html.unescape(target.replace(AMP_SUBSTITUTE, "&"))
        name = NAMES.get(self.path[-1], f"<{self.path[-1]}>")
        empty = not self.has_words and self.path[-1] != "br"
        return f"{name}{f' to {target}' if target else ''}{' without words' if empty else ''}"


class Probe:
    """Renders messages of one page, whose links and notes it knows.

    It has a Markdown instance of its own: probing in the page's would change the page's notes.
    """

    def __init__(self, contacts: dict[str, Contact], known: Definitions) -> None:
        self.md = make_bare_markdown(contacts)
        self.md.references = dict(known.links)
        self.notes = next(e for e in self.md.registeredExtensions if hasattr(e, "footnotes"))
        self.notes.footnotes.update(dict.fromkeys(known.notes, ""))

    def render(self, message: str) -> tuple[list[Shape], list[str]]:
        """The elements of the message in one paragraph, and the raw HTML in it."""
        self.md.htmlStash.reset()
        self.notes.found_refs, self.notes.used_refs = {}, set()
        root = Element("div")
        SubElement(root, "p").text = inline.unfold(message)
        for step in STEPS:
            self.md.treeprocessors[step].run(root)
        stash = self.md.htmlStash.rawHtmlBlocks
        return list(_shapes(root)), [raw for raw in stash if not ENTITY.fullmatch(str(raw))]


def _shapes(element: Element, path: tuple[str, ...] = ()) -> Iterator[Shape]:
    for child in element:
        attributes = sorted(
            (name, str(value))
            for name, value in child.attrib.items()
            if name not in TEXT_ATTRIBUTES
        )
        words = bool("".join(child.itertext()).strip() or child.get("alt"))
        yield Shape((*path, child.tag), tuple(attributes), words)
        yield from _shapes(child, (*path, child.tag))
