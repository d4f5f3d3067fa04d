"""Characters that a translation may not hold: hidden ones, digits of other forms, mixed scripts.

They are looked for after entities such as `&#8238;` are read, since a reader's browser reads them.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
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
"""Marks of direction that do no harm in their place, isolates where they are in pairs (UAX 9)."""

LEFTWARD = frozenset("\u061c\u200f\u2067")
RIGHT_TO_LEFT = frozenset({"R", "AL"})
"""The Bidi_Class of letters that are read from the right (UAX 9)."""

BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are shown as nothing."""

BLANK_MARKS = re.compile(
    "[\u034f\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""Marks that are shown as nothing: of Unicode's Default_Ignorable_Code_Point, those of category Mn.
"""

JOINED = re.compile("(.?)[\u200c\u200d]+", re.DOTALL)
NO_CHARACTER = frozenset({"", "\ufffd"})
REFERENCE = re.compile(r"&#(?:[xX][0-9a-fA-F]+|[0-9]+);?")
"""A character written as a number. Python reads some as nothing that browsers read as controls."""

PILED = 7
"""More marks on one letter than any script has; piled up they cover the lines above and below."""

ODD_NUMBERS = frozenset({"Nl", "No"})
"""Unicode categories of Roman numerals, fractions, circled and raised digits."""

LOOK_ALIKES = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "ARMENIAN"})
LIKE_LATIN = frozenset({"CYRILLIC", "GREEK", "ARMENIAN"})
WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*")
"""Letters in a row; marks that are put on Latin letters and others do not end a word."""

COPIES = re.compile("<(?:font|wide|circle|square)>")
"""Kinds of letters that Unicode has as copies of others, as its decompositions name them: bold and
script letters of mathematics, wide and circled ones. A screen reader spells them or leaves them
out."""

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
    if character in BLANK_LETTERS or BLANK_MARKS.match(character) or category in ("Co", "Cn", "Cs"):
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


def has_needless_turn(text: str) -> bool:
    """Whether a text in a script that is read from the left has a mark that turns to the left, and
    could show "9-3" as "3-9"."""
    return bool(LEFTWARD & set(text)) and not any(
        unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in set(text) - LEFTWARD
    )


def has_needless_joiner(text: str) -> bool:
    """Whether there is a joiner behind something that has no use for one, such as Latin letters."""
    return bool(JOINERS & set(text)) and any(
        not before or script_of(before) not in JOINING_SCRIPTS for before in JOINED.findall(text)
    )


def has_piled_marks(text: str) -> bool:
    """Whether a letter has more marks than any script knows."""
    marks = set(filter(is_mark, set(text)))
    kinds = "".join("M" if character in marks else "-" for character in text) if marks else ""
    return "M" * PILED in kinds


@lru_cache(KNOWN)
def is_mark(character: str) -> bool:
    """Whether a character stands on, below or around the letter before it."""
    return unicodedata.category(character).startswith("M")


def find_bad_reference(text: str) -> str | None:
    """The first number such as `&#2;` that stands for no character; None where there is none."""
    return next((m[0] for m in REFERENCE.finditer(text) if html.unescape(m[0]) in NO_CHARACTER),
                None)  # fmt: skip


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


def find_disguised_words(text: str, english: str) -> Iterator[str]:
    """Words in copies of letters; and words whose letters may all look like Latin ones, in a text
    in Latin letters. English words do not count, since a text in any script may have them."""
    copies = set(filter(_is_copy, set(text)))
    if not copies and not scripts_of(text) & LIKE_LATIN:
        return  # as in most texts
    known = set(WORD.findall(english.lower()))
    words = [word for word in WORD.findall(text) if word.lower() not in known]
    yield from (word for word in words if copies & set(word))
    counted = Counter(script_of(letter) for word in words for letter in word)
    if counted and counted.most_common(1)[0][0] == "LATIN":
        yield from (word for word in words if scripts_of(word) & LIKE_LATIN)


@lru_cache(KNOWN)
def _is_copy(letter: str) -> bool:
    return bool(COPIES.match(unicodedata.decomposition(letter)))


def scripts_of(text: str) -> set[str]:
    """The scripts of the letters, as the first word of their Unicode names."""
    return {script_of(letter) for letter in set(text) if letter.isalpha()}


@lru_cache(KNOWN)
def script_of(letter: str) -> str:
    """The script of a letter, as the first word of its Unicode name; empty where it has none."""
    return unicodedata.name(letter, "").split(" ")[0]
