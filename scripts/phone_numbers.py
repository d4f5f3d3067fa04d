"""Finding phone numbers that somebody typed, in whatever digits, spacing and marks.

The text is first folded into what a reader would see: digits of every script become 0 to 9, code
stays; what is shown as nothing, addresses of links, and contacts go. What else consists of digits
(dates, times, sums, sections of a law) is set aside, and the runs of digits that are left are
looked at. A library such as libphonenumber was rejected: it knows neither short numbers in a
sentence nor that "section 101" is none.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from scripts import inline

LEAST = 7
"""Digits of a number with its code; what begins with 0 and has fewer is something else."""

SOLID = 5
"""Digits in one piece, as in numbers for text messages. A sum of that size is written 10,000."""

MOST = 22
"""Digits of a number: 15 at most (E.164), before them 00, and five more for text relay."""

BEGINS = re.compile(r"0{1,2}[1-9]")
"""The code of a place or, after two zeros, of a country."""

PUBLIC = re.compile(r"999|112|111|101|105|119|1800[0-2]|11[68]\d{3}")
"""Short numbers that anybody can dial: Ofcom's National Telephone Numbering Plan, part A."""

NOTHING: Mapping[str, str] = MappingProxyType({})

SCHEMES = "tel|sms|smsto|callto|whatsapp|facetime|facetime-audio|skype|viber"
LINK = re.compile(
    rf"(?:\]\(\s*<?|<)((?:{SCHEMES}):[^\s)>]*\d[^\s)>]*)"
    r"|\b((?:wa\.me|whatsapp\.com)/[^\s)>]*\d[^\s)>]*)",
    re.IGNORECASE,
)
"""A link that calls a number or writes to it (RFC 3966, RFC 5724, and what apps understand)."""

ADDRESS = re.compile(r"\]\(\s*<?(?=[^\s)>]*[^\W\d_])[^\s)>]*")
"""The address of a link, which nobody sees. Digits alone there could be words in brackets."""

URL = re.compile(r"(?:https?://|www\.)[\w.-]*\.[a-z]{2,}[^\s<>)\]]*", re.IGNORECASE)
"""An address in the text."""

BREAK = " x "
"""Stands for what no phone number goes over."""

UNSEEN = frozenset({"Cf", "Mn", "Me"})
"""Unicode categories of zero-width characters, and of marks such as the frame of a keycap."""

MARKS = frozenset("*`")
"""Marks of Markdown, which are not shown between digits."""

COMMAS = frozenset(",;،؛、，；٬٫")
"""They part the numbers of a list, or the thousands of one number."""

RUN = re.compile(r"(?:\+[ .:/~-]*)?\d(?:[ .:/~-]*\d)*")
LONG_RUN = re.compile(r"\d(?:[ .:/~,-]*\d)*")
GROUP = re.compile(r"(\D*)(\d+)")
Group = tuple[str, str]
"""Digits in one piece, behind what parts them from the group before."""

DATE = r"(?:\d\d?[-/. ]\d\d?[-/. ](?:19|20)\d\d|(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?)"
TIME = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
FEW = r"[1-9]\d{0,2}[a-z]{0,2}(?!\d)(?:~\w{1,4}~)*"
LAW = r"(?:section|regulation|reg|article|art|schedule|paragraph|clause|rule|page|part|chapter)s?"
UNIT = (
    r"(?:day|week|month|year|hour|minute|page|case|mile|pound|parent|carer|adult|council)s?\b"
    r"|people\b|families\b|children\b"
)
NO_PHONE_NUMBERS = re.compile(
    rf"(?<!\d)(?<!\d[-/.:])(?:{DATE}|{TIME})(?:[ ~-]+(?:{DATE}|{TIME}))*"
    r"(?![-/.:~]?\d| \d{3}| \d\d[-/.: ]\d)"
    rf"|(?<!\w~)\b(?:{LAW}|ss?)[.]? ?{FEW}(?:(?:,| and| or| to| ?-)+ ?{FEW})*(?! ?\d)"
    r"|£ ?[1-9]\d*(?:[.,]\d+)*"
    r"|(?<![\d,])[1-9]\d{0,2}(?:,\d{3})+(?!\d)"
    rf"|(?<!\d)[1-9]\d{{0,2}}(?:[.,]\d+)? ?(?:%|(?:{UNIT}))"
    r"|\b[a-z]{1,2}\d{1,3}[a-z]?\b(?! ?\d)",
    re.IGNORECASE,
)
"""In a folded text: dates and times, sections and pages, sums, thousands, so many days, forms."""


def find_phone_numbers(text: str, known: Mapping[str, str] = NOTHING) -> list[str]:
    """The phone numbers typed in a text in Markdown or without, in the digits 0 to 9, and the
    links that would call one. The keys of `known` are numbers that count however they look."""
    shown = html.unescape(text)
    if not any(map(str.isdigit, shown)):
        return []
    links = [match[1] or match[2] for match in LINK.finditer(shown)]
    folded = fold(shown)
    if not any(_find(folded, known)):  # setting aside what else has digits takes longest
        return links
    return links + list(_find(NO_PHONE_NUMBERS.sub(BREAK, folded), known))


def find_runs(text: str) -> set[str]:
    """The digits of every run in a text, and of every group in it, whatever they mean."""
    runs = LONG_RUN.findall(fold(html.unescape(text)))
    return {"".join(re.findall(r"\d", run)) for run in runs} | {
        group for run in runs for group in re.findall(r"\d+", run)
    }


def fold(shown: str) -> str:
    """What a reader sees of a text, with the digits 0 to 9 and few other signs between them."""
    text = inline.outside_code(shown, lambda prose: inline.COMMENT.sub("", prose))
    text = inline.NOTE.sub("", inline.CONTACT.sub(BREAK, text))
    text = URL.sub(BREAK, ADDRESS.sub("]", text))
    return "".join(map(_fold, text))


@lru_cache(4096)
def _fold(character: str) -> str:
    category = unicodedata.category(character)
    if character.isdigit():
        return str(unicodedata.digit(character))
    if character in MARKS or category in UNSEEN:
        return ""
    if character in "./:%" or character.isalpha():
        return character
    if character in COMMAS:
        return ","
    if folded := {"Pd": "-", "Sc": "£"}.get(category):
        return folded
    if unicodedata.normalize("NFKC", character) == "+":
        return "+"
    return " " if character.isspace() else "~"


def _find(folded: str, known: Mapping[str, str]) -> Iterator[str]:
    for run in RUN.finditer(folded):
        yield from _find_in_run(GROUP.findall(run[0]), known)


def _find_in_run(groups: list[Group], known: Mapping[str, str]) -> Iterator[str]:
    position = 0
    while position < len(groups):
        count = _measure(groups[position : position + MOST], known)
        if count:
            plus = "+" if "+" in groups[position][0] else ""
            yield plus + " ".join(digits for _, digits in groups[position : position + count])
        position += count or 1


def _measure(groups: list[Group], known: Mapping[str, str]) -> int:
    """How many of the groups, from the first on, are one phone number; 0 where none is."""
    number, longest, most = "", 0, 1
    for count, (_, digits) in enumerate(groups, start=1):
        number += digits
        if len(number) > MOST:
            break
        most = count
        if _is_known(number, groups[:count], known):
            longest = count
    if longest:
        return longest
    if len(number) >= LEAST and ("+" in groups[0][0] or BEGINS.match(number)):
        return most
    return 1 if len(groups[0][1]) >= SOLID else 0


def _is_known(number: str, groups: list[Group], known: Mapping[str, str]) -> bool:
    """Whether a number counts by itself. A short one stands in one piece, with spaces, or each
    digit alone: 10.1 is not 101."""
    if number not in known and not PUBLIC.fullmatch(number):
        return False
    spaced = all(parted.isspace() for parted, _ in groups[1:])
    return len(number) >= SOLID or len(groups) == len(number) or spaced
