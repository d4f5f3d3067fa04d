"""Cards that a reader shows to a worker: each gets a link that makes it fill the screen, and one
back to where it was.

The links are made here, since every card of a page would have the same two messages otherwise; the
style sheet does the rest with `:target`, without a script and from a disk too.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from scripts.messages import LABELS

CARD = "card"
"""The class of a card, which has an id and whose first paragraph has its words."""

PRIORITY = 40
"""Before the walk (30), which finds the words of the links."""


class Cards(Treeprocessor):
    """Puts the links at the end of each card."""

    def run(self, root: Element) -> None:
        for card in list(root.iter("div")):
            words = card.find("p")
            if card.get("class") == CARD and card.get("id") and words is not None:
                _add_links(card, words)


def _add_links(card: Element, words: Element) -> None:
    name = card.get("id")
    large, own = f"{name}-large", f"{name}-words"
    words.set("id", own)
    links = SubElement(card, "p")
    # The words of the card tell its link from those of other cards for those who only hear them.
    _add_link(links, "enlarge", name, {"id": large, "aria-labelledby": f"{large} {own}"})
    _add_link(links, "close", large, {})


def _add_link(links: Element, kind: str, to: str, attributes: dict[str, str]) -> None:
    link = SubElement(links, "a", {"class": kind, "href": f"#{to}", **attributes})
    link.text, link.tail = LABELS[kind], " "


class CardsExtension(Extension):
    """Registers it in a Markdown instance."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(Cards(md), "alongside-cards", PRIORITY)
