"""Runs checks, and puts what they found into words for a person, a pull request or a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from time import perf_counter
from types import MappingProxyType

from scripts.findings import Findings
from scripts.problems import Problem, ProblemsFound
from scripts.subject import Subject
from scripts.terminal import count


@dataclass(frozen=True)
class Outcome:
    """One check that was run: what it found that no check before it had, and how long it took."""

    name: str
    findings: Findings
    seconds: float

    @property
    def problems(self) -> list[Problem]:
        return self.findings.problems


def run_checks(
    subject: Subject, checks: Mapping[str, Callable[[Subject], Findings]]
) -> Iterator[Outcome]:
    """Run each check. What cannot be read stands in the way of several, and is said once."""
    said: set[Problem] = set()
    for name, check in checks.items():
        start = perf_counter()
        try:
            findings = check(subject)
        except ProblemsFound as error:
            findings = Findings(error.problems)
        new = [problem for problem in findings.problems if problem not in said]
        said.update(new)
        yield Outcome(name, Findings(new, findings.notes), perf_counter() - start)


def count_problems(problems: Iterable[Problem]) -> str:
    """How many errors and warnings there are, in words."""
    problems = list(problems)
    warnings = sum(problem.warning for problem in problems)
    errors = len(problems) - warnings
    parts = [
        count(number, noun) for number, noun in ((errors, "error"), (warnings, "warning")) if number
    ]
    return " and ".join(parts) or "nothing wrong"


def as_text(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """For a terminal: every problem below its check, each check with its time."""
    for outcome in outcomes:
        yield f"{outcome.name}: {count_problems(outcome.problems)} ({outcome.seconds:.1f} s)"
        yield from (f"  {note}" for note in outcome.findings.notes)
        yield from map(str, outcome.problems)


def as_github(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """For GitHub Actions: workflow commands, which it shows in the files of a pull request."""
    for outcome in outcomes:
        for problem in outcome.problems:
            words = f"{problem.what}\n\nReader: {problem.harm}\nMend: {problem.remedy}"
            place = f"file={_property(problem.path)},line={max(problem.line, 1)}"
            yield f"::{problem.level} {place},title={_property(outcome.name)}::{_data(words)}"


def _data(words: str) -> str:
    """Words as a workflow command carries them."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    """Words as a property of a workflow command carries them."""
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def as_json(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """For a program: one object, whose `checks` have what was found with every word of it."""
    checks = [
        {
            "name": outcome.name,
            "seconds": round(outcome.seconds, 3),
            "notes": outcome.findings.notes,
            "problems": [_problem(outcome.name, problem) for problem in outcome.problems],
        }
        for outcome in outcomes
    ]
    yield json.dumps({"checks": checks}, ensure_ascii=False, indent=1)


def _problem(check: str, problem: Problem) -> dict[str, object]:
    return {
        "check": check,
        "level": problem.level,
        "path": problem.path,
        "line": problem.line,
        "what": problem.what,
        "harm": problem.harm,
        "remedy": problem.remedy,
    }


FORMATS: Mapping[str, Callable[[Iterable[Outcome]], Iterator[str]]] = MappingProxyType(
    {"text": as_text, "github": as_github, "json": as_json}
)
