"""The words of a page's HTML, as the search takes them: headings apart from the rest."""

from __future__ import annotations

from html.parser import HTMLParser

from scripts.messages import LABELS

LEFT_OUT = frozenset(["beside", *LABELS])
"""Classes of what the search must not find: the English copy beside a translation, and the links
that every card has."""

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "summary"])
EMPTY = frozenset("br hr img input col wbr source".split())
"""Elements without an end tag."""


def read_text(html: str) -> tuple[str, str]:
    """The words of the headings of an HTML text, and all other words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join(reader.headings), " ".join(reader.words)


class _Reader(HTMLParser):
    """Reads a page once; what stands open is kept with whether it is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.headings: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY:
            return
        classes = (dict(attrs).get("class") or "").split()
        within = bool(self.open) and self.open[-1][1]
        self.open.append((tag, within or not LEFT_OUT.isdisjoint(classes)))

    def handle_endtag(self, tag: str) -> None:
        if any(tag == each for each, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1]:
            return
        heading = any(tag in HEADINGS for tag, _ in self.open)
        (self.headings if heading else self.words).append(data)
