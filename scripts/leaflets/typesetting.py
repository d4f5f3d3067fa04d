"""From the content of a leaflet to its PDF, in a size of text in which it is short enough."""

from __future__ import annotations

import io
import json
import re
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from xml.etree.ElementTree import tostring

import pikepdf
import typst

from scripts.leaflets.composition import Leaflet
from scripts.leaflets.text_layer import add_text_layer

STANDARD = "ua-1"
"""PDF/UA-1 (ISO 14289-1). Typst then refuses a character without a glyph."""
SIZES = (12.0, 11.0, 10.0, 9.0, 8.5, 8.0)
"""Sizes of text in points, from the best to the smallest."""
LARGE = 18.0
"""Large print: what RNIB and councils mean by it begins at 16 points."""
REVIEWED = 11.0
"""The size of a form, which may be as long as it is: people write on it."""
MOST_PAGES = 4
NO_GLYPH = re.compile(r"the text `(\"(?:[^\"\\]|\\.)*\")` could not be displayed with font")


class NoGlyph(Exception):  # noqa: N818 - what the fonts lack
    """Raised for texts that no font of a leaflet has glyphs for."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__(" ".join(texts))
        self.texts = texts


@dataclass(frozen=True)
class Setting:
    """What the template is told beside the content; `overrides/leaflet.typ` says what it is."""

    language: str
    english: str
    languages: dict[str, dict[str, str]]
    title: str
    author: str
    qr: str | None = None
    address: str | None = None
    large: bool = False
    size: float = SIZES[0]
    review: bool = False
    """Whether it is a form on which people check a translation."""


@dataclass(frozen=True)
class Paper:
    """A finished leaflet."""

    pdf: bytes = field(repr=False)
    pages: int
    size: float
    """The size of its text in points."""


@dataclass(frozen=True)
class Press:
    """Sets leaflets with one template and one set of fonts."""

    template: Path
    fonts: typst.Fonts

    def set(self, leaflet: Leaflet, setting: Setting) -> Paper:
        """The leaflet on at most MOST_PAGES pages where a size of text lets it be; large print is
        as long as it is. Raises NoGlyph, and TypstError for a mistake in the template."""
        sizes = (LARGE,) if setting.large else (REVIEWED,) if setting.review else SIZES
        while sizes:
            size, *sizes = sizes
            pdf = self._compile(leaflet, replace(setting, size=size))
            pages = count_pages(pdf)
            # Pages shrink with the square of the size: what cannot be enough is not tried.
            sizes = [each for each in sizes if _could_do(pages, each / size)] or sizes[-1:]
            if pages <= MOST_PAGES:
                break
        if leaflet.tokens is not None:
            pdf = add_text_layer(pdf, leaflet.tokens)
        return Paper(pdf, pages, size)

    def _compile(self, leaflet: Leaflet, setting: Setting) -> bytes:
        content = tostring(leaflet.xml, encoding="unicode")
        inputs = {"leaflet": content, "setting": json.dumps(asdict(setting), sort_keys=True)}
        try:
            return typst.compile(
                str(self.template),
                root=str(self.template.parent),
                font_paths=self.fonts,
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=[STANDARD],
                timestamp=0,
            )
        except typst.TypstError as error:
            if lacking := NO_GLYPH.findall(str(error.diagnostic)):
                raise NoGlyph([json.loads(each) for each in dict.fromkeys(lacking)]) from error
            raise


def _could_do(pages: int, smaller: float) -> bool:
    """Whether so many pages may be few enough in a smaller size; the last one may be half empty."""
    return (pages - 1) * smaller**2 < MOST_PAGES


def count_pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)
