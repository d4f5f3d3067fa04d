"""The names of leaflets: numbers that say nothing to somebody who looks at a list of downloads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from scripts.problems import Problem, ProblemsFound

FOLDER = "paper"
NUMBERS = 10**6


def number_of(page: str) -> int:
    """The number of a page's leaflet, the same in every language and for ever."""
    return int.from_bytes(hashlib.sha256(page.encode()).digest()[:8], "big") % NUMBERS


def file_of(page: str, language: str, form: str = "") -> str:
    """The file of a leaflet, by its path in the folder of the site."""
    return f"{FOLDER}/{language}/leaflet-{number_of(page):06}{form}.pdf"


def refuse_same_numbers(pages: Iterable[str]) -> None:
    """Raise ProblemsFound where two pages would have the same file."""
    found: dict[int, str] = {}
    problems = []
    for page in sorted(pages):
        other = found.setdefault(number_of(page), page)
        if other != page:
            problems.append(
                Problem(
                    f"docs/{page}.md",
                    0,
                    f"Its leaflet would have the same file name as that of {other}.",
                    "One of the two could not be printed.",
                    "Give one of the two pages another name.",
                )
            )
    if problems:
        raise ProblemsFound(problems)
