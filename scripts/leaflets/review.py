"""A translation on paper for people who check it with a pen: each numbered part in a row of its
own, beside the English, with boxes to tick and lines to write on.

The order and the numbers are those of the page; what a leaflet leaves out or puts elsewhere, such
as lists of links and cards, stands in its place here, since somebody is to read it too. A part that
is in English alone has nothing to tick, and room for a translation where it may have one.
"""

from __future__ import annotations

from math import ceil
from xml.etree.ElementTree import Element, SubElement

from lxml.html import HtmlElement

from scripts.leaflets.composition import Leaflet
from scripts.leaflets.content import Address, Side
from scripts.leaflets.page_parts import HEADINGS, classes, copy_of, in_english, is_copy, parse
from scripts.leaflets.tokens import Tokens
from scripts.side_by_side import NUMBER

ON_A_LINE = 60
"""How many letters somebody writes on a line of A4 by hand."""


def compose_review(html: str, address: Address, tokens: Tokens | None) -> Leaflet:
    """The page as a form to check, from what `overrides/leaflet.html` made of it: what to do, and
    a row for each part with a number."""
    root = parse(html)
    own, english = Side(False, address, tokens), Side(True, address)
    written = Element("leaflet")
    _head(root, SubElement(written, "review"), own)
    marks = [mark for marks in root.find_class("review-marks") for mark in marks]
    for message in root.iter():
        if message.get(NUMBER) and not is_copy(message):
            _row(message, marks, SubElement(written, "row"), own, english)
    return Leaflet(written, tokens)


def _head(root: HtmlElement, into: Element, own: Side) -> None:
    """What to do, in both languages; lines to fill in; and which words these are."""
    for part in root.find_class("review-words"):
        said = SubElement(into, "said", kind=classes(part)[0])
        for words in part:
            own.line(words, SubElement(said, "own"))
    for part in root.find_class("review-file"):
        SubElement(into, "file").text = " ".join(part.text_content().split())


def _row(
    message: HtmlElement, marks: list[HtmlElement], into: Element, own: Side, english: Side
) -> None:
    into.set("heading", "yes" if message.tag in HEADINGS else "no")
    written, waits = SubElement(into, "own"), in_english(message)
    if not waits:
        own.line(message, written)
    if waits or copy_of(message) is not None:
        english.line(message, SubElement(into, "english"))
    words = "".join(into[-1].itertext())  # the English: about as long as what somebody writes
    into.set("lines", str(1 if _stays(message) else max(1, ceil(len(words) / ON_A_LINE))))
    for mark in () if waits else marks:
        own.line(mark, SubElement(into, "mark"))


def _stays(message: HtmlElement) -> bool:
    """Whether a part is in English in every language, as a letter to the council."""
    return any(each.get("translate") == "no" for each in (message, *message.iterancestors()))
