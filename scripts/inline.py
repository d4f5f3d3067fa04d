"""How the text inside a block is cut: code, comments, attribute lists, stash marks, hard breaks.

Python-Markdown has no tokens of its own between block and inline parsing, so the patterns here
follow its own (named beside each), and `tests/test_inline.py` holds them against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder
from markdown.util import ETX, STX

CODE = re.compile(r"\\[\s\S]|(?P<ticks>`+)(?:.+?)(?<!`)(?P=ticks)(?!`)", re.DOTALL)
"""A code span, or an escaped character (which cannot open one): `inlinepatterns.BACKTICK_RE`."""

BLANK = " \t\n"
"""What may be folded or stripped. NBSP never: it holds "15 days" together on one line."""

HARD_BREAK = re.compile(r"[ \t]*  \n[ \t\n]*")
"""Two spaces at the end of a line: `inlinepatterns.LINE_BREAK_RE`."""

COMMENT = re.compile(r"<!--(?P<text>.*?)-->", re.DOTALL)
PLACEHOLDER = re.compile(r"\{\{.*?\}\}", re.DOTALL)
STASH_MARK = re.compile(f"{STX}[^{STX}{ETX}]*{ETX}")
"""The key of something that Python-Markdown put aside until the page is written."""

NOT_PLACEHOLDER = r"(?!\{\{)"
BLOCK_ATTRIBUTES = re.compile(rf"[ \t]*\n[ ]*{NOT_PLACEHOLDER}{AttrListTreeprocessor.BASE_RE}[ ]*$")
END_ATTRIBUTES = re.compile(rf"[ ]+{NOT_PLACEHOLDER}{AttrListTreeprocessor.BASE_RE}[ ]*$")
ANY_ATTRIBUTES = re.compile(rf"{NOT_PLACEHOLDER}(?<!\{{){AttrListTreeprocessor.BASE_RE}")
"""Attribute lists: alone on a block's last line, at the end of a heading, or anywhere."""

ENDS_WITH_ATTRIBUTES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "td", "th"})
"""Elements whose attribute list may stand on their only line: `AttrListTreeprocessor.run`."""


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """The text with `change` applied to each stretch that is not in a code span."""
    parts, start = [], 0
    for match in CODE.finditer(text):
        if match["ticks"]:
            parts += [change(text[start : match.start()]), match[0]]
            start = match.end()
    return "".join([*parts, change(text[start:])])


def without_code(text: str) -> str:
    """The text with each code span made one space, for looking at what is left."""
    return CODE.sub(lambda match: " " if match["ticks"] else match[0], text)


def fold(text: str) -> str:
    """The text of a block as a message: every blank run one space, every hard break a newline.

    A newline in a message is always a hard break, so a translator keeps it or the check on
    elements says that a `br` is missing. Blanks inside code stay, but for newlines, which HTML
    shows as spaces.
    """
    one_line_code = CODE.sub(lambda m: m[0].replace("\n", " ") if m["ticks"] else m[0], text)
    return outside_code(one_line_code, _fold_prose).strip(BLANK)


def _fold_prose(text: str) -> str:
    lines = HARD_BREAK.split(text)
    return "\n".join(re.sub(f"[{BLANK}]+", " ", line) for line in lines)


def unfold(message: str) -> str:
    """The Markdown source of a message: every newline outside code made a hard break again."""
    return outside_code(message, lambda text: text.replace("\n", "  \n"))


def set_aside_attributes(tag: str, text: str) -> tuple[str, str]:
    """The text and the attribute list that belongs to its element, empty where there is none.

    The list of an inline element, as in `[x](y){ .b }`, belongs to the message and stays.
    """
    pattern = END_ATTRIBUTES if tag in ENDS_WITH_ATTRIBUTES else BLOCK_ATTRIBUTES
    match = pattern.search(text)
    if not match or get_attrs_and_remainder(match[1])[1]:
        return text, ""
    return text[: match.start()], match[0].lstrip(
        " \t"
    ) if tag not in ENDS_WITH_ATTRIBUTES else match[0]


def read_attributes(text: str) -> list[tuple[str, str | None]]:
    """The names and values in every attribute list of a text, code left out."""
    return [
        pair
        for match in ANY_ATTRIBUTES.finditer(without_code(text))
        for pair in get_attrs_and_remainder(match[1])[0]
    ]


def set_aside_marks(text: str) -> tuple[str, str, str]:
    """The text without the stash marks and blanks at its ends, and what stood there."""
    ends = re.compile(f"(?:[{BLANK}]|{STASH_MARK.pattern})*")
    start = ends.match(text).end()
    end = len(text)
    while end > start and (
        match := re.search(f"(?:[{BLANK}]+|{STASH_MARK.pattern})$", text[start:end])
    ):
        end = start + match.start()
    return text[:start].strip(BLANK), text[start:end], text[end:].strip(BLANK)
