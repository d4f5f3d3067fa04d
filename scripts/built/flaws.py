"""What is wrong in built pages, and the file in which a person would mend it.

A page is made from its Markdown, a catalogue and templates. What the English page and its Markdown
have is the author's; what only a catalogue has is the translator's; all else is a template's, which
makes the same mistake on hundreds of pages, so that it is said once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from urllib.parse import unquote

from scripts.addresses import page_file
from scripts.pages import PageSource
from scripts.problems import Problem
from scripts.sources import Sources
from scripts.terminal import count

TEMPLATES = "overrides"
DEAD_HARM = "Readers would come to a page that is not there, or not to what they look for."
TEMPLATE_REMEDY = "Neither the page nor a translation has it: look in the templates in overrides/."


class Flaw(NamedTuple):
    """Something wrong in the built page `url`."""

    url: str
    what: str
    """The same in every language and on every page."""
    harm: str
    remedy: str
    spellings: tuple[str, ...] = ()
    """How a page or a translation would have it, without percent signs of addresses."""


@dataclass
class Origins:
    """Finds who wrote what stands in a built page."""

    sources: Sources
    places: dict[str, tuple[str, str]] = field(init=False)
    """The page and the language of each file of the site."""

    def __post_init__(self) -> None:
        languages = self.sources.languages
        self.places = {
            page_file(page, language, languages): (page, language.code)
            for language in languages.all
            for page in self.sources.pages
        }

    def place(self, flaws: Iterable[Flaw]) -> Iterator[Problem]:
        """The problem of each flaw; what the templates make is said once, however often."""
        flaws = list(flaws)
        english = {(self._page(flaw), flaw.what) for flaw in flaws if self._is_english(flaw)}
        others: dict[tuple[str, str], list[str]] = {}
        for flaw in flaws:
            if problem := self._written(flaw, (self._page(flaw), flaw.what) in english):
                yield problem
            else:
                others.setdefault((flaw.what, flaw.harm), []).append(flaw.url)
        for (what, harm), urls in others.items():
            first, pages = min(urls), count(len(set(urls)), "page")
            where = f"It stands on {pages} of the site, such as {first}."
            yield Problem(TEMPLATES, 0, f"{what} {where}", harm, TEMPLATE_REMEDY)

    def _page(self, flaw: Flaw) -> str | None:
        return self.places.get(flaw.url, (None, None))[0]

    def _is_english(self, flaw: Flaw) -> bool:
        _, code = self.places.get(flaw.url, (None, None))
        return code == self.sources.languages.source.code

    def _written(self, flaw: Flaw, in_english: bool) -> Problem | None:
        """The problem where an author or a translator wrote it; None where neither did."""
        if flaw.url not in self.places:
            return None
        page, code = self.places[flaw.url]
        problem = Problem("", 0, flaw.what, flaw.harm, flaw.remedy)
        if placed := place_in_source(problem, self.sources.pages[page], flaw.spellings):
            return placed if in_english else None
        project = self.sources.project
        path = project.catalogue(code, page)
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        line = find_line(text, flaw.spellings)
        return replace(problem, path=project.short(path), line=line) if line else None


def place_in_source(
    problem: Problem, source: PageSource, spellings: Iterable[str]
) -> Problem | None:
    """The problem at the line of the page that has one of the spellings; None where none has."""
    line = find_line(source.markdown, spellings)
    if not line:
        return None
    return source.place(replace(problem, path=source.path, line=line + source.first_line - 1))


def find_line(text: str, spellings: Iterable[str]) -> int:
    """The first line, from 1, that has one of the spellings; 0 where none has."""
    either = "|".join(map(re.escape, spellings))
    pattern = re.compile(rf"(?<![\w/.#-])(?:{either})(?![\w/#-])")
    lines = text.split("\n") if either else []
    return next((n for n, line in enumerate(lines, 1) if pattern.search(unquote(line))), 0)
