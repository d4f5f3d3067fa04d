"""A message, and the block of a page that holds it: what the walk hands to its visitors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from xml.etree.ElementTree import Element

from scripts import inline


def N_(words: str) -> str:  # noqa: N802 - the name that Babel extracts
    """`words`, marked for extraction as a message of the interface."""
    return words


DEFAULT_TITLES = frozenset({N_("Note"), N_("Tip"), N_("Warning"), N_("Danger")})
"""Titles that Python-Markdown gives admonitions without one: messages of the interface."""

BACK_TO_TEXT = N_("Back to the text")
"""The name of the link from a note back to its mark: a message of the interface."""


Key = tuple[str | None, str]
"""Context and English text: what tells one message from all others of a page."""


@dataclass(frozen=True)
class Message:
    """What a translator translates: Markdown source in which a newline is a hard break."""

    text: str
    context: str | None = None
    """Tells two meanings of the same words apart (gettext's msgctxt)."""
    comments: tuple[str, ...] = ()
    """What the page's author says to translators."""
    line: int = 0
    """The line of the file where the block begins, counted from 1."""
    interface: bool = False
    """Belongs to the interface, not to the page, as the title of an admonition without one does."""

    @property
    def key(self) -> Key:
        return self.context, self.text


class Language(Protocol):
    """What a language mark needs to know."""

    code: str
    direction: str


@dataclass
class Block:
    """A place in the tree that holds a message: the text of an element, or what follows a child."""

    message: Message
    cut: inline.Cut
    element: Element
    parent: Element
    tail: bool
    translatable: bool
    facts: str | None = None
    """What a comment says of the facts that it rests on."""

    def write(self, text: str, language: Language | None = None) -> None:
        """Put the message `text` in the block's place, marked as being in `language` if given."""
        if not self.cut.literal:
            text = inline.unfold(text)
        if language is None:
            self._set(self.cut.join(text))
        elif self.tail or len(self.element):
            self._write_in_span(text, language)
        else:
            mark_language(self.element, language)
            self._set(self.cut.join(text))

    def _write_in_span(self, text: str, language: Language) -> None:
        """Mark the text alone: a mark on a list item would reach the translated list inside it."""
        span = Element("span")
        mark_language(span, language)
        span.text = self.cut._replace(before="", attributes="", after="").join(text)
        span.tail = f"{self.cut.attributes}{self.cut.after}"
        if self.tail:
            self.parent.insert(list(self.parent).index(self.element) + 1, span)
        else:
            self.element.insert(0, span)
        self._set(self.cut.before)

    def _set(self, text: str) -> None:
        setattr(self.element, "tail" if self.tail else "text", text)


class Backlink(Block):
    """The link from a note back to its mark, whose name is read aloud."""

    def __init__(self, element: Element) -> None:
        message = Message(BACK_TO_TEXT, interface=True)
        nothing = inline.Cut("", "", "", "")
        super().__init__(message, nothing, element, element, tail=False, translatable=True)

    def write(self, text: str, language: Language | None = None) -> None:
        self.element.set("title", text)
        if language:
            mark_language(self.element, language)


def mark_language(element: Element, language: Language) -> None:
    """Say in which language and direction the words of an element are (WCAG 2.2, 3.1.2)."""
    element.set("lang", language.code)
    element.set("dir", language.direction)
