"""The order of a leaflet: what lies on top to be handed over or written on, and then the page.

A letter, a sheet or cards come first and stand alone on their paper, since they are given away; the
page that explains them follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from lxml.html import HtmlElement

from scripts.leaflets.content import (
    Address,
    Side,
    box_kind,
    classes,
    in_two_languages,
    is_copy,
    parse,
)
from scripts.leaflets.tokens import Tokens

LETTER, CARD = "letter", "card"
HEAD, FOOT = "head", "foot"
"""What is said under the title, and at the end."""
OF_LETTERS = ("choose", "sign")
"""What a letter says before its first line and after its last."""
ELSEWHERE = frozenset({CARD, HEAD, FOOT, *OF_LETTERS})
HEADINGS = frozenset({"h1", "h2"})
BLANK = re.compile(r"\[([^\]]+)\]")
"""What a reader writes herself in a letter."""


@dataclass(frozen=True)
class Leaflet:
    """A leaflet as Typst gets it, and the words whose order in it must be told (`tokens`)."""

    xml: Element
    tokens: Tokens | None


def compose(html: str, address: Address, tokens: Tokens | None, two_languages: bool) -> Leaflet:
    """The leaflet of a page, from what `overrides/leaflet.html` made of it.

    The words in the reader's language are put into `tokens` where there are any; `two_languages`
    puts the English beside what is translated.
    """
    own = Side(False, address, tokens)
    english = Side(True, address) if two_languages else None
    return Leaflet(_Composer(own, english).compose(parse(html)), tokens)


class _Composer:
    """Writes the parts of a leaflet, one after the other."""

    def __init__(self, own: Side, english: Side | None) -> None:
        self.own = own
        self.english = english
        self.xml = Element("leaflet")

    def compose(self, root: HtmlElement) -> Element:
        for letter in root.find_class(LETTER):
            self._letter(letter, root)
        if cards := [card for card in root.find_class(CARD) if card.find("p") is not None]:
            self._cards(cards)
        sheets = list(find_sheets(root))
        elsewhere = {*sheets, *find_ways_on(root)}
        for part in parts_of(root):
            if part.tag == "h1":
                self._pair(part, self.xml)
                self._aside(HEAD, root)
                self._sheet(sheets)
            elif part not in elsewhere:
                self._part(part)
        self._aside(FOOT, root)
        return self.xml

    def _aside(self, name: str, root: HtmlElement) -> None:
        """What the site says of the page, in the reader's language alone."""
        into = SubElement(self.xml, name)
        for part in (part for aside in root.find_class(name) for part in aside):
            self.own.write(part, into)

    def _letter(self, letter: HtmlElement, root: HtmlElement) -> None:
        into = SubElement(self.xml, "letter")
        before, after = (root.find_class(name) for name in OF_LETTERS)
        for each in before:
            self._say(each, into)
        for line in letter.iter("dt"):
            kinds = [kind for kind in ("subject", "choice") if kind in classes(line)]
            written = SubElement(into, "line", kind=" ".join(kinds), lang=line.get("lang") or "")
            _with_blanks(line.text_content(), written)
        for each in after:
            self._say(each, into)

    def _say(self, words: HtmlElement, into: Element) -> None:
        SubElement(into, words.get("class")).text = words.text_content()

    def _cards(self, cards: list[HtmlElement]) -> None:
        into = SubElement(self.xml, "cards")
        for card in cards:
            self._pair(card.find("p"), SubElement(into, "card"))

    def _sheet(self, tables: list[HtmlElement]) -> None:
        into = SubElement(self.xml, "sheet") if tables else None
        for table in tables:
            self._table(table, into)

    def _part(self, part: HtmlElement) -> None:
        if part.tag == "table":
            self._table(part, self.xml)
        else:
            self._pair(part, self.xml)

    def _table(self, table: HtmlElement, into: Element) -> None:
        """A table over the whole width, with both languages in each cell."""
        written = SubElement(into, "table")
        for row in table.iter("tr"):
            line = SubElement(written, "row", head=_yes(row.getparent().tag == "thead"))
            for cell in row:
                self._both(cell, SubElement(line, "cell"))

    def _both(self, cell: HtmlElement, into: Element) -> None:
        self.own.message(cell, SubElement(into, "own"))
        if self.english and in_two_languages(cell):
            self.english.message(cell, SubElement(into, "english"))

    def _pair(self, part: HtmlElement, into: Element) -> None:
        pair = SubElement(into, "pair")
        self.own.write(part, SubElement(pair, "own"))
        if self.english and in_two_languages(part):
            self.english.write(part, SubElement(pair, "english"))


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


def _with_blanks(text: str, into: Element) -> None:
    """Write a line of a letter, with a place to write on for each pair of brackets."""
    first, *others = BLANK.split(" ".join(text.split()))
    into.text = first
    for label, after in zip(others[::2], others[1::2], strict=True):
        blank = SubElement(into, "blank")
        blank.text, blank.tail = label, after


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
        if part.tag in HEADINGS:
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
