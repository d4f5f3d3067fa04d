"""Figures with their units, as English writes them: "15 working days", "a week", "section 47".

A number means nothing without its unit: 15 working days is not 15 days. Numbers in words count as
those in digits do. What has no unit (the 3 things to do first) is no figure. A parser such as
quantulum3 was rejected: it knows neither working days nor sections of an Act.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
MONTHS = (
    "january february march april may june july august september october november december"
).split()

YEARS_OF_AGE = "years of age"
SECTION = "section"


class Figure(NamedTuple):
    """A figure as something to compare: in which unit, how much, and in which Act if it says so."""

    unit: str
    """Such as `working days`, `£`, `section`, `years of age`, `o'clock` or `date`."""
    value: str
    """In digits; a range as `12-16`."""
    act: str = ""
    """The Act or Regulations of a section, in small letters."""


class Found(NamedTuple):
    """A figure in a text, with the words that say it."""

    figure: Figure
    words: str


def _any_of(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


NUMBER = (
    rf"(?:\d+(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:{_any_of(TENS)})(?:[- ](?:{_any_of(ONES[1:10])}))?"
    rf"|(?:{_any_of(ONES)}))"
)
TO = r" ?(?:to|-|–|—) ?"
OR = r" (?:or|and) "
TIME_UNIT = "day|week|month|year|hour|minute|night"
EXTRA = r"(?:(?:more|extra|further|full|whole|clear|calendar|consecutive|other)[ -])?"
WORKING = r"(?:(?P<working>working|school|business)[ -])?"

DURATION = re.compile(
    rf"\b(?P<low>{NUMBER})(?:(?P<join>{TO}|{OR})(?P<high>{NUMBER}))?[ -]{EXTRA}{WORKING}"
    rf"(?P<unit>{TIME_UNIT}|fortnight)(?:s|ly)?\b(?P<old>[ -]old\b)?"
)
ARTICLE = re.compile(
    rf"\b(?P<half>half[ -])?(?:an?|every|each|per)[ -](?:{EXTRA}){WORKING}"
    r"(?P<unit>week|month|year|hour|fortnight)\b"
    r"|\b(?:within|in|after|for|than|to|about) an? (?P<short>(?:working )?day|minute)\b(?! when)"
)
MONEY = re.compile(
    r"£ ?(?P<sum>\d[\d,]*(?:\.\d+)?)(?P<times> (?:million|thousand))?"
    rf"|\b(?P<pounds>{NUMBER}) pounds?\b"
)
SHARE = re.compile(rf"\b(?P<low>{NUMBER}) ?(?:%|per ?cent\b)")
CLOCK = re.compile(
    r"\b(?P<hour>\d\d?)(?:[.:](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b"
    r"|\b(?P<hour24>\d\d?):(?P<minute24>\d\d)\b|\b(?P<name>noon|midday|midnight)\b"
)
DATE = re.compile(
    rf"\b(?:(?P<day>\d\d?)(?:st|nd|rd|th)? )?(?P<month>{_any_of(MONTHS)})\b"
    r"(?: (?P<year>\d{4})\b)?"
    r"|\b(?P<alone>(?:19|20)\d\d)\b"
)
AGE = re.compile(
    rf"\b(?:under|over|below|aged?|ages|age of|turns?|turned|reach(?:es)?|until(?: age)?"
    rf"|(?:child|children|you|they|he|she|who) (?:is|are|was|were)) (?P<low>{NUMBER})"
    rf"(?:(?P<join>{OR}|{TO})(?P<high>{NUMBER}))?"
    r"(?![\d.,]*\d)(?! ?(?:%|per|working|[ap]m|of|more|other|people))\b"
    rf"|\b(?P<older>{NUMBER}) or (?:over|older|above|under|younger)\b"
)
PEOPLE = re.compile(rf"\b(?P<low>{NUMBER}) (?:independent |other )?people\b")
LAWS = {
    SECTION: r"sections?|ss?\.?",
    "regulation": r"regulations?|regs?\.?",
    "article": r"articles?|arts?\.?",
    "schedule": r"schedules?|sch\.?",
    "rule": r"rules?|r",
    "chapter": r"chapters?",
    "clause": r"clauses?",
    "stage": r"stages?",
}
PLACE = r"\d+[a-z]{0,3}(?:\.\d+[a-z]?)?(?:\(\w{1,3}\))*"
AND = r"(?:,? and |,? or |, ?| to |-|–)"
LAW = re.compile(
    "|".join(
        rf"(?<!['’])\b(?P<{kind}>{words}) ?(?P<{kind}s>{PLACE}(?:{AND}s?{PLACE})*)(?![\w%])"
        for kind, words in LAWS.items()
    )
)
OF_ACT = re.compile(
    r",? (?:of|in|under) the (?P<act>(?:[A-Z][\w'’-]*[ ,]*|and |of |\([\w ]+\) )+"
    r"(?:Act|Regulations)(?: \d{4})?)"
)


def find_figures(text: str) -> list[Found]:
    """The figures in plain words, in no order; each with the words that say it."""
    left = re.sub(r"\s+", " ", text.replace("\u2011", "-"))
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
    for match in list(pattern.finditer(text.lower())):
        figures = list(read(match, text))
        found += [Found(figure, text[match.start() : match.end()]) for figure in figures]
        if figures:
            blank = " " * (match.end() - match.start() - 1) + ";"
            text = text[: match.start()] + blank + text[match.end() :]
    return text


def _number(words: str) -> str:
    """A number in digits, without commas between thousands."""
    if words[0].isdigit():
        return words.replace(",", "")
    tens, _, ones = words.replace("-", " ").partition(" ")
    if tens in TENS:
        return str(20 + 10 * TENS.index(tens) + (ONES.index(ones) if ones else 0))
    return str(ONES.index(words))


def _amounts(match: re.Match[str], unit: str) -> Iterator[Figure]:
    """One figure, a range, or two where the text says "or"."""
    low, high = _number(match["low"]), match.groupdict().get("high")
    if not high:
        yield Figure(unit, low)
    elif re.fullmatch(OR, match["join"]):
        yield from (Figure(unit, low), Figure(unit, _number(high)))
    else:
        yield Figure(unit, f"{low}-{_number(high)}")


def _duration(match: re.Match[str], text: str) -> Iterator[Figure]:
    if match["old"] and match["unit"] == "year":
        yield from _amounts(match, YEARS_OF_AGE)
    elif match["unit"] == "fortnight":
        yield Figure("weeks", str(2 * int(_number(match["low"]))))
    else:
        yield from _amounts(match, f"{'working ' if match['working'] else ''}{match['unit']}s")


def _article(match: re.Match[str], text: str) -> Iterator[Figure]:
    if match["unit"] == "fortnight":
        yield Figure("weeks", "2")
    else:
        working = "working " if match["working"] else ""
        unit = match["short"] or f"{working}{match['unit']}"
        yield Figure(f"{unit}s", "0.5" if match["half"] else "1")


def _money(match: re.Match[str], text: str) -> Iterator[Figure]:
    amount = _number((match["sum"] or match["pounds"]).rstrip(","))
    yield Figure("£", f"{amount}{match['times'] or ''}")


def _share(match: re.Match[str], text: str) -> Iterator[Figure]:
    yield from _amounts(match, "per cent")


def _clock(match: re.Match[str], text: str) -> Iterator[Figure]:
    if match["name"]:
        yield Figure("o'clock", "24:00" if match["name"] == "midnight" else "12:00")
        return
    hour = int(match["hour"] or match["hour24"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    yield Figure("o'clock", f"{hour}:{match['minute'] or match['minute24'] or '00'}")


def _date(match: re.Match[str], text: str) -> Iterator[Figure]:
    if match["alone"]:
        yield Figure("date", match["alone"])
    elif match["day"] or match["year"]:  # "may" alone is no month
        parts = (match["day"], match["month"].capitalize(), match["year"])
        yield Figure("date", " ".join(filter(None, parts)))


def _age(match: re.Match[str], text: str) -> Iterator[Figure]:
    if match["older"]:
        yield Figure(YEARS_OF_AGE, _number(match["older"]))
    else:
        yield from _amounts(match, YEARS_OF_AGE)


def _people(match: re.Match[str], text: str) -> Iterator[Figure]:
    yield from _amounts(match, "people")


def _law(match: re.Match[str], text: str) -> Iterator[Figure]:
    kind = next(kind for kind in LAWS if match[kind])
    act = OF_ACT.match(text, match.end())
    for place in re.findall(PLACE, match[f"{kind}s"]):
        yield Figure(kind, place, act["act"].lower() if act else "")


READERS = (
    (LAW, _law),
    (MONEY, _money),
    (SHARE, _share),
    (DURATION, _duration),
    (ARTICLE, _article),
    (CLOCK, _clock),
    (DATE, _date),
    (PEOPLE, _people),
    (AGE, _age),
)
"""What is looked for, in this order: what one has taken, the next does not see."""
