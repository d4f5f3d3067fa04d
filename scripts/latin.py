"""English words inside a text of another script, marked as English (WCAG 2.2, 3.1.2).

A translation keeps the words that stand in the letter: "(core group)". A screen reader then changes
its voice, a browser its font, and the words keep their order between brackets that run right to
left. Translators write no marks for it: in Urdu, Latin letters can be nothing else. In a language
that is written in Latin letters itself nobody can tell, and nothing is marked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension

from scripts.messages import Language, mark_language
from scripts.text_marks import Found, TextMarks

PRIORITY = -25
"""After the marks of words from letters (-20), which know their language themselves."""

LATIN = "LATIN"
LETTERS = "A-Za-z\u00c0-\u024f"
RUN = re.compile(rf"(?<![\x02{LETTERS}])[{LETTERS}]+(?:[ '’/&.+-]*[0-9{LETTERS}]+)*")
"""English words in a row, with the numbers between and after them: "section 47 enquiry". What
follows \\x02 is a mark of Python-Markdown."""

NOT_MARKED = frozenset({"bdi", "code", "pre"})
"""Where words are no language: numbers, addresses, what a machine reads."""


MARK = "latin"
"""The class of the marks, which tells them from what is in English because nobody translated it."""


def is_latin(text: str) -> bool:
    """Whether the first letter of a text is a Latin one."""
    letter = next(filter(str.isalpha, text), "a")
    return unicodedata.name(letter, LATIN).startswith(LATIN)


def split_runs(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a text in order, each with whether it is a run of English words; none is where
    the text has no letter of another script."""
    end = 0
    others = any(letter.isalpha() and not is_latin(letter) for letter in text)
    for match in RUN.finditer(text) if others else ():
        yield text[end : match.start()], False
        yield match[0], True
        end = match.end()
    yield text[end:], False


class LatinMarks(TextMarks):
    """Marks the English words on a page."""

    def __init__(self, md: Markdown, english: Language) -> None:
        super().__init__(md)
        self.english = english

    def run(self, root: Element) -> None:
        self.mark(root)

    def may_be_marked(self, element: Element) -> bool:
        said = element.get("lang") or element.get("translate") == "no"
        return not (said or element.tag in NOT_MARKED)

    def find_marks(self, text: str) -> Found:
        return [(match, self._mark(match[0])) for match in RUN.finditer(text)]

    def _mark(self, words: str) -> Element:
        mark = Element("span")
        mark.set("class", MARK)
        mark_language(mark, self.english)
        mark.text = words
        return mark


class LatinExtension(Extension):
    """Registers the marks for pages in `language`, if that has a script of its own."""

    def __init__(self, language: Language, english: Language) -> None:
        super().__init__()
        self.language = language
        self.english = english

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        if not is_latin(self.language.name):
            md.treeprocessors.register(LatinMarks(md, self.english), "alongside-latin", PRIORITY)
