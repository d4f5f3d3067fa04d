"""Figures with their units, as English writes them: "15 working days", "a week", "section 47".

A number means nothing without its unit: 15 working days is not 15 days. Not seen, on purpose, is
what has no number ("a few days", "the next day", "daily", "teenagers") or no unit ("from 9 to 3",
"do these 3 things", "part III"). A parser such as quantulum3 was rejected: it knows neither working
days nor sections of an Act.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import NamedTuple

from scripts import figure_patterns as patterns
from scripts.number_words import (
    multiply,
    read_amounts,
    tidy,
    to_clock,
    to_dates,
    to_digits,
    to_small,
)

YEARS_OF_AGE = "years of age"
DATE, CLOCK, SHARE = "date", "o'clock", "share"
VALUE_ALONE = (DATE, CLOCK, SHARE)
"""Units that nobody says beside the value."""


class Figure(NamedTuple):
    """A figure as something to compare: in which unit, how much, and in which Act if it says so."""

    unit: str
    """Such as `working days`, `£`, `section`, `years of age`, `o'clock` or `date`."""
    value: str
    """In digits; a range as `12-16`."""
    act: str = ""
    """The Act or Regulations of a section, in small letters."""

    def __str__(self) -> str:
        if self.unit in patterns.LAWS:
            return f"{self.unit} {self.value}"
        if self.unit in VALUE_ALONE:
            return self.value
        value = self.value.replace("-", " to ")
        unit = self.unit.removesuffix("s") if value == "1" else self.unit
        return f"£{value}" if unit == "£" else f"{value} {unit}"


class Found(NamedTuple):
    """A figure in a text, with the words that say it."""

    figure: Figure
    words: str


Places = list[tuple[int, Found]]
"""What was found, each with where its words begin."""

Read = Callable[[re.Match[str], str], Iterator[Figure]]
"""What makes figures of a match in a text."""


def find_figures(text: str) -> list[Found]:
    """The figures in plain words, in their order; each with the words that say it."""
    if not patterns.MAY_HOLD.search(text):
        return []
    left = tidy(text)
    found: Places = []
    for pattern, read in READERS:
        left = _take(pattern, read, left, found)
    _take(patterns.UNSAID, _borrower(found), left, found)
    return [each for _, each in sorted(found, key=itemgetter(0))]


def _take(pattern: re.Pattern[str], read: Read, text: str, found: Places) -> str:
    """The text without what the pattern found, so that nothing is read twice."""
    for match in list(pattern.finditer(to_small(text))):
        start, end = match.span()
        figures = list(read(match, text))
        found += [(start, Found(figure, text[start:end])) for figure in figures]
        if figures:
            text = f"{text[:start]}{' ' * (end - start - 1)};{text[end:]}"
    return text


def _time(match: re.Match[str], text: str) -> Iterator[Figure]:
    said = match.groupdict()
    unit, times = patterns.AS_UNIT.get(said["unit"], (said["unit"], 1))
    unit = f"{'working ' if said.get('working') else ''}{unit}s"
    if said.get("old") and unit == "years":
        unit = YEARS_OF_AGE
    if said.get("rate"):
        unit = f"times a {said['unit']}"
    amounts = read_amounts(said.get("amount") or f"one{said.get('more') or ''}")
    if said.get("number"):
        amounts = [to_digits(said["number"])]
    yield from (Figure(unit, multiply(amount, times)) for amount in amounts)


def _borrower(found: Places) -> Read:
    """What reads a number in the unit of the measure of time that stands before it."""

    def read(match: re.Match[str], text: str) -> Iterator[Figure]:
        before = sorted((place for place in found if place[0] < match.start()), key=itemgetter(0))
        units = [each.figure.unit for _, each in before]
        times = [unit for unit in units if unit.split()[-1].removesuffix("s") in patterns.TIMES]
        for amount in read_amounts(match["amount"]) if times else ():
            yield Figure(times[-1], amount)

    return read


def _counted(match: re.Match[str], text: str) -> Iterator[Figure]:
    unit = patterns.COUNTED[match.lastgroup or ""]
    yield from (Figure(unit, amount) for amount in read_amounts(match["amount"]))


def _money(match: re.Match[str], text: str) -> Iterator[Figure]:
    times = patterns.SUMS.get(match["times"], match["times"] or "")
    for amount in read_amounts(match["amount"].replace("£", "")):
        yield Figure("£", amount.removesuffix(".00") + times)


def _share(match: re.Match[str], text: str) -> Iterator[Figure]:
    part = match["fraction"] or f"{to_digits(match['some'])} in {to_digits(match['all'])}"
    yield Figure(SHARE, part)


def _clock(match: re.Match[str], text: str) -> Iterator[Figure]:
    half = match["half"] or match["part"] or ""
    if match["name"]:
        yield Figure(CLOCK, "24:00" if match["name"] == "midnight" else "12:00")
    elif half or any(match.group("minute", "past", "clock")) or match["to"] is not None:
        yield Figure(CLOCK, to_clock(match["hour"], match["minute"], half, match["past"]))


def _date(match: re.Match[str], text: str) -> Iterator[Figure]:
    days, year = match["days"] or match["late"] or "", match["year"] or ""
    month = match["month"]
    is_name = month not in ("may", "march") or text[match.start("month")].isupper()
    if is_name and (days or year or patterns.WHEN.search(text, 0, match.start())):
        yield from (Figure(DATE, day) for day in to_dates(days, month, year))


def _numeric_date(match: re.Match[str], text: str) -> Iterator[Figure]:
    groups = ("day", "month", "year") if match["point"] else ("last", "middle", "first")
    yield from (Figure(DATE, day) for day in to_dates(*match.group(*groups)))


def _year(match: re.Match[str], text: str) -> Iterator[Figure]:
    yield Figure(DATE, match[0])


def _age(match: re.Match[str], text: str) -> Iterator[Figure]:
    words = match[match.lastgroup or 0]
    ages = [to_digits(words)] if match["birthday"] else read_amounts(words)
    yield from (Figure(YEARS_OF_AGE, age) for age in ages)


def _law(match: re.Match[str], text: str) -> Iterator[Figure]:
    if match["nth"]:
        yield Figure("stage", to_digits(match["nth"]))
        return
    kind = next(kind for kind in patterns.LAWS if match[kind])
    if kind in patterns.NOT_ONLY_OF_LAWS and not patterns.OF_A_LAW.match(text, match.end()):
        return
    act = patterns.OF_ACT.match(text, match.end()) or patterns.ACT.search(text, 0, match.start())
    for place in re.findall(patterns.PLACE, match[f"{kind}s"]):
        value = place.replace(" ", "") if place[0].isdigit() else to_digits(place)
        yield Figure(kind, value, act["act"].lower() if act else "")


READERS: tuple[tuple[re.Pattern[str], Read], ...] = (
    (patterns.LAW, _law),
    (patterns.MONEY, _money),
    (patterns.COUNT, _counted),
    (patterns.SHARE, _share),
    *((pattern, _time) for pattern in patterns.TIME),
    (patterns.NUMERIC_DATE, _numeric_date),
    (patterns.DATE, _date),
    (patterns.YEAR, _year),
    (patterns.CLOCK, _clock),
    (patterns.AGE, _age),
)
"""What is looked for, in this order: what one has taken, the next does not see."""
