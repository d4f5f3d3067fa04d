"""What the search knows of each page in one language: its words by their weight, and its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.addresses import page_url
from scripts.edition import Edition
from scripts.fold import fold
from scripts.interface import Text
from scripts.page_records import PageRecord
from scripts.pages import TYPED
from scripts.search_text import read_text

SEARCH = "search"
"""The entry of the front matter of the page that has the search on it."""

SHOWN = ("title", TYPED, "description")


@dataclass(frozen=True)
class Record:
    """One page. `parts` are its folded words, from the heaviest to the lightest."""

    url: str
    title: Text
    description: Text
    english: bool
    """Whether the page is in English for a reader of another language."""
    parts: tuple[str, ...]

    @property
    def words(self) -> set[str]:
        return {word for part in self.parts for word in part.split()}


def is_searched(edition: Edition) -> bool:
    """Whether the edition has a page with the search on it."""
    return any(page.meta.get(SEARCH) for page in edition.sources.pages.values())


def read_records(edition: Edition) -> list[Record]:
    """The pages of an edition that was built, but for the one that has the search on it."""
    pages = edition.sources.pages
    return [
        _read_record(edition, record)
        for page, record in sorted(edition.records.items())
        if not pages[page].meta.get(SEARCH)
    ]


def _read_record(edition: Edition, record: PageRecord) -> Record:
    title, asked, description = (_translate(edition, record.page, key) for key in SHOWN)
    headings, text = read_text(record.rendered.content)
    english = [*_english_words(edition, record.page), *_letter_words(edition, record.page)]
    parts = title, asked, ", ".join(english), description
    return Record(
        page_url(record.page, edition.language, edition.sources.languages),
        title,
        description,
        _is_in_english(edition, record),
        tuple(map(fold, (*parts, headings, text))),
    )


def _is_in_english(edition: Edition, record: PageRecord) -> bool:
    """Whether the larger part of a page is not translated."""
    messages = len(edition.sources.messages[record.page])
    return len(record.visitor.fallbacks) > messages / 2


def _english_words(edition: Edition, page: str) -> Iterator[str]:
    """What a page is called in English where it is translated: readers type what their letters
    say."""
    meta = edition.sources.pages[page].meta
    if not edition.is_source:
        yield from (meta[key] for key in ("title", TYPED) if key in meta)


def _translate(edition: Edition, page: str, key: str) -> Text:
    """An entry of the front matter in the language of the edition, or in English."""
    return edition.title_of(page, edition.sources.pages[page].meta.get(key, ""), key == TYPED)


def _letter_words(edition: Edition, page: str) -> Iterator[str]:
    """The words from letters that lead to a page in the A to Z."""
    for word in edition.sources.words:
        if word.page == page:
            yield from word.names
