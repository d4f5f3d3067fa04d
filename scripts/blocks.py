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
from dataclasses import dataclass, field
from typing import Protocol
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify, unique
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from scripts import inline, refusals
from scripts.problems import Problem, ProblemsFound

WALK_PRIORITY = 30
"""After footnotes are placed in the tree (50) and before inline parsing (`inline`, 20)."""

SOURCE_PRIORITY = 20.5
"""After fenced code is put aside (25) and before raw HTML is (`html_block`, 20)."""

HEADING = re.compile(r"h[1-6]")
HAS_WORDS = re.compile(r"[^\W\d_]")
DIRECTIVE = re.compile(r"\s*(?P<name>[\w-]+)\s*:\s*(?P<value>.*\S)\s*", re.DOTALL)


def N_(words: str) -> str:  # noqa: N802 - the name that Babel extracts
    """`words`, marked for extraction as a message of the interface."""
    return words


DEFAULT_TITLES = {
    "note": N_("Note"),
    "tip": N_("Tip"),
    "warning": N_("Warning"),
    "danger": N_("Danger"),
}
"""Titles that Python-Markdown gives admonitions without one: messages of the interface."""


@dataclass(frozen=True)
class Message:
    """What a translator translates: Markdown source in which a newline is a hard break."""

    text: str
    context: str | None = None
    """Tells two meanings of the same words apart (gettext's msgctxt)."""
    comments: tuple[str, ...] = ()
    """What the page's author says to translators."""
    line: int = 0
    """The line of the file where the block begins, counted from 1."""
    interface: bool = False
    """Belongs to the interface, not to the page: the default title of an admonition."""


@dataclass
class Block:
    """A place in the tree that holds a message: the text of an element, or what follows a child."""

    element: Element
    parent: Element
    tail: bool
    message: Message
    translatable: bool = True
    lead: str = ""
    trail: str = ""
    attributes: str = ""
    literal: bool = False
    """The text is an AtomicString, in which Markdown marks are plain characters."""

    def write(self, text: str, language: Language | None = None) -> None:
        """Put the message `text` in the block's place, marked as being in `language` if given."""
        source = text if self.literal else inline.unfold(text)
        holder = self._marked_holder(language) if language else None
        if holder is None:
            self._set(f"{self.lead}{source}{self.attributes}{self.trail}")
        else:
            holder.text = self._typed(source)
            if holder is not self.element:
                holder.tail = f"{self.attributes}{self.trail}"
                self._set(self.lead)
            else:
                self._set(f"{self.lead}{source}{self.attributes}{self.trail}")

    def _marked_holder(self, language: Language) -> Element:
        """The element that carries `lang` and `dir`: the block's own where it holds nothing else,
        since a list item's mark must not reach the translated list inside it."""
        if not self.tail and not len(self.element):
            holder = self.element
        else:
            holder = Element("span")
            place = list(self.parent).index(self.element) + 1 if self.tail else 0
            (self.parent if self.tail else self.element).insert(place, holder)
        holder.set("lang", language.code)
        holder.set("dir", language.direction)
        return holder

    def _set(self, text: str) -> None:
        if self.tail:
            self.element.tail = self._typed(text)
        else:
            self.element.text = self._typed(text)

    def _typed(self, text: str) -> str:
        return AtomicString(text) if self.literal else text


class Language(Protocol):
    """What a language mark needs to know."""

    code: str
    direction: str


class Visitor(Protocol):
    """What walks over a page. `path` and `first_line` say where its Markdown begins."""

    path: str
    first_line: int

    def visit(self, block: Block) -> None:
        """See one block, in the order of the page; write to it to replace its text."""


@dataclass
class Lines:
    """Finds the line of a block's source, which Python-Markdown does not keep."""

    lines: list[str] = field(default_factory=list)
    first: int = 1
    cursor: int = 0

    def find(self, text: str) -> int:
        """The number of the line where `text` begins, counted from the file's first line."""
        start = inline.STASH_MARK.split(text.strip(inline.BLANK))[0].split("\n")[0]
        order = (*range(self.cursor, len(self.lines)), *range(self.cursor))
        found = next((i for i in order if start and start in self.lines[i]), self.cursor)
        if found >= self.cursor:  # a footnote stands elsewhere than where it is shown
            self.cursor = found
        return self.first + found


class Source(Preprocessor):
    """Keeps the lines of the page, and how many stashed blocks are code rather than raw HTML."""

    def run(self, lines: list[str]) -> list[str]:
        self.lines = lines
        self.code_blocks = len(self.md.htmlStash.rawHtmlBlocks)
        return lines


class Walk(Treeprocessor):
    """Visits every block of a page and gives each heading its id.

    Raises ProblemsFound with everything that the page may not contain.
    """

    def __init__(self, md: Markdown, source: Source, visitor: Visitor) -> None:
        super().__init__(md)
        self.source = source
        self.visitor = visitor

    def run(self, root: Element) -> None:
        self.lines = Lines(self.source.lines, self.visitor.first_line)
        self.problems: list[Problem] = []
        self.directives: list[tuple[str, str]] = []
        self.references = {name.lower() for name in self.md.references}
        self.footnotes = set(_footnotes(self.md))
        self._refuse(
            0,
            (
                r
                for name, (_, title) in self.md.references.items()
                for r in refusals.refuse_definition(name, title)
            ),
        )
        blocks = list(self._find(root, root, translatable=True))
        if self.problems:
            raise ProblemsFound(self.problems)
        set_heading_ids(root, blocks)
        for block in blocks:
            self.visitor.visit(block)

    def _find(self, element: Element, parent: Element, translatable: bool) -> Iterator[Block]:
        """Every block in `element`, in the order in which a reader meets it."""
        if element.tag in ("pre", "code") or "footnote-backref" in element.get("class", ""):
            return
        translatable = translatable and element.get("translate") != "no"
        self._refuse(self.lines.cursor + self.lines.first, refusals.refuse_element(element))
        if block := self._block(element, parent, element.text, translatable):
            yield block
        for child in list(element):
            if self._is_comment(child):
                element.remove(child)
                continue
            yield from self._find(child, element, translatable)
            if block := self._block(child, element, child.tail, translatable, tail=True):
                yield block

    def _is_comment(self, element: Element) -> bool:
        """Whether the element is a comment on a line of its own, whose directives are kept."""
        match = HTML_PLACEHOLDER_RE.fullmatch(element.text or "")
        stashed = self.md.htmlStash.rawHtmlBlocks[int(match[1])] if match else None
        if not isinstance(stashed, str) or int(match[1]) < self.source.code_blocks:
            return False
        if not inline.COMMENT.fullmatch(stashed.strip()):
            return False
        self._read_directives(stashed, self.lines.find(stashed))
        return True

    def _block(
        self,
        element: Element,
        parent: Element,
        raw: str | None,
        translatable: bool,
        tail: bool = False,
    ) -> Block | None:
        """The block at this place, or None where there are no words."""
        if not raw or not raw.strip(inline.BLANK):
            return None
        if isinstance(raw, AtomicString):
            lead, text, trail, attributes = "", raw, "", ""
        else:
            lead, text, trail = inline.set_aside_marks(raw)
            text, attributes = inline.set_aside_attributes((parent if tail else element).tag, text)
        line = self.lines.find(text or raw)
        self._refuse_block(lead + text + trail, attributes, line)
        text = inline.outside_code(text, lambda prose: self._without_comments(prose, line))
        folded = inline.fold(text)
        if ("translate", "no") in inline.read_attributes(attributes):
            translatable = False
        words = inline.PLACEHOLDER.sub(" ", inline.without_code(folded))
        if not HAS_WORDS.search(words):
            return None
        return Block(
            element,
            parent,
            tail,
            self._message(element, folded, line),
            translatable,
            lead,
            trail,
            attributes,
            isinstance(raw, AtomicString),
        )

    def _message(self, element: Element, text: str, line: int) -> Message:
        directives, self.directives = self.directives, []
        context = next((value for name, value in directives if name == "context"), None)
        comments = tuple(value for name, value in directives if name == "translators")
        interface = "admonition-title" in element.get("class", "") and (
            text in DEFAULT_TITLES.values()
        )
        return Message(text, context, comments, line, interface)

    def _without_comments(self, prose: str, line: int) -> str:
        for match in inline.COMMENT.finditer(prose):
            self._read_directives(match[0], line)
        return inline.COMMENT.sub("", prose)

    def _read_directives(self, comment: str, line: int) -> None:
        """Keep what a comment says for the next block. Other comments are an author's own."""
        match = DIRECTIVE.fullmatch(inline.COMMENT.fullmatch(comment.strip())["text"])
        if match and match["name"] in ("context", "translators"):
            self.directives.append((match["name"], " ".join(match["value"].split())))
        elif match:
            self._refuse(
                line,
                [
                    refusals.Refusal(
                        f"The comment begins with {match['name']}: which means nothing here.",
                        "Translators would not be told what the author meant to tell them.",
                        "Write context: or translators: or take the colon out.",
                    )
                ],
            )

    def _refuse_block(self, text: str, attributes: str, line: int) -> None:
        for mark in HTML_PLACEHOLDER_RE.finditer(text):
            stashed = self.md.htmlStash.rawHtmlBlocks[int(mark[1])]
            if stashed == "" or int(mark[1]) < self.source.code_blocks:
                text = text.replace(mark[0], "")  # the place of an element already in the tree
            else:
                shown = stashed if isinstance(stashed, str) else f"<{stashed.tag}>"
                self._refuse(self.lines.find(shown), [refusals.raw_html(shown)])
                text = text.replace(mark[0], "")
        rest = inline.STASH_MARK.sub("", text)
        self._refuse(line, refusals.refuse_text(rest, self.references, self.footnotes))
        self._refuse(line, refusals.refuse_text(attributes, set(), set()))

    def _refuse(self, line: int, found: Iterable[refusals.Refusal]) -> None:
        self.problems += [Problem(self.visitor.path, line, *refusal) for refusal in found]


def _footnotes(md: Markdown) -> Iterable[str]:
    """The names of the page's footnotes, in their order."""
    for extension in md.registeredExtensions:
        if hasattr(extension, "footnotes"):
            return extension.footnotes
    return ()


def set_heading_ids(root: Element, blocks: list[Block]) -> None:
    """Give each heading the id that its English has, so that links work in every language.

    An id written in an attribute list stays; `toc` keeps an id that is already there.
    """
    used = {element.get("id") for element in root.iter() if element.get("id")}
    used |= {
        value
        for block in blocks
        for name, value in inline.read_attributes(block.message.text + block.attributes)
        if name == "id" and value
    }
    for block in blocks:
        explicit = [name for name, _ in inline.read_attributes(block.attributes) if name == "id"]
        if (
            not block.tail
            and HEADING.fullmatch(block.element.tag)
            and not block.element.get("id")
            and not explicit
        ):
            block.element.set("id", unique(slug(block.message.text), used))


def slug(message: str) -> str:
    """The id of a heading: its English words without addresses, notes, placeholders and marks."""
    text = re.sub(r"!?\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])", r"\1", message)
    text = refusals.FOOTNOTE.sub("", inline.PLACEHOLDER.sub("", text))
    text = inline.ANY_ATTRIBUTES.sub("", text)
    return slugify(text.replace("_", " "), "-")


class WalkExtension(Extension):
    """Registers the walk with its visitor in a Markdown instance."""

    def __init__(self, visitor: Visitor, walk: type[Walk] = Walk) -> None:
        super().__init__()
        self.visitor = visitor
        self.walk = walk

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        source = Source(md)
        md.preprocessors.register(source, "alongside-source", SOURCE_PRIORITY)
        md.treeprocessors.register(
            self.walk(md, source, self.visitor), "alongside-walk", WALK_PRIORITY
        )
