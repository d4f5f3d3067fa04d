"""Words of links: people who listen to a page, or skim it, meet them without the text around them
(WCAG 2.2, 2.4.4 and 2.4.9 Link Purpose)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from scripts import inline
from scripts.page_text import PageText
from scripts.plain import plain_words
from scripts.problems import Problem

LINK = re.compile(
    r"(?<![!\\])\[(?P<words>(?:[^\[\]\\]|\\.|!?\[[^\]]*\](?:\([^)]*\))?)*)\]"
    r"(?:\([ ]*<?(?P<address>[^)\s>]*)[^)]*\)|\[(?P<name>[^\]]*)\])"
)
"""A link, whose words may hold a picture or brackets: with its address, or with a name of one."""

BARE = re.compile(r"<(?P<bare>https?://[^>\s]+|www\.[^>\s]+)>")
"""An address between angle brackets: it becomes a link with itself as its words."""

ADDRESS = re.compile(r"(?:https?://|www\.)\S*|\S+\.[a-z]{2,}/\S*", re.IGNORECASE)

EMPTY = frozenset(
    (
        "back|click|click here|click this|click this link|details|find out more|for more|"
        "further information|go|go here|go there|here|information|it|learn more|link|links|"
        "look here|more|more details|more here|more info|more information|next|open|page|"
        "press here|read|read here|read it|read more|read on|read this|see|see here|see more|"
        "see this|site|tap here|that|that page|them|there|these|these pages|this|this link|"
        "this page|this site|this website|those|website"
    ).split("|")
)
"""Words that say nothing of the place that they lead to, without case and marks."""

HARM = "People who listen to the page, or only look at its links, would not know where it leads."


class Link(NamedTuple):
    """A link in the text of a page, at a line of the page."""

    words: str
    """As they are seen or heard, without case, for comparing them."""
    target: str
    """The place from the root of docs/, or the whole address."""
    line: int


def find_problems(text: PageText) -> Iterator[Problem]:
    """Links of a page whose words do not say where they lead."""
    first: dict[str, Link] = {}
    for link in find_links(text):
        if what := _fault(link.words):
            remedy = "Write what is there, such as the title of the page that it leads to."
            yield text.problem(link.line, what, HARM, remedy)
            continue
        other = first.setdefault(link.words, link)
        if other.target != link.target:
            yield text.problem(
                link.line,
                f'Two links have the words "{link.words}" and lead to different places: '
                f"{link.target} and {other.target} ({text.where(other.line)}).",
                HARM,
                "Write in each what only its own place has.",
            )


def find_links(text: PageText) -> Iterator[Link]:
    """The links in the text of a page, in its order."""
    for block in text.blocks:
        prose = _without_marks_in_code(block.text)
        for match in LINK.finditer(prose):
            target = _target(text.page, match["address"] or f"[{match['name'] or ''}]")
            yield Link(_fold(match["words"]), target, block.line)
        for match in BARE.finditer(prose):
            yield Link(match["bare"].casefold(), match["bare"], block.line)


def _without_marks_in_code(message: str) -> str:
    """The message without comments, and with nothing in its code that could be part of a link."""
    code = re.compile(r"[\[\]<>]")
    return inline.COMMENT.sub("", inline.change(message, str, lambda span: code.sub(" ", span)))


def _target(page: str, address: str) -> str:
    if re.match(r"[a-z][a-z0-9+.-]*:|//|\[", address, re.IGNORECASE):
        return address
    path, mark, part = address.partition("#")
    here = posixpath.join(posixpath.dirname(page), path) if path else f"{page}.md"
    return f"{posixpath.normpath(here)}{mark}{part}"


def _fold(words: str) -> str:
    shown = inline.CONTACT.sub(r" \g<name> ", words)
    return " ".join(plain_words(shown).split()).casefold()


def _fault(words: str) -> str | None:
    """What is wrong with the words of a link by themselves."""
    plain = re.sub(r"[^\w' ]+", "", words).strip()
    if not plain:
        return "A link has no words."
    if ADDRESS.fullmatch(words):
        return f"The words of a link are an address: {words}"
    if plain in EMPTY:
        return f'The words of a link say nothing alone: "{words}"'
    return None
