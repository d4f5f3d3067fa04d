"""What pages say of how far the languages are: the table on one page, and on a page that is not
whole the languages in which it is."""

from __future__ import annotations

from typing import Any

from mkdocs.utils import get_relative_url

from scripts import addresses
from scripts.edition import Edition
from scripts.languages import Language
from scripts.standing import PageStanding, Standing
from scripts.states import NOT_CHECKED

CHECKED, DRAFT, PARTLY, ENGLISH = "checked", "draft", "partly", "english"
KINDS = (CHECKED, DRAFT, PARTLY, ENGLISH)
"""How much of a page a reader has in her language, the best first."""


def whole_context(edition: Edition, page: str, here: str) -> list[dict[str, Any]]:
    """The other languages in which a page can be read whole, English among them, each with the
    address of the page; `here` is the page's own address."""
    sources = edition.sources
    return [
        {"language": language, "url": _url(edition, page, language, here)}
        for language in sources.languages.all
        if language != edition.language and _is_whole(edition, page, language)
    ]


def _is_whole(edition: Edition, page: str, language: Language) -> bool:
    standing = edition.sources.standings.get(language.code)
    if standing is None:
        return language == edition.sources.languages.source
    counted = standing.pages.get(page)  # none of a page that is new since a preview began
    return bool(counted and counted.complete) and standing.interface.complete


def _url(edition: Edition, page: str, language: Language, here: str) -> str:
    url = addresses.page_url(page, language, edition.sources.languages)
    return get_relative_url(url, here)


def standings_context(edition: Edition, here: str) -> list[dict[str, Any]]:
    """For each translation: its language, whether families find it, how many pages are whole and
    how far the others are, how many words wait, and the first pages that are not whole."""
    return [
        _describe(edition, standing, here) for standing in edition.sources.standings.values()
    ]


def _describe(edition: Edition, standing: Standing, here: str) -> dict[str, Any]:
    kinds = [_kind(page) for page in standing.pages.values()]
    total, before = len(kinds), 0
    bars = []
    for kind in KINDS:
        number = kinds.count(kind)
        bars.append({"kind": kind, "number": number, "start": before})
        before += number
    return {
        "language": standing.language,
        "offered": standing.offered,
        "pages": total,
        "whole": len(standing.complete),
        "bars": bars,
        "core": len(standing.core),
        "core_whole": len(standing.core) - len(standing.core_missing),
        "core_missing": [_waiting(edition, page, here) for page in standing.core_missing],
        "interface_whole": standing.interface.complete,
        "words": sum(part.words for part in standing.parts),
    }


def _kind(page: PageStanding) -> str:
    if not page.complete:  # a heading that other pages have, too, makes no page that can be read
        return ENGLISH if 2 * page.missing > page.total else PARTLY
    return DRAFT if page.state in NOT_CHECKED else CHECKED


def _waiting(edition: Edition, page: str, here: str) -> dict[str, Any]:
    """A page that waits, under its title in the reader's language."""
    title = edition.sources.pages[page].meta["title"]
    return {
        "title": edition.title_of(page, title),
        "url": _url(edition, page, edition.language, here),
    }
