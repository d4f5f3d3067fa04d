"""The order of headings, by which people who listen to a page find their way (WCAG 2.2, 1.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.page_text import PageText
from scripts.problems import Problem

HARM = "People who listen to the page, and go from heading to heading, would lose their way."
REMEDY = "Begin the page with one heading #; below it use ##, and ### only below a ##."


def find_problems(text: PageText) -> Iterator[Problem]:
    """The first heading of a page that is out of order. A page without a heading # has its title
    in the place of one, as the template makes it."""
    headings = [block for block in text.blocks if block.level]
    levels = [block.level for block in headings]
    titled = 1 in levels
    if fault := find_fault(levels if titled else [1, *levels]):
        place, what = fault
        line = headings[place if titled else place - 1].line
        yield text.problem(line, what, HARM, REMEDY)


def find_fault(levels: list[int]) -> tuple[int, str] | None:
    """The first level that is out of order, by its place from 0, and what is wrong with it."""
    for place, level in enumerate(levels):
        if place == 0 and level != 1:
            return place, f"The first heading is of level {level}; a page begins with level 1."
        if place and level == 1:
            return place, "There is a second heading of level 1; a page has one."
        if place and level > levels[place - 1] + 1:
            return place, f"The headings go from level {levels[place - 1]} to level {level}."
    return None if levels else (0, "The page has no heading.")
