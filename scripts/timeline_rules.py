"""The timeline that each stage page has: what happens, in order, with the time limits of its facts.

A table of times was rejected: on a phone its cells are a word wide, and people who listen to it
hear the time long after what happens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.figures import find_figures
from scripts.front_matter import section_of
from scripts.page_text import PageText
from scripts.problems import Problem
from scripts.stages import PAGE

SECTION = section_of(PAGE)
BEGIN, END = '<div class="timeline" markdown="1">', "</div>"
ITEM = re.compile(r"\d+\. (?P<words>.*)")
BOLD = "**"

FEWEST_ITEMS = 3
"""Fewer are no order of events, and a sentence says them better."""

HARM = "A reader could not see at a glance what happens next, and by when."
UNFOUNDED = "Nobody could tell which law a time limit comes from, or mend it when the law changes."


@dataclass(frozen=True)
class Timeline:
    """The lines of a page, counted from 1, between which a timeline stands."""

    begin: int
    end: int
    items: tuple[tuple[int, str], ...]
    """The line and the words of each item."""


def find_problems(text: PageText) -> Iterator[Problem]:
    """What is wrong with the timelines of a page, and a stage page that has none."""
    found = [*_find_timelines(text)]
    if not found and text.page != PAGE and section_of(text.page) == SECTION:
        what = "The page has no timeline."
        remedy = f"Write a line {BEGIN}, a list such as 1. **First:** what happens, and {END}."
        yield text.problem(text.source.first_line, what, HARM, remedy)
    for timeline in found[1:]:
        what, remedy = "There is a second timeline.", "Keep one of them."
        yield text.problem(timeline.begin, what, HARM, remedy)
    for timeline in found:
        yield from _find_in(timeline, text)


def _find_in(timeline: Timeline, text: PageText) -> Iterator[Problem]:
    if (count := len(timeline.items)) < FEWEST_ITEMS:
        what = f"The timeline has too few items: {count}; the fewest are {FEWEST_ITEMS}."
        remedy = "Say each thing that happens in an item of its own."
        yield text.problem(timeline.begin, what, HARM, remedy)
    for line, words in timeline.items:
        if not words.startswith(BOLD):
            what = f"An item does not begin with its time: {words[:40]}"
            remedy = (
                "Begin it with the time in bold, or with **First:**, **Then:** or what happens."
            )
            yield text.problem(line, what, HARM, remedy)
    for block in text.blocks:
        inside = timeline.begin < block.line < timeline.end
        if inside and block.facts is None and (figures := find_figures(block.text)):
            what = f'It is not said which fact "{figures[0].words}" comes from.'
            remedy = (
                "Write <!-- facts: icpc-15 --> at the end of the item, with the id of its fact."
            )
            yield text.problem(block.line, what, UNFOUNDED, remedy)


def _find_timelines(text: PageText) -> Iterator[Timeline]:
    lines = [*enumerate(text.source.markdown.split("\n"), start=text.source.first_line)]
    begins = [place for place, (_, line) in enumerate(lines) if line == BEGIN]
    for place in begins:
        rest = lines[place + 1 :]
        end = next((number for number, line in rest if line == END), lines[-1][0])
        items = tuple(
            (number, match["words"])
            for number, line in rest
            if number < end and (match := ITEM.match(line))
        )
        yield Timeline(lines[place][0], end, items)
