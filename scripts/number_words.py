"""Numbers, days and times of day as English writes them, and a text made ready to find them."""

from __future__ import annotations

import html
import re

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ONES_IN_ORDER = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
TENS_IN_ORDER = (
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
).split()

MONTHS = (
    "january february march april may june july august september october november december"
).split()

VALUES = (
    {word: number for words in (ONES, ONES_IN_ORDER) for number, word in enumerate(words)}
    | {word: 20 + 10 * at for words in (TENS, TENS_IN_ORDER) for at, word in enumerate(words)}
    | {"couple": 2, "twice": 2, "other": 2, "half": 0.5, "½": 0.5}
)
"""What a word adds to a number. "Every other week" is every 2 weeks."""
MULTIPLIED = {"quarter": 0.25, "quarters": 0.25, "dozen": 12, "hundred": 100, "thousand": 1000}
"""Words that multiply what stands before them."""

PAST = {"quarter past ": "15", "half past ": "30", "quarter to ": "45"}
NOON = 12
FIRST_MORNING_HOUR = 7
"""An hour before it is taken for one of the afternoon, unless the text says more."""

INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
DASHES = re.compile("[\u2010-\u2015\u2212]")


def any_of(words: list[str]) -> str:
    """A pattern for one of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


DIGITS = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
TO_99 = rf"(?:(?:{any_of(TENS)})(?:[- ](?:{any_of(ONES[1:10])}))?|(?:{any_of(ONES)}))"
HUNDREDS = (
    rf"(?:a|{TO_99}) (?:hundred|thousand)"
    rf"(?: (?:and )?{TO_99}(?: hundred(?: and {TO_99})?)?)?"
)
NUMBER = (
    rf"(?:(?:{DIGITS}|{HUNDREDS}|{TO_99})(?: and a half\b| ?½)?"
    r"|a couple(?: of)?|(?:a|half a) dozen|½)"
)
"""A pattern for a number in small letters."""
ORDINAL = (
    rf"(?:\d+(?:st|nd|rd|th)|(?:{any_of(TENS)})[- ](?:{any_of(ONES_IN_ORDER[1:10])})"
    rf"|{any_of([*ONES_IN_ORDER[3:], *TENS_IN_ORDER])})"
)
"""A place in an order: not "first" and "second", which have too many other meanings."""

HALF = re.compile("half|½")
TO = r"(?:-? (?:up )?to |-to-| ?- ?)"
OR = r"(?:-?,? (?:or|and) |/)"
AMOUNT = (
    rf"(?P<amount>(?:(?:{NUMBER}, )+(?={NUMBER},? (?:or|and) ))?"
    rf"{NUMBER}(?:(?:{TO}|{OR}){NUMBER})*(?: \({NUMBER}\))?)"
)
"""A number, a range or a list: "3", "3 to 6", "3, 4 or 5", "three (3)"."""


def read_amounts(words: str) -> list[str]:
    """The numbers of words that AMOUNT matched, in digits; a range is one, as `12-16`."""
    found: list[str] = []
    end = 0
    for number in re.finditer(NUMBER, words):
        if found and re.fullmatch(TO, words[end : number.start()]):
            found[-1] += f"-{to_digits(number[0])}"
        else:
            found.append(to_digits(number[0]))
        end = number.end()
    return found


def to_digits(words: str) -> str:
    """What NUMBER or ORDINAL matched, in digits without commas between thousands."""
    digits = re.match(DIGITS, words)
    rest = words[digits.end() :] if digits else words
    if digits and not HALF.search(rest):
        return digits[0].replace(",", "")
    return f"{_add_up(rest, float(digits[0].replace(',', '')) if digits else 0):g}"


def _add_up(words: str, total: float) -> float:
    """The sum of words such as "two thousand one hundred and six"."""
    last = 0.0
    for word in re.findall(r"[a-z]+|½", words):
        if word in MULTIPLIED:
            last = (last or 1) * MULTIPLIED[word]
        if word == "thousand":
            total, last = total + last, 0
        last += VALUES.get(word, 0)
    return total + last


def multiply(amount: str, times: int) -> str:
    """An amount, or both ends of a range, so many times."""
    if times == 1:
        return amount
    return "-".join(f"{float(end) * times:g}" for end in amount.split("-"))


def to_dates(days: str, month: str, year: str) -> list[str]:
    """Each day as `1 December 2003`, without what is not said. A month may be short or a number."""
    number = int(month) if month.isdigit() else 0
    if 0 < number <= len(MONTHS):
        month = MONTHS[number - 1]
    else:
        month = next((name for name in MONTHS if name.startswith(month[:3])), month)
    each = [to_digits(day).lstrip("0") for day in re.findall(rf"\d+|{ORDINAL}|first|second", days)]
    year = f"20{year}" if len(year) == 2 else year
    return [" ".join(filter(None, (day, month.capitalize(), year))) for day in each or [""]]


def to_clock(hour: str, minute: str | None, half: str, past: str | None) -> str:
    """A time of day as `15:00`; the half of the day is `a`, `p`, a word for it, or not said."""
    number = int(to_digits(hour))
    if half:
        number = number % NOON + (0 if half in ("a", "morning") else NOON)
    elif number < FIRST_MORNING_HOUR and not hour.startswith("0"):
        number += NOON
    if past and past.endswith("to "):
        number -= 1
    return f"{number}:{PAST.get(past or '') or minute or '00'}"


def tidy(text: str) -> str:
    """The text with one kind of space and of dash, and without signs that nobody sees."""
    seen = INVISIBLE.sub("", html.unescape(text))
    return DASHES.sub("-", re.sub(r"\s+", " ", seen))


def to_small(text: str) -> str:
    """The text in small letters, each in its place: a few signs have two small letters for one."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := each.lower()) == 1 else each for each in text)
