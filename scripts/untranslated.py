"""The rule for English that was left in a translation: readers would hear it in the voice of their
own language, and nobody would know that it still waits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from scripts.glossary import Glossary
from scripts.modal_faults import or_right
from scripts.problems import Fault

RUN, SMALL = 4, 3
"""So many words in a row as in the English, and so many of them in small letters: names such as
"Local Government and Social Care Ombudsman" have fewer."""

QUOTED = re.compile(r"\([^()]*\)|[\"„“”«‹][^\"„“”«»‹›]*[\"“”»›]")
"""What stands in brackets or quote marks: the English of a letter, which readers are to keep."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


REMEMBERED = 8192
"""How many messages to remember: every language asks for the same ones."""


def find_untranslated(english: str, own: str, glossary: Glossary) -> Iterator[Fault]:
    """Words in a row in the plain words of a translation that are those of the English."""
    left = next((run for run in _runs(QUOTED.sub(" . ", own)) if run in _english(english)), None)
    if left:
        yield Fault(
            f"There is English in the translation: {' '.join(left)} ...",
            "Translate it too, or leave the translation of this message empty: readers then see "
            f"English that is marked as English. {or_right(glossary)}",
        )


@lru_cache(REMEMBERED)
def _english(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(run for run in _runs(text) if sum(map(str.islower, run)) >= SMALL)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = WORD.findall(text)
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
