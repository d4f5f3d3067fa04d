"""The HTML of a page as its leaflet sees it: blocks with their English, boxes, sheets, ways on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring

from scripts.side_by_side import BESIDE, NUMBER

HEADINGS = {"h1": "1", "h2": "2", "h3": "3", "h4": "3"}
"""Headings with the level that they have on paper."""
SECTIONS = frozenset({"h1", "h2"})
"""Headings that begin a section."""
KINDS = ("danger", "warning", "tip", "note")
BOXES = frozenset({"admonition", "state"})
CARD = "card"
HEAD, FOOT = "head", "foot"
"""What is said under the title, and at the end."""
OF_LETTERS = ("choose", "sign")
"""What a letter says before its first line and after its last."""
ELSEWHERE = frozenset({CARD, HEAD, FOOT, *OF_LETTERS})
"""Classes of what does not stand in its place on paper."""

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Control characters, which XML 1.0 cannot hold."""


def parse(content: str) -> HtmlElement:
    """The content of a page as one element, without comments."""
    root = fragment_fromstring(UNSEEN.sub("", content), create_parent="div")
    etree.strip_elements(root, etree.Comment, with_tail=False)
    return root


def classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def is_copy(element: HtmlElement) -> bool:
    """Whether an element is the English of a block, beside its translation."""
    return BESIDE in classes(element)


def copy_of(message: HtmlElement) -> HtmlElement | None:
    """The English of a message: at its end, or after it where it is a heading."""
    if message.tag in HEADINGS:
        after = message.getnext()
        return after if after is not None and is_copy(after) else None
    return next((child for child in message if is_copy(child)), None)


def in_english(message: HtmlElement) -> bool:
    """Whether a block is marked as being in another language than its page: itself, or its words
    alone where there are parts in it."""
    first = message[0] if len(message) and not (message.text or "").strip() else None
    words = first if first is not None and first.tag == "span" and not is_copy(first) else None
    return any(each is not None and each.get("lang") for each in (message, words))


def in_two_languages(element: HtmlElement) -> bool:
    """Whether anything in a part has its English beside it."""
    return any(copy_of(each) is not None for each in element.iter() if each.get(NUMBER))


def box_kind(element: HtmlElement) -> str | None:
    """How strongly a box warns; None where the element is no box."""
    if not BOXES.intersection(classes(element)) and element.tag != "details":
        return None
    return next((kind for kind in KINDS if kind in classes(element)), "note")


def parts_of(root: HtmlElement) -> Iterator[HtmlElement]:
    """The parts of a page that stand beside their English: lists and boxes as a whole, and each
    line of a letter with its note."""
    for element in root:
        if is_copy(element) or ELSEWHERE.intersection(classes(element)):
            continue
        if element.tag in ("div", "section", "dl") and not box_kind(element):
            yield from parts_of(element)
        else:
            yield element


def sections(root: HtmlElement) -> Iterator[list[HtmlElement]]:
    """The parts of a page under each of its headings, with the heading first."""
    section: list[HtmlElement] = []
    for part in parts_of(root):
        if part.tag in SECTIONS:
            yield section
            section = []
        section.append(part)
    yield section


def find_sheets(root: HtmlElement) -> Iterator[HtmlElement]:
    """The tables to write on: those under a heading that has a table with a free row."""
    for section in sections(root):
        tables = [part for part in section if part.tag == "table"]
        if any(map(has_free_row, tables)):
            yield from tables


def has_free_row(table: HtmlElement) -> bool:
    """Whether a table has a row in which nothing is written."""
    return any(not row.text_content().strip() for row in table.iter("tr"))


def find_ways_on(root: HtmlElement) -> Iterator[HtmlElement]:
    """Lists of links to other pages that stand alone under a heading, and lists of links into the
    same page, each with what says that it follows: paper leads nowhere."""
    for section in sections(root):
        ways = [part for part in section if part.tag == "ul" and all(map(is_way, part))]
        if len(section) == 2 and ways:
            yield from section
        for part in ways:
            if all(item[0].get("href").startswith("#") for item in part):
                yield from section[section.index(part) - 1 :][:2]


def is_way(item: HtmlElement) -> bool:
    """Whether an item of a list is a link within the site, and perhaps what is found there."""
    first = item[0] if len(item) and not (item.text or "").strip() else None
    return first is not None and first.tag == "a" and ":" not in (first.get("href") or ":")
