"""Reads a PDF as a screen reader does: by its tags, and the text that each of them holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf

HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
CHARS = re.compile(rb"beginbfchar\s(.*?)endbfchar", re.S)
RANGES = re.compile(rb"beginbfrange\s(.*?)endbfrange", re.S)
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
MARKS = re.compile("[\\s\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Blanks and marks of direction, which say nothing by themselves."""


def bare(text: str) -> str:
    """A text without blanks and marks of direction."""
    return MARKS.sub("", text)


@dataclass
class Tag:
    """A tag with what it holds, in the order in which it is read."""

    name: str
    holds: list[Tag | str] = field(default_factory=list)
    language: str | None = None
    entry: Any = field(default=None, repr=False)

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.holds)

    def all(self, *names: str) -> list[Tag]:
        """Every tag of these names in it, in order."""
        inner = [each for each in self.holds if isinstance(each, Tag)]
        return [tag for each in inner for tag in ([each] * (each.name in names) + each.all(*names))]


class Paper:
    """An open PDF."""

    def __init__(self, path: Path) -> None:
        self.pdf = pikepdf.open(path)
        self.pieces = {
            (page.objgen, mcid): text
            for page in self.pdf.pages
            for mcid, text in _marked(page).items()
        }

    @cached_property
    def tags(self) -> Tag:
        """The whole document."""
        return self._tag(self.pdf.Root.StructTreeRoot.K)

    def _tag(self, entry: Any, page: Any = None) -> Tag:
        if isinstance(entry, pikepdf.Array):
            entry = entry[0]
        page = entry.get("/Pg", page)
        language = str(entry.Lang) if "/Lang" in entry else None
        tag = Tag(str(entry.S).lstrip("/"), language=language, entry=entry)
        kids = entry.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            tag.holds += self._kid(kid, page)
        return tag

    def _kid(self, kid: Any, page: Any) -> Iterator[Tag | str]:
        if isinstance(kid, int):
            yield self.pieces.pop((page.objgen, kid))
        elif kid.get("/Type") == "/MCR":
            yield self.pieces.pop((kid.get("/Pg", page).objgen, int(kid.MCID)))
        elif kid.get("/Type") != "/OBJR":
            yield self._tag(kid, page)


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked piece of a page by its number."""
    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    letters, open_marks = {}, []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                open_marks.append(operands[1] if len(operands) > 1 else None)
                if (number := _number(open_marks)) is not None:
                    found.setdefault(number, "")
                    found[number] += _instead(open_marks[-1:])
            case "EMC":
                open_marks.pop()
            case "Tf":
                letters = fonts[str(operands[0])]
            case "Tj" | "TJ":
                number = _number(open_marks)
                if number is not None and not _instead(open_marks):
                    found[number] += _read(operands[0], letters)
    return found


def _instead(marks: list[Any]) -> str:
    """What marks say in place of their letters (ISO 32000-2, 14.9.4)."""
    said = [str(each.ActualText) for each in marks if each is not None and "/ActualText" in each]
    return "".join(said)


def _number(marks: list[Any]) -> int | None:
    numbers = [int(each.MCID) for each in marks if each is not None and "/MCID" in each]
    return numbers[-1] if numbers else None


def _read(shown: Any, letters: dict[int, str]) -> str:
    parts = [shown] if isinstance(shown, pikepdf.String) else list(shown)
    codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    pairs = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
    text = "".join(letters[code] for code in pairs)
    if RIGHT_TO_LEFT.search(text):  # ink goes from left to right
        return text[::-1]
    return f"{text[1:]} " if text.startswith(" \u200f") else text


def _letters(font: Any) -> dict[int, str]:
    """What each code of a font says (ISO 32000-2, 9.10.3)."""
    cmap = font.ToUnicode.read_bytes()
    found: dict[int, str] = {}
    for block in CHARS.findall(cmap):
        values = HEX.findall(block)
        for code, text in zip(values[::2], values[1::2], strict=True):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in RANGES.findall(cmap):
        values = [int(value, 16) for value in HEX.findall(block)]
        for first, last, text in zip(values[::3], values[1::3], values[2::3], strict=True):
            found |= {code: chr(text + code - first) for code in range(first, last + 1)}
    return found


def sizes(path: Path) -> Iterator[float]:
    """The size of each text of a PDF, in points, however often it occurs."""
    for page in pikepdf.open(path).pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                yield float(operands[1])
