"""What a page may not contain, because it would escape translation or break when translated.

Each rule says what it found, what a reader would suffer, and the edit that mends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import AUTOLINK_RE, AUTOMAIL_RE, HTML_RE

from scripts.inline import (
    COMMENT,
    PLACEHOLDER,
    STASH_MARK,
    read_attributes,
    without_code,
)


class Refusal(NamedTuple):
    """Why a text is refused; the walk adds the file and line."""

    what: str
    harm: str
    remedy: str


READ_ALOUD = ("title", "alt", "aria-label", "aria-description", "placeholder")
"""Attributes whose value a reader sees or hears."""

CONTACT = re.compile(r"\{\{ *contact\.[a-z0-9][a-z0-9-]* *\}\}")
REFERENCE = re.compile(r"(?<![\\!\]])\[(?P<text>[^\]\[^][^\]\[]*)\](?P<after>\[\]|[\[(])?")
FOOTNOTE = re.compile(r"\[\^(?P<name>[^\]]+)\]")
ABBREVIATION = re.compile(r"^\*\[[^\]]+\]:", re.MULTILINE)
CONTENTS = "[TOC]"
UNSEEN = "Readers of other languages would see a part of this page in English."


def refuse_text(text: str, references: set[str], footnotes: set[str]) -> Iterator[Refusal]:
    """Everything in the Markdown of one block that a page may not contain.

    `references` and `footnotes` are the names that the page defines, in lower case for links.
    """
    prose = COMMENT.sub("", without_code(text))
    yield from _html(prose)
    yield from _references(prose, references)
    yield from _placeholders(prose)
    yield from _attributes(text)
    for match in FOOTNOTE.finditer(prose):
        if match["name"] not in footnotes:
            yield Refusal(
                f"There is no note {match[0]}.",
                "The mark is shown as it is typed.",
                f"Add a line that begins with {match[0]}: or take the mark out.",
            )
    if re.search(r"(?<!\\)(\\\\)*\\\n", prose):
        yield Refusal(
            "A line ends with a backslash.",
            "The backslash is shown as it is typed.",
            "End the line with two spaces to break it there.",
        )
    if ABBREVIATION.search(prose):
        yield Refusal(
            "Abbreviations are not defined in pages.",
            UNSEEN,
            "Say what the short form means in the sentence.",
        )
    if prose.strip() == CONTENTS:
        yield Refusal(
            f"{CONTENTS} is not used.",
            "The mark is shown as it is typed.",
            "Take it out: every page has its own list of what is on it.",
        )


def _html(prose: str) -> Iterator[Refusal]:
    rest = re.sub(f"{AUTOLINK_RE}|{AUTOMAIL_RE}", " ", prose)
    # An escaped "<" is text; the pattern of Python-Markdown would take it for a tag.
    rest = re.sub(r"\\<", " ", rest)
    if match := re.search(HTML_RE, rest):
        yield raw_html(match[0])
    elif mark := STASH_MARK.search(rest):
        yield raw_html(mark[0].strip("\x02\x03"))


def raw_html(found: str) -> Refusal:
    """The refusal of a piece of raw HTML."""
    start = " ".join(found.split())[:40]
    return Refusal(
        f"Raw HTML is not used in pages: {start}",
        UNSEEN,
        "Write it in Markdown. If an element is really needed, "
        'give the block markdown="1" so that its text can be translated.',
    )


def _references(prose: str, references: set[str]) -> Iterator[Refusal]:
    for match in REFERENCE.finditer(prose):
        if match["after"] in (None, "[]") and match["text"].strip().lower() in references:
            name = match["text"]
            yield Refusal(
                f"The link [{name}] names its address by its own text.",
                "The link is lost as soon as its text is translated.",
                f"Write [{name}](address), or [{name}][a-name] with a line [a-name]: address.",
            )


def _placeholders(prose: str) -> Iterator[Refusal]:
    for match in PLACEHOLDER.finditer(prose):
        if not CONTACT.fullmatch(match[0]):
            yield Refusal(
                f"The placeholder {match[0]} is not known.",
                "The braces are shown as they are typed.",
                "Write {{ contact.NAME }} with a name from contacts.yml.",
            )


def _attributes(text: str) -> Iterator[Refusal]:
    for name, value in read_attributes(text):
        if name.lower() in READ_ALOUD:
            yield Refusal(
                f"The attribute {name}={value!r} has words in it.",
                UNSEEN,
                "Put the words into the text, the link's title or the picture's text.",
            )


def refuse_element(element: Element) -> Iterator[Refusal]:
    """Words in the attributes of an element that a page wrote as HTML with `markdown`."""
    for name in READ_ALOUD:
        if element.get(name) and element.get("class") != "footnote-backref":
            yield Refusal(
                f"<{element.tag} {name}=...> has words in an attribute.",
                UNSEEN,
                "Put the words into the text of the page.",
            )


def refuse_definition(name: str, title: str | None) -> Iterator[Refusal]:
    """A title in the definition of a reference link, which no block holds."""
    if title:
        yield Refusal(
            f"The link definition [{name}] has a title.",
            UNSEEN,
            'Take the title out, or write the link as [text](address "title").',
        )
