"""Two versions of a sentence, with the words that are not the same marked in each."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from scripts.characters import is_mark
from scripts.inert import as_html

PIECES = re.compile("\\s+|[^\\W_](?:[^\\W_]|[\u200c\u200d])*|.")
LONGEST = 2000
"""The most letters of a text that are compared: the time grows with their square."""

ALIKE = 0.4
"""Texts that are less alike than this are two sentences, and marks would only hide both."""


def mark_changes(old: str, new: str) -> tuple[str, str]:
    """Both texts as HTML, the words of the old that are gone and of the new that came marked."""
    before, after = _pieces(_line(old)), _pieces(_line(new))
    if not (old and new) or max(len(old), len(new)) > LONGEST:
        return as_html(old), as_html(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return as_html(old), as_html(new)
    gone, come = [], []
    for action, i, j, k, m in matcher.get_opcodes():
        mark = action != "equal"
        gone.append(_mark("del", before[i:j], mark))
        come.append(_mark("ins", after[k:m], mark))
    return _join("del", gone), _join("ins", come)


def _pieces(line: str) -> list[str]:
    """The words, spaces and marks of a line. Vowels that are written as marks on a letter, as in
    Bengali or Tamil, are within a word: cut off, they would stand on a dotted circle."""
    found: list[str] = []
    for piece in PIECES.findall(line):
        if found and (is_mark(piece[0]) or (is_mark(found[-1][-1]) and piece[0].isalnum())):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _join(tag: str, pieces: list[str]) -> str:
    """The pieces as one text; marks with nothing between them are one mark."""
    return re.sub(rf"</{tag}>(\s*)<{tag}>", r"\1", "".join(pieces))


def _line(text: str) -> str:
    return " ".join(text.split())


def _mark(tag: str, pieces: list[str], mark: bool) -> str:
    text = "".join(pieces)
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if not text.strip():
        return text
    words = as_html(text)
    return f"{lead}<{tag}>{words}</{tag}>{tail}" if mark else f"{lead}{words}{tail}"
