"""Characters that a translation may not hold: hidden ones, digits of other forms, mixed scripts.

They are looked for after entities such as `&#8238;` are read, since a reader's browser reads them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

ISOLATES = re.compile("[\u2066-\u2069]")
POP_ISOLATE = "\u2069"
JOINERS = frozenset("\u200c\u200d")
JOINING_SCRIPTS = frozenset(
    "ARABIC BENGALI DEVANAGARI GUJARATI GURMUKHI KANNADA MALAYALAM ORIYA SINHALA TAMIL "
    "TELUGU".split()
)
OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e")
"""Embeddings and overrides of direction (UAX 9): they can show digits in another order."""

DIRECTION_MARKS = frozenset("\u061c\u200e\u200f\u2066\u2067\u2068\u2069")
"""Marks of direction that do no harm, isolates where they are in pairs (UAX 9)."""

BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are shown as nothing."""

ODD_NUMBERS = frozenset({"Nl", "No"})
"""Unicode categories of Roman numerals, fractions, circled and raised digits."""

LOOK_ALIKES = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "ARMENIAN"})
WORD = re.compile(r"[^\W\d_]+")

KNOWN = 4096
"""How many characters to remember: more than any language of an alphabet has."""


def find_hidden(text: str) -> Iterator[str]:
    """Sentences that say which hidden characters the text holds, each kind once."""
    found: dict[str, str] = {}
    for character in dict.fromkeys(text):
        if kind := _hidden_kind(character):
            found.setdefault(kind, f"U+{ord(character):04X}")
    if code := found.get("control"):
        yield f"There is a control character {code}."
    if code := found.get("override"):
        yield f"There is a hidden mark {code} that turns the direction of the text round."
    if code := found.get("invisible"):
        yield f"There is an invisible character {code}."


@lru_cache(KNOWN)
def _hidden_kind(character: str) -> str | None:
    category = unicodedata.category(character)
    if character in OVERRIDES:
        return "override"
    if category in ("Zl", "Zp") or (category == "Cc" and character not in "\t\n"):
        return "control"
    if character in BLANK_LETTERS or category in ("Co", "Cn", "Cs"):
        return "invisible"
    if category == "Cf" and character not in JOINERS | DIRECTION_MARKS:
        return "invisible"
    return None


def has_unpaired_isolates(text: str) -> bool:
    """Whether an isolate of direction is not closed, or closed before it is opened."""
    depth = 0
    for mark in ISOLATES.findall(text):
        depth += -1 if mark == POP_ISOLATE else 1
        if depth < 0:
            return True
    return depth != 0


def has_needless_joiner(text: str) -> bool:
    """Whether there is a joiner in a text whose scripts have no use for one."""
    return bool(JOINERS & set(text)) and not JOINING_SCRIPTS & scripts_of(text)


def find_odd_digits(text: str) -> list[str]:
    """Numbers that are not written with the digits 0 to 9."""
    numbers = [number for number in re.findall(r"\d+", text) if not number.isascii()]
    odd = {c for c in set(text) if unicodedata.category(c) in ODD_NUMBERS}
    return numbers + [c for c in text if c in odd]


def find_mixed_words(text: str) -> Iterator[tuple[str, list[str]]]:
    """Words with letters that look like those of another script, and the scripts."""
    if len(scripts_of(text) & LOOK_ALIKES) < 2:
        return
    for word in WORD.findall(text):
        scripts = scripts_of(word) & LOOK_ALIKES
        if len(scripts) > 1:
            yield word, sorted(scripts)


def scripts_of(text: str) -> set[str]:
    """The scripts of the letters, as the first word of their Unicode names."""
    return {_script_of(letter) for letter in set(text) if letter.isalpha()}


@lru_cache(KNOWN)
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]
