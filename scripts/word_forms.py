"""Words of any language found in a text, in the forms that people listed: the longest first.

Letters are compared as in the search, so that a sentence typed on another keyboard has the same
words. Marks between words stay: "no. You must" does not say "must not".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scripts.fold import fold

ENDING = "-"
"""Begins a form that is the end of a word."""

INSIDE_WORDS = frozenset("'’‘ʼ`´-‐‑%")
STOP = "\ua66e"
"""Stands between two words that have a mark between them: a letter that no text has, since
whatever is no letter is lost when a text is folded."""


class _Marks(dict):
    """A stop for each mark that parts words; a character is looked up once."""

    def __missing__(self, number: int) -> str:
        character = chr(number)
        mark = unicodedata.category(character)[0] in "PS" or character == "\n"
        self[number] = f" {STOP} " if mark and character not in INSIDE_WORDS else character
        return self[number]


_MARKS = _Marks()


def spell(text: str) -> str:
    """The words of a text as they are compared, with one blank between them, or a stop."""
    return fold(text.translate(_MARKS))


class Found(NamedTuple):
    """A form in a text that was spelled."""

    kind: str
    form: str
    """As it was listed, without the sign of an ending."""
    start: int
    end: int


class Forms:
    """The forms of several kinds of words. `blanks` is false where a language writes none."""

    def __init__(self, listed: Mapping[str, Sequence[str]], blanks: bool = True) -> None:
        self._known: dict[str, tuple[str, str]] = {}
        for kind, forms in listed.items():
            for form in forms:
                self._known.setdefault(_key(form), (kind, form))
        keys = sorted(self._known, key=len, reverse=True)
        whole = [re.escape(key) for key in keys if not key.startswith(ENDING)]
        ends = [re.escape(key.removeprefix(ENDING)) for key in keys if key.startswith(ENDING)]
        before, after = ("(?<![^ ])", "(?![^ ])") if blanks else ("", "")
        # A branch without words would find nothing between all others.
        branches = [f"{before}(?:{'|'.join(whole)})"] * bool(whole) + ends
        self._pattern = re.compile(f"(?:{'|'.join(branches)}){after}" if keys else "(?!)")

    def find(self, text: str) -> Iterator[Found]:
        """The forms in a text that was spelled, none of them inside another."""
        for match in self._pattern.finditer(text):
            kind, form = self._known.get(match[0]) or self._known[f"{ENDING}{match[0]}"]
            yield Found(kind, form.removeprefix(ENDING), match.start(), match.end())


def _key(form: str) -> str:
    return f"{ENDING if form.startswith(ENDING) else ''}{spell(form)}"


def list_forms(forms: Sequence[str], most: int = 3) -> str:
    """The first forms of a list, for a person."""
    first = ", ".join(form.removeprefix(ENDING) for form in forms[:most])
    return f"{first} …" if len(forms) > most else first
