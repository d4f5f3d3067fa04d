"""The English words that no translation may change: units of time, modal words, negation.

Each list stands here alone. What a translation must say is read narrowly, and what excuses a word
of its own widely: a false alarm would put English in the place of a good translation.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from scripts.figures import YEARS_OF_AGE, find_figures
from scripts.number_words import tidy, to_small

UNITS = ("working days", "days", "weeks", "months", "years", "hours", "minutes")
MUST, MUST_NOT, CAN, SHOULD, NO_NEED = "must", "must not", "can", "should", "do not have to"
STRENGTHS = (MUST, MUST_NOT, CAN, SHOULD, NO_NEED)

NEGATIONS = frozenset("no not never nobody none nothing nor neither without cannot".split())
MODALS = frozenset("must should may might can could will would shall ought need".split())
UNIT_WORDS = frozenset(unit.removesuffix("s") for name in UNITS for unit in name.split())
"""Single words, for two wordings in English."""

SAID_NO_NEED = re.compile(
    r"\b(?:(?:do|does|did|will|would|should)(?: not|n't)|never|no longer)"
    r" (?:(?:always|usually|normally|often) )?(?:have|need) to\b|\bneed(?: not|n't)\b"
)
SAID_MUST_NOT = re.compile(r"\bmust(?: not|n't| never)\b")
SAID_MUST = re.compile(r"\b(?:must|(?:have|has) to)\b")
MAY_MUST = re.compile(
    r"\b(?:must|(?:have|has|had|having) to|needs?(?= (?:to|an?|the|good)\b)|needed|makes"
    r"|requir\w+|dut(?:y|ies)|oblig\w+|shall|necessary|forced?|bound|supposed|compulsory)\b"
)
"""What a translation may say with a word for "must"."""
MAY_MUST_NOT = re.compile(
    r"\b(?:can(?:not|'t| not)|could(?: not|n't)|may not|(?:not|n't|nobody|no one) (?:be )?allowed"
    r"|never|do(?: not|n't)|no|illegal|against|forbid\w*|ban\w*|stop\w*|prevent\w*)\b"
)
MAY_NO_NEED = re.compile(
    r"\b(?:unless|voluntary|optional|choice|choose|refuse|"
    r"(?:not|n't|never|no|nobody|none|cannot|without|nor)\b.*?"
    r"\b(?:need|needs|needed|require[sd]?|made|make|forced?|necessary|dut(?:y|ies)|oblig\w+))\b"
)
DENIED = re.compile(
    r"(?<!or )\b(?:not|never|nobody|no one|none|cannot|neither|nothing)\b(?! only\b)|\w+n't\b"
    r"|(?:\b(?:have|has|had|having|is|are|was|were|find|found|gives?|needs?|gets?) |^\W*)"
    r"no (?!(?:charge|costs?|fees?|doubt|problem|different)\b|\w+ than\b)[a-z]{2,}"
)
"""What a translation must say with a negation."""
MAY_DENY = re.compile(
    r"\b(?:no|not|nor|none|neither|never|nobody|nothing|nowhere|without|cannot|unless|until|only"
    r"|before|except|but|instead|rather|other than|hardly|yet|refus\w*|stop\w*|fail\w*|lack\w*"
    r"|miss\w*|avoid\w*|prevent\w*|lose|lost|los(?:es|ing)|wrong|false|free|private|confidential"
    r"|voluntary|secret|apart|alone|empty|blank|absent|deny|den(?:ied|ies)"
    r"|disagree\w*|against|gone|broken|shut|held back|left|ends|ended|out"
    r"|un\w{3,}|in(?:dependent|complete|correct|accurate)\w*|il(?:legal|l)\w*|im(?:possible)"
    r"|dis\w+|\w+less|non)\b|\w+n't\b"
)
"""What a translation may say with a negation: "only if" is often "not unless" elsewhere."""

NEEDED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (NO_NEED, SAID_NO_NEED),
    (MUST_NOT, SAID_MUST_NOT),
    (MUST, SAID_MUST),
)
"""The words that a translation must say, the longest first: none is read twice."""
ALLOWED = {MUST: MAY_MUST, MUST_NOT: MAY_MUST_NOT, NO_NEED: MAY_NO_NEED}
UNIT = re.compile(rf"\b(?:{'|'.join(unit.removesuffix('s') for unit in UNITS)})s?\b")

REMEMBERED = 8192
"""How many sentences to remember: every language asks for the same ones."""


Figure = tuple[str, str, str]
"""A time in the English: its unit, its number, and the words that say both."""


class English(NamedTuple):
    """What a sentence of the English says."""

    needed: dict[str, str]
    """The strong modal words that it says, each with its own words."""
    allowed: frozenset[str]
    """The strong modal words that a translation of it may say."""
    denied: str
    """Its first word of negation; empty where it has none."""
    may_deny: bool
    """Whether a translation of it may have a negation."""
    figures: tuple[Figure, ...]
    """Its times."""
    units: frozenset[str]
    """The units that it names, with a number or without."""


@lru_cache(REMEMBERED)
def read_english(sentence: str) -> English:
    """What a sentence of plain words says."""
    text = to_small(tidy(sentence)).replace("’", "'")
    needed: dict[str, str] = {}
    left = text
    for kind, pattern in NEEDED:
        if match := pattern.search(left):
            needed[kind] = match[0]
            left = pattern.sub(" ", left)
    may = {kind for kind, pattern in ALLOWED.items() if pattern.search(text)}
    if MUST not in needed and not MAY_MUST.search(left):
        may.discard(MUST)
    denied = DENIED.search(text)
    return English(
        needed,
        frozenset(needed) | frozenset(may),
        denied[0] if denied else "",
        bool(denied or MAY_DENY.search(text)),
        tuple(_read_times(sentence)),
        frozenset(f"{match[0].removesuffix('s')}s" for match in UNIT.finditer(text)),
    )


def _read_times(sentence: str) -> list[Figure]:
    times = [
        ("years" if figure.unit == YEARS_OF_AGE else figure.unit, figure.value, words)
        for figure, words in find_figures(sentence)
    ]
    return [time for time in times if time[0] in UNITS]
