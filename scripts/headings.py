"""The ids of headings: made from the English in every language, so that every link works in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.extensions.toc import slugify, unique

from scripts import inline
from scripts.plain import LINK
from scripts.problems import Refusal

if TYPE_CHECKING:
    from scripts.messages import Block

RESERVED = frozenset(
    "main menu shell-contents shell-crumbs shell-languages shell-menu shell-onward "
    "shell-sources shell-table shell-words".split()
)
"""Ids that the page's template uses."""

OURS = "shell-"
"""How other ids that the template makes begin."""

HEADING = re.compile(r"h[1-6]")


def set_heading_ids(root: Element, blocks: Iterable[Block]) -> None:
    """Give each heading without an id one, unique on the page.

    An id of an attribute list is set later, and `toc` keeps an id that is already there.
    """
    blocks = list(blocks)
    used = {*RESERVED} | {element.get("id") for element in root.iter() if element.get("id")}
    used |= {value for block in blocks for value in listed_ids(block.message.text)}
    used |= {value for block in blocks for value in listed_ids(block.cut.attributes)}
    for block in blocks:
        if is_heading(block) and not block_ids(block):
            block.element.set("id", unique(slug(block.message.text), used))


def refuse_heading(block: Block, root: Element) -> Iterator[Refusal]:
    """A title of the page where the template cannot find it, or an id that is taken."""
    if block.element.tag == "h1" and not block.tail and block.element not in list(root):
        yield Refusal(
            "The heading with one # stands inside another block.",
            "The page would begin in the wrong place.",
            "Take it out of the list, box or quotation, or give it two ##.",
        )
    for name in {*block_ids(block), *listed_ids(block.message.text)}:
        if name not in RESERVED and not name.startswith(OURS):
            continue
        yield Refusal(
            f"The id {name} is taken by the template of the page.",
            "A link would lead to the wrong place.",
            "Choose another.",
        )


def is_heading(block: Block) -> bool:
    return not block.tail and bool(HEADING.fullmatch(block.element.tag))


def block_ids(block: Block) -> list[str]:
    """The ids of the block's element: its own, and those of its attribute list."""
    own = block.element.get("id")
    return [*([own] if own else []), *listed_ids(block.cut.attributes)]


def listed_ids(text: str) -> list[str]:
    """The ids in the attribute lists of a text."""
    return [value for name, value in inline.read_attributes(text) if name == "id" and value]


def slug(message: str) -> str:
    """The words of a heading without addresses, notes, contacts and marks, as an id."""
    text = inline.NOTE.sub("", LINK.sub(r"\g<words>", message))
    text = inline.ANY_ATTRIBUTES.sub("", inline.PLACEHOLDER.sub("", text))
    return slugify(text.replace("_", " "), "-")
