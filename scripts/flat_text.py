"""A rendered message as flat text that knows where its links, contacts, notes and pictures stand.

It is taken from the elements and not from the Markdown, so that no way to write a link is missed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

FIRST = 0xE000
"""The private character that stands for the first place; the next stand for those after it. No
message holds one: `characters.find_hidden` refuses them."""

END = "\uf8ff"
"""The private character at the end of the words of a link."""

MOST = ord(END) - FIRST
"""More places than this, no message has: the marks of a translation are counted before."""

ESCAPED = re.compile(r"\x02(\d+)\x03")
"""A sign that was written with a backslash."""

LINK, CONTACT, NOTE, PICTURE = "links", "contacts", "marks of notes", "pictures"


class Place(NamedTuple):
    """What stands at a place of the text: its kind, and where it leads or what it shows."""

    kind: str
    target: str


class Flat(NamedTuple):
    """A message as text; a private character in it stands for each of its places."""

    text: str
    places: tuple[Place, ...] = ()

    def places_in(self, text: str) -> Iterator[Place]:
        """The places in a part of the text, in their order."""
        return (self.places[ord(c) - FIRST] for c in text if FIRST <= ord(c) < ord(END))

    def labels(self) -> Iterator[tuple[str, str]]:
        """Each link's target and words, in their order. No link is inside another."""
        for at, (kind, target) in enumerate(self.places):
            if kind == LINK:
                _, _, after = self.text.partition(chr(FIRST + at))
                yield target, after.partition(END)[0]


def flatten(root: Element, stash: list) -> Flat:
    """The flat text of rendered elements; `stash` has what Python-Markdown put aside of them."""
    places: list[Place] = []
    text = "".join(_walk(root, places))
    text = HTML_PLACEHOLDER_RE.sub(lambda match: str(stash[int(match[1])]), text)
    text = ESCAPED.sub(lambda match: chr(int(match[1])), text.replace(AMP_SUBSTITUTE, "&"))
    return Flat(html.unescape(text), tuple(places))


def _walk(element: Element, places: list[Place]) -> Iterator[str]:
    kind = _kind(element)
    if kind:
        places.append(Place(kind, _target(element, kind)))
        yield chr(FIRST + (len(places) - 1) % MOST)
    if element.tag == "br":
        yield "\n"
    if kind in (None, LINK) and element.tag != "bdi":
        yield element.text or ""
        for child in element:
            yield from _walk(child, places)
            yield child.tail or ""
    if kind == LINK:
        yield END


def _kind(element: Element) -> str | None:
    if element.get("class") == "contact":
        return CONTACT
    return {"a": LINK, "sup": NOTE, "img": PICTURE}.get(element.tag)


def _target(element: Element, kind: str) -> str:
    if kind == CONTACT:
        return "".join(element.itertext())
    inner = element.find("a") if kind == NOTE else element
    target = inner.get("src" if kind == PICTURE else "href", "") if inner is not None else ""
    return html.unescape(target.replace(AMP_SUBSTITUTE, "&"))
