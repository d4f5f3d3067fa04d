"""The English beside a translation, as a reader meets it in HTML."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tests.html import BLANKS, BLOCKS

COPY = "beside"
NUMBER = "data-n"
OF_NOTES = ("footnote-ref", "footnote-backref")
"""Classes of marks of notes, which stand once."""


def is_copy(element: etree._Element) -> bool:
    return element.get("class") == COPY


def copies(root: etree._Element) -> dict[str, str]:
    """The words of each copy by its number."""
    return {e.get(NUMBER): own_words(e) for e in root.iter() if is_copy(e)}


def blocks(root: etree._Element) -> dict[str, etree._Element]:
    """Each numbered block that is no copy, by its number."""
    return {e.get(NUMBER): e for e in root.iter() if e.get(NUMBER) and not is_copy(e)}


def own_words(element: etree._Element) -> str:
    """The words of a block: up to the first block inside it, without its copy and its notes."""
    return BLANKS.sub(" ", "".join(_words(element))).strip()


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in BLOCKS:
            return
        if not is_copy(child) and child.get("class") not in OF_NOTES:
            yield from _words(child)
        yield child.tail or ""


def is_english(element: etree._Element) -> bool:
    """Whether a block is marked as English, or as not to be translated."""
    around = (element, *element.iterancestors())
    alone = len(element) and not element.text and element[0].get("class") != "latin"
    span = element[0] if alone else element
    return any(e.get("translate") == "no" for e in around) or "en" in (
        element.get("lang"), span.get("lang"),
    )  # fmt: skip


def without_copies(root: etree._Element) -> etree._Element:
    """The page as it would be without copies and numbers."""
    for element in list(root.iter()):
        element.attrib.pop(NUMBER, None)
        if is_copy(element):
            tail, before = element.tail or "", element.getprevious()
            if before is None:
                element.getparent().text = (element.getparent().text or "").rstrip(" ") + tail
            else:
                before.tail = (before.tail or "").rstrip(" ") + tail
            element.getparent().remove(element)
    return root
