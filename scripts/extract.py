"""Extraction: the visitor that collects messages, and the methods that Babel calls.

`pybabel extract -F pyproject.toml .` and `alongside extract` find the same messages.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, NamedTuple

from babel.messages.extract import extract_from_dir

from scripts.contact_refusals import find_plain_numbers
from scripts.contacts import Contact, read_contacts
from scripts.definitions import Definitions
from scripts.dialect import walk_source
from scripts.extractors import remembering
from scripts.made import read_all
from scripts.messages import Block, Message
from scripts.navigation import CONTEXT, find_entries, refuse_names
from scripts.pages import PageSource, read_page
from scripts.paths import INTERFACE, Project
from scripts.problems import Problem, ProblemsFound
from scripts.stages import Stage
from scripts.words import Word

PAGE_METHOD = "alongside_page"
COMMENT_TAGS = ("translators:",)


class Extraction:
    """The visitor that collects the messages of one page."""

    strict = True

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.messages: list[Message] = []

    def begin(self, known: Definitions) -> None:
        """Nothing of what the page defines matters to its messages."""

    def visit(self, block: Block) -> None:
        if block.translatable and not block.message.interface:
            self.messages.append(block.message)


def find_messages(source: PageSource, contacts: dict[str, Contact]) -> list[Message]:
    """Every message of a page in its order: front matter first, then its blocks.

    Raises ProblemsFound with everything that the page may not contain.
    """
    extraction = Extraction(source.path, source.first_line)
    problems = [source.place(problem) for problem in source.problems()]
    try:
        walk_source(source, contacts, extraction)
    except ProblemsFound as error:
        problems += error.problems
    if problems:
        raise ProblemsFound(problems)
    return [*source.messages(), *extraction.messages]


class ReadPage(NamedTuple):
    """A page as it was read, with its messages."""

    source: PageSource
    messages: list[Message]


class ReadPages(NamedTuple):
    """Every page by its path, the words of the A to Z, and the steps of the map of stages."""

    pages: dict[str, ReadPage]
    words: tuple[Word, ...]
    stages: tuple[Stage, ...]


def read_pages(
    project: Project,
    contacts: dict[str, Contact],
    known: Mapping[str, ReadPage] = MappingProxyType({}),
) -> ReadPages:
    """Every page, read once. `known` has pages read earlier, for the same contacts.

    Raises ProblemsFound with the problems of all pages.
    """
    read = read_all(project)
    found: dict[str, ReadPage] = {}
    problems = list(read.problems)
    for page, source in read.sources.items():
        try:
            same = page in known and known[page].source == source
            found[page] = known[page] if same else ReadPage(source, find_messages(source, contacts))
        except ProblemsFound as error:
            problems += error.problems
    if problems:
        raise ProblemsFound(problems)
    return ReadPages(found, read.words, read.stages)


def find_page_messages(project: Project) -> dict[str, list[Message]]:
    """The messages of every page. Raises ProblemsFound as `read_pages` does."""
    pages = read_pages(project, read_contacts(project)).pages
    return {page: read.messages for page, read in pages.items()}


def find_all_messages(project: Project) -> dict[str, list[Message]]:
    """The messages of every page and, under the name INTERFACE, those of the interface.

    Raises ProblemsFound as `find_page_messages` does, and for names that the navigation gives.
    """
    if named := refuse_names(project):
        raise ProblemsFound(named)
    return {**find_page_messages(project), INTERFACE: find_interface_messages(project)}


def find_interface_messages(project: Project) -> list[Message]:
    """The messages of the templates, the navigation and the few in Python, each once.

    Raises ProblemsFound for phone numbers that are typed in them.
    """
    settings = tomllib.loads(project.mapping.read_text(encoding="utf-8"))
    mappings = settings["tool"]["babel"]["mappings"]
    others = [mapping for mapping in mappings if mapping["method"] != PAGE_METHOD]
    found = extract_from_dir(
        project.root,
        method_map=[(mapping["pattern"], remembering(mapping["method"])) for mapping in others],
        options_map={m["pattern"]: {"encoding": m["encoding"]} for m in others if "encoding" in m},
        comment_tags=COMMENT_TAGS,
        strip_comment_tags=True,
    )
    messages: dict[tuple[str | None, str], Message] = {}
    problems: list[Problem] = []
    for path, line, text, comments, context in found:
        messages.setdefault((context, text), Message(text, context, tuple(comments), line))
        problems += find_plain_numbers(text, Path(path).as_posix(), line)
    if problems:
        raise ProblemsFound(problems)
    return list(messages.values())


def extract_page(
    fileobj: IO[bytes], keywords: Any, comment_tags: Any, options: dict[str, Any]
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """Babel's extraction method for a page of `docs/`, or a file of data that makes pages.

    Yields (line, function name, message or (context, message), comments).
    """
    path = Path(fileobj.name).resolve()
    project = Project.find(path)
    contacts = read_contacts(project)
    for source in _pages_of(project, path, fileobj):
        for message in find_messages(source, contacts):
            yield _for_babel(message)


def _pages_of(project: Project, path: Path, file: IO[bytes]) -> Iterator[PageSource]:
    """The pages that a file of `docs/` is, or that are made of it alone."""
    short = project.short(path)
    if path.suffix == ".md" and not path.with_suffix(".yml").exists():
        yield read_page(file.read(), short)
        return
    read = read_all(project)
    if read.problems:
        raise ProblemsFound(read.problems)
    yield from (source for source in read.sources.values() if source.path == short)


def extract_navigation(
    fileobj: IO[bytes], keywords: Any, comment_tags: Any, options: dict[str, Any]
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """Babel's extraction method for `mkdocs.yml`: the names of the navigation's sections."""
    comments = ("The name of a group of pages in the menu.",)
    for entry in find_entries(fileobj.read().decode("utf-8")):
        if entry.is_section:
            yield _for_babel(Message(entry.name, CONTEXT, comments, entry.line))


def _for_babel(message: Message) -> tuple[int, str, Any, list[str]]:
    if message.context is None:
        return message.line, "gettext", message.text, list(message.comments)
    return message.line, "pgettext", (message.context, message.text), list(message.comments)
