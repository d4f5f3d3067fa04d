"""What a page may not contain, because it would escape translation or break when translated.

Each rule says what it found, what a reader would suffer, and the edit that mends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import AUTOLINK_RE, HTML_RE

from scripts.contact_refusals import refuse_numbers, refuse_placeholders
from scripts.definitions import Definitions
from scripts.inline import ANY_ATTRIBUTES, COMMENT, NOTE, change, read_attributes, without_code
from scripts.problems import AS_TYPED, Refusal

ATTRIBUTES = frozenset({".", "id", "class", "translate", "open"})
"""What an attribute list, or an element with `markdown`, may say. Others would hold words that are
read aloud, a script, or a style."""

MADE_BY_MARKDOWN = re.compile(r"t[hd] style=text-align: \w+;|ol start=\d+")
"""What Markdown itself writes for the alignment of a column and the first number of a list."""

ELEMENTS = frozenset(
    "a blockquote br code dd details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img li ol "
    "p pre section span strong summary sup table tbody td th thead tr ul".split()
)
"""Elements that Markdown makes, and the few that a page may write with `markdown`."""

ADDRESS = re.compile(r"\]\(\s*<?(?P<address>[^\s)>]*)")
REFERENCE = re.compile(
    r"(?<![\\\]])(?P<mark>!?)\[(?P<text>[^\]\[^][^\]\[]*)\](?P<after>\[\]|[\[(])?"
)
ABBREVIATION = re.compile(r"^\*\[[^\]]+\]:", re.MULTILINE)
BACKSLASH_BREAK = re.compile(r"(?<!\\)(\\\\)*\\\n")
CONTENTS = "[TOC]"
LOOSE_ATTRIBUTES = re.compile(rf"(?<![)\]*_`>]){ANY_ATTRIBUTES.pattern}")
"""Braces that follow neither a link nor a picture, nor bold, italic or code."""

IN_ENGLISH = "Readers of other languages would see a part of this page in English."


def refuse_text(text: str, known: Definitions) -> Iterator[Refusal]:
    """Everything in the Markdown of one block, without its element's attribute list, that a page
    may not contain."""
    prose = COMMENT.sub("", without_code(text))
    yield from _html(prose)
    yield from _addresses(match["address"] for match in ADDRESS.finditer(prose))
    yield from _references(prose, known)
    yield from refuse_placeholders(prose, known)
    yield from refuse_numbers(text, known.numbers)
    yield from refuse_attributes(text)
    if BACKSLASH_BREAK.search(prose):
        yield Refusal(
            "A line ends with a backslash.", AS_TYPED, "End it with two spaces to break it there."
        )
    if ABBREVIATION.search(prose):
        yield Refusal(
            "Abbreviations are not defined in pages.",
            IN_ENGLISH,
            "Say what the short form means in the sentence.",
        )
    if prose.strip() == CONTENTS:
        yield Refusal(
            f"{CONTENTS} is not used.",
            AS_TYPED,
            "Take it out: every page has its own list of what is on it.",
        )


def refuse_attributes(text: str) -> Iterator[Refusal]:
    """Attribute lists that say what they may not, or that stand where they belong to nothing."""
    for match in LOOSE_ATTRIBUTES.finditer(change(text, str, lambda code: "`")):
        yield Refusal(
            f"The braces {match[0].strip()} belong to nothing here.",
            AS_TYPED,
            "They belong at the end of a heading, cell or term, and on a line of their own under "
            "any other block. Or take them out.",
        )
    yield from refuse_names(text)


def refuse_names(attributes: str) -> Iterator[Refusal]:
    """Attributes in an attribute list that no page needs."""
    for name, _ in read_attributes(attributes):
        if name not in ATTRIBUTES:
            yield Refusal(
                f"The attribute {name} is not used in pages.",
                IN_ENGLISH,
                "Take it out. Only a class, an id and translate=no may stand in braces.",
            )


def refuse_element(element: Element) -> Iterator[Refusal]:
    """Elements and attributes that a page wrote as HTML with `markdown` and may not."""
    if element.tag not in ELEMENTS:
        yield raw_html(f"<{element.tag}>")
    for name, value in element.items():
        if name not in ATTRIBUTES and not MADE_BY_MARKDOWN.fullmatch(
            f"{element.tag} {name}={value}"
        ):
            yield Refusal(
                f"The attribute {name} of <{element.tag}> is not used in pages.",
                IN_ENGLISH,
                "Take it out. Only class, id, open and translate may stand there.",
            )


def refuse_definitions(known: Definitions) -> Iterator[Refusal]:
    """What no block holds of the definitions of reference links: titles, and numbers to call."""
    yield from _addresses(address for address, _ in known.links.values())
    for name, (address, title) in known.links.items():
        yield from refuse_numbers(f"[{name}]({address})", known.numbers)
        if title:
            yield Refusal(
                f"The link definition [{name}] has a title.",
                IN_ENGLISH,
                'Take the title out, or write the link as [text](address "title").',
            )


def raw_html(found: str) -> Refusal:
    """The refusal of a piece of raw HTML."""
    return Refusal(
        f"Raw HTML is not used in pages: {' '.join(found.split())[:40]}",
        IN_ENGLISH,
        'Write it in Markdown. A block that needs an element gets markdown="1", '
        "so that its text can be translated.",
    )


def _html(prose: str) -> Iterator[Refusal]:
    # A backslash does not escape "<" in Python-Markdown: what follows it is a tag all the same.
    if match := re.search(HTML_RE, re.sub(AUTOLINK_RE, " ", prose)):
        yield raw_html(match[0])


def _addresses(addresses: Iterable[str]) -> Iterator[Refusal]:
    for address in addresses:
        try:
            urlsplit(address)
        except ValueError:
            yield Refusal(
                f"The address of a link cannot be read: {address}",
                "The link would lead nowhere.",
                "Copy it again from the place that it leads to.",
            )


def _references(prose: str, known: Definitions) -> Iterator[Refusal]:
    for match in REFERENCE.finditer(prose):
        text, mark = " ".join(match["text"].split()), match["mark"]
        if match["after"] in (None, "[]") and text.lower() in known.links:
            kind = "picture" if mark else "link"
            yield Refusal(
                f"The {kind} {mark}[{text}] names its address by its own text.",
                f"The {kind} is lost as soon as its text is translated.",
                f"Write {mark}[{text}](address), "
                f"or {mark}[words][a-name] with a line [a-name]: address.",
            )
    for match in NOTE.finditer(prose):
        if match["name"] not in known.notes:
            yield Refusal(
                f"There is no note {match[0]}.",
                AS_TYPED,
                f"Add a line that begins with {match[0]}: or take the mark out.",
            )
