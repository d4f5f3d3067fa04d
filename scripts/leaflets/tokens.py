"""Words of text, numbered, so that they can be told apart in the finished PDF.

Typst draws the letters of an Arabic script from left to right, and the dots of a letter apart from
it; a letter of Bengali or Gurmukhi may be drawn in two pieces. What reads a PDF aloud or copies
from it would find letters twice or in the wrong order. Each word is therefore drawn in a colour of
its own, which `text_layer` finds again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

JOINED = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08ff"
)
"""Letters of Arabic scripts and their marks (The Unicode Standard, 9.2)."""
JOINERS = "\u200c\u200d"
"""Zero-width joiner and non-joiner, which shape the letters beside them."""
INDIC = "\u0900-\u0963\u0966-\u0dff"
"""Letters, marks and digits of the scripts of India and Bangladesh, without the dandas."""
DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"

TOKEN = re.compile(
    rf"[{JOINED}][{JOINED}{JOINERS}]*|[{INDIC}][{INDIC}{JOINERS}]*|[{DIGITS}]+"
    r"|[A-Za-z\u00c0-\u024f]+|\S"
)
"""What has one direction wherever it stands: a word, a number, or one other sign."""

PLAIN_FONTS = frozenset(
    {
        "Noto Sans",
        "Noto Sans Devanagari",
        "Noto Sans Ethiopic",
        "Noto Sans Gujarati",
        "Noto Sans Tamil",
    }
)
"""Fonts whose text comes whole out of a PDF of Typst, as two readers of PDF read it."""


def needs_tokens(family: str) -> bool:
    """Whether the words of a leaflet in a font must be told apart."""
    return family not in PLAIN_FONTS
RIGHT_TO_LEFT = re.compile(rf"[{JOINED}\u0590-\u05ff]")

SPACE = 1 << 23
"""What is added to the number of a token for the blank after it. Colours have 24 bits."""


class Token(NamedTuple):
    """A word of a leaflet."""

    text: str
    blank: bool = False
    """Whether a blank follows it."""
    grey: bool = False
    """Whether it is printed in grey."""
    among_latin: bool = False
    """Whether it stands in a run of words that goes from left to right."""


class Part(NamedTuple):
    """A stretch of text with the number of its colour."""

    text: str
    number: int


class Tokens:
    """The tokens of a leaflet in their order; the number of the first is 1."""

    def __init__(self, right_to_left: bool) -> None:
        self.right_to_left = right_to_left
        self.all: list[Token] = []

    def __getitem__(self, number: int) -> Token:
        return self.all[number - 1]

    def split(self, text: str, grey: bool = False, among_latin: bool = False) -> Iterator[Part]:
        """The parts of a text, its blanks among them. A blank belongs to the token before it."""
        if text[:1].isspace() and self.all:
            yield self._blank(text[: len(text) - len(text.lstrip())])
        for match in TOKEN.finditer(text):
            self.all.append(Token(match[0], False, grey, among_latin or not self.right_to_left))
            yield Part(match[0], len(self.all))
            after = text[match.end() :]
            if after[:1].isspace():
                yield self._blank(after[: len(after) - len(after.lstrip())])

    def whole(self, text: str) -> Part:
        """A text that stays together and runs from left to right, such as a telephone number."""
        self.all.append(Token(text, among_latin=not self.right_to_left))
        return Part(text, len(self.all))

    def _blank(self, text: str) -> Part:
        self.all[-1] = self.all[-1]._replace(blank=True)
        return Part(text, len(self.all) + SPACE)
