"""The patterns of figures: how a number stands beside its unit, in a text in small letters."""

from __future__ import annotations

import re

from scripts.number_words import AMOUNT, DIGITS, MONTHS, NUMBER, ONES, ORDINAL, TENS, any_of

TIMES = "day week month year hour minute night weekday weekend decade fortnight".split()
SHORT_TIMES = "h hr min wk mth yr".split()
LONG_TIMES = "hour hour minute week month year".split()
AS_UNIT = {short: (unit, 1) for short, unit in zip(SHORT_TIMES, LONG_TIMES, strict=True)}
AS_UNIT |= {"fortnight": ("week", 2), "quarter": ("month", 3), "annual": ("year", 1)}
"""Words for a time that are said in another unit, and how many of it they are."""

MAY_HOLD = re.compile(
    rf"\d|½|\b(?:{any_of([*ONES[1:], *TENS, *TIMES])}|noon|midday|midnight|hundred|thousand"
    r"|second|thir|fif|twelf|twent|fort|ninth|quarter|annual"
    rf"|(?:in|since|from|by|until|before|after|of) (?:{any_of(MONTHS)}))",
    re.IGNORECASE,
)
"""What every figure has one of. Most blocks have none, and need no further look."""

EXTRA = (
    r"(?:(?:or more|more|extra|further|additional|full|whole|clear|calendar|consecutive|ordinary"
    r"|normal|other)[ -])?"
)
WORKING = r"(?P<working>\(?(?:working|business)\)?[ -]|school[ -](?=day))?"
UNIT = rf"(?P<unit>{any_of([*TIMES, *SHORT_TIMES])}|second(?=s))"
DURATION = re.compile(
    rf"\b(?!one day,? (?:you|we|they|it|he|she|your|the)\b){AMOUNT}[ -]?{EXTRA}{WORKING}{UNIT}"
    r"(?:s|ly)?\b(?P<old>[ -]olds?\b| of age\b| (?:or|and) (?:over|older|under|younger)\b)?"
)
PART_OF_TIME = re.compile(
    rf"\b(?P<number>half|(?:three )?quarters? of)[ -](?:an? )?{UNIT}(?:ly)?\b"
)
ARTICLE = re.compile(
    rf"\b(?:an?|another|every|each|per)[ -]{EXTRA}{WORKING}"
    r"(?P<unit>week|month|year|decade|hour|(?<!a )quarter)\b(?P<more> and a half\b| or two\b)?"
)
SHORT_ARTICLE = re.compile(
    r"\b(?:(?:within|in|after|for|than|to|about|least|most) an?|within the"
    rf"|an?(?= (?:day|minute)['’]s notice)) {WORKING}(?P<unit>day|minute|hour|week|month|year)\b"
    r"(?! when)"
)
"""A day or a minute is a measure only beside a word such as "within"."""

ADVERB = re.compile(r"\b(?P<unit>(?:week|month|quarter|year|annual)(?=ly)|fortnight)(?:ly|s)?\b")
RATE = re.compile(rf"\b(?P<rate>(?P<number>twice|{NUMBER} times) (?:an?|each|every|per)) {UNIT}\b")
PLACE_IN_TIME = re.compile(rf"\b(?P<unit>day|week|month)s? {AMOUNT}\b(?! [a-z]+s\b)")
NTH = re.compile(
    rf"\b(?P<number>(?:every|(?:by|in|within) the) second|every other|{ORDINAL}) {WORKING}"
    r"(?P<unit>day|week|month|year|hour)\b"
)
TIME = (RATE, DURATION, PART_OF_TIME, NTH, ARTICLE, SHORT_ARTICLE, ADVERB, PLACE_IN_TIME)
UNSAID = re.compile(
    rf"\b(?:up to|than|at most|at least|only|be|about|not|or) {AMOUNT}"
    r"(?=(?: more)?(?:[.,;:)]| (?:if|for|when|where|once|at|in)\b|$))"
)
"""A number that borrows the unit of the measure of time before it: "10 days, or 20 if"."""

MONEY = re.compile(
    rf"£ ?(?P<amount>\d[\d,]*(?:\.\d+)?(?:(?: ?- ?| to )£?(?:{DIGITS}))?)"
    r"(?P<times> million\b| thousand\b|[km]\b)?"
)
SUMS = {"k": " thousand", "m": " million"}
COUNTED = {"per_cent": "per cent", "pounds": "£", "pence": "pence", "people": "people"}
COUNT = re.compile(
    rf"\b{AMOUNT} ?(?:(?P<per_cent>%|per ?cent\b)|(?P<pounds>pounds?\b)"
    r"|(?P<pence>pence\b|(?<=\d)p\b)|(?P<people>(?:independent |other )?people\b))"
)
SHARE = re.compile(
    rf"\b(?P<some>{NUMBER}) (?:in|out of) (?:every )?(?P<all>{NUMBER})\b(?! (?:{any_of(TIMES)}))"
    rf"|\b(?P<fraction>(?:a|{any_of(ONES[1:])})[ -](?:third|quarter|fifth|tenth))s? of\b(?! an? )"
)
HOUR = rf"(?:\d\d?|{any_of(ONES[1:13])})"
IN_THE = r"(?: in the (?P<part>morning|afternoon|evening)\b)?"
CLOCK = re.compile(
    r"\b(?P<name>noon|midday|midnight)\b"
    rf"|\b(?P<past>(?:half|quarter) past |quarter to )?(?P<hour>{HOUR})(?:[.:](?P<minute>[0-5]\d))?"
    rf"(?: ?(?P<half>[ap])\.?m\b|(?P<clock> o['’]clock\b)?{IN_THE})"
    r"(?P<to>(?= ?(?:to|-) ?\d\d?(?:[.:]\d\d)? ?[ap]\.?m\b))?(?![\d%])"
)
"""Also of a bare number: what reads it looks whether anything makes it a time."""

DAY = r"\d\d?(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"\b(?:(?P<days>{DAY}(?:(?: to | ?- ?| and | or ){DAY})*|first|second|{ORDINAL}) (?:of )?)?"
    rf"(?P<month>{any_of(MONTHS)}|{any_of([*(name[:3] for name in MONTHS), 'sept'])})\b"
    r"(?: (?:the )?(?P<late>\d\d?(?:(?:st|nd|rd|th)\b|(?=, \d{4}))))?(?:,? (?P<year>\d{4})\b)?"
)
WHEN = re.compile(r"\b(?:in|since|from|by|until|before|after|of) $", re.IGNORECASE)
"""What makes a month without its day and year a date."""

NUMERIC_DATE = re.compile(
    r"\b(?P<day>\d\d?)(?P<point>[/.])(?P<month>\d\d?)(?P=point)(?P<year>\d{4}|\d\d)\b"
    r"|\b(?P<first>\d{4})-(?P<middle>\d\d)-(?P<last>\d\d)\b"
)
YEAR = re.compile(r"(?<!\d\d\d )\b(?:19|20)\d\d(?:[/-]\d\d\b|s\b)?\b")
"""Not in the middle of a telephone number."""

PERSON = "child|children|son|daughter|baby|teenager|you|they|he|she|who"
STILL = "(?:(?:at least|still|only|now|not yet) )?"
BEFORE_AGE = (
    r"(?:(?:under|over|below|(?:younger|older) than|aged?|ages|ages? of|turns?|turned|reach(?:es)?"
    r"|becomes?|until(?: age)?)[ -](?:between |from )?"
    rf"|(?:{PERSON})(?: (?:is|are|was|were)|['’](?:s|re)) {STILL})"
)
SMALL_AGE = rf"{NUMBER}(?:[.,;:?!)\"”]|$| (?:and|or|to|when|if|who|years)\b)"
"""What may follow an age below ten: under two conditions nobody is two years old."""

AGE = re.compile(
    rf"\b{BEFORE_AGE}(?=\d\d|{any_of([*ONES[10:], *TENS])}|{SMALL_AGE}){AMOUNT}s?"
    r"(?![\d.,]*\d)(?! ?(?:%|per|working|[ap]m|of|more|other|people))\b"
    rf"|\b(?:(?P<limit>{NUMBER}) (?:or|and) (?:over|older|above|under|younger)\b"
    rf"|(?P<birthday>{ORDINAL}) birthday|(?P<plus>\d\d)\+"
    r"|(?:at|from|child of|person of) (?P<at>\d\d)(?=[.,]|$| (?:they|you|he|she|your|a|the)\b))"
)

LAWS = {
    "section": r"sections?|sect?\.?|ss?\.?|§§?",
    "subsection": r"subsections?",
    "regulation": r"regulations?|regs?\.?",
    "article": r"articles?|arts?\.?",
    "schedule": r"schedules?|sch\.?",
    "rule": r"rules?|r",
    "chapter": r"chapters?",
    "clause": r"clauses?",
    "stage": r"(?<!this )(?<!that )stages?",
    "part": r"parts?",
    "paragraph": r"paragraphs?|paras?\.?",
}
NOT_ONLY_OF_LAWS = ("part", "paragraph")
OF_A_LAW = re.compile(r" of (?:the|that|this)? ?(?:[\w'’]+ ){0,4}(?:Act|Regulations|[Ss]chedule)\b")
"""What must follow a part or a paragraph: pages and letters have those too."""

PLACE = (
    r"(?:\d+[a-z]{0,3}(?:\.\d+[a-z]?)?(?: ?\(\d+[a-z]?\)|\([a-z]{1,4}\))*"
    rf"|\b(?:{any_of(TENS)})-(?:{any_of(ONES[1:10])})\b|\b(?:{any_of([*ONES[1:], *TENS])})\b)"
)
AND = r"(?:,? (?:and|or|to|&) |, ?|-|/)"
LAW = re.compile(
    r"(?<!\w)(?<!\w['’])(?:"
    + "|".join(
        rf"(?P<{kind}>{words})(?: no\.?| number|:)?[ -]?(?P<{kind}s>{PLACE}(?:{AND}s?{PLACE})*)"
        for kind, words in LAWS.items()
    )
    + rf")(?![\w%])(?! (?:working |school )?(?:{any_of(TIMES)}|people))"
    r"(?! (?:of|in|on) (?:this|the|your) (?:form|page|letter|report|guide|list)\b)"
    rf"|\b(?P<nth>second|{ORDINAL}) stage\b"
)
NAME_OF_ACT = (
    r"(?P<act>[A-Z][\w'’-]*(?:[ ,]+(?:[A-Z][\w'’-]*|and|of|\([\w ]+\)))*?"
    r" (?:Act|Regulations)(?: \d{4})?)"
)
"""In a text as it is written: the name of a law begins with a capital letter."""
OF_ACT = re.compile(rf",? \(?(?:(?:of|in|under) )?(?:the )?{NAME_OF_ACT}")
ACT = re.compile(rf"{NAME_OF_ACT}(?:['’]s)?,? \(?$")
