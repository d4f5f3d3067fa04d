"""What one HTML file holds: ids, links, headings, pictures, words.

Python's own parser is slow beside one pattern for addresses, which `finished` uses in every build;
but only a parser knows what is a text, and what stands inside of what.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from scripts.phone_numbers import BREAK

INLINE = frozenset("a abbr b bdi bdo cite code em i kbd mark q s small span strong sub sup".split())
"""Elements that do not part words of a text from each other."""

READ_ALOUD = ("alt", "aria-label", "placeholder", "title")
"""Attributes whose words a reader sees or hears."""

TEXT, SKIPPED, REGISTER = "text", "skipped", "register"
"""What the words in an element are: those of the page; nothing to read, the mark of a contact or a
count that a template made; or the list of facts."""


@dataclass
class BuiltPage:
    """What one HTML file holds."""

    ids: set[str] = field(default_factory=set)
    links: list[tuple[str, str]] = field(default_factory=list)
    """The element and the address of each link, picture, style and script."""
    levels: list[int] = field(default_factory=list)
    """The level of each heading."""
    wordless: list[str] = field(default_factory=list)
    """The addresses of pictures without text; empty for a drawing in the page."""
    texts: list[str] = field(default_factory=list)
    """The words of each block; a break stands for each contact."""
    listed: list[str] = field(default_factory=list)
    """The words of each block in the list of facts."""
    canonical: str = ""


def read_html(html: str) -> BuiltPage:
    """What an HTML text holds."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return reader.page


class _Reader(HTMLParser):
    """Reads a page once, and remembers only what stands open."""

    def __init__(self) -> None:
        super().__init__()
        self.page = BuiltPage()
        self.open: list[tuple[str, str]] = []
        self.words: list[str] = []

    @property
    def kind(self) -> str:
        return self.open[-1][1] if self.open else TEXT

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag not in INLINE:
            self.end_block()
        kind = self._kind_of(tag, values)
        if kind == SKIPPED != self.kind:
            self.words.append(BREAK)
        self.open.append((tag, kind))  # one without an end tag closes with what it stands in
        if kind != SKIPPED:
            self.page.texts += [values[name] for name in READ_ALOUD if values.get(name)]
        self._keep(tag, values)

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self.end_block()
        if any(tag == each for each, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.kind != SKIPPED:
            self.words.append(data)

    def end_block(self) -> None:
        """Keep the words of the block that ends here."""
        text = "".join(self.words)
        if text.strip():
            (self.page.listed if self.kind == REGISTER else self.page.texts).append(text)
        self.words.clear()

    def _kind_of(self, tag: str, values: dict[str, str]) -> str:
        classes = values.get("class", "").split()
        if "contact" in classes or tag in ("script", "style", "data"):
            return SKIPPED
        return REGISTER if "register" in classes else self.kind

    def _keep(self, tag: str, values: dict[str, str]) -> None:
        page = self.page
        if values.get("id"):
            page.ids.add(values["id"])
        page.links += [(tag, values[name]) for name in ("href", "src") if name in values]
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            page.levels.append(int(tag[1]))
        if tag in ("img", "svg") and not _has_words(tag, values):
            page.wordless.append(values.get("src", ""))
        if tag == "link" and values.get("rel") == "canonical":
            page.canonical = values.get("href", "")
        if tag == "meta" and values.get("name") == "description":
            page.texts.append(values.get("content", ""))


def _has_words(tag: str, values: dict[str, str]) -> bool:
    """Whether a picture has a text or says that it needs none: WCAG 2.2, 1.1.1."""
    if values.get("aria-hidden") == "true" or values.get("role") in ("none", "presentation"):
        return True
    words = values.get("alt") if tag == "img" else values.get("aria-label")
    return bool((words or "").strip())
