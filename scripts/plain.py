"""The words of a message as they are seen or heard, without the marks of Markdown."""

from __future__ import annotations

import re

from scripts import inline

LINK = re.compile(r"!?\[(?P<words>[^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
ADDRESS = re.compile(r"<[a-z][^<>\s]*>")
EMPHASIS = re.compile(r"(?<![A-Za-z0-9])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![A-Za-z0-9])|\*\*")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>])")


def plain_words(message: str) -> str:
    """The message without contacts, notes, attribute lists, addresses and marks."""
    text = inline.NOTE.sub("", inline.PLACEHOLDER.sub("", inline.COMMENT.sub("", message)))
    text = LINK.sub(r"\g<words>", inline.ANY_ATTRIBUTES.sub("", text))
    text = EMPHASIS.sub("", ADDRESS.sub("", text)).replace("`", "")
    return ESCAPED.sub(r"\1", text)
