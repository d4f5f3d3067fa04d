"""What came of asking for an address, whoever asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """How an address is; what to do about it differs for each."""

    OK = "ok"
    MOVED = "moved"
    """Its host says that another address takes its place for good."""
    BROKEN = "broken"
    """A reader who follows it does not find what was there."""
    BLOCKED = "blocked"
    """Its host answers people, as far as is known, but no programs."""
    UNKNOWN = "unknown"
    """No answer, or none that says anything of the page."""


@dataclass(frozen=True)
class Outcome:
    """What is known of one address after it was asked for."""

    address: str
    state: State
    detail: str = ""
    """Why, as the end of a sentence."""
    target: str = ""
    """Where it has moved to."""
    reached: bool | None = True
    """Whether a host answered, or None where none was asked; if none of many does, the fault is
    at this end."""
