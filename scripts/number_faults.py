"""The rules for numbers in a translation: no phone number, and all others as in the English."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from scripts import characters, inline
from scripts.phone_numbers import NOTHING, find_phone_numbers, find_runs
from scripts.problems import Fault

NUMBER = re.compile(r"\d+")
DIGIT = re.compile(r"\d")
BRACKETS = re.compile(r"\((?P<words>[^()]*)\)")
SECTION = re.compile(r"\bsections? \d+", re.IGNORECASE)


def find_number_faults(
    message: str, translation: str, known: Mapping[str, str] = NOTHING
) -> Iterator[Fault]:
    """Every number in the translation that is not as in the English; `known` as in
    `find_phone_numbers`."""
    yield from _phone_numbers(message, translation, known)
    yield from _numbers(message, translation)


def _phone_numbers(message: str, translation: str, known: Mapping[str, str]) -> Iterator[Fault]:
    """Phone numbers, but for what is none in the English: "section 101" has a word of its own in
    each language, and its number is the same."""
    if not (found := find_phone_numbers(translation, known)):
        return
    english = find_runs(message)
    for number in found:
        digits = number.replace(" ", "").lstrip("+")
        if digits not in english:
            what = f"There is a phone number in the translation: {number}."
            yield Fault(what, _in_its_place(known.get(digits), message))


def _in_its_place(name: str | None, message: str) -> str:
    """What a volunteer writes instead of a number, which is that of the contact `name`."""
    contacts = {
        f"{match['name']}{match['relay'] or ''}": match[0]
        for match in inline.CONTACT.finditer(message)
    }
    if not contacts:
        return "Take it out: the English has no phone number here."
    own = [contacts[name]] if name in contacts else contacts.values()
    return f"Write {' or '.join(own)} as the English does."


def _numbers(message: str, translation: str) -> Iterator[Fault]:
    """Other numbers than the English has. Those of addresses and notes count too: what only looks
    like one could hide a number."""
    if not DIGIT.search(message) and not any(map(str.isnumeric, html.unescape(translation))):
        return  # as in most messages
    wanted, got = _count_numbers(message), _count_numbers(translation)
    if foreign := characters.find_odd_digits(html.unescape(translation)):
        yield Fault(
            f"These digits are not 0 to 9: {', '.join(foreign)}.",
            "Write 0 1 2 3 4 5 6 7 8 9, as in letters from the council.",
        )
    elif wanted not in (got, _count_numbers(without_english(message, translation))):
        yield Fault(
            f"The numbers are not the same: English has {_list(wanted)}, "
            f"the translation has {_list(got)}.",
            "Write each number in digits, as often as the English does.",
        )


def _count_numbers(text: str) -> Counter[str]:
    return Counter(NUMBER.findall(inline.CONTACT.sub(" ", html.unescape(text))))


def without_english(message: str, translation: str) -> str:
    """The translation without English words in brackets such as "(section 47 enquiry)": a reader
    meets them in a letter, and the number in them is no number of the translation."""

    def replace(match: re.Match[str]) -> str:
        words = match["words"]
        repeated = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", message, re.IGNORECASE)
        return " " if repeated and not NUMBER.search(SECTION.sub("", words)) else match[0]

    return BRACKETS.sub(replace, translation)


def _list(numbers: Counter[str]) -> str:
    return ", ".join(sorted(numbers.elements())) or "none"
