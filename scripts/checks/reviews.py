"""No page goes on long without another look at its law, its helplines and its words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from scripts.findings import Findings
from scripts.front_matter import day_of, is_written
from scripts.page_text import PageText
from scripts.problems import Problem
from scripts.subject import Subject
from scripts.terminal import count

SOON = timedelta(days=60)
"""How far ahead the people who check pages are told of their work."""

LONGEST_WAIT = timedelta(days=90)
"""How long a page may wait past its day; then it is an error. The note that readers see meanwhile
does not help someone whom an old page misleads."""

REMEDY = (
    "Look at the page and its facts once more. Then write that day as checked, and as review_by a "
    "day within a year of it."
)


def check(subject: Subject) -> Findings:
    """Every page that should have been checked again before today."""
    days = {
        page: day
        for page, text in subject.texts.items()
        if is_written(text.source) and (day := day_of(text.meta, "review_by"))
    }
    problems = (
        _overdue(subject.texts[page], day, subject.today - day)
        for page, day in days.items()
        if day < subject.today
    )
    return Findings.of(problems, *_look_ahead(sorted(days.values()), subject.today))


def _overdue(text: PageText, day: date, wait: timedelta) -> Problem:
    return text.problem(
        text.source.line_of("review_by"),
        f"This page was to be checked again by {day}, {count(wait.days, 'day')} ago.",
        "Law and helplines may have changed, and families would act on what is no longer right.",
        REMEDY,
        warning=wait <= LONGEST_WAIT,
    )


def _look_ahead(days: list[date], today: date) -> Iterator[str]:
    """How much is to be checked soon, and when the next of it is due."""
    if coming := [day for day in days if day >= today]:
        soon = sum(day <= today + SOON for day in coming)
        yield (
            f"To be checked again in the next {SOON.days} days: {count(soon, 'page')}. "
            f"The next day is {coming[0]}."
        )
