"""Which figures a fact gives to the pages that rest on it.

They are those of its text, of its figure and of the Acts that it names. A note gives none unless a
block asks for it: notes say what others have wrong ("one page says 48 hours") and what must not be
printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scripts.facts import Fact
from scripts.figure_patterns import LAWS
from scripts.figures import DATE, Figure, find_figures

ACT = re.compile(r"^(?P<act>.*?\b(?:Act|Regulations|Rules|GDPR)\b(?: \d{4})?)")
"""The law that a part of a source begins with."""

SECTION = "section"
WITHOUT_A_NAME = "children act 1989"
"""The Act of sections such as 17, 20 and 47, whose name no letter and no page repeats each time."""

RANGE = re.compile(r"(\d+)-(\d+)")


@cache
def own_figures(fact: Fact) -> frozenset[Figure]:
    """The figures that the fact itself states."""
    return frozenset(found.figure for found in find_figures(f"{fact.text} {fact.figure or ''}"))


@cache
def all_figures(fact: Fact) -> frozenset[Figure]:
    """The same with the sections of the Acts that it comes from."""
    return own_figures(fact) | frozenset(_of_source(fact.source))


def _of_source(source: str) -> Iterator[Figure]:
    for part in source.split(";"):
        act = ACT.match(part.strip())
        for found in find_figures(part):
            is_law = found.figure.unit in LAWS and act
            yield found.figure._replace(act=act["act"].lower()) if is_law else found.figure


@cache
def _note_figures(fact: Fact) -> frozenset[Figure]:
    return frozenset(found.figure for found in find_figures(fact.note))


def states(fact: Fact, wanted: Figure) -> bool:
    """Whether the fact itself, without its source and its note, says this figure."""
    return any(_covers(figure, wanted) for figure in own_figures(fact))


def gives(fact: Fact, wanted: Figure, note: bool = False) -> bool:
    """Whether a page may say this figure because of the fact, or of its note where that counts."""
    given = all_figures(fact) | (_note_figures(fact) if note else frozenset())
    return any(_covers(figure, wanted) for figure in given)


def _covers(given: Figure, wanted: Figure) -> bool:
    """Whether a figure of a fact holds another. A page may say less (the year or the month of a
    day, a section without its number in brackets, an Act without its year, the end of a range), and
    never more."""
    if given.unit != wanted.unit or not _is_same_act(given, wanted):
        return False
    if wanted.unit in LAWS:
        return given.value == wanted.value or given.value.startswith(f"{wanted.value}(")
    if wanted.unit == DATE:
        return f" {wanted.value} " in f" {given.value} "
    ends = RANGE.fullmatch(given.value)
    return wanted.value in (given.value, *(ends.groups() if ends else ()))


def _is_same_act(given: Figure, wanted: Figure) -> bool:
    """Whether the Acts are the same. A section without an Act is one of the Children Act, and not
    of any Act that a fact of the page happens to come from."""
    if wanted.act:
        return f"{given.act} ".startswith(f"{wanted.act} ")
    return wanted.unit != SECTION or given.act in ("", WITHOUT_A_NAME)
