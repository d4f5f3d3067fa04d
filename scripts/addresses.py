"""Where pages are: the source language at the root, each other in a folder of its own.

Every address names a file (`index.html`, never a folder), so that the site works from a disk.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urljoin

from scripts.languages import Language, Languages
from scripts.paths import INTERFACE
from scripts.sources import Sources


def page_file(page: str, language: Language, languages: Languages) -> str:
    """The file of a page, by its path in the folder of the site."""
    folder = "" if language == languages.source else f"{language.code}/"
    return f"{folder}{page}.html"


def page_url(page: str, language: Language, languages: Languages) -> str:
    """The address of a page from the root of the site, in the form that links have it."""
    return quote(page_file(page, language, languages))


def home_link(language: Language, languages: Languages) -> str:
    """The folder of a language as mkdocs-static-i18n wants it, between slashes."""
    return "/" if language == languages.source else f"/{language.code}/"


def absolute(site_url: str | None, url: str) -> str | None:
    """The whole address, for those who need one: search engines and printed paper.

    None where the site does not know its own address.
    """
    if not site_url:
        return None
    return urljoin(site_url if site_url.endswith("/") else f"{site_url}/", url)


def sitemap(sources: Sources) -> list[dict[str, Any]]:
    """Every page in every language with its alternates; empty where the site does not know its
    address, since the format (sitemaps.org) allows whole addresses only."""
    site_url = sources.organisation.address
    if not site_url:
        return []
    languages = sources.languages
    entries = []
    for page in sorted(set(sources.messages) - {INTERFACE}):
        alternates = [
            {"code": language.code, "url": absolute(site_url, page_url(page, language, languages))}
            for language in languages.all
        ]
        entries += [{"loc": alternate["url"], "alternates": alternates} for alternate in alternates]
    return entries
