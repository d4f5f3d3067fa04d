"""What a check hands back, whatever it looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from scripts.problems import Problem


@dataclass(frozen=True)
class Findings:
    """What is wrong, in the order of files and lines, and what is worth knowing beside it."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """Lines for the person who runs the check; nothing in them needs mending."""

    @classmethod
    def of(cls, problems: Iterable[Problem], *notes: str) -> Findings:
        """Problems, each once, with notes."""
        return cls(sorted(set(problems)), list(notes))
