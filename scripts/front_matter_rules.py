"""What the front matter of a page must say, beyond what `pages` needs to show it at all.

A page that lacks some of it can be shown; but nobody would find it, or look at it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from scripts.front_matter import day_of, section_of
from scripts.page_text import PageText
from scripts.pages import TRANSLATED
from scripts.problems import Problem

WITHOUT_FACTS = "about"
"""The section whose pages speak of this site and not of law."""

SHORTEST, LONGEST = 20, 160
"""Characters of a description: search engines cut what is longer."""

FEWEST_WORDS = 4
"""How many ways to ask for a page its author must think of."""

LONGEST_REVIEW = timedelta(days=366)
"""How long a page may go unchecked: law and guidance change every year."""


@dataclass(frozen=True)
class Entry:
    """A line of the front matter; `find` says what is wrong with its value, or None."""

    harm: str
    example: str
    find: Callable[[Any, str, Mapping[str, Any]], str | None] = lambda value, page, meta: None
    needed: bool = True


def find_problems(text: PageText) -> Iterator[Problem]:
    """What is missing in the front matter of a page, or is not as it must be."""
    unknown = [str(key) for key in text.meta.keys() - ENTRIES.keys()]
    meant = {key: next(iter(get_close_matches(key, ENTRIES, n=1)), None) for key in unknown}
    for key, name in meant.items():
        yield text.problem(
            text.source.line_of(key),
            f"The entry {key} in the front matter means nothing.",
            "What it says would be lost.",
            f"Write {name}." if name else f"Delete it, or use one of: {', '.join(ENTRIES)}.",
        )
    for key, entry in ENTRIES.items():
        if key in text.meta:
            yield from _find_in_entry(text, key)
        elif entry.needed and key not in meant.values():
            yield _problem(text, key, f"The front matter has no {key}.")


def find_problems_of_made(text: PageText, owner: PageText) -> Iterator[Problem]:
    """What is wrong with what the data of a page say in the place of the front matter of `owner`,
    the page that it was made for."""
    for key in TRANSLATED:
        if text.meta.get(key) != owner.meta.get(key):
            yield from _find_in_entry(text, key)


def _find_in_entry(text: PageText, key: str) -> Iterator[Problem]:
    if what := ENTRIES[key].find(text.meta[key], text.page, text.meta):
        yield _problem(text, key, what)


def _problem(text: PageText, key: str, what: str) -> Problem:
    example = ENTRIES[key].example.format(section=section_of(text.page))
    line, remedy = text.source.line_of(key), f"Write a line such as {example}"
    return text.problem(line, what, ENTRIES[key].harm, remedy)


def _description(value: str, page: str, meta: Mapping[str, Any]) -> str | None:
    length = len(value)
    if SHORTEST <= length <= LONGEST:
        return None
    return f"The description has {length} characters; it must have {SHORTEST} to {LONGEST}."


def _section(value: Any, page: str, meta: Mapping[str, Any]) -> str | None:
    if value == section_of(page):
        return None
    return f"The section is {value}, but the page lies in {section_of(page)}."


def _facts(value: Any, page: str, meta: Mapping[str, Any]) -> str | None:
    if not isinstance(value, list):
        return "The entry facts is no list."
    if not value and section_of(page) != WITHOUT_FACTS:
        return "The page names no facts that it rests on."
    return None


def _checked(value: Any, page: str, meta: Mapping[str, Any]) -> str | None:
    return None if day_of(meta, "checked") else "The entry checked is no day."


def _review_by(value: Any, page: str, meta: Mapping[str, Any]) -> str | None:
    checked, day = day_of(meta, "checked"), day_of(meta, "review_by")
    if not day:
        return "The entry review_by is no day."
    if checked and day <= checked:
        return "The day review_by is not after the day checked."
    if checked and day > checked + LONGEST_REVIEW:
        return f"The day review_by is more than {LONGEST_REVIEW.days} days after the day checked."
    return None


def _search_words(value: str, page: str, meta: Mapping[str, Any]) -> str | None:
    words = value.split(",")
    if not all(map(str.strip, words)):
        return "There is nothing between two commas of the search words."
    if len(words) < FEWEST_WORDS:
        return f"The page has too few search words: {len(words)}; the fewest are {FEWEST_WORDS}."
    return None


def _yes_or_no(value: Any, page: str, meta: Mapping[str, Any]) -> str | None:
    return None if isinstance(value, bool) else f"It says neither true nor false: {value}"


UNCHECKED = "Nobody would look at the page again when the law changes."
ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "title": Entry("The page could not be shown.", "title: Before a meeting"),
        "description": Entry(
            "Search results would not say what the page is about.",
            "description: What happens at the meeting, and what you can ask for.",
            _description,
        ),
        "section": Entry(
            "The page would be listed in the wrong place.", "section: {section}", _section
        ),
        "facts": Entry(
            "Readers could not see what the page rests on.",
            "facts: [csc-what-it-is], with ids from facts/england.yml.",
            _facts,
        ),
        "checked": Entry(UNCHECKED, "checked: 2026-11-21", _checked),
        "review_by": Entry(
            UNCHECKED, "review_by: 2027-05-21, within a year of checked.", _review_by
        ),
        "leaflet": Entry(
            "The page could be missing among the leaflets.",
            "leaflet: false",
            _yes_or_no,
            needed=False,
        ),
        "search_words": Entry(
            "People would not find the page with the words that they know.",
            'search_words: "meeting, conference, what happens, what to say"',
            _search_words,
        ),
        "register": Entry(
            "The list of facts could be missing, or stand on the wrong page.",
            "register: true",
            _yes_or_no,
            needed=False,
        ),
        "search": Entry(
            "The search could be missing, or stand on the wrong page.",
            "search: true",
            _yes_or_no,
            needed=False,
        ),
        "paper": Entry(
            "The list of leaflets could be missing, or stand on the wrong page.",
            "paper: true",
            _yes_or_no,
            needed=False,
        ),
        "translations": Entry(
            "The table of languages could be missing, or stand on the wrong page.",
            "translations: true",
            _yes_or_no,
            needed=False,
        ),
    }
)
"""What front matter may say."""
