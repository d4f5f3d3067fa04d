"""What a page says, as the XML that `overrides/leaflet.typ` sets.

Typst reads XML itself, so the page's own HTML is taken: it is safe, whole and numbered already, and
a leaflet can say nothing that its page does not say. What only a screen can do is left out here:
links to other pages become their words, and marks of words lead nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from lxml.html import HtmlElement

from scripts.leaflets.page_parts import HEADINGS, box_kind, classes, copy_of, is_copy
from scripts.leaflets.tokens import Tokens
from scripts.side_by_side import NUMBER

LISTS = {"ul": "bullets", "ol": "numbers"}
PARTS = frozenset({"p", "div", "section", "details", "table", "dl", *HEADINGS, *LISTS})
"""Elements of a page that are not within a sentence."""
MARKS = {"strong": "b", "b": "b", "em": "i"}
BLANK, WORD = "blank", "word"

BLANKS = re.compile(r"[ \t\r\n]+")

Address = Callable[[str], str | None]
"""From a link of a page to the whole address that paper can show; None for words alone."""


@dataclass
class Side:
    """One language of a leaflet: whose words are written, and how."""

    english: bool
    """Whether to write the English that stands beside a translation."""
    address: Address
    tokens: Tokens | None = None
    """Where the words of this side are numbered; None where its font needs that not."""
    _among_latin: bool = field(default=False, init=False)

    def write(self, element: HtmlElement, into: Element) -> None:
        """Write a part of a page, and all that is in it."""
        if is_copy(element):
            return
        if element.tag in HEADINGS:
            self.message(element, SubElement(into, "heading", level=HEADINGS[element.tag]))
        elif element.tag in LISTS:
            self._each(element, SubElement(into, LISTS[element.tag]), "item")
        elif element.tag in ("p", "dt", "dd"):
            self.message(element, SubElement(into, "line" if element.tag == "dt" else "p"))
        elif element.tag == "table":
            self._table(element, SubElement(into, "table"))
        elif box := box_kind(element):
            self._box(element, SubElement(into, "box", kind=box))
        else:
            for child in element:
                self.write(child, into)

    def message(self, message: HtmlElement, into: Element) -> None:
        """Write a block of the walk: its words, and the parts in it."""
        self.line(message, into)
        for child in message:
            if child.tag in PARTS:
                self.write(child, into)

    def line(self, message: HtmlElement, into: Element) -> None:
        """Write the words of a block, without the parts in it."""
        copy = copy_of(message)
        source = copy if copy is not None and self.english else message
        if source.get("lang"):
            into.set("lang", source.get("lang"))
        if number := message.get(NUMBER):
            self._number(number, into)
        with self._in_latin(source.get("lang") is not None):
            self._words(source, into)

    def _number(self, number: str, into: Element) -> None:
        """Write the number of a block, which is the same on both sides."""
        if self.tokens is None:
            into.set("n", number)
            return
        verse = SubElement(into, "verse")
        for part, token in self.tokens.split(number, grey=True):
            SubElement(verse, "w", n=str(token)).text = part

    def _each(self, element: HtmlElement, into: Element, name: str) -> None:
        for number, child in enumerate(element, start=1):
            written = SubElement(into, name)
            if element.tag == "ol" and self.tokens is not None:
                text, token = self.tokens.whole(f"{number}.")
                SubElement(SubElement(written, "mark"), "w", n=str(token)).text = text
            self.message(child, written)

    def _table(self, table: HtmlElement, into: Element) -> None:
        for row in table.iter("tr"):
            line = SubElement(into, "row", head="yes" if row.getparent().tag == "thead" else "no")
            self._each(row, line, "cell")

    def _box(self, element: HtmlElement, into: Element) -> None:
        first, *rest = element
        named = first.tag == "summary" or "admonition-title" in classes(first)
        self.message(first, SubElement(into, "title" if named else "p"))
        for child in rest:
            self.write(child, into)

    def _words(self, source: HtmlElement, into: Element) -> None:
        """Write what is within a sentence, and nothing that is a part of its own."""
        self._text(source.text, into)
        for child in source:
            if child.tag not in PARTS and not is_copy(child):
                self._mark(child, into)
            if child.tag not in PARTS:
                self._text(child.tail, into)

    def _mark(self, element: HtmlElement, into: Element) -> None:
        marked = self._marked(element, into)
        if marked.tag == "blank":  # to write on; its words are for ears
            return
        if marked.tag == "number" and self.tokens is not None:
            text, number = self.tokens.whole(element.text_content())
            SubElement(marked, "w", n=str(number)).text = text
        else:
            with self._in_latin(marked.tag == "say"):
                self._words(element, marked)

    @contextmanager
    def _in_latin(self, begins: bool) -> Iterator[None]:
        """While English is written among words that run from right to left."""
        before, self._among_latin = self._among_latin, self._among_latin or begins
        yield
        self._among_latin = before

    def _marked(self, element: HtmlElement, into: Element) -> Element:
        """The place for the words of a mark: `into` itself where paper has no such mark."""
        if element.tag == "br":
            return SubElement(into, "br")
        if element.tag == "a" and WORD not in classes(element):
            address = self.address(element.get("href") or "")
            return SubElement(into, "a", href=address) if address else into
        if BLANK in classes(element):
            return SubElement(into, "blank")
        if name := MARKS.get(element.tag):
            return SubElement(into, name)
        if element.tag == "bdi" and element.get("dir") == "ltr":
            return SubElement(into, "number")
        if element.get("lang"):
            return SubElement(into, "say", lang=element.get("lang"))
        return into

    def _text(self, text: str | None, into: Element) -> None:
        """Write text, each word with its number where that is wanted."""
        text = BLANKS.sub(" ", text or "")
        if self.tokens is None:
            _add(into, text)
            return
        for part, number in self.tokens.split(text, among_latin=self._among_latin):
            SubElement(into, "w", n=str(number)).text = part


def _add(into: Element, text: str) -> None:
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text

