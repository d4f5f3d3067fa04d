"""What may not change unseen between two English wordings: numbers and their units, negation, modal
words, small words such as before, links and placeholders, all in their order."""

from __future__ import annotations

import re

from scripts.english_words import MODALS, NEGATIONS, UNIT_WORDS
from scripts.exact_words import SMALL_WORDS
from scripts.inline import PLACEHOLDER

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
LINK = re.compile(r"\]\([^)\s]*|\]\[[^\]]*\]|<[a-z]+:[^>]*>|<[^>@ ]+@[^>]*>")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty half "
    "once twice first second third".split()
)
HAVE_TO = re.compile(r"\b(?:have|has|had) to\b", re.IGNORECASE)
STEMS = {"can't": "can", "won't": "will", "cannot": "can"}


def find_changes(old: str, new: str) -> list[str]:
    """What changed its meaning between two English wordings, in words; empty if nothing did."""
    kinds = {
        "a number": _numbers,
        "a unit such as days": _units,
        "a link": LINK.findall,
        "a placeholder": PLACEHOLDER.findall,
        "a word such as not": _negations,
        "a word such as must or may": _modals,
        "a word such as before or only": _exact,
    }
    return [name for name, find in kinds.items() if find(old) != find(new)]


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def _numbers(text: str) -> list[str]:
    return NUMBER.findall(text) + [word for word in _words(text) if word in NUMBER_WORDS]


def _units(text: str) -> list[str]:
    return [word.removesuffix("s") for word in _words(text) if word.removesuffix("s") in UNIT_WORDS]


def _negations(text: str) -> list[str]:
    return ["not" for word in _words(text) if word in NEGATIONS or word.endswith("n't")]


def _modals(text: str) -> list[str]:
    words = [STEMS.get(word, word.removesuffix("n't")) for word in _words(text)]
    return [word for word in words if word in MODALS] + ["have to"] * len(HAVE_TO.findall(text))


def _exact(text: str) -> list[str]:
    return [word for word in _words(text) if word in SMALL_WORDS]
