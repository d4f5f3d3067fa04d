"""What a reader's telephone must fetch before she can read, counted in the files of a built site.

Bytes are those of gzip at its best, as hosts send text; headers are not counted.
"""

from __future__ import annotations

import gzip
import re
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import html as lxml_html

BEST = 9
GZIP_WITH_HEADER = 31
"""`wbits` of zlib for the format of gzip (zlib manual, deflateInit2)."""

FEW = 3
"""So many paragraphs of its text, and a reader can begin."""

PARAGRAPH = re.compile(rb"</p>")
FETCHED = "//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src"
BLOCKING = (
    "//link[@rel='stylesheet'][not(@media='print')]/@href"
    " | //head//script[@src][not(@defer or @async or @type='module')]/@src"
)


@dataclass(frozen=True)
class FirstView:
    """The first view of one page: its files and their bytes, all compressed."""

    html: int
    others: dict[str, int]
    """What the page fetches at once, by its address."""
    blocking: dict[str, int]
    """What must be there before anything is shown."""
    to_text: int
    """Bytes of HTML until its first paragraphs are there."""

    @property
    def requests(self) -> int:
        return 1 + len(self.others)

    @property
    def bytes(self) -> int:
        return self.html + sum(self.others.values())

    @property
    def bytes_to_text(self) -> int:
        """Bytes until its first paragraphs are shown: they wait for what blocks."""
        return self.to_text + sum(self.blocking.values())


def first_view(page: Path, text: bytes) -> FirstView:
    """The first view of a page whose main text begins at the mark `text`."""
    html = page.read_bytes()
    tree = lxml_html.document_fromstring(html)
    named, blocking = _files(page, tree, FETCHED), _files(page, tree, BLOCKING)
    return FirstView(packed(page), named, blocking, _bytes_to(html, text))


def _files(page: Path, tree: lxml_html.HtmlElement, query: str) -> dict[str, int]:
    """The files that a query names, each once. One that is within the page itself is none."""
    urls = {url for url in tree.xpath(query) if not url.startswith("data:")}
    return {url: packed((page.parent / url).resolve()) for url in urls}


@cache
def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), BEST))


def _bytes_to(html: bytes, text: bytes) -> int:
    """How much of the compressed page a browser has when it has the first paragraphs."""
    start = html.index(text)
    ends = [match.end() for match in PARAGRAPH.finditer(html, start)]
    end = ends[FEW - 1] if len(ends) >= FEW else len(html)
    packer = zlib.compressobj(BEST, zlib.DEFLATED, GZIP_WITH_HEADER)
    return len(packer.compress(html[:end]) + packer.flush(zlib.Z_SYNC_FLUSH))


SHIFTS = """() => {
    window.shifts = [];
    new PerformanceObserver(list => list.getEntries().forEach(
        entry => entry.hadRecentInput || window.shifts.push(entry)
    )).observe({type: "layout-shift", buffered: true});
    window.whole = Infinity;
    const shown = then => requestAnimationFrame(() => setTimeout(then));
    document.addEventListener("readystatechange", () => {
        document.readyState === "interactive"
            && shown(() => window.whole = Math.min(window.whole, performance.now()));
    });
}"""
"""Notes what moves while nobody touches the page, and when it was first shown with all of its HTML;
said before anything else in it."""

SUM_OF_SHIFTS = """async since => {
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)));
    const counted = window.shifts.filter(shift => !since || shift.startTime > window[since]);
    return counted.reduce((sum, shift) => sum + shift.value, 0);
}"""
"""The sum of layout shifts (web.dev, CLS; that of the worst moment is never more): of all, or of
those since the page was WHOLE."""
WHOLE = "whole"
