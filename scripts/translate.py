"""Translation: the visitor that puts a catalogue's translations into a page.

A block falls back to English, marked with its language, when its translation is missing, fuzzy or
not safe to show. Nothing else of the page changes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from scripts.blocks import N_, NOTE_BACKLINK, Block, Language, Message
from scripts.catalogues import Catalogue
from scripts.headings import block_ids
from scripts.interface import Interface, Text
from scripts.safety import Fault, Probe, find_faults, find_plain_faults

BACKLINK = N_("Back to the text")
BACKLINK_PRIORITY = 29
"""After notes are placed in the tree (50)."""


class Original:
    """The visitor for a page in the language that it is written in."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line

    def visit(self, block: Block) -> None:
        block.write(block.message.text)


@dataclass(frozen=True)
class Unsafe:
    """A translation that is not shown, and why."""

    message: Message
    line: int
    """The line of the catalogue."""
    faults: tuple[Fault, ...]


class Translation:
    """The visitor for a page in another language.

    After the walk, `fallbacks` has the messages shown in English, `fallback_ids` the ids of the
    headings among them, and `unsafe` the translations that were not shown.
    """

    def __init__(
        self,
        path: str,
        first_line: int,
        catalogue: Catalogue,
        interface: Interface,
        probe: Probe,
        source: Language,
    ) -> None:
        self.path = path
        self.first_line = first_line
        self.catalogue = catalogue
        self.interface = interface
        self.probe = probe
        self.source = source
        self.fallbacks: list[Message] = []
        self.fallback_ids: set[str] = set()
        self.unsafe: list[Unsafe] = []

    def visit(self, block: Block) -> None:
        if not block.translatable:
            block.write(block.message.text, self.source)
        elif block.message.interface:
            title = self.interface.gettext(block.message.text)
            block.write(str(title), title.language)
        elif (translation := self._translate(block)) is not None:
            block.write(translation)
        else:
            block.write(block.message.text, self.source)
            self.fallbacks.append(block.message)
            self.fallback_ids |= set(block_ids(block))

    def _translate(self, block: Block) -> str | None:
        message = block.message
        translation = self.catalogue.get(message.context, message.text)
        if translation is None:
            return None
        faults = (
            find_plain_faults(message.text, translation)
            if block.cut.literal
            else find_faults(message.text, translation, self.probe)
        )
        if faults:
            line = self.catalogue.line(message.context, message.text)
            self.unsafe.append(Unsafe(message, line, tuple(faults)))
            return None
        return translation


class BacklinkWords(Treeprocessor):
    """Names the links from notes back to the text, in the reader's language."""

    def __init__(self, md: Markdown, words: Callable[[str], Text]) -> None:
        super().__init__(md)
        self.words = words

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if link.get("class") == NOTE_BACKLINK:
                title = self.words(BACKLINK)
                link.set("title", str(title))
                if title.language:
                    link.set("lang", title.language.code)
                    link.set("dir", title.language.direction)


class WordsExtension(Extension):
    """Registers the interface's words that stand inside pages."""

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self.interface = interface

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(
            BacklinkWords(md, self.interface.gettext), "alongside-words", BACKLINK_PRIORITY
        )
