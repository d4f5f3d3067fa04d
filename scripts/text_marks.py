"""Marks in the text of a finished page: the walk over its texts that every kind of mark shares."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

Found = list[tuple[re.Match, Element]]
"""What is marked in a text, in order, each with the element that takes its place."""


class TextMarks(Treeprocessor):
    """Puts elements into the place of what a kind of mark finds, text by text in the order of the
    page."""

    def may_be_marked(self, element: Element) -> bool:
        """Whether marks may stand in an element and in those inside it."""
        raise NotImplementedError

    def find_marks(self, text: str) -> Found:
        """What is to be marked in a text."""
        raise NotImplementedError

    def mark(self, element: Element) -> None:
        """Mark an element: its text, and what is inside and behind each of its children."""
        if not self.may_be_marked(element):
            return
        children = list(element)
        element.text = self._mark_text(element.text, element, 0)
        for child in children:
            self.mark(child)
            place = list(element).index(child) + 1
            child.tail = self._mark_text(child.tail, element, place)

    def _mark_text(self, text: str | None, parent: Element, place: int) -> str | None:
        """Put the marks of a text into `parent` at `place`; returns what stands before the first
        of them."""
        found = self.find_marks(text or "")
        end = len(text or "")
        for match, mark in reversed(found):
            mark.tail = text[match.end() : end]
            parent.insert(place, mark)
            end = match.start()
        return text[:end] if found else text
