"""Looking at HTML as a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from tests.pseudo import CLOSE, OPEN

BLOCKS = frozenset(
    "address article blockquote body dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 "
    "h6 header hr li main nav ol p pre section summary table tbody td th thead tr ul".split()
)
BLANKS = re.compile("[ \t\n]+")
READ_ALOUD = ("title", "alt", "aria-label", "placeholder")
WORDS = re.compile(r"[^\W\d_]")


def parse(html: str) -> etree._Element:
    return lxml_html.fragment_fromstring(html, create_parent="div")


def tokens(html: str) -> list[str]:
    """The HTML with blanks as a browser shows them, without the ids of headings and comments."""
    found: list[str] = []
    _tokens(parse(html), found, literal=False)
    return [token for token in _join_texts(found) if token]


def _tokens(element: etree._Element, found: list[str], literal: bool) -> None:
    """Tags and texts in order. A text beside a block's tag loses its blanks there."""
    heading = re.fullmatch("h[1-6]", element.tag)
    attributes = sorted(
        (name, value) for name, value in element.attrib.items() if not (heading and name == "id")
    )
    found.append(f"<{element.tag}{''.join(f' {n}={v}' for n, v in attributes)}>")
    literal = literal or element.tag in ("pre", "code")
    found.append(_text(element.text, literal))
    for child in element:
        if isinstance(child.tag, str):
            _tokens(child, found, literal)
        found.append(_text(child.tail, literal))
    found.append(f"</{element.tag}>")


def _text(text: str | None, literal: bool) -> str:
    return (text or "").replace("\n", " ") if literal else BLANKS.sub(" ", text or "")


def _join_texts(found: list[str]) -> list[str]:
    """The tokens with neighbouring texts made one, and blanks at the edges of blocks gone."""
    joined: list[str] = []
    for token in found:
        if joined and not _is_tag(token) and not _is_tag(joined[-1]):
            joined[-1] = BLANKS.sub(" ", joined[-1] + token)
        else:
            joined.append(token)
    for i, token in enumerate(joined):
        if not _is_tag(token):
            before, after = joined[max(i - 1, 0)], joined[min(i + 1, len(joined) - 1)]
            token = token.lstrip(" ") if _ends_line(before) else token
            joined[i] = token.rstrip(" ") if _ends_line(after) else token
    return joined


def _is_tag(token: str) -> bool:
    return token.startswith("<")


def _ends_line(token: str) -> bool:
    return re.split("[ >]", token.lstrip("</"))[0] in {*BLOCKS, "br"}


def heading_ids(html: str) -> list[str]:
    return [e.get("id") for e in parse(html).iter("h1", "h2", "h3", "h4", "h5", "h6")]


def texts(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Each piece of text in the order in which it is read, with the element that holds it."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.text:
            yield element, element.text
        if element.tail and element is not root:
            yield element.getparent(), element.tail


def unwrapped(root: etree._Element) -> list[str]:
    """Words outside the marks of the pseudo-locale, but for code, contacts, dates and what is
    marked as not to be translated."""
    found, depth = [], 0
    for element, text in _in_order(root):
        for part in re.split(f"([{OPEN}{CLOSE}])", text):
            depth += {OPEN: 1, CLOSE: -1}.get(part, 0)
            if depth == 0 and WORDS.search(part) and not _exempt(element):
                found.append(part.strip())
    for element in root.iter():
        for name in READ_ALOUD if isinstance(element.tag, str) else ():
            value = element.get(name) or ""
            if WORDS.search(value) and OPEN not in value and not _exempt(element):
                found.append(f"{name}={value}")
    return found


def _in_order(element: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    if element.text:
        yield element, element.text
    for child in element:
        if isinstance(child.tag, str):
            yield from _in_order(child)
        if child.tail:
            yield element, child.tail


def _exempt(element: etree._Element) -> bool:
    return any(
        e.tag in ("code", "pre", "script", "style", "bdi", "time")
        or e.get("translate") == "no"
        or e.get("hreflang")
        for e in (element, *element.iterancestors())
    )


def unmarked(root: etree._Element, language: str) -> list[str]:
    """Words that no element marks as being in the language."""
    return [
        text.strip()
        for element, text in texts(root)
        if WORDS.search(text)
        and not _exempt(element)
        and not any(e.get("lang") == language for e in (element, *element.iterancestors()))
    ]
