"""Every page can be read, found and followed: its front matter, headings and links as they are
written, and what of them stands in the built site in every language."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping

from scripts import front_matter_rules, heading_order, link_words, timeline_rules
from scripts.built.flaws import Origins
from scripts.built.reach import find_missing, find_unreached, say_missing
from scripts.built.rules import (
    find_dead_links,
    find_heading_flaws,
    find_listed_numbers,
    find_numbers,
    find_wordless,
)
from scripts.built.site import BuiltSite, read_site
from scripts.findings import Findings
from scripts.front_matter import is_written
from scripts.page_text import PageText
from scripts.problems import Problem, ProblemsFound
from scripts.sources import Sources
from scripts.subject import Subject
from scripts.terminal import count


def check(subject: Subject) -> Findings:
    """Everything that is wrong with pages. What stops one from being read or built does not hide
    what is wrong with the others."""
    problems: list[Problem] = []
    built = Findings()
    try:
        problems += find_in_texts(subject.texts)
        unordered = {each.page for each in subject.texts.values() if _is_unordered(each)}
        built = find_in_site(subject.offered, read_site(subject.site), unordered)
    except ProblemsFound as error:
        problems += error.problems
    return Findings.of([*problems, *built.problems], *built.notes)


def find_in_texts(texts: Mapping[str, PageText]) -> Iterator[Problem]:
    """What is wrong with pages as they are written, or made from data."""
    yield from _find_same_titles(texts.values())
    for page, text in texts.items():
        if is_written(text.source):
            yield from front_matter_rules.find_problems(text)
        elif owner := texts.get(posixpath.dirname(page)):
            yield from front_matter_rules.find_problems_of_made(text, owner)
        yield from heading_order.find_problems(text)
        yield from link_words.find_problems(text)
        yield from timeline_rules.find_problems(text)


def find_in_site(sources: Sources, site: BuiltSite, unordered: Collection[str] = ()) -> Findings:
    """What is wrong with pages as they are built, and how much was looked at; the headings of
    pages that are `unordered` as they are written are left alone."""
    missing, origins = find_missing(site, sources), Origins(sources)
    known = {url for url, (page, _) in origins.places.items() if page in unordered}
    codes = [language.code for language in sources.languages.translations]
    flaws = [
        *find_dead_links(site, codes, [url for urls in missing.values() for url in urls]),
        *find_wordless(site, codes),
        *find_heading_flaws(site, known),
        *find_numbers(site, sources.contacts),
    ]
    problems = [
        *say_missing(missing),
        *origins.place(flaws),
        *find_unreached(site, sources),
        *find_listed_numbers(site, sources.contacts, sources.project.facts),
    ]
    return Findings.of(problems, _describe(site, len(sources.languages.all)))


def _is_unordered(text: PageText) -> bool:
    return any(heading_order.find_problems(text))


def _find_same_titles(texts: Iterable[PageText]) -> Iterator[Problem]:
    first: dict[str, PageText] = {}
    for text in texts:
        title = " ".join(text.meta["title"].split())
        other = first.setdefault(title.casefold(), text)
        if other is not text:
            where = other.where(other.source.line_of("title"))
            yield text.problem(
                text.source.line_of("title"),
                f"Two pages have the title {title}: this one and {where}.",
                "Readers could not tell them apart in the menu and among search results.",
                "Give one of them a title that says what only it is about.",
            )


def _describe(site: BuiltSite, languages: int) -> str:
    links = [address for page in site.pages.values() for _, address in page.links]
    parts = sum("#" in address for address in links)
    return (
        f"Looked at {count(len(site.pages), 'page')} in {count(languages, 'language')}, with "
        f"{len(links)} links, {parts} of them to a part of a page."
    )
