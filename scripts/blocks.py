"""The walk: the one place that decides what a message is.

Between Python-Markdown's block parser and its inline parser, each block of a page is one element
whose text is still Markdown source. That text is one message. Extraction and translation are the
same walk with another visitor, so every message looked up was extracted and the other way round.
Replacing text on the rendered page, or splitting the source by hand, was rejected: the first loses
the source that a translator needs, the second is a second Markdown parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Protocol
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from scripts import inline, refusals, source
from scripts.definitions import Definitions
from scripts.directives import Directives
from scripts.headings import refuse_heading, set_heading_ids
from scripts.messages import DEFAULT_TITLES, Block, Message, given_block
from scripts.problems import Problem, ProblemsFound, Refusal
from scripts.side_by_side import PRIORITY as TIDY_PRIORITY
from scripts.side_by_side import Tidy

PRIORITY = 30
"""After footnotes are placed in the tree (50) and before inline parsing (`inline`, 20)."""

HAS_WORDS = re.compile(r"[^\W\d_]")
NOT_WALKED = frozenset({"pre", "code"})


class Visitor(Protocol):
    """What walks over a page. `path` and `first_line` say where its Markdown begins."""

    path: str
    first_line: int
    strict: bool
    """Whether to refuse what a page may not contain, and to say the line of each message. What is
    shown need not be: a page is extracted first."""

    def begin(self, known: Definitions) -> None:
        """Learn what the page defines, before its first block."""

    def visit(self, block: Block) -> None:
        """See one block, in the order of the page; write to it to replace its text."""


class Walk(Treeprocessor):
    """Visits every block of a page, and gives each heading its id.

    Raises ProblemsFound with everything that the page may not contain.
    """

    def __init__(self, md: Markdown, lines: source.Source, visitor: Visitor) -> None:
        super().__init__(md)
        self.lines = lines
        self.visitor = visitor

    def run(self, root: Element) -> None:
        self.problems: list[Problem] = []
        self.numbers = count(1)
        self.directives = Directives()
        self.definitions = Definitions.of(self.md)
        self._refuse(0, refusals.refuse_definitions(self.definitions))
        blocks = list(self.find_blocks(root, translatable=True))
        self._refuse(self.lines.line, self.directives.leave())
        for block in blocks:
            self._refuse(block.message.line - self.visitor.first_line, refuse_heading(block, root))
        if self.problems:
            raise ProblemsFound(self.problems)
        set_heading_ids(root, blocks)
        self.visitor.begin(self.definitions)
        for block in blocks:
            self.visitor.visit(block)

    def find_blocks(self, element: Element, translatable: bool) -> Iterator[Block]:
        """Every block inside `element`, in the order in which a reader meets it."""
        translatable = translatable and element.get("translate") != "no"
        if self.visitor.strict and (refused := list(refusals.refuse_element(element))):
            self._refuse(self.lines.find(f"<{element.tag}"), refused)
        if block := self._block(element, element, element.text, translatable):
            translatable = block.translatable  # what is frozen freezes the blocks inside it
            yield block
        for child in list(element):
            if self._take_comment(child):
                element.remove(child)
                continue
            if given := given_block(child):
                yield given
            elif child.tag not in NOT_WALKED:
                yield from self.find_blocks(child, translatable)
            if block := self._block(child, element, child.tail, translatable):
                yield block

    def _block(
        self, element: Element, parent: Element, raw: str | None, translatable: bool
    ) -> Block | None:
        """The block at this place, or None where there are no words.

        The place is the text of `element` where that is its own `parent`, else what follows it.
        """
        if not raw or not raw.strip(inline.BLANK):
            return None
        cut = inline.cut(parent.tag, raw)
        line = self.lines.find(cut.text or raw) if self.visitor.strict else 0
        self._refuse_text(cut, line)
        text = inline.fold(
            inline.outside_code(cut.text, lambda prose: self._uncomment(prose, line))
        )
        if not has_words(text):
            self._refuse(line, self.directives.leave())
            return None
        said = self.directives.take()
        title = element.get("class") == "admonition-title" and text in DEFAULT_TITLES
        message = Message(text, said.context, said.notes, self.visitor.first_line + line, title)
        frozen = ("translate", "no") in inline.read_attributes(cut.attributes)
        return Block(message, cut, element, parent, element is not parent,
                     translatable and not frozen, said.facts, next(self.numbers))  # fmt: skip

    def _uncomment(self, prose: str, line: int) -> str:
        self._refuse(line, self.directives.read(prose))
        return inline.COMMENT.sub("", prose)

    def _take_comment(self, element: Element) -> bool:
        """Whether the element is nothing but a comment, which is then taken in."""
        match = HTML_PLACEHOLDER_RE.fullmatch(element.text or "")
        stashed = self._stashed(match[1]) if match else ""
        if not inline.COMMENT.fullmatch(stashed):
            return False
        self._uncomment(stashed, self.lines.find(stashed))
        return True

    def _stashed(self, number: str) -> str:
        """The HTML that a page wrote and Python-Markdown stashed under `number`.

        Empty for fenced code, and for an element that has its place in the tree by now.
        """
        found = self.md.htmlStash.rawHtmlBlocks[int(number)]
        if self.lines.is_code(int(number)):
            return ""
        return found.strip() if isinstance(found, str) else f"<{found.tag}>"

    def _refuse_text(self, cut: inline.Cut, line: int) -> None:
        if not self.visitor.strict:
            return
        for mark in HTML_PLACEHOLDER_RE.finditer(f"{cut.before}{cut.text}{cut.after}"):
            if html := self._stashed(mark[1]):
                self._refuse(self.lines.find(html), [refusals.raw_html(html)])
        text = inline.STASH_MARK.sub("", cut.text)
        self._refuse(line, refusals.refuse_text(text, self.definitions))
        self._refuse(line, refusals.refuse_names(cut.attributes))
        if cut.after and cut.attributes:  # the link back of a note keeps them from their element
            self._refuse(line, refusals.refuse_attributes(cut.attributes))

    def _refuse(self, line: int, found: Iterable[Refusal]) -> None:
        if not self.visitor.strict:
            return
        place = self.visitor.path, self.visitor.first_line + line
        self.problems += [Problem(*place, *refusal) for refusal in found]


def has_words(message: str) -> bool:
    """Whether there is anything to translate: not in numbers, code or contacts alone."""
    text = inline.PLACEHOLDER.sub(" ", inline.without_code(message))
    return bool(HAS_WORDS.search(text))


class WalkExtension(Extension):
    """Registers the walk with its visitor in a Markdown instance."""

    def __init__(self, visitor: Visitor, walk: type[Walk] = Walk) -> None:
        super().__init__()
        self.visitor = visitor
        self.walk = walk

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        lines = source.Source(md)
        md.preprocessors.register(lines, "alongside-source", source.PRIORITY)
        walk = self.walk(md, lines, self.visitor)
        md.treeprocessors.register(walk, "alongside-walk", PRIORITY)
        md.treeprocessors.register(Tidy(md), "alongside-side-by-side", TIDY_PRIORITY)
