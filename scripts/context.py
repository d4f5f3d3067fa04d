"""What the templates say beside the content of a page: addresses, languages, headings, state.

Only plain data and `Text` come out, so that a template can be read without knowing MkDocs.
"""

from __future__ import annotations

import html
import posixpath
from typing import Any

from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from scripts import addresses
from scripts.citations import cite, list_facts
from scripts.days import build_day
from scripts.edition import Edition
from scripts.front_matter import is_overdue
from scripts.interface import Text
from scripts.messages import N_
from scripts.page_records import PageRecord
from scripts.stage_context import stage_context
from scripts.standing_context import standings_context, whole_context
from scripts.states import NOT_CHECKED
from scripts.words import PAGE as WORDS
from scripts.words import Word

HOME = N_("Home")
HOW_WE_CHECK = "about/how-we-check.md"
"""The page that says how facts are checked, which every page leads to."""
SEARCH = "help/find-a-page.md"
"""The page with the search and the site map, which the box in the header leads to."""


def page_context(
    edition: Edition, record: PageRecord, page: Page, nav: Navigation
) -> dict[str, Any]:
    """The names that `main.html` uses, for one page; `overrides/main.html` says what they are."""
    site_url = edition.sources.organisation.address
    languages = edition.sources.languages
    urls = {
        language.code: addresses.page_url(record.page, language, languages)
        for language in languages.all
    }
    here = page.file.url
    whole = [{"code": c, "url": addresses.absolute(site_url, u)} for c, u in urls.items()]
    return {
        "language": edition.language,
        "alternates": [
            {
                "language": language,
                "current": language == edition.language,
                "url": get_relative_url(urls[language.code], here),
            }
            for language in languages.all
        ],
        "source": languages.source,
        "exit": edition.sources.organisation.exit(edition.language),
        "home": get_relative_url(addresses.page_url("index", edition.language, languages), here),
        "english_title": page.title.language is not None,
        "english_url": get_relative_url(urls[languages.source.code], here),
        "toc": [_toc_entry(item, record) for item in _under_title(page)],
        "breadcrumbs": _breadcrumbs(edition, page, nav),
        "state": record.told,
        "check": edition.states.get(record.page),
        "beside_open": record.told in NOT_CHECKED,
        "fallbacks": len(record.fallbacks),
        "canonical": addresses.absolute(site_url, urls[edition.language.code]),
        "alternates_absolute": whole if site_url else [],
        "checked": str(page.meta["checked"]) if page.meta.get("checked") else None,
        "review_by": str(page.meta["review_by"]) if page.meta.get("review_by") else None,
        "overdue": is_overdue(page.meta, build_day()),
        "citations": cite(edition.sources.pages[record.page], edition.sources.facts),
        "words": [_word(word, edition, here) for word in record.rendered.words],
        "stages": stage_context(edition, record.page, here),
        "how_we_check": _find(nav, HOW_WE_CHECK),
        "search_page": _find(nav, SEARCH),
        "whole_in": whole_context(edition, record.page, here) if record.fallbacks else [],
        "standings": standings_context(edition, here) if page.meta.get("translations") else [],
        "register": list_facts(edition.sources.facts) if page.meta.get("register") else [],
    }


def template_context(edition: Edition) -> dict[str, Any]:
    """The names that `404.html` and `sitemap.xml` use: the same in the build of every language."""
    languages = edition.sources.languages
    words = {language.code: edition.sources.interface(language.code).gettext
             for language in languages.all}  # fmt: skip
    return {
        "source": languages.source,
        "languages": [
            {
                "code": language.code,
                "name": language.name,
                "dir": language.direction,
                "home": addresses.page_url("index", language, languages),
                "exit": edition.sources.organisation.exit(language),
                "words": words[language.code],
            }
            for language in languages.all
        ],
        "_": words[languages.source.code],
        "sitemap": addresses.sitemap(edition.sources),
    }


def _breadcrumbs(edition: Edition, page: Page, nav: Navigation) -> list[dict[str, Any]]:
    """The way down to a page: home, the sections that hold it, and the page that it belongs to
    where its folder has the name of one; none on the home page."""
    home = nav.homepage
    if home is None or page is home:
        return []
    url = get_relative_url(home.url, page.file.url)
    crumbs = [{"title": edition.interface.gettext(HOME), "url": url}]
    if above := _find(nav, f"{posixpath.dirname(page.file.src_uri)}.md"):
        url = get_relative_url(above.url, page.file.url)
        crumbs += [*_sections(above), {"title": above.title, "url": url}]
    return crumbs + _sections(page)


def _sections(page: Page) -> list[dict[str, Any]]:
    return [{"title": section.title, "url": None} for section in reversed(page.ancestors)]


def _find(nav: Navigation, path: str) -> Page | None:
    return next((page for page in nav.pages if page.file.src_uri == path), None)


def _word(word: Word, edition: Edition, here: str) -> dict[str, Any]:
    """A word of the page with its meaning, and the way to its place in the A to Z."""
    languages = edition.sources.languages
    url = addresses.page_url(WORDS, edition.language, languages)
    return {
        "term": word.term,
        "anchor": word.anchor,
        "meaning": edition.meaning(word),
        "url": f"{get_relative_url(url, here)}#{word.anchor}",
    }


def _under_title(page: Page) -> list[Any]:
    """The headings of a page below its one title."""
    headings = list(page.toc)
    return headings[0].children if len(headings) == 1 else headings


def _toc_entry(item: Any, record: PageRecord) -> dict[str, Any]:
    """A heading for the list of contents: its words as text, since MkDocs gives them as HTML."""
    source = record.source_language if item.id in record.visitor.fallback_ids else None
    return {
        "id": item.id,
        "title": Text(html.unescape(item.title), source),
        "children": [_toc_entry(child, record) for child in item.children],
    }
