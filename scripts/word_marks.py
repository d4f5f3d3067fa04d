"""Marks at the first use of a word from letters on a page, each leading to its meaning.

A mark is a link to the meaning at the end of the same page, which is also its description: so it
works for a reader who taps, who points, and who listens (WCAG 2.2, 3.1.3 Unusual Words), on paper,
and without a script. An `abbr` with a title was rejected: nothing happens on a telephone. In a
translation the English word stands in brackets, as in the letter, and that is what is marked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension

from scripts.headings import HEADING
from scripts.interface import Text
from scripts.messages import Language, mark_language
from scripts.side_by_side import BESIDE, is_copy
from scripts.text_marks import Found, TextMarks
from scripts.words import PAGE, Word

PRIORITY = -20
"""After MkDocs looks at the links of a page (0): the meanings stand in the template."""

NOT_MARKED = frozenset({"a", "code", "pre", "dt", "summary", "bdi"})
"""Where no link belongs, or where the page itself says what a word means."""

NOT_MARKED_CLASSES = frozenset({"admonition-title", "letter", "card", "contact", BESIDE})


class Names:
    """Finds the words of the A to Z in a text by everything that they are called."""

    def __init__(self, words: Iterable[Word]) -> None:
        names = [(name, word) for word in words if word.marked for name in word.names]
        names.sort(key=lambda pair: (_first(pair), -len(pair[0])))
        self.words = [word for _, word in names]
        # Tried are only those that begin as the text does: all of them take twenty times as long.
        branches = (_branch(letter, same) for letter, same in groupby(names, _first))
        self.pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(branches)})(?![\w-])")

    def find(self, text: str) -> Iterator[tuple[re.Match, Word]]:
        """Each word in the text with its match, in order."""
        if self.words:
            for match in self.pattern.finditer(text):
                yield match, self.words[match.lastindex - 1]


def _first(pair: tuple[str, Word]) -> str:
    return pair[0][0].lower()


def _branch(letter: str, names: Iterable[tuple[str, Word]]) -> str:
    """The patterns of the names with one first letter, the longest first: "child protection plan"
    before "child"."""
    return f"(?=(?i:{re.escape(letter)}))(?:{'|'.join(f'({_pattern(name)})' for name, _ in names)})"


def _pattern(name: str) -> str:
    """The pattern of a name, in singular and plural; short forms in capitals only."""
    pattern = re.escape(name).replace(r"\ ", "[- ]").replace(r"\-", "[- ]")
    if name.isupper():
        return pattern
    if name[-1:] == "y":
        return f"(?i:{pattern[:-1]}(?:y|ies))"
    return f"(?i:{pattern}s?)" if name[-1:].isalpha() else f"(?i:{pattern})"


@dataclass
class Place:
    """The page that is marked, and the languages of its meanings and its words."""

    page: str = ""
    language: Language | None = None
    source: Language | None = None
    meaning: Callable[[Word], Text] = lambda word: Text(word.meaning)
    """The meaning of a word in the language of the page, or in English and marked so."""
    found: list[Word] = field(default_factory=list)
    """The words that were marked, in their order."""


class Marks(TextMarks):
    """Marks the first use of each word on a page, and keeps which words these were."""

    def __init__(self, md: Markdown, names: Names, place: Place) -> None:
        super().__init__(md)
        self.names = names
        self.place = place

    def run(self, root: Element) -> None:
        own = " ".join(map(_words, root.iter("dt")))
        self.done = {word for _, word in self.names.find(own)}
        self.done |= {word for word in self.names.words if word.page == self.place.page}
        if self.place.page != PAGE:
            self.mark(root)

    def may_be_marked(self, element: Element) -> bool:
        classes = set((element.get("class") or "").split())
        return not (
            element.tag in NOT_MARKED
            or HEADING.fullmatch(element.tag)
            or classes & NOT_MARKED_CLASSES
        )

    def find_marks(self, text: str) -> Found:
        found: Found = []
        for match, word in self.names.find(text):
            if word not in self.done:
                self.done.add(word)
                self.place.found.append(word)
                found.append((match, make_mark(word, match[0], self.place)))
        return found


def _words(element: Element) -> str:
    """The text in an element, but for the English beside it, which says nothing new of a page."""
    inside = (f"{'' if is_copy(child) else _words(child)}{child.tail or ''}" for child in element)
    return f"{element.text or ''}{''.join(inside)}"


def make_mark(word: Word, seen: str, place: Place) -> Element:
    """The link from a word, as it was `seen`, to its meaning at the end of the page."""
    meaning = place.meaning(word)
    name = word.anchor
    mark = Element("a", {
        "class": "word", "id": f"shell-use-{name}", "href": f"#shell-word-{name}",
        "aria-describedby": f"shell-meaning-{name}", "title": str(meaning),
    })  # fmt: skip
    if place.language == place.source:
        mark.text = seen
        return mark
    mark_language(mark, meaning.language or place.language)
    inner = SubElement(mark, "span")
    mark_language(inner, place.source)
    inner.text = seen
    return mark


class MarksExtension(Extension):
    """Registers the marks in each Markdown instance; `place` is the page that is shown next."""

    def __init__(self, words: Iterable[Word]) -> None:
        super().__init__()
        self.names = Names(words)
        self.place = Place()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(Marks(md, self.names, self.place), "alongside-marks", PRIORITY)
