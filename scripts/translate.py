"""Translation: the visitor that puts a catalogue's translations into a page.

A block falls back to English, marked with its language, when its translation is missing, fuzzy or
not safe to show. Nothing else of the page changes.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.catalogues import Catalogue
from scripts.definitions import Definitions
from scripts.headings import block_ids
from scripts.interface import Interface
from scripts.messages import Block, Language, Message
from scripts.probe import Probes
from scripts.safety import Fault, find_faults, find_plain_faults
from scripts.side_by_side import english_of


@dataclass(frozen=True)
class Unsafe:
    """A translation that is not shown, and why."""

    message: Message
    line: int
    """The line of the catalogue."""
    faults: tuple[Fault, ...]


class Original:
    """The visitor for a page in the language that it is written in: nothing falls back."""

    fallbacks: tuple[Message, ...] = ()
    fallback_ids: frozenset[str] = frozenset()
    unsafe: tuple[Unsafe, ...] = ()
    strict = False

    def __init__(self, path: str, first_line: int, numbered: bool = False) -> None:
        self.path = path
        self.first_line = first_line
        self.numbered = numbered

    def begin(self, known: Definitions) -> None:
        """Nothing of what the page defines is needed to leave its text as it is."""

    def visit(self, block: Block) -> None:
        block.write(block.message.text)
        if self.numbered and block.number:
            block.show_number()


class Translation:
    """The visitor for a page in another language.

    With `beside`, blocks are numbered and the English stands beside each translation. After the
    walk, `fallbacks` has the messages shown in English, `fallback_ids` the ids of
    all blocks in English, and `unsafe` the translations that were not shown.
    """

    strict = False

    def __init__(
        self,
        path: str,
        first_line: int,
        catalogue: Catalogue,
        interface: Interface,
        probes: Probes,
        source: Language,
        beside: bool = False,
    ) -> None:
        self.path = path
        self.first_line = first_line
        self.catalogue = catalogue
        self.interface = interface
        self.probes = probes
        self.source = source
        self.beside = beside
        self.fallbacks: list[Message] = []
        self.fallback_ids: set[str] = set()
        self.unsafe: list[Unsafe] = []

    def begin(self, known: Definitions) -> None:
        """Prepare to probe translations with the page's own links and notes."""
        self.probe = self.probes.of(self.path, known)

    def visit(self, block: Block) -> None:
        self._write(block)
        if self.beside and block.number:
            block.show_number()

    def _write(self, block: Block) -> None:
        if not block.translatable:
            block.write(block.message.text, self.source)
            self.fallback_ids |= set(block_ids(block))
        elif block.message.interface:
            title = self.interface.gettext(block.message.text)
            block.write(str(title), title.language)
        elif (translation := self._translate(block)) is not None:
            self._show(block, translation)
        else:
            block.write(block.message.text, self.source)
            self.fallbacks.append(block.message)
            self.fallback_ids |= set(block_ids(block))

    def _show(self, block: Block, translation: str) -> None:
        english = english_of(block.message.text)
        if self.beside and translation != block.message.text:
            block.write_beside(translation, english, self.source)
        else:  # a name that is the same in both languages needs no copy
            block.write(translation)

    def _translate(self, block: Block) -> str | None:
        message = block.message
        translation = self.catalogue.get(message.context, message.text)
        if translation is None:
            return None
        glossary = self.catalogue.glossary
        faults = (
            find_plain_faults(message.text, translation, glossary)
            if block.cut.literal
            else find_faults(message.text, translation, self.probe, glossary)
        )
        if faults:
            line = self.catalogue.line(message.context, message.text)
            self.unsafe.append(Unsafe(message, line, tuple(faults)))
            return None
        return translation
