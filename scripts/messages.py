"""A message, and the block of a page that holds it: what the walk hands to its visitors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from xml.etree.ElementTree import Element

from scripts import inline
from scripts.side_by_side import BESIDE, NUMBER


def N_(words: str) -> str:  # noqa: N802 - the name that Babel extracts
    """`words`, marked for extraction as a message of the interface."""
    return words


DEFAULT_TITLES = frozenset({N_("Note"), N_("Tip"), N_("Warning"), N_("Danger")})
"""Titles that Python-Markdown gives admonitions without one: messages of the interface."""

BACK_TO_TEXT = N_("Back to the text")
"""The name of the link from a note back to its mark: a message of the interface."""

NOTE_BACKLINK = "footnote-backref"
"""The class of that link."""

LABELS = {"enlarge": N_("Show this card large"), "close": N_("Close")}
"""Words of links that a page is given, by the class of the link: messages of the interface."""

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
    typed: bool = False
    """Is what people type to find a page, which nobody translates word for word."""

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
    number: int = 0
    """Its place among the blocks of the page, from 1: the same in every language."""

    def write(self, text: str, language: Language | None = None) -> None:
        """Put the message `text` in the block's place, marked as being in `language` if given."""
        if language is None:
            self._set(self.cut.join(self._source(text)))
        elif self.tail or len(self.element):
            self._set(self.cut.before)
            self._insert_span(text, language)
        else:
            mark_language(self.element, language)
            self._set(self.cut.join(self._source(text)))

    def write_beside(self, translation: str, english: str, language: Language) -> None:
        """Put a translation in the block's place and after it, in `language`, what it says."""
        # The blank parts the two where no style sheet does.
        self._set(self.cut._replace(attributes=" ", after="").join(self._source(translation)))
        span = self._insert_span(english, language)
        for name, value in {"class": BESIDE, "translate": "no", NUMBER: str(self.number)}.items():
            span.set(name, value)

    def show_number(self) -> None:
        """Put its number at the block; what follows a child has no element of its own for it."""
        if not self.tail:
            self.element.set(NUMBER, str(self.number))

    def _source(self, text: str) -> str:
        return text if self.cut.literal else inline.unfold(text)

    def _insert_span(self, text: str, language: Language) -> Element:
        """Mark the text alone: a mark on a list item would reach the translated list inside it."""
        span = Element("span")
        mark_language(span, language)
        alone = self.cut._replace(before="", attributes="", after="")
        span.text = alone.join(self._source(text))
        span.tail = f"{self.cut.attributes}{self.cut.after}"
        if self.tail:
            self.parent.insert(list(self.parent).index(self.element) + 1, span)
        else:
            self.element.insert(0, span)
        return span

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


class Label(Block):
    """A link that a page is given, with words of the interface."""

    def __init__(self, element: Element) -> None:
        message = Message(element.text, interface=True)
        cut = inline.cut(element.tag, element.text)
        super().__init__(message, cut, element, element, tail=False, translatable=True)


def given_block(element: Element) -> Block | None:
    """The block of a link that a page is given, or None for what its author wrote."""
    kind = element.get("class")
    if kind == NOTE_BACKLINK:
        return Backlink(element)
    if kind in LABELS and element.text == LABELS[kind]:
        return Label(element)
    return None


def mark_language(element: Element, language: Language) -> None:
    """Say in which language and direction the words of an element are (WCAG 2.2, 3.1.2)."""
    element.set("lang", language.code)
    element.set("dir", language.direction)
