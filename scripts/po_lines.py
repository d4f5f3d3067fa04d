"""The lines of a `.po` file, each held against the form of the format before anything is read.

Translate Toolkit drops stray characters after a text, and a last message that is cut off, without
a word; a volunteer's work would be lost.
"""

from __future__ import annotations

import re

from scripts.problems import Problem, ProblemsFound

STRING = r'"(?:[^"\\]|\\[nrt"\\])*"'
KEYWORD = r"(?P<keyword>msgctxt|msgid|msgid_plural|msgstr(\[\d+\])?)"
LINE = re.compile(rf"\s*(#(?![~|]).*|(#(~\|?|\|)\s*)?({KEYWORD}\s+)?{STRING})?\s*")
"""A line of the format; what is obsolete (#~) and the previous English (#|) are strings too. The
escapes \\a \\b \\f \\v would be control characters, and the toolkit reads them as letters."""

LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line for the format and for editors; `str.splitlines` knows more."""

CHARSET = re.compile(r"charset=([\w.:-]*)", re.IGNORECASE)
"""The toolkit reads and writes the whole file in the encoding that is named here."""

HARM = "The page would be shown in English instead of this language."
TO_QUOTE = 'A text begins and ends with " and a " inside it is written \\".'


def check_lines(text: str, path: str) -> None:
    """Raise ProblemsFound at the first line that is not of the format."""
    keyword, last = "msgstr", 0
    for number, line in enumerate(LINE_END.split(text), start=1):
        match = LINE.fullmatch(line)
        if not match or _names_other_charset(line):
            raise ProblemsFound([_line_problem(path, number, line)])
        if match["keyword"]:
            keyword, last = match["keyword"], number
    if not keyword.startswith("msgstr"):  # the toolkit drops a last message that is cut off
        raise ProblemsFound([order_problem(path, last)])


def order_problem(path: str, line: int) -> Problem:
    """The problem of lines that do not make up a message."""
    return Problem(
        path,
        line,
        "The lines here do not follow each other.",
        HARM,
        'Each message is a line msgid "..." with the English and, next, '
        'a line msgstr "..." with the translation.',
    )


def _names_other_charset(line: str) -> bool:
    return not line.startswith("#") and any(
        name.lower() != "utf-8" for name in CHARSET.findall(line)
    )


def _line_problem(path: str, number: int, line: str) -> Problem:
    shown = shorten(line.strip())
    if line.startswith(("<<<<<<<", "|||||||", "=======", ">>>>>>>")):
        return Problem(
            path,
            number,
            "Two people changed these lines; both versions stand here.",
            HARM,
            "Keep the better version; delete the other and the marked lines.",
        )
    if re.search(r'\\(?![nrt"\\])', line):
        return Problem(
            path,
            number,
            f"A \\ here has no meaning: {shown}",
            HARM,
            "Write \\\\ for a backslash, or take it out.",
        )
    if _names_other_charset(line):
        return Problem(
            path,
            number,
            "The header names another encoding than UTF-8.",
            HARM,
            'Write "Content-Type: text/plain; charset=UTF-8\\n".',
        )
    return Problem(path, number, f"This line cannot be read: {shown}", HARM, TO_QUOTE)


def shorten(text: str, length: int = 60) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
