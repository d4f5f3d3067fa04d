"""Figures with their units, as English writes them: "15 working days", "a week", "section 47".

A number means nothing without its unit: 15 working days is not 15 days. Numbers in words count as
those in digits do. What has no unit (the 3 things to do first) is no figure. A parser such as
quantulum3 was rejected: it knows neither working days nor sections of an Act.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from scripts import figure_patterns as patterns
from scripts.number_words import to_digits

UNBROKEN = "\u2011"
"""A hyphen that keeps its words on one line."""

YEARS_OF_AGE = "years of age"
DATE, CLOCK = "date", "o'clock"
VALUE_ALONE = (DATE, CLOCK)
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
        unit = self.unit.removesuffix("s") if self.value == "1" else self.unit
        return f"£{self.value}" if unit == "£" else f"{self.value} {unit}"


class Found(NamedTuple):
    """A figure in a text, with the words that say it."""

    figure: Figure
    words: str


def find_figures(text: str) -> list[Found]:
    """The figures in plain words, in no order; each with the words that say it."""
    if not patterns.MAY_HOLD.search(text):
        return []
    left = re.sub(r"\s+", " ", html.unescape(text).replace(UNBROKEN, "-"))
    found: list[Found] = []
    for pattern, read in READERS:
        left = _take(pattern, read, left, found)
    return found


def _take(
    pattern: re.Pattern[str],
    read: Callable[[re.Match[str], str], Iterator[Figure]],
    text: str,
    found: list[Found],
) -> str:
    """The text without what the pattern found, so that nothing is read twice."""
    for match in list(pattern.finditer(_small(text))):
        figures = list(read(match, text))
        found += [Found(figure, text[match.start() : match.end()]) for figure in figures]
        if figures:
            blank = " " * (match.end() - match.start() - 1) + ";"
            text = text[: match.start()] + blank + text[match.end() :]
    return text


def _small(text: str) -> str:
    """The text in small letters, each in its place: a few signs have two small letters for one."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := each.lower()) == 1 else each for each in text)


def _amounts(match: re.Match[str], unit: str) -> Iterator[Figure]:
    """One figure, a range, or two where the text says "or"."""
    low, high = to_digits(match["low"]), match.groupdict().get("high")
    if not high:
        yield Figure(unit, low)
    elif re.fullmatch(patterns.OR, match["join"]):
        yield from (Figure(unit, low), Figure(unit, to_digits(high)))
    else:
        yield Figure(unit, f"{low}-{to_digits(high)}")


def _duration(match: re.Match[str], text: str) -> Iterator[Figure]:
    if match["old"] and match["unit"] == "year":
        yield from _amounts(match, YEARS_OF_AGE)
    elif match["unit"] == "fortnight":
        yield Figure("weeks", str(2 * int(to_digits(match["low"]))))
    else:
        yield from _amounts(match, f"{'working ' if match['working'] else ''}{match['unit']}s")


def _article(match: re.Match[str], text: str) -> Iterator[Figure]:
    if match["unit"] == "fortnight":
        yield Figure("weeks", "2")
    else:
        working = "working " if match["working"] else ""
        unit = match["short"] or f"{working}{match['unit']}"
        yield Figure(f"{unit}s", "0.5" if match["half"] else "1")


def _adverb(match: re.Match[str], text: str) -> Iterator[Figure]:
    if match["unit"] == "fortnight":
        yield Figure("weeks", "2")
    else:
        yield Figure(f"{match['unit']}s", "1")


def _place_in_time(match: re.Match[str], text: str) -> Iterator[Figure]:
    yield from _amounts(match, f"number of the {match['unit']}")


def _money(match: re.Match[str], text: str) -> Iterator[Figure]:
    amount = to_digits((match["sum"] or match["pounds"]).rstrip(","))
    yield Figure("£", f"{amount}{match['times'] or ''}")


def _share(match: re.Match[str], text: str) -> Iterator[Figure]:
    yield from _amounts(match, "per cent")


def _clock(match: re.Match[str], text: str) -> Iterator[Figure]:
    if match["name"]:
        yield Figure(CLOCK, "24:00" if match["name"] == "midnight" else "12:00")
        return
    hour = int(match["hour"] or match["hour24"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    yield Figure(CLOCK, f"{hour}:{match['minute'] or match['minute24'] or '00'}")


def _date(match: re.Match[str], text: str) -> Iterator[Figure]:
    if match["alone"]:
        yield Figure(DATE, match["alone"])
    elif match["day"] or match["year"]:  # "may" alone is no month
        parts = (match["day"], match["month"].capitalize(), match["year"])
        yield Figure(DATE, " ".join(filter(None, parts)))


def _age(match: re.Match[str], text: str) -> Iterator[Figure]:
    if match["older"]:
        yield Figure(YEARS_OF_AGE, to_digits(match["older"]))
    else:
        yield from _amounts(match, YEARS_OF_AGE)


def _people(match: re.Match[str], text: str) -> Iterator[Figure]:
    yield from _amounts(match, "people")


def _law(match: re.Match[str], text: str) -> Iterator[Figure]:
    kind = next(kind for kind in patterns.LAWS if match[kind])
    act = patterns.OF_ACT.match(text, match.end()) or patterns.ACT.search(text, 0, match.start())
    for place in re.findall(patterns.PLACE, match[f"{kind}s"]):
        value = place if place[0].isdigit() else to_digits(place)
        yield Figure(kind, value, act["act"].lower() if act else "")


READERS = (
    (patterns.LAW, _law),
    (patterns.MONEY, _money),
    (patterns.SHARE, _share),
    (patterns.DURATION, _duration),
    (patterns.ARTICLE, _article),
    (patterns.ADVERB, _adverb),
    (patterns.PLACE_IN_TIME, _place_in_time),
    (patterns.CLOCK, _clock),
    (patterns.DATE, _date),
    (patterns.PEOPLE, _people),
    (patterns.AGE, _age),
)
"""What is looked for, in this order: what one has taken, the next does not see."""
