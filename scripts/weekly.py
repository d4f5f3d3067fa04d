"""The issue that the weekly workflow keeps: what `alongside check --format json` found, as a list
that a person works through from the top. Run by .github/workflows/weekly.yml.

Some of its words come from other people's hosts. They are shown as they are: none of them becomes
a heading, a picture or a call to somebody by name.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from scripts.inert import LONGEST, plain
from scripts.links.wordings import SITE
from scripts.terminal import count

INTRODUCTION = (
    "What the weekly check found on {day}: {errors} and {warnings}. Errors come first. This list "
    "is written anew every week, and the issue is closed when nothing is left, so please leave "
    "your notes in comments and not here."
)
UNSHOWN = (
    "\n{count} more would not fit here. Run `alongside check links reviews` to see them all.\n"
)

Found = dict[str, Any]
"""One problem, as the check says it in JSON."""


def write_report(found: dict[str, Any], link_base: str, day: date) -> str:
    """The report in Markdown, whose places are links below `link_base`; empty where nothing is
    wrong. Raises KeyError where `found` is not what `alongside check --format json` says."""
    checks = {check["name"]: check["problems"] for check in found["checks"]}
    problems = [problem for listed in checks.values() for problem in listed]
    if not problems:
        return ""
    errors = sum(map(_is_error, problems))
    head = INTRODUCTION.format(
        day=f"{day.day} {day:%B %Y}",
        errors=count(errors, "error"),
        warnings=count(len(problems) - errors, "warning"),
    )
    return _cut(f"{head}\n", _entries(checks, link_base), len(problems))


def _is_error(problem: Found) -> bool:
    return problem["level"] == "error"


def _entries(checks: dict[str, list[Found]], link_base: str) -> Iterator[tuple[str, int]]:
    """Pieces of the report, each with how many problems it tells of: errors of all checks, then
    warnings of all."""
    for title, level in (("Errors", "error"), ("Warnings", "warning")):
        for name, listed in checks.items():
            chosen = [problem for problem in listed if problem["level"] == level]
            if chosen:
                yield f"\n## {title}: {plain(name)}\n\n", 0
            yield from ((_entry(problem, link_base), 1) for problem in chosen)


def _cut(head: str, entries: Iterable[tuple[str, int]], problems: int) -> str:
    """As many of the entries as an issue has room for, and how many there are beyond."""
    text, shown = head, 0
    for entry, number in entries:
        if len(text) + len(entry) > LONGEST:
            return text + UNSHOWN.format(count=problems - shown)
        text, shown = text + entry, shown + number
    return text


def _entry(problem: Found, link_base: str) -> str:
    return (
        f"- {_place(problem, link_base)}  \n"
        f"  {plain(problem['what'])}  \n"
        f"  **Readers:** {plain(problem['harm'])}  \n"
        f"  **To do:** {plain(problem['remedy'])}\n"
    )


def _place(problem: Found, link_base: str) -> str:
    """The file and the line, with a link to them; what a build made is in no repository."""
    path, line = problem["path"], problem["line"]
    name = plain(f"{path}:{line}" if line else path)
    if path.split("/")[0] == SITE:
        return name
    return f"[{name}]({link_base}/{quote(path)}{f'#L{line}' if line else ''})"


def main(source: str, target: str, link_base: str) -> None:
    """Read the check's JSON from a file, and write the report of today to another."""
    found = json.loads(Path(source).read_text(encoding="utf-8"))
    report = write_report(found, link_base, datetime.now(UTC).date())
    Path(target).write_text(report, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
