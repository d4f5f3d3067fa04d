"""`{{ language.english }}` in a page: what a worker calls the reader's language, who books an
interpreter for it.

The name is English in every edition, so that the translation and its English say the same. Readers
of the English edition may speak any language: there it is a blank to write on.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from scripts.inline import LANGUAGE

BLANK = "blank"
"""The class of the blank."""

UNWRITTEN = "my language"
"""What is heard where nobody wrote on the blank: "an interpreter who speaks my language"."""


class NameProcessor(InlineProcessor):
    """Turns the placeholder into the name `name` of the language; into the blank if it is empty."""

    def __init__(self, md: Markdown, name: str) -> None:
        super().__init__(LANGUAGE.pattern, md)
        self.name = name

    def handleMatch(self, m, data):  # noqa: N802 - Python-Markdown's name
        return make_name(self.name), m.start(0), m.end(0)


def make_name(name: str) -> Element:
    """The name as English words that keep their order in every script; the blank if it is empty."""
    if not name:
        blank = Element("span", {"class": BLANK, "translate": "no"})
        blank.text = AtomicString(UNWRITTEN)
        return blank
    element = Element("bdi", {"lang": "en", "dir": "ltr"})
    element.text = AtomicString(name)
    return element
