"""The order of a leaflet: what lies on top to be handed over or written on, and then the page.

A letter, a sheet or cards come first and stand alone on their paper, since they are given away; the
page that explains them follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from lxml.html import HtmlElement

from scripts.leaflets.content import Address, Side
from scripts.leaflets.page_parts import (
    CARD,
    FOOT,
    HEAD,
    OF_LETTERS,
    classes,
    find_sheets,
    find_ways_on,
    in_two_languages,
    parse,
    parts_of,
)
from scripts.leaflets.tokens import Tokens

LETTER = "letter"
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
