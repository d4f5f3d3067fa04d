"""How the text of a block is cut: code, comments, attribute lists, stash marks, hard breaks.

Python-Markdown has no tokens of its own between block and inline parsing, so the patterns here
follow its own (named beside each), and the tests hold them against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder
from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor
from markdown.util import ETX, STX, AtomicString

BACKTICK = re.compile(BACKTICK_RE)
BACKTICKS = BacktickInlineProcessor(BACKTICK_RE)
"""Python-Markdown's own way from a backtick to the end of its code, which no pattern can follow."""

BLANK = " \t\n"
"""What may be folded or stripped. NBSP never: it holds "15 days" together on one line."""

BLANKS = re.compile(f"[{BLANK}]+")

HARD_BREAK = re.compile(r"[ \t\n]*  \n[ \t\n]*")
"""Two spaces at the end of a line: `inlinepatterns.LINE_BREAK_RE`."""

COMMENT = re.compile(r"<!--(?P<text>.*?)-->", re.DOTALL)
PLACEHOLDER = re.compile(r"\{\{.*?\}\}", re.DOTALL)
CONTACT = re.compile(r"\{\{ *contact\.(?P<name>[a-z0-9][a-z0-9-]*)(?P<relay>\.relay)? *\}\}")
LANGUAGE = re.compile(r"\{\{ *language\.english *\}\}")
KNOWN = re.compile(f"{CONTACT.pattern}|{LANGUAGE.pattern}")
"""Every placeholder that something may stand for."""

NOTE = re.compile(r"(?<!\\)\[\^(?P<name>[^\]]+)\]")

STASH_MARK = re.compile(f"{STX}[^{STX}{ETX}]*{ETX}")
"""The key of something that Python-Markdown put aside until the page is written."""

MARKS_BEFORE = re.compile(f"(?:[{BLANK}]|{STASH_MARK.pattern})*")
MARKS_AFTER = re.compile(f"(?:[{BLANK}]|{STASH_MARK.pattern})*\\Z")

LIST = rf"(?<!\{{)(?!\{{\{{){AttrListTreeprocessor.BASE_RE}"
"""An attribute list, which a placeholder in double braces is not."""

BLOCK_ATTRIBUTES = re.compile(rf"[ \t]*\n[ ]*{LIST}[ ]*\Z")
"""Alone on the last line of a block: `AttrListTreeprocessor.BLOCK_RE`."""

END_ATTRIBUTES = re.compile(rf"[ ]+{LIST}[ ]*\Z")
"""At the end of a heading, a cell or a term: `AttrListTreeprocessor.HEADER_RE`."""

ANY_ATTRIBUTES = re.compile(r"(?<!\{)\{(?!\{):?[ ]*([^}\n ][^}\n]*)\}")
"""Anywhere in a text: up to the first brace that closes, as `AttrListTreeprocessor` takes it."""

ENDS_WITH_ATTRIBUTES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "td", "th"})
"""Elements whose list stands at the end of their text: `AttrListTreeprocessor.run`."""


class Cut(NamedTuple):
    """The text of a place in the tree, cut into what is a message and what is not."""

    before: str
    text: str
    attributes: str
    """The attribute list of the element, with the blanks that make it one."""
    after: str
    literal: bool = False
    """An AtomicString: Markdown marks in it are plain characters, and stay so."""

    def join(self, text: str) -> str:
        """The whole again, with another text in the place of the first."""
        whole = f"{self.before}{text}{self.attributes}{self.after}"
        return AtomicString(whole) if self.literal else whole


def cut(tag: str, raw: str) -> Cut:
    """Cut the raw text of an element `tag`, or of what follows a child of it."""
    if isinstance(raw, AtomicString):
        return Cut("", str(raw), "", "", literal=True)
    start = MARKS_BEFORE.match(raw).end()
    end = max(start, MARKS_AFTER.search(raw, start).start())
    text, attributes = _set_aside_attributes(tag, raw[start:end])
    return Cut(raw[:start].strip(BLANK), text, attributes, raw[end:].strip(BLANK))


def _set_aside_attributes(tag: str, text: str) -> tuple[str, str]:
    """The text and the attribute list that belongs to its element, empty where there is none.

    The list of an inline element, as in `[x](y){ .b }`, belongs to the message and stays.
    """
    pattern = END_ATTRIBUTES if tag in ENDS_WITH_ATTRIBUTES else BLOCK_ATTRIBUTES
    match = pattern.search(text)
    if not match or get_attrs_and_remainder(match[1])[1]:
        return text, ""
    return text[: match.start()], match[0]


def read_attributes(text: str) -> list[tuple[str, str | None]]:
    """The names and values in every attribute list of a text, code left out."""
    return [
        (name, value)
        for match in ANY_ATTRIBUTES.finditer(without_code(text))
        for name, value in get_attrs_and_remainder(match[1])[0]
    ]


def find_code(text: str) -> Iterator[tuple[int, int]]:
    """Where each code span begins and ends, its backticks included."""
    position = 0
    while match := BACKTICK.search(text, position):
        # Group 1 is backslashes that escape each other, and not the backtick after them.
        begin = match.end(1) if match[1] else match.start()
        position, end = BACKTICKS.find_code_spans(begin, text)
        if end is not None:
            position = end + position - begin
            yield begin, position


def change(text: str, prose: Callable[[str], str], code: Callable[[str], str]) -> str:
    """The text with `prose` applied to what is not code, and `code` to each code span."""
    if "`" not in text:
        return prose(text)
    parts, position = [], 0
    for start, end in find_code(text):
        parts += [prose(text[position:start]), code(text[start:end])]
        position = end
    return "".join([*parts, prose(text[position:])])


def outside_code(text: str, prose: Callable[[str], str]) -> str:
    """The text with `prose` applied to each stretch that is not in a code span."""
    return change(text, prose, str)


def without_code(text: str) -> str:
    """The text with each code span made one space, for looking at what is left."""
    return change(text, str, lambda code: " ")


def fold(text: str) -> str:
    """The text of a block as a message: every blank run one space, every hard break a newline.

    So a newline in a message is always a hard break, which a translator keeps. Blanks inside code
    stay, but for newlines, which HTML shows as spaces.
    """
    return change(text, _fold_prose, lambda code: code.replace("\n", " ")).strip(BLANK)


def _fold_prose(text: str) -> str:
    return "\n".join(BLANKS.sub(" ", line) for line in HARD_BREAK.split(text))


def unfold(message: str) -> str:
    """The Markdown source of a message: every newline outside code made a hard break again."""
    return outside_code(message, lambda text: text.replace("\n", "  \n"))
