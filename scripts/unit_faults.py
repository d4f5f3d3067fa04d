"""The rules for units of time in one sentence of a translation: "15 working days" is not 15 days.

Which unit stands by which number is known only where they stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scripts.english_words import English, Figure
from scripts.glossary import Glossary
from scripts.modal_faults import missing, or_right
from scripts.problems import Fault

NUMBER = re.compile(r"(?<![^ ])(\d+) $")


class Time(NamedTuple):
    """A unit in a translation, with the number before it; empty where there is none."""

    unit: str
    form: str
    number: str


def find_unit_faults(english: English, text: str, glossary: Glossary) -> Iterator[Fault]:
    """Units of the English that a spelled text lacks or has changed for others."""
    if not english.units and not english.figures:
        return
    times = list(_read_times(text, glossary))
    known = [figure for figure in english.figures if figure[0] in glossary.units]
    wrong = list(_beside_numbers(known, times))
    yield from (_changed(words, time, glossary) for words, time in wrong)
    said = {time.unit for time in times}
    told = {words for words, _ in wrong}
    for unit, _, words in known:
        if unit not in said and words not in told:
            yield missing(words, glossary.units[unit], f"units, {unit}", glossary)
            return
    if not wrong:
        yield from _without_numbers(english, times, glossary)


def _read_times(text: str, glossary: Glossary) -> Iterator[Time]:
    for found in glossary.unit_forms.find(text):
        number = NUMBER.search(text, 0, found.start)
        yield Time(found.kind, found.form, number[1] if number else "")


def _beside_numbers(figures: Iterable[Figure], times: list[Time]) -> Iterator[tuple[str, Time]]:
    """The words of each number that has another unit in the translation, with that unit. Only
    figures count whose unit has agreed words: without them any other could be its translation."""
    units: dict[str, set[str]] = {}
    said: dict[str, str] = {}
    for unit, value, words in figures:
        for number in value.split("-"):
            units.setdefault(number, set()).add(unit)
            said.setdefault(number, words)
    for time in times:
        if time.number in units and time.unit not in units[time.number]:
            yield said[time.number], time


def _without_numbers(english: English, times: list[Time], glossary: Glossary) -> Iterator[Fault]:
    """A unit that is in the place of another: one is missing and one is new."""
    said = {time.unit for time in times}
    lost = [unit for unit in sorted(english.units - said) if unit in glossary.units]
    new = [time for time in times if time.unit not in english.units]
    if lost and new:
        yield _changed(lost[0], new[0], glossary)


def _changed(words: str, time: Time, glossary: Glossary) -> Fault:
    own = f"{time.number} {time.form}".strip()
    return Fault(
        f'English says "{words}"; the translation says "{own}", which is {time.unit}.',
        f"Write the unit of the English. {or_right(glossary)}",
    )
