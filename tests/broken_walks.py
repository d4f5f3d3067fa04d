"""Five walks that are wrong on purpose. A law that catches none of them claims nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from markdown.extensions.toc import slugify

from scripts.blocks import Walk
from scripts.catalogues import Catalogue
from scripts.messages import Block


class FoldsEverything(Walk):
    """Takes no-break spaces, hard breaks and the blanks in code for plain blanks."""

    def find_blocks(self, element: Element, translatable: bool) -> Iterator[Block]:
        for block in super().find_blocks(element, translatable):
            text = " ".join(block.message.text.split())
            block.message = replace(block.message, text=text)
            yield block


class NamesHeadingsByTranslation(Walk):
    """Makes the ids of headings from what readers of each language see."""

    def run(self, root: Element) -> None:
        super().run(root)
        for heading in root.iter("h2"):
            heading.set("id", slugify(f"x {heading.text}".replace("\u27e6", "z"), "-"))


class ReturnsFuzzy(Catalogue):
    """Hands out translations that nobody has confirmed."""

    def get(self, context: str | None, text: str) -> str | None:
        entry = self.entries.get((context, text))
        return entry.text if entry else None


class DropsAtomicString(Walk):
    """Lets Markdown marks work in text where they are plain characters."""

    def find_blocks(self, element: Element, translatable: bool) -> Iterator[Block]:
        for block in super().find_blocks(element, translatable):
            block.cut = block.cut._replace(literal=False)
            yield block


class SkipsTails(Walk):
    """Looks at the text of elements only, and not at what follows a child."""

    def find_blocks(self, element: Element, translatable: bool) -> Iterator[Block]:
        return (b for b in super().find_blocks(element, translatable) if not b.tail)
