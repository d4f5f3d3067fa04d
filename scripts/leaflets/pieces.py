"""The pieces that Typst draws on a page of a PDF: their colours, their places, their marks."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf
from pikepdf import ContentStreamInstruction

Matrix = tuple[float, ...]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
BEGIN = frozenset({"BDC", "BMC"})
END = "EMC"
SHOW = frozenset({"Tj", "TJ"})
FOLLOWED = frozenset({"q", "Q", "cm", "scn", "Tf", "Tm", *SHOW})
"""Operators that say where text stands, and in which colour."""
BYTES_OF_A_CODE = 2
"""Typst's fonts are Identity-H: two bytes for each glyph (ISO 32000-2, 9.7.5.2)."""

Step = tuple[str, ContentStreamInstruction]
"""An instruction with the name of its operator, which is slow to ask for."""


@dataclass
class Piece:
    """What stands between two marks on a page, or one instruction outside of any."""

    marks: list[Any] | None
    """What the mark says, its MCID among it; None outside of marks."""
    instructions: list[Step] = field(default_factory=list)
    colour: int = 0
    """The colour of its last text."""
    colours: set[int] = field(default_factory=set)
    left: float = float("inf")
    right: float = float("-inf")
    baseline: float = 0.0
    size: float = 0.0

    @cached_property
    def mcid(self) -> int | None:
        """The number by which the tags of the document name the piece."""
        says = self.marks[1] if self.marks and len(self.marks) > 1 else None
        if not isinstance(says, pikepdf.Dictionary) or "/MCID" not in says:
            return None
        return int(says.MCID)


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does one after the other (ISO 32000-2, 8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a*p + b*r, a*q + b*s, c*p + d*r, c*q + d*s, e*p + f*r + t, e*q + f*s + u)  # fmt: skip


class PageReader:
    """Follows the instructions of a page as far as it must to know where text stands."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.page = page
        fonts = page.Resources.get("/Font", {})
        self.widths = {name: widths_of(font) for name, font in fonts.items()}
        self.matrix = self.text_matrix = UNIT
        self.font, self.size, self.colour = "", 0.0, 0
        self.saved: list[tuple] = []
        self.codes: dict[str, set[int]] = {name: set() for name in fonts}
        """The codes that are shown of each font."""

    def read(self) -> list[Piece]:
        """All that is drawn on the page, piece by piece in its order."""
        pieces: list[Piece] = []
        depth = 0
        for instruction in pikepdf.parse_content_stream(self.page):
            operator = str(instruction.operator)
            if operator in BEGIN:
                depth += 1
                if depth == 1:
                    pieces.append(Piece(list(instruction.operands)))
                    continue
            if operator == END:
                depth -= 1
                if depth == 0:
                    continue
            if depth == 0:
                pieces.append(Piece(None))
            pieces[-1].instructions.append((operator, instruction))
            if operator in FOLLOWED:
                self._follow(operator, instruction.operands, pieces[-1])
        return pieces

    def _follow(self, operator: str, operands: Any, piece: Piece) -> None:
        if operator == "q":
            self.saved.append((self.matrix, self.font, self.size, self.colour))
        elif operator == "Q":
            self.matrix, self.font, self.size, self.colour = self.saved.pop()
        elif operator == "cm":
            self.matrix = times(tuple(map(float, operands)), self.matrix)
        elif operator == "scn":
            self.colour = colour_of(operands)
        elif operator == "Tf":
            self.font, self.size = str(operands[0]), float(operands[1])
        elif operator == "Tm":
            self.text_matrix = tuple(map(float, operands))
        else:
            self._show(operands[0], piece)

    def _show(self, shown: Any, piece: Piece) -> None:
        """Let a piece know where its text stands."""
        a, _, _, d, e, f = times(self.text_matrix, self.matrix)
        widths, width = self.widths[self.font]
        x = 0.0
        for each in [shown] if isinstance(shown, pikepdf.String) else list(shown):
            if not isinstance(each, pikepdf.String):
                x -= float(each) / 1000 * self.size
                continue
            codes = bytes(each)
            for at in range(0, len(codes), BYTES_OF_A_CODE):
                code = int.from_bytes(codes[at : at + BYTES_OF_A_CODE], "big")
                self.codes[self.font].add(code)
                after = x + widths.get(code, width) / 1000 * self.size
                piece.left = min(piece.left, e + a * x, e + a * after)
                piece.right = max(piece.right, e + a * x, e + a * after)
                x = after
        piece.colour, piece.baseline, piece.size = self.colour, f, self.size * abs(d)
        piece.colours.add(self.colour)


def colour_of(operands: Any) -> int:
    """A colour as one number of 24 bits; 0 for black, and for all that is not red, green, blue."""
    if len(operands) != 3:
        return 0
    red, green, blue = (round(float(each) * 255) for each in operands)
    return red << 16 | green << 8 | blue


def widths_of(font: pikepdf.Object) -> tuple[dict[int, float], float]:
    """The width of each glyph by its code, in thousandths of the size, and that of all others
    (ISO 32000-2, 9.7.4.3)."""
    descendant = font.DescendantFonts[0]
    found: dict[int, float] = {}
    entries = iter(descendant.get("/W", []))
    for first in entries:
        second = next(entries)
        if isinstance(second, pikepdf.Array):
            found.update((int(first) + at, float(width)) for at, width in enumerate(second))
        else:
            width = float(next(entries))
            found.update((code, width) for code in range(int(first), int(second) + 1))
    return found, float(descendant.get("/DW", 1000))
