"""The text of right-to-left words in a PDF, once and in their order.

Typst (0.15) draws an Arabic word as pieces from left to right: letters, and their dots and marks
apart. Each piece carries the whole letter as its text, so that what is copied, searched or read
aloud has letters twice and in a wrong order; with a font such as Nastaliq nothing is left that can
be read. So the pieces stay as a picture, and each word stands over its picture a second time, in
a font without ink: what scanners do with the text that they have read.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pikepdf
from pikepdf import ContentStreamInstruction as Instruction
from pikepdf import Dictionary, Name, Operator, String

from scripts.leaflets.pieces import BEGIN, END, PageReader, Piece, colour_of
from scripts.leaflets.reading_order import GONE, Mark, mark_of, put_in_order
from scripts.leaflets.tokens import RIGHT_TO_LEFT, SPACE, Token, Tokens
from scripts.leaflets.unseen_font import ADVANCE, NAME, add_font, without_text

INVISIBLE = 3
"""Text rendering mode: neither filled nor stroked (ISO 32000-2, 9.3.6)."""
RLM = "\u200f"
"""Around numbers and signs: or a reader of PDF takes them for a part of Latin words beside them."""
NEARBY = 40
"""How many words away a blank may stand that shows where the line of a word is."""
GREY = 0.35
MARKS = BEGIN | {END}
ENDS = Instruction([], Operator(END))
ARTIFACT = Instruction([Name.Artifact], Operator("BMC"))
"""Begins what is no text (ISO 32000-2, 14.8.2.2)."""
INK = tuple(Instruction([shade] * 3, Operator("scn")) for shade in (0, GREY))
"""What sets the colour of text, and that of its numbers."""
PICTURE = "Picture"
"""How names of fonts end whose glyphs are a picture here."""


@dataclass
class Word:
    """Where a token stands on its page: in points, from the left and from below."""

    left: float = float("inf")
    right: float = float("-inf")
    size: float = 0.0
    baselines: list[float] = field(default_factory=list)
    mcids: list[int] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        self.left, self.right = min(self.left, piece.left), max(self.right, piece.right)
        self.size = max(self.size, piece.size)
        self.baselines.append(piece.baseline)
        self.mcids.append(piece.mcid)

    @property
    def height(self) -> float:
        return sum(self.baselines) / len(self.baselines)


def add_text_layer(pdf: bytes, tokens: Tokens) -> bytes:
    """The same leaflet, with the text of every token once and in its order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        unseen = add_font(document)
        numbers: dict[Mark, int] = {}
        for page in document.pages:
            numbers |= _PageOfWords(document, page, tokens, unseen).rewrite()
        put_in_order(document, numbers)
        out = io.BytesIO()
        document.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
        return out.getvalue()


class _PageOfWords:
    """One page while its words are written over their pictures."""

    def __init__(
        self, document: pikepdf.Pdf, page: pikepdf.Page, tokens: Tokens, unseen: pikepdf.Object
    ) -> None:
        self.document, self.page, self.tokens, self.unseen = document, page, tokens, unseen
        self.words: dict[int, Word] = {}
        self.blanks: dict[int, float] = {}
        self.numbers: dict[Mark, int] = {}

    def rewrite(self) -> dict[Mark, int]:
        """Rewrite the page; returns the number of each marked piece of it that is a token's."""
        reader = PageReader(self.page)
        pieces = reader.read()
        for piece in pieces:
            if piece.colour and piece.mcid is not None:
                self._note(piece)
        if not self.words:
            return {}
        drawn = [each for piece in pieces for each in self._draw(piece)]
        written = [each for number in sorted(self.words) for each in self._write(number)]
        self.page.Contents = self.document.make_stream(
            pikepdf.unparse_content_stream([*drawn, *written])
        )
        self._add_fonts(reader.codes)
        return self.numbers

    def _note(self, piece: Piece) -> None:
        mark = mark_of(self.page.obj, piece.mcid)
        self.numbers[mark] = GONE
        if piece.colour >= SPACE:
            self.blanks[piece.colour - SPACE] = piece.baseline
            return
        word = self.words.setdefault(piece.colour, Word())
        word.add(piece)
        if len(word.mcids) == 1:
            self.numbers[mark] = piece.colour

    def _draw(self, piece: Piece) -> Iterator[Instruction]:
        """A piece as it was or, where it is one of a token, as a picture without text."""
        if piece.marks is None:
            yield from (instruction for _, instruction in piece.instructions)
        elif not any(piece.colours):
            yield Instruction(piece.marks, Operator("BDC" if len(piece.marks) > 1 else "BMC"))
            yield from (instruction for _, instruction in piece.instructions)
            yield ENDS
        elif min(piece.colours) < SPACE:  # a blank draws nothing
            yield ARTIFACT
            yield from self._as_picture(piece)
            yield ENDS

    def _as_picture(self, piece: Piece) -> Iterator[Instruction]:
        """What draws a token, in the ink of text and with a font that says nothing."""
        for operator, instruction in piece.instructions:
            if operator == "scn" and (number := colour_of(instruction.operands) % SPACE):
                yield INK[self.tokens[number].grey]
            elif operator == "Tf":
                name, size = instruction.operands
                yield Instruction([Name(str(name) + PICTURE), size], instruction.operator)
            elif operator not in MARKS:
                yield instruction

    def _write(self, number: int) -> Iterator[Instruction]:
        """A word over its picture."""
        word, token = self.words[number], self.tokens[number]
        text, letters = _in_order_of_ink(token)
        width = max(word.right - word.left, 1.0)
        stretch = width / (letters * ADVANCE * word.size) * 100
        left = word.left - (width / letters if text[0] == " " else 0)
        yield Instruction([Name.Span, Dictionary(MCID=word.mcids[0])], Operator("BDC"))
        for operands, operator in (
            ([], "BT"),
            ([INVISIBLE], "Tr"),
            ([NAME, word.size], "Tf"),
            ([stretch], "Tz"),
            ([1, 0, 0, 1, left, self._baseline(number)], "Tm"),
            ([String(text.encode("utf-16-be"))], "Tj"),
            ([], "ET"),
        ):
            yield Instruction(operands, Operator(operator))
        yield ENDS

    def _baseline(self, number: int) -> float:
        """The line on which a word stands: that of a blank nearby, since letters of Nastaliq hang
        at many heights and blanks do not."""
        word = self.words[number]
        middle = word.height
        close = range(number - NEARBY, number + NEARBY + 1)
        heights = [self.blanks[other] for other in close if other in self.blanks]
        near = [height for height in heights if abs(height - middle) < word.size]
        return min(near or word.baselines, key=lambda height: abs(height - middle))

    def _add_fonts(self, shown: Mapping[str, set[int]]) -> None:
        fonts = self.page.Resources.Font
        for name, codes in shown.items():
            fonts[name + PICTURE] = without_text(fonts[name], sorted(codes), self.document)
        fonts[str(NAME)] = self.unseen


def _in_order_of_ink(token: Token) -> tuple[str, int]:
    """The letters of a token from left to right, with its blank; and how many stand in its box."""
    if RIGHT_TO_LEFT.match(token.text):
        return (token.text + " " * token.blank)[::-1], len(token.text)
    if token.among_latin or token.text[0].isalpha():
        return token.text + " " * token.blank, len(token.text)
    text = RLM + token.text + RLM
    return " " * token.blank + text, len(text)
