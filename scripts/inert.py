"""Words of strangers in Markdown and HTML, where they stay words.

None of them becomes a heading, a table, a picture, a link or a call to somebody by name. What
cannot be seen, and could show a sentence other than it is, is written out.
"""

from __future__ import annotations

import html
import re
import unicodedata

from scripts.characters import BLANK_LETTERS, JOINERS, JOINING_SCRIPTS, scripts_of

LONGEST = 60_000
"""The most characters of a text: GitHub takes no more than 65,536 in an issue or comment."""

ADDRESS = re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?]")
MARKUP = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~&$=]")
"""The characters that Markdown may take for more than themselves (CommonMark, 2.4)."""

APART = "<!-- -->"
"""A comment, which nobody sees. GitHub mails whoever stands after an @, writes into an issue whose
number stands after a #, and makes links of addresses, but not across a comment."""

AFTER_CALLS = re.compile(
    r"(?<=@)|(?<=#)(?=\w)|(?<=\bGH-)(?=\d)|(?<=:)(?=//)|(?<=\bwww\.)", re.IGNORECASE
)
"""Where a comment must stand: behind what would call, or make a link."""


def plain(words: str) -> str:
    """Words in Markdown as they are, on one line; web addresses can be followed."""
    words = " ".join(words.split())
    parts, end = [], 0
    for found in ADDRESS.finditer(words):
        parts += [_escape(words[end : found.start()]), f"<{found.group()}>"]
        end = found.end()
    return "".join([*parts, _escape(words[end:])])


def _escape(words: str) -> str:
    """Without markup, and with nobody called."""
    return APART.join(MARKUP.sub(r"\\\g<0>", part) for part in AFTER_CALLS.split(words))


def as_html(words: str) -> str:
    """Words as they are in a block of HTML, on one line: nothing of them can be followed."""
    shown = html.escape(visible(" ".join(words.split())), quote=False)
    return AFTER_CALLS.sub(APART, shown)


def visible(words: str) -> str:
    """The words with every hidden character written out, such as [U+202E]."""
    if words.isprintable() and not BLANK_LETTERS & set(words):
        return words  # as in most texts
    joins = bool(JOINING_SCRIPTS & scripts_of(words))
    return "".join(_shown(letter, joins) for letter in words)


def _shown(letter: str, joins: bool) -> str:
    if letter in JOINERS and joins:
        return letter
    hidden = unicodedata.category(letter)[0] == "C" or letter in BLANK_LETTERS
    return f"[U+{ord(letter):04X}]" if hidden else letter
