"""A walk over a built site: from its first page along everything that a page names.

The same walk does for a host and for a disk, so that what is true in one place is asked in all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import ProxyHandler, build_opener

from lxml import html as lxml_html

OPENER = build_opener(ProxyHandler({}))
OK, MISSING = 200, 404
ATTRIBUTES = ("href", "src", "action", "data", "poster", "xlink:href")
IN_STYLE = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""")


@dataclass(frozen=True)
class Answer:
    """What stands at an address."""

    status: int
    kind: str = ""
    body: bytes = b""

    @cached_property
    def tree(self) -> lxml_html.HtmlElement | None:
        """The elements of a page; None for anything else."""
        return lxml_html.document_fromstring(self.body) if self.kind == "text/html" else None

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(self.tree.xpath("//@id") if self.tree is not None else ())


class Named(NamedTuple):
    """An address that a file names: in which file, by which element, and as it is written."""

    page: str
    element: str
    written: str

    @property
    def url(self) -> str:
        """The whole address, without its anchor."""
        return urldefrag(urljoin(self.page, self.written)).url

    @property
    def anchor(self) -> str:
        return unquote(urldefrag(self.written).fragment)


@dataclass
class Walk:
    """What was met on the way: every answer by its address, and every address that was named."""

    root: str
    answers: dict[str, Answer] = field(default_factory=dict)
    named: list[Named] = field(default_factory=list)

    def is_here(self, url: str) -> bool:
        return url.startswith(self.root)

    def is_on_another_host(self, url: str) -> bool:
        parts, own = urlsplit(url), urlsplit(self.root)
        return parts.scheme in ("http", "https") and parts.netloc != own.netloc

    def files(self) -> set[str]:
        """The files that were met, by their paths in the folder of the site."""
        return {unquote(url.removeprefix(self.root)) for url in self.answers}


def walk(root: str, first: str = "index.html") -> Walk:
    """Go from the page `first` to all that can be reached below `root`, which ends in a slash."""
    found, waiting = Walk(root), [root + first]
    while waiting:
        url = waiting.pop()
        if url in found.answers:
            continue
        found.answers[url] = answer = ask(url)
        named = [Named(url, *each) for each in find_addresses(answer)]
        found.named += named
        waiting += [each.url for each in named if found.is_here(each.url)]
    return found


def ask(url: str) -> Answer:
    """The answer of a host or of the disk."""
    try:
        with OPENER.open(url) as answer:
            return Answer(answer.status or OK, answer.headers.get_content_type(), answer.read())
    except HTTPError as error:
        with error:
            return Answer(error.code, error.headers.get_content_type(), error.read())
    except URLError:
        return Answer(MISSING)


def find_addresses(answer: Answer) -> Iterator[tuple[str, str]]:
    """Every address in a page or a style sheet, after the name of what names it."""
    if answer.kind == "text/css":
        yield from (("style", url) for url in IN_STYLE.findall(answer.body.decode()))
    elif answer.tree is not None:
        for element in answer.tree.iter("*"):
            yield from _addresses_of(element)


def _addresses_of(element: lxml_html.HtmlElement) -> Iterator[tuple[str, str]]:
    name = element.get("rel") if element.tag == "link" else element.tag
    for attribute in ATTRIBUTES:
        if attribute in element.attrib:
            yield name, element.get(attribute)
    for part in filter(str.strip, element.get("srcset", "").split(",")):
        yield name, part.split()[0]
    styles = element.get("style", "") + (element.text or "" if element.tag == "style" else "")
    yield from (("style", url) for url in IN_STYLE.findall(styles))
