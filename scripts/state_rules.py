"""What may stand in `state.yml`: fingerprints, days, and names of teams that harm nobody.

The file is public and stays in the history of the repository for ever. A volunteer's address in it
could lead somebody to her door, so no name here may be a way to reach a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any

from scripts.characters import DIRECTION_MARKS, find_hidden
from scripts.entries import find_unknown
from scripts.lined_yaml import Lined
from scripts.pages import MARKS
from scripts.problems import Fault, Problem

KEYS = ("drafted", "checked", "by", "date")
OF_A_CHECK = ("by", "date")
HARM = "Readers could not be told how the translation came to be."
DIGEST = re.compile(r"[0-9a-f]{16}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONGEST = 60
"""The most characters of a team's name, which stands in one line on a phone."""
LINK = re.compile(r"://|\b(?i:www)\.|\b[\w-]+\.(?:[a-z]{2,}|[A-Z]{2,}|(?i:com|net|org|uk))\b")
"""A web address, or the name of a host: its last word is in letters of one case (team.so), unlike
what follows a short form without a blank (St.Mary)."""
MANY_DIGITS = re.compile(r"\d(?:\W?\d){5}")
"""So many digits together may be a telephone number."""

TEAM = "Give the name of a team or an organisation"


def find_faults(content: Any, path: str) -> Iterator[Problem]:
    """Everything in a file of states that means nothing, or that may not stand there."""
    if not isinstance(content, Lined | dict):
        what, remedy = "The file holds no pages.", "Take it from the last version that worked."
        yield Problem(path, 1, what, HARM, remedy)
        return
    for page, entry in content.items():
        line = content.line_of(page) if isinstance(content, Lined) else 0
        if not isinstance(entry, Lined):
            fault = Fault(f"The state of {page} cannot be read.", "Take its lines out.")
            yield _problem(path, line, fault)
            continue
        yield from (_problem(path, line, fault) for fault in find_unknown(entry, KEYS))
        for key in entry.keys() & set(KEYS):
            faults = FINDERS[key](entry[key])
            yield from (_problem(path, entry.line_of(key), fault) for fault in faults)
        yield from (_problem(path, line, fault) for fault in _incomplete(page, entry))


def _problem(path: str, line: int, fault: Fault) -> Problem:
    return Problem(path, line, fault.what, HARM, fault.remedy)


def _incomplete(page: str, entry: Lined) -> Iterator[Fault]:
    """A check without its team or day, or these without a check."""
    if "checked" in entry:
        for key in OF_A_CHECK:
            if key not in entry:
                what = f"The check of {page} has no line {key}:"
                yield Fault(what, "Write it with alongside checked, and not by hand.")
    elif named := [key for key in OF_A_CHECK if key in entry]:
        what = f"{page} has a line {named[0]}: and no line checked:"
        yield Fault(what, "Take the line out, or write it with alongside checked.")


def _digest_faults(value: Any) -> Iterator[Fault]:
    if not isinstance(value, str) or not DIGEST.fullmatch(value):
        what = "This is no fingerprint of a page."
        yield Fault(what, "Write it with alongside drafted or checked, and not by hand.")


def _date_faults(value: Any) -> Iterator[Fault]:
    try:
        well = isinstance(value, str) and DAY.fullmatch(value) and date.fromisoformat(value)
    except ValueError:
        well = False
    if not well:
        yield Fault("This is no day.", "Write it as 2026-11-21.")


def find_name_faults(name: Any) -> Iterator[Fault]:
    """Why a name may not stand in public as that of the team that checked a page."""
    if not isinstance(name, str) or not any(map(str.isalpha, name)):
        yield Fault("There is no name of a team.", f"{TEAM}, such as Sheffield Polish Group.")
    elif "@" in (plain := unicodedata.normalize("NFKC", name)):  # as in the wide letters of Chinese
        what = "An e-mail address, or a name with @, is not kept here: everybody can read it."
        yield Fault(what, f"{TEAM} without it.")
    elif LINK.search(plain):
        yield Fault("A web address is not kept here.", f"{TEAM} without it.")
    elif MANY_DIGITS.search(plain):
        what = "A number as long as a telephone number is not kept here."
        yield Fault(what, f"{TEAM} without it.")
    else:
        yield from _text_faults(name)


def _text_faults(name: str) -> Iterator[Fault]:
    if len(name) > LONGEST:
        what = f"The name of the team has {len(name)} characters, more than {LONGEST}."
        yield Fault(what, f"{TEAM} in a shorter form.")
    hidden = [*find_hidden(name), *filter(name.__contains__, "\n\t")]
    if hidden or DIRECTION_MARKS & set(name):
        what = "There are hidden characters in the name of the team."
        yield Fault(what, "Delete the name and type it again.")
    elif match := MARKS.search(name):
        yield Fault(f"There are marks in the name of the team: {match[0]}", f"{TEAM} as words.")


FINDERS = {
    "drafted": _digest_faults,
    "checked": _digest_faults,
    "by": find_name_faults,
    "date": _date_faults,
}
"""What finds the faults in the value of each key."""
