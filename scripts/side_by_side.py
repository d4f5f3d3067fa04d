"""The English beside a translation: a copy of each block that stands right after its translation.

It goes into the tree before inline parsing, inside the element that holds the translation, so that
its own marks, links and contacts are read as any other text. Two elements were rejected: a second
page beside the first, which a telephone has no room for, and a copy made from the finished HTML,
whose ids and notes would stand twice.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from scripts import inline
from scripts.headings import HEADING

BESIDE = "beside"
"""The class of the copies."""

NUMBER = "data-n"
"""The attribute with a block's number, which is the same in every language."""

PRIORITY = 7
"""After attribute lists (`attr_list`, 8), and before the words of headings are read (`toc`, 5)."""


def english_of(text: str) -> str:
    """A message without its marks of notes: a note has one mark, and stands in both languages."""
    return inline.outside_code(text, lambda prose: inline.NOTE.sub("", prose)).rstrip(inline.BLANK)


def is_copy(element: Element) -> bool:
    return element.get("class") == BESIDE


class Tidy(Treeprocessor):
    """Puts the copy of a heading under it, where no list of contents reads it, and takes ids out
    of all copies, since the translation has them."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            if is_copy(parent):
                for element in parent.iter():
                    element.attrib.pop("id", None)
            for heading in list(parent):
                if HEADING.fullmatch(str(heading.tag)) and len(heading) and is_copy(heading[-1]):
                    _put_under(heading, parent)


def _put_under(heading: Element, parent: Element) -> None:
    """Make the copy at the end of a heading a paragraph after it."""
    copy = heading[-1]
    heading.remove(copy)
    if len(heading):
        heading[-1].tail = (heading[-1].tail or "").rstrip(inline.BLANK)
    else:
        heading.text = (heading.text or "").rstrip(inline.BLANK)
    copy.tag = "p"
    copy.tail, heading.tail = heading.tail, "\n"
    parent.insert(list(parent).index(heading) + 1, copy)
