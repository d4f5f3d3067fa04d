"""The patterns of figures: how a number stands beside its unit, in a text in small letters."""

from __future__ import annotations

import re

from scripts.number_words import NUMBER, ONES, TENS, any_of

MONTHS = (
    "january february march april may june july august september october november december"
).split()

TO = r" ?(?:to|-|–|—) ?"
OR = r" (?:or|and) "
TIME_UNIT = "day|week|month|year|hour|minute|night"
EXTRA = r"(?:(?:more|extra|further|full|whole|clear|calendar|consecutive|other)[ -])?"
WORKING = r"(?:(?P<working>working|school|business)[ -])?"

MAY_HOLD = re.compile(
    rf"\d|\b(?:{any_of([*ONES[1:], *TENS])}|(?:{TIME_UNIT}|fortnight)|noon|midday|midnight)",
    re.IGNORECASE,
)
"""What every figure has one of. Most blocks have none, and need no further look."""
DURATION = re.compile(
    rf"\b(?P<low>{NUMBER})(?:(?P<join>{TO}|{OR})(?P<high>{NUMBER}))?[ -]{EXTRA}{WORKING}"
    rf"(?P<unit>{TIME_UNIT}|fortnight)(?:s|ly)?\b(?P<old>[ -]old\b)?"
)
ARTICLE = re.compile(
    rf"\b(?P<half>half[ -])?(?:an?|every|each|per)[ -](?:{EXTRA}){WORKING}"
    r"(?P<unit>week|month|year|hour|fortnight)\b"
    r"|\b(?:within|in|after|for|than|to|about) an? (?P<short>(?:working )?day|minute)\b(?! when)"
)
ADVERB = re.compile(r"\b(?P<unit>week|fortnight|month|year)ly\b")
PLACE_IN_TIME = re.compile(
    rf"\b(?P<unit>day|week|month|year) (?P<low>{NUMBER})"
    rf"(?:(?P<join>{TO}|{OR})(?P<high>{NUMBER}))?\b(?! [a-z]+s\b)"
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
    rf"\b(?:(?P<day>\d\d?)(?:st|nd|rd|th)? )?(?P<month>{any_of(MONTHS)})\b"
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
    "section": r"sections?|ss?\.?",
    "regulation": r"regulations?|regs?\.?",
    "article": r"articles?|arts?\.?",
    "schedule": r"schedules?|sch\.?",
    "rule": r"rules?|r",
    "chapter": r"chapters?",
    "clause": r"clauses?",
    "stage": r"stages?",
}
PLACE = rf"(?:\d+[a-z]{{0,3}}(?:\.\d+[a-z]?)?(?:\(\w{{1,3}}\))*|\b(?:{any_of(ONES[1:])})\b)"
AND = r"(?:,? and |,? or |, ?| to |-|–)"
LAW = re.compile(
    "|".join(
        rf"(?<!['’])\b(?P<{kind}>{words}) ?(?P<{kind}s>{PLACE}(?:{AND}s?{PLACE})*)(?![\w%])"
        for kind, words in LAWS.items()
    )
)
NAME_OF_ACT = (
    r"(?P<act>[A-Z][\w'’-]*(?:[ ,]+(?:[A-Z][\w'’-]*|and|of|\([\w ]+\)))*?"
    r" (?:Act|Regulations)(?: \d{4})?)"
)
"""In a text as it is written: the name of a law begins with a capital letter."""
OF_ACT = re.compile(rf",? (?:of|in|under) the {NAME_OF_ACT}")
ACT = re.compile(rf"{NAME_OF_ACT},? \(?$")
