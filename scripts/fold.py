"""Words in one spelling, so that a search finds them however they were typed.

A phone without the reader's keyboard leaves marks out, writes an Arabic letter for an Urdu one, or
other digits. Pages and queries are folded alike: here for the index, in the script
`overrides/assets/search.js` for the query. Both read this one table, which goes into the index as
data. Only marks that people leave out are dropped: in Indic scripts, vowels are marks too.
"""

from __future__ import annotations

import unicodedata

MARKS = ((0x300, 0x36F), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6ED))
"""First and last of the marks that are left out: Latin, Greek, Cyrillic accents; Arabic vowels."""

SPELLINGS = {
    # Letters that Unicode does not take apart
    "a": "æ",
    "d": "đð",
    "i": "ı",
    "l": "ł",
    "o": "øœ",
    "t": "ŧ",
    "th": "þ",
    "ss": "ß",
    # Letters that Arabic, Persian and Urdu keyboards have in several forms, and those that an
    # Arabic keyboard lacks
    "ی": "يىېےۍ",
    "ک": "كڪ",
    "ہ": "هةۃەھۀ",
    "ن": "ں",
    "ا": "ٱ",
    # Signs inside of a word: apostrophes, joiners, the stretched line, a hamza, marks of direction
    "": "'’‘ʼ`´ء\u200c\u200d\u0640\u00ad\u200e\u200f\u2066\u2067\u2068\u2069",
    **{str(digit): chr(0x660 + digit) + chr(0x6F0 + digit) for digit in range(10)},
}
"""For each spelling, the characters that are written so."""

LETTERS = {each: spelling for spelling, those in SPELLINGS.items() for each in those}
IN_WORDS = "LMN"
"""What words are made of, by the first letter of Unicode's category: letters, marks, numbers."""


class _Table(dict):
    """What becomes of a character, by its number; a character is looked up once."""

    def __missing__(self, number: int) -> str:
        self[number] = self._spell(number)
        return self[number]

    @staticmethod
    def _spell(number: int) -> str:
        character = chr(number)
        if any(first <= number <= last for first, last in MARKS):
            return ""
        if character in LETTERS:
            return LETTERS[character]
        return character if unicodedata.category(character)[0] in IN_WORDS else " "


_TABLE = _Table()


def fold(text: str) -> str:
    """The words of a text in the spelling of the index, with one blank between them."""
    # Taken apart first: what stands for "ﷲ" or "Ⅷ" has letters that are folded in their turn.
    return " ".join(unicodedata.normalize("NFKD", text).lower().translate(_TABLE).split())


def table() -> dict[str, object]:
    """The table as the script reads it."""
    return {"marks": MARKS, "letters": LETTERS}
