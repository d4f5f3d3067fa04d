"""The text of pages for whatever looks at it: each block with its line, as the walk finds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from scripts.contacts import Contact, read_contacts
from scripts.definitions import Definitions
from scripts.dialect import walk_source
from scripts.made import read_all
from scripts.messages import Block
from scripts.pages import PageSource
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class TextBlock:
    """One block of a page: its words as a message, and what they stand in."""

    text: str
    line: int
    """The line of the page, counted from 1; `PageText.problem` knows whose file it is."""
    tag: str = "p"
    """The element that holds it, such as `h2` or `td`."""
    facts: str | None = None
    """What a comment in it says of the facts that it rests on."""

    @property
    def level(self) -> int:
        """The level of a heading, 1 to 6; 0 where it is none."""
        return int(self.tag[1]) if self.tag in HEADINGS else 0


@dataclass(frozen=True)
class PageText:
    """A page that can be read, with its blocks in the order in which a reader meets them."""

    page: str
    source: PageSource
    blocks: list[TextBlock] = field(default_factory=list)

    @property
    def meta(self) -> dict[str, Any]:
        """The front matter."""
        return self.source.meta

    def where(self, line: int) -> str:
        """`file:line` of what stands in a line of the page."""
        return self.problem(line, "", "", "").where

    def problem(
        self, line: int, what: str, harm: str, remedy: str, warning: bool = False
    ) -> Problem:
        """A problem of this page, in the file and line that a person would mend."""
        return self.source.place(Problem(self.source.path, line, what, harm, remedy, warning))


class _Reader:
    """The visitor that reads every block of a page, also what is not to be translated."""

    strict = True

    def __init__(self, source: PageSource) -> None:
        self.path = source.path
        self.first_line = source.first_line
        self.blocks: list[TextBlock] = []

    def begin(self, known: Definitions) -> None:
        """Nothing of what the page defines matters to its words."""

    def visit(self, block: Block) -> None:
        if not block.message.interface:
            message = block.message
            self.blocks.append(
                TextBlock(message.text, message.line, block.parent.tag, block.facts)
            )


def read_texts(
    project: Project, pages: Iterable[str] = ()
) -> tuple[dict[str, PageText], list[Problem]]:
    """The pages, or all in the order of their paths, as far as they can be read; and what stands
    in the way of the others."""
    contacts = read_contacts(project)
    read = read_all(project)
    wanted = set(pages) or read.sources.keys()
    problems = [] if pages else list(read.problems)
    found: dict[str, PageText] = {}
    for page in sorted(wanted & read.sources.keys()):
        try:
            found[page] = _read(page, read.sources[page], contacts)
        except ProblemsFound as error:
            problems += error.problems
    return found, problems


def _read(page: str, source: PageSource, contacts: dict[str, Contact]) -> PageText:
    reader = _Reader(source)
    walk_source(source, contacts, reader)
    return PageText(page, source, reader.blocks)
