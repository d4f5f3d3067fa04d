"""The one record of something wrong, and the one place that puts it into words for a person.

A problem says what is wrong, where, what a reader would suffer and what mends it. Checks collect
all problems before anything fails, so that nobody mends one only to be shown the next. A refusal
and a fault are what is known of one before its place is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong in a file that a person wrote."""

    path: str
    """The file, from the project's folder, with forward slashes."""
    line: int
    """The line, counted from 1; 0 means the whole file."""
    what: str
    harm: str
    """What a reader would suffer."""
    remedy: str
    """The edit or command that mends it."""
    warning: bool = False
    """Worth mending soon, and no reason to stop anything."""

    @property
    def level(self) -> str:
        """`warning` or `error`."""
        return "warning" if self.warning else "error"

    @property
    def where(self) -> str:
        """`file:line`, or the file alone where the whole of it is meant."""
        return f"{self.path}:{self.line}" if self.line else self.path

    def __str__(self) -> str:
        level = "Warning: " if self.warning else ""
        return (
            f"{self.where}: {level}{self.what}\n    Reader: {self.harm}\n    Mend: {self.remedy}"
        )


class ProblemsFound(Exception):  # noqa: N818 - it carries findings; "Error" would say less
    """Raised when work cannot go on; `problems` holds everything found so far."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def one(cls, path: str, line: int, what: str, harm: str, remedy: str) -> ProblemsFound:
        """The exception for a single problem."""
        return cls([Problem(path, line, what, harm, remedy)])


AS_TYPED = "It is shown as it is typed."
"""What a reader would suffer from marks that belong to nothing."""


class Refusal(NamedTuple):
    """Why a text is refused; whoever knows its file and line makes a problem of it."""

    what: str
    harm: str
    remedy: str


class Fault(NamedTuple):
    """What is wrong with a translation or an entry, and what mends it."""

    what: str
    remedy: str
