"""What may not change unseen between two wordings: numbers, negation, modal words, links."""

from __future__ import annotations

import re
from collections import Counter

from scripts.inline import PLACEHOLDER

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
LINK = re.compile(r"\]\(([^)\s]*)")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NEGATIONS = frozenset("no not never nobody none nothing nor neither without cannot".split())
MODALS = frozenset("must should may might can could will would shall ought need".split())


def find_changes(old: str, new: str) -> list[str]:
    """What changed its meaning between two English wordings, in words; empty if nothing did."""
    kinds = {
        "a number": NUMBER.findall,
        "a link": LINK.findall,
        "a contact": PLACEHOLDER.findall,
        "a word such as not": _negations,
        "a word such as must or may": _modals,
    }
    return [name for name, find in kinds.items() if Counter(find(old)) != Counter(find(new))]


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def _negations(text: str) -> list[str]:
    return ["not" for word in _words(text) if word in NEGATIONS or word.endswith("n't")]


def _modals(text: str) -> list[str]:
    stems = {"can't": "can", "won't": "will", "cannot": "can"}
    words = [stems.get(word, word.removesuffix("n't")) for word in _words(text)]
    return [word for word in words if word in MODALS]
