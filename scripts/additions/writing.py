"""How a language is written, told from the letters of its own name: direction, script and font.

Babel's direction is wrong for some languages; the letters cannot be.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Container
from contextlib import closing
from functools import partial
from pathlib import Path

import typst

from scripts.characters import RIGHT_TO_LEFT, script_of
from scripts.leaflets.fonts import read_fonts
from scripts.leaflets.typesetting import STANDARD
from scripts.workers import do_all

FAMILIES = {
    "Latin": "Noto Sans",
    "Cyrillic": "Noto Sans",
    "Greek": "Noto Sans",
    "Arabic": "Noto Naskh Arabic",
}
"""The families of scripts whose own would not be called Noto Sans and the name of the script."""

PROBE = """\
#set document(title: "x")
#set text(font: ({family}, "Noto Sans"), fallback: false)
#{text}
"""


def direction_of(name: str) -> str:
    """`rtl` where the first letter of the name runs from right to left, `ltr` elsewhere."""
    classes = (unicodedata.bidirectional(letter) for letter in name)
    strong = next((each for each in classes if each in ("L", *RIGHT_TO_LEFT)), "L")
    return "rtl" if strong in RIGHT_TO_LEFT else "ltr"


def main_script_of(name: str) -> str:
    """The script of most letters of the name, as Unicode begins the names of its letters."""
    scripts = Counter(script_of(letter).title() for letter in name if letter.isalpha())
    return scripts.most_common(1)[0][0] if scripts else ""


def font_for(script: str, families: Container[str]) -> str | None:
    """The family that leaflets in the script are set in; None where none here has its letters."""
    family = FAMILIES.get(script, f"Noto Sans {script}")
    return family if family in families else None


def has_letters(family: str, text: str, fonts: Path) -> bool:
    """Whether a leaflet in the family can show the text; `fonts` is the folder of our own."""
    quoted = {
        key: json.dumps(value, ensure_ascii=False)  # Typst writes its strings alike
        for key, value in {"family": family, "text": text}.items()
    }
    source = PROBE.format(**quoted).encode()
    task = partial(_is_set, fonts)
    with closing(do_all(task, iter([source]), 1, lambda: None, apart=True)) as results:
        return next(is_set for _, is_set in results)


def _is_set(fonts: Path, source: bytes, _: Callable[[], None]) -> bool:
    try:
        typst.compile(
            source, font_paths=read_fonts(fonts), format="pdf", pdf_standards=[STANDARD]
        )
    except typst.TypstError:
        return False
    return True
