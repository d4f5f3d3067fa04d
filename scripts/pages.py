"""The source of one page: its front matter, its Markdown, and where the Markdown begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import yaml
from mkdocs.utils.meta import YAML_RE

from scripts import yaml_text
from scripts.blocks import HAS_WORDS
from scripts.contact_refusals import find_plain_numbers
from scripts.encoding import decode
from scripts.messages import Message
from scripts.problems import Problem, ProblemsFound

TYPED = "search_words"
"""The entry with what people type, whose translation is held to no words."""
TRANSLATED = ("title", "description", TYPED)
"""What of the front matter is shown to readers, and so translated."""

COMMENTS = {
    **{
        key: f"The {key} of the page, as menus and search results show it. Plain words, no marks."
        for key in ("title", "description")
    },
    "search_words": "What people may type to find this page, between commas. Do not translate word "
    "for word: write what readers of your language would type, also misspelt or in other letters.",
}
"""What translators are told of an entry of the front matter."""

MADE_HERE = "<!-- made here -->"
"""Stands in a page where the part that is made from its file of data belongs."""

NOT_SHOWN = "The page cannot be shown."

MARKS = re.compile(r"\*\*|\]\(|`|\{|<[a-zA-Z/]")
"""Marks of Markdown, contacts and HTML, which are shown as they are typed in plain text."""

HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\u202a-\u202e\u2060\ufeff]")
"""Control characters, line separators and marks of direction that an editor cannot see."""


@dataclass(frozen=True)
class PageSource:
    """A page as its author wrote it. `first_line` is the line of the file, from 1, where the
    Markdown begins."""

    path: str
    meta: dict[str, Any]
    markdown: str
    first_line: int
    head: str = ""
    made_from: str = ""
    """The file of data that a part of its Markdown, or all of it, was made from."""
    made_lines: tuple[int, ...] = ()
    """For each line that was made, the line of that file."""
    made_at: int = 0
    """The line of the page where these lines begin."""

    def messages(self) -> list[Message]:
        """The messages of the front matter."""
        return [
            Message(
                " ".join(self.meta[key].split()),
                line=self.line_of(key),
                comments=(COMMENTS[key],),
                typed=key == TYPED,
            )
            for key in TRANSLATED
            if isinstance(self.meta.get(key), str) and HAS_WORDS.search(self.meta[key])
        ]

    def problems(self) -> list[Problem]:
        """The phone numbers that are typed in the front matter."""
        return [
            problem
            for key in TRANSLATED
            for problem in find_plain_numbers(self.meta.get(key, ""), self.path, self.line_of(key))
        ]

    def with_made(self, path: str, lines: list[tuple[str, int]]) -> PageSource:
        """The page with Markdown that was made from the file `path`: where the page has the line
        MADE_HERE, or else at its end. Each line comes with the line, from 1, of that file."""
        before, mark, after = self.markdown.partition(f"{MADE_HERE}\n")
        before = before if mark or not before.strip() else f"{before.rstrip()}\n\n"
        text = "".join(f"{line}\n" for line, _ in lines)
        return replace(
            self,
            markdown=f"{before}{text}{after}",
            made_from=path,
            made_lines=tuple(line for _, line in lines),
            made_at=self.first_line + before.count("\n"),
        )

    def place(self, problem: Problem) -> Problem:
        """The problem with the file and line that a person would mend, where the line was made or
        stands below those that were."""
        made = problem.line - self.made_at
        if not self.made_lines or made < 0:
            return problem
        if made >= len(self.made_lines):
            return replace(problem, line=problem.line - len(self.made_lines) + 1)
        return replace(problem, path=self.made_from, line=self.made_lines[made])

    def line_of(self, key: str) -> int:
        """The line of an entry of the front matter, 1 where it is not at the start of one."""
        before = re.search(rf"^{re.escape(key)}\s*:", self.head, re.MULTILINE)
        return self.head[: before.start()].count("\n") + 1 if before else 1


def read_page(content: bytes, path: str) -> PageSource:
    """The page in `content`; `path` names it in problems.

    Raises ProblemsFound when it is not UTF-8, has hidden characters, or has front matter that
    cannot be read or does not say what every page must.
    """
    text = decode(content, path, "page", NOT_SHOWN).replace("\r\n", "\n")
    _refuse_hidden(text, path)
    match = YAML_RE.match(text)
    if not match:
        remedy = "Begin with a line ---, then title: and description:, then a line ---."
        raise _refused(path, 1, "The page has no front matter.", remedy)
    meta = _read_meta(match[1], path)
    markdown, line = text[match.end() :].lstrip("\n"), _line_after(text, match.end())
    source = PageSource(path, meta, markdown, line, match[0])
    _refuse_meta(source)
    return source


def _refuse_hidden(text: str, path: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if match := HIDDEN.search(line):
            what = f"There is a hidden character U+{ord(match[0]):04X}."
            remedy = "Delete it: put the cursor after it and press backspace."
            raise _refused(path, number, what, remedy)


def _read_meta(text: str, path: str) -> dict[str, Any]:
    try:
        meta = yaml_text.load(text)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date that does not exist
        line = getattr(getattr(error, "problem_mark", None), "line", -1) + 2
        what = f"The front matter cannot be read: {getattr(error, 'problem', None) or error}."
        remedy = 'Put text with a colon or a quote mark in it between " marks.'
        raise _refused(path, line, what, remedy) from error
    return meta if isinstance(meta, dict) else {}


def _refuse_meta(source: PageSource) -> None:
    """Raise ProblemsFound for an entry that a reader would see and that is not as it must be."""
    title = source.meta.get("title")
    if not isinstance(title, str) or not title.strip():
        remedy = "Add a line such as title: Before a meeting."
        raise _refused(source.path, 1, "The front matter has no title.", remedy)
    for key in TRANSLATED:
        value = source.meta.get(key, "")
        if not isinstance(value, str):
            what, remedy = f"The {key} is no text.", 'Put it between " marks.'
            raise _refused(source.path, source.line_of(key), what, remedy)
        if match := MARKS.search(value):
            what = f"There are marks in the {key}: {match[0]}"
            remedy = "Take them out: menus and search results show plain words only."
            raise _refused(source.path, source.line_of(key), what, remedy)
    if not isinstance(source.meta.get("checked", date.min), date):
        what, remedy = "The entry checked is no date.", "Write it as 2026-11-21."
        raise _refused(source.path, source.line_of("checked"), what, remedy)


def _line_after(text: str, end: int) -> int:
    blank = len(text[end:]) - len(text[end:].lstrip("\n"))
    return text[: end + blank].count("\n") + 1


def _refused(path: str, line: int, what: str, remedy: str) -> ProblemsFound:
    return ProblemsFound.one(path, line, what, NOT_SHOWN, remedy)
