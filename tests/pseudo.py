"""A pseudo-locale: every message wrapped in marks, so that what escapes translation is seen."""

from __future__ import annotations

import re

OPEN, CLOSE = "\u27e6", "\u27e7"
ALT = re.compile(r"!\[([^\]]*)\]")
PICTURE = re.compile(rf"{ALT.pattern}\([^)]*\)")
TITLE = re.compile(r'(\]\([^)"]*")([^"]*)("\))')


def pseudo(message: str) -> str:
    """The message in the pseudo-locale; words that are read aloud are wrapped by themselves."""
    message = ALT.sub(lambda m: f"![{OPEN}{m[1]}{CLOSE}]", message)
    message = TITLE.sub(lambda m: f"{m[1]}{OPEN}{m[2]}{CLOSE}{m[3]}", message)
    return message if PICTURE.fullmatch(message) else f"{OPEN}{message}{CLOSE}"
