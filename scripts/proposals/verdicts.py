"""What comes of each changed message: whether readers will see it, and what is to be done."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum

from scripts import inline
from scripts.po_lines import shorten
from scripts.problems import Problem
from scripts.proposals.message_changes import Kind, MessageChange

LETTER = re.compile(r"[^\W\d_]{2,}")

DELETED = "This sentence is on the page, and it is no longer in the file."
PUT_BACK = "Put the English line (msgid) and its translation (msgstr) back as they were."
SAME = "The translation is the same as the English."
SAME_REMEDY = "If it is a name, all is well. If not, write it in your language."


class Verdict(StrEnum):
    """What a reviewer is told of a message, the worst first."""

    REFUSED = "cannot be shown yet"
    LOOK = "worth a second look"
    WAITS = "waits"
    FINE = "fine"
    GONE = "no longer needed"


@dataclass(frozen=True)
class Advice:
    """What is wrong with a message, and what mends it."""

    what: str
    remedy: str


@dataclass(frozen=True)
class Judged:
    """A changed message with what comes of it."""

    change: MessageChange
    verdict: Verdict
    shown: str
    """What a reader now sees, in words."""
    advice: tuple[Advice, ...] = ()

    @property
    def worked_on(self) -> bool:
        """Whether a person who translates did this, and not a change of the English."""
        return self.verdict in (Verdict.REFUSED, Verdict.LOOK, Verdict.FINE) or (
            self.change.kind in (Kind.EMPTIED, Kind.DOUBTED)
            and self.change.english == self.change.old_english
        )


def judge(
    change: MessageChange, problems: Iterable[Problem], needed: Container[str], language: str
) -> Judged:
    """What comes of a message. `problems` are those that the check found in its catalogue;
    `needed` is the English of the messages that the page has."""
    if change.kind is Kind.REMOVED:
        return _removed(change, needed)
    if change.kind in WAITING:
        return Judged(change, Verdict.WAITS, f"English, because {WAITING[change.kind]}")
    own = [each for each in problems if each.line == change.line]
    errors = tuple(_advice(each, change) for each in own if not each.warning)
    if errors:
        return Judged(change, Verdict.REFUSED, "English, until this is changed", errors)
    warnings = [_advice(each, change) for each in own]
    if _same(change) and not any(SAME in each.what for each in warnings):
        warnings.append(Advice(SAME, SAME_REMEDY))
    verdict = Verdict.LOOK if warnings else Verdict.FINE
    return Judged(change, verdict, f"the {language} sentence", tuple(warnings))


WAITING = {
    Kind.WAITING: "nobody has translated it yet",
    Kind.EMPTIED: "the translation was taken out",
    Kind.DOUBTED: "the translation is marked as in doubt (fuzzy)",
}
"""Why readers see English where nothing is wrong."""


def _removed(change: MessageChange, needed: Container[str]) -> Judged:
    if change.english in needed:
        advice = (Advice(DELETED, PUT_BACK),)
        return Judged(change, Verdict.REFUSED, "English, until this is changed", advice)
    return Judged(change, Verdict.GONE, "nothing: the page has this sentence no longer")


def _advice(problem: Problem, change: MessageChange) -> Advice:
    """What a problem says, without the English, which stands beside it."""
    english = f" English: {shorten(change.english)}"
    return Advice(problem.what.removesuffix(english), problem.remedy)


def _same(change: MessageChange) -> bool:
    """Whether a message with words of its own was left as it is in English."""
    words = inline.KNOWN.sub(" ", change.english)
    return change.new.strip() == change.english.strip() and bool(LETTER.search(words))
