"""What may be harder to read than the rest, with a reason each: the reader of `exemptions.yml`.

It is one file and no mark in a page, so that everybody sees at a glance how much is exempt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.entries import find_unknown, find_wrong_texts, read_list
from scripts.lined_yaml import Lined
from scripts.paths import Project
from scripts.problems import Fault, Problem, ProblemsFound

KEYS = ("page", "sentence", "why")
FEWEST = 5
"""Fewer words tell no reason, and do not tell a sentence from others."""

NO_REASON = "Readers would meet words that are too hard, and nobody would know why."
UNREAD = "Readers could meet a page that is too hard, and no check would know."


@dataclass(frozen=True)
class Exemption:
    """A page that may be above the age or, with `sentence`, one sentence that may be long."""

    path: str
    line: int
    page: str
    sentence: str
    """Its first words, or all; empty where the page is meant."""

    def covers(self, page: str, sentence: str = "") -> bool:
        """Whether it is for the page as a whole, or for this sentence of it."""
        if page != self.page or bool(sentence) != bool(self.sentence):
            return False
        rest = sentence.removeprefix(self.sentence)
        return sentence.startswith(self.sentence) and not rest[:1].isalnum()

    def problem(self, fault: Fault, harm: str) -> Problem:
        """A problem of its entry."""
        return Problem(self.path, self.line, fault.what, harm, fault.remedy)


def read_exemptions(project: Project) -> tuple[list[Exemption], list[Problem]]:
    """The exemptions that have a reason, and what is wrong with the file; none without a file."""
    path = project.short(project.exemptions)
    try:
        return _read_entries(read_list(project.exemptions, path, "page", UNREAD), path)
    except ProblemsFound as error:
        return [], error.problems


def _read_entries(entries: list[Lined], path: str) -> tuple[list[Exemption], list[Problem]]:
    found: list[Exemption] = []
    problems: list[Problem] = []
    for entry in entries:
        faults = [*_find_wrong(entry)] or [*_find_short(entry)]
        if not faults:
            sentence = " ".join(entry.get("sentence", "").split())
            exemption = Exemption(path, entry.line, entry["page"], sentence)
            faults = [*_find_twice(exemption, found)]
        problems += [Problem(path, entry.line, what, NO_REASON, fix) for what, fix in faults]
        if not faults:
            found.append(exemption)
    return found, problems


def _find_wrong(entry: Lined) -> Iterator[Fault]:
    yield from find_unknown(entry, KEYS)
    yield from find_wrong_texts(entry, "An exemption", ("page", "why"), ("sentence",))


def _find_short(entry: Lined) -> Iterator[Fault]:
    if len(entry["why"].split()) < FEWEST:
        yield Fault(
            f"This is no reason: {entry['why']}",
            f"Say in {FEWEST} words or more why it cannot be easier.",
        )
    if "sentence" in entry and len(entry["sentence"].split()) < FEWEST:
        yield Fault(
            f"These are too few words to tell a sentence: {entry['sentence'] or 'none'}",
            f"Write its first {FEWEST} words or more, as they stand on the page.",
        )


def _find_twice(exemption: Exemption, before: list[Exemption]) -> Iterator[Fault]:
    for other in before:
        if (other.page, other.sentence) == (exemption.page, exemption.sentence):
            yield Fault(f"This is exempt in line {other.line} too.", "Keep one of the two.")
