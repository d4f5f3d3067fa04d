"""Links that turn programs away, and the day on which a person opened each: `links.yml`.

Without it, the weekly look would warn of the same hosts for ever, and nobody would read it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scripts.entries import find_unknown, read_list
from scripts.lined_yaml import Lined
from scripts.paths import Project
from scripts.problems import Fault, Problem, ProblemsFound

KEYS = ("link", "looked")
TRUSTED = timedelta(days=183)
"""How long a person's look counts: as long as a page may go without one."""

HARM = "Nobody would know whether readers find the page."


@dataclass(frozen=True)
class Looked:
    """A link that a person found well on a day."""

    link: str
    day: date
    line: int


def read_looked(project: Project, today: date) -> tuple[list[Looked], list[Problem]]:
    """The links that somebody looked at, and what is wrong with the file; none without a file."""
    path = project.short(project.links)
    try:
        entries = read_list(project.links, path, "link", HARM)
    except ProblemsFound as error:
        return [], error.problems
    found: dict[str, Looked] = {}
    problems: list[Problem] = []
    for entry in entries:
        faults = [*_find_faults(entry, today, found)]
        problems += [Problem(path, entry.line, what, HARM, remedy) for what, remedy in faults]
        if not faults:
            day = date.fromisoformat(entry["looked"])
            found[entry["link"]] = Looked(entry["link"], day, entry.line)
    return list(found.values()), problems


def _find_faults(entry: Lined, today: date, before: dict[str, Looked]) -> Iterator[Fault]:
    yield from find_unknown(entry, KEYS)
    link = entry.get("link")
    if not isinstance(link, str) or not link.startswith(("http://", "https://")):
        yield Fault("An entry has no link.", "Add a line such as link: https://www.example.org/")
    elif link in before:
        yield Fault(f"The link {link} stands in line {before[link].line} too.", "Keep one of them.")
    day = _day(entry.get("looked"))
    if day is None or day > today:
        yield Fault(
            "An entry does not say when somebody looked, or names a day to come.",
            f"Open the link in a browser and write the day, such as looked: {today}",
        )


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def find_unneeded(looked: list[Looked], on_site: Collection[str], path: str) -> Iterator[Problem]:
    """Entries for links that are not on the site any more."""
    for each in looked:
        if each.link not in on_site:
            yield Problem(
                path,
                each.line,
                f"The link {each.link} is not on the site any more.",
                "The list would grow until nobody reads it.",
                "Delete the entry.",
            )


def trusted(looked: list[Looked], today: date) -> set[str]:
    """The links that somebody looked at lately."""
    return {each.link for each in looked if today - each.day <= TRUSTED}
