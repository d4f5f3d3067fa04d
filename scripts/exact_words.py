"""The small English words on which a sentence turns: before and after, all and some, only and free,
may and should.

As in `english_words`, what a translation must say is read narrowly, and what excuses a word of its
own widely. "Can" is not asked for: in the Polish and Urdu catalogues of 2026 it has no word of its
own in 25 of 823 good sentences, as in "what can I do?"; "may" has one in all 316.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from scripts.english_words import CAN, SHOULD
from scripts.number_words import tidy, to_small

BEFORE, AFTER, WITHIN = "before", "after", "within"
AT_LEAST, AT_MOST, UNDER, OVER = "at least", "at most", "under", "over"
ALL, MOST, SOME, ONLY, FREE = "all", "most", "some", "only", "free"
EXACT = (
    BEFORE, AFTER, WITHIN, AT_LEAST, AT_MOST, UNDER, OVER, ALL, MOST, SOME, ONLY, FREE,
)  # fmt: skip

RIVALS = {
    BEFORE: (AFTER,),
    AFTER: (BEFORE,),
    WITHIN: (AFTER,),
    AT_LEAST: (AT_MOST,),
    AT_MOST: (AT_LEAST,),
    UNDER: (OVER,),
    OVER: (UNDER,),
    ALL: (MOST, SOME),
    MOST: (ALL, SOME),
    SOME: (ALL, MOST),
    CAN: (SHOULD,),
    SHOULD: (CAN,),
}
"""The words that a translation may not say in the place of each."""

SMALL_WORDS = frozenset(
    "before after until within during least most less under over all every each both some any "
    "always usually sometimes only free".split()
)
"""Words of which two English wordings of one sentence must have the same."""

NEGATED = r"\b(?:not|no|never|nobody|cannot|until|\w+n't)\b[^,;:.?!]*"
SAID = {
    BEFORE: re.compile(r"\bbefore\b(?= (?!long\b)[a-z])"),
    AFTER: re.compile(
        r"(?<!-)(?<!look )(?<!looks )(?<!looked )(?<!looking )\bafter\b(?! (?:all|day|week)\b)"
    ),
    WITHIN: re.compile(r"\bwithin\b(?= (?:\d|an? |one ))"),
    AT_LEAST: re.compile(r"\bat least\b|\bno (?:less|fewer) than\b"),
    AT_MOST: re.compile(
        r"\bat (?:the )?most\b|\bno(?:t)? (?:more|later|longer) than\b|\bat the latest\b"
    ),
    UNDER: re.compile(r"\b(?:under|less than|fewer than|younger than)\b(?= (?:\d|one\b))"),
    OVER: re.compile(r"(?<!no )(?<!not )\b(?:over|more than|older than)\b(?= (?:\d|one\b))"),
    ALL: re.compile(
        r"(?<!\bat )(?<!first of )(?<!after )\ball\b(?! (?:right|the same)\b)"
        r"|\bevery\b(?! \d)|\b(?:always|everyone|everybody|everything)\b"
    ),
    MOST: re.compile(
        r"(?<!the )(?<!at )(?<!matters )\bmost (?:of|people|children|[a-z]{4,}s)\b"
        r"|\b(?:usually|normally|mostly)\b"
    ),
    SOME: re.compile(r"\bsome (?:of|people|children|[a-z]{4,}s)\b|\bsometimes\b"),
    ONLY: re.compile(r"(?<!not )(?<!the )(?<!if )\bonly\b"),
    FREE: re.compile(r"(?<!feel )(?<!set )\bfree\b(?! (?:to|time|from|space|rows?)\b)"),
}
SAID_STRENGTHS = {
    CAN: re.compile(r"\b(?:can|could|may|might)\b"),
    SHOULD: re.compile(r"\b(?:should|ought to)\b"),
}
"""With those above: what a translation may not say otherwise."""

NEEDED = (BEFORE, AT_LEAST, AT_MOST, ONLY, FREE)
NEEDED_STRENGTHS = {
    CAN: re.compile(r"\b(?:may|might)\b"),
    SHOULD: re.compile(
        r"\b(?:they|it|this|there|council|court|police|school|ombudsman|workers?|people|chair|panel"
        r"|group|meetings?|conferences?|discussion|assessment|reviews?|plan|results?) should\b"
    ),
}
"""What a translation must say, as well as the NEEDED. Other languages give advice ("you should") in
many ways."""

ALLOWED = {
    BEFORE: re.compile(
        r"\b(?:before|until|earl(?:y|ier)|ahead|advance|already|ago|first|by|previous\w*|last|past)\b"
        rf"|{NEGATED}\bafter\b"
    ),
    AFTER: re.compile(
        r"\b(?:after\w*|later?|then|once|when\w*|since|follow\w*|next|past|as soon as)\b"
        rf"|{NEGATED}\bbefore\b"
    ),
    AT_LEAST: re.compile(r"\bat least\b|\bthan\b"),
    AT_MOST: re.compile(r"\b(?:at most|than|up to|latest|limit\w*)\b"),
    UNDER: re.compile(r"\b(?:under|less|fewer|younger|below|shorter|up to|until)\b"),
    OVER: re.compile(r"\b(?:over|more|older|above|past|longer|later)\b"),
    ALL: re.compile(
        r"\b(?:all|any\w*|each|every\w*|always|whole|full\w*|entire\w*|both|complete\w*)\b"
    ),
    MOST: re.compile(
        r"\b(?:most\w*|usual\w*|normal\w*|often|main\w*|general\w*|common\w*|typical\w*|more|many)\b"
        rf"|{NEGATED}\b(?:all|every\w*|always)\b"
    ),
    SOME: re.compile(
        rf"\b(?:some\w*|few|several|certain|parts?|any\w*)\b|{NEGATED}\b(?:all|every\w*|always)\b"
    ),
    FREE: re.compile(r"\b(?:free\w*|pay\w*|paid|costs?|charges?|fees?|money|income|legal aid)\b"),
    CAN: re.compile(
        r"\b(?:can\w*|could|may|might|able|allow\w*|possib\w*|perhaps|maybe|let|lets|likely"
        r"|sometimes|right to|free to|optional|choice|choose)\b"
    ),
    SHOULD: re.compile(
        r"\b(?:should|ought|needs?|needed|wants?|must|ha(?:ve|s) to|suppos\w*|best|better|worth"
        r"|advis\w*|recommend\w*|would|please|expect\w*|due)\b"
    ),
}
"""What lets a translation say each kind: "until" may be "not before" in another language."""

MONTH = re.compile(r"\bMay\b")
ASKED = re.compile(
    r"\?|\b(?:what|when|how|who|where|why|which|whether|if)\b[^,.;:]*\b(?:may|might|should)\b"
)
"""Questions, also those inside a sentence: "when it should be" is often "when it is"."""

REMEMBERED = 8192


class Exact(NamedTuple):
    """What a sentence of the English says, each kind with its own words."""

    said: Mapping[str, str]
    """What a translation may not change for a rival."""
    needed: Mapping[str, str]
    """What a translation must say."""
    allowed: frozenset[str]
    """What a translation may say all the same, of what could be a rival or be added."""


@lru_cache(REMEMBERED)
def read_exact(sentence: str) -> Exact:
    """The exact words of a sentence of plain words."""
    text = to_small(MONTH.sub(" ", tidy(sentence))).replace("’", "'")
    said = _find(SAID, text)
    needed = {kind: said[kind] for kind in NEEDED if kind in said}
    if not ASKED.search(text):
        said |= _find(SAID_STRENGTHS, text)
        needed |= _find(NEEDED_STRENGTHS, text)
    possible = {FREE}.union(*(RIVALS.get(kind, ()) for kind in said))
    allowed = frozenset(kind for kind in possible if ALLOWED[kind].search(text))
    return Exact(said, needed, allowed)


def _find(patterns: Mapping[str, re.Pattern[str]], text: str) -> dict[str, str]:
    found = ((kind, pattern.search(text)) for kind, pattern in patterns.items())
    return {kind: match[0] for kind, match in found if match}
