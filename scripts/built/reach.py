"""Whether readers find every page: by links from the first page of their language, in it."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.addresses import page_file
from scripts.built.site import BuiltSite
from scripts.front_matter import is_written
from scripts.languages import Language
from scripts.pages import PageSource
from scripts.problems import Problem
from scripts.sources import Sources
from scripts.terminal import count

FIRST = "index"
HARM = "Readers would never come to it."


def find_missing(site: BuiltSite, sources: Sources) -> dict[Language, list[str]]:
    """The files of pages that are not in the site, by their languages."""
    missing = {
        language: [url for url in _urls(sources, language) if url not in site.pages]
        for language in sources.languages.all
    }
    return {language: urls for language, urls in missing.items() if urls}


def say_missing(missing: dict[Language, list[str]]) -> Iterator[Problem]:
    """What is said of them."""
    for language, urls in missing.items():
        yield Problem(
            "languages.yml",
            0,
            f"The built site lacks {count(len(urls), 'page')} of {language.name}: {urls[0]}"
            f"{', and others' if urls[1:] else ''}.",
            "They cannot be checked, and readers would find nothing there.",
            "Build all languages anew with alongside build.",
        )


def find_unreached(site: BuiltSite, sources: Sources) -> Iterator[Problem]:
    """Pages that no way leads to, with the languages in which none does."""
    unreached: dict[str, list[str]] = {}
    for language in sources.languages.all:
        urls = _urls(sources, language)
        reached = _reach(site, page_file(FIRST, language, sources.languages), urls)
        for url in urls.keys() & site.pages.keys() - reached:
            unreached.setdefault(urls[url], []).append(language.name)
    for page, names in unreached.items():
        everywhere = len(names) == len(sources.languages.all)
        yield _say_unreached(sources.pages[page], [] if everywhere else names)


def _say_unreached(source: PageSource, names: list[str]) -> Problem:
    """The problem of a page; `names` are those of languages, none where it is so in all."""
    start = "No way leads to this page from the first page"
    problem = Problem(
        source.path,
        0 if is_written(source) else 1,
        f"{start} in {', '.join(names)}." if names else f"{start}.",
        HARM,
        "Look at the translated links to it, and at overrides/partials/menu.html."
        if names
        else "Add it to nav: in mkdocs.yml, or link to it from a page that readers come to.",
    )
    return source.place(problem)


def _urls(sources: Sources, language: Language) -> dict[str, str]:
    """The page of each file of a language."""
    return {page_file(page, language, sources.languages): page for page in sources.pages}


def _reach(site: BuiltSite, start: str, urls: dict[str, str]) -> set[str]:
    """The files of a language that links lead to, from `start` on and never out of it."""
    reached, waiting = {start}, [start]
    while waiting:
        url = waiting.pop()
        links = site.pages[url].links if url in site.pages else []
        for address in {address for tag, address in links if tag == "a"}:
            target = site.target(url, address)
            if target and target.file in urls and target.file not in reached:
                reached.add(target.file)
                waiting.append(target.file)
    return reached
