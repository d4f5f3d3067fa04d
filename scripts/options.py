"""How a language is built, beside what it is built from."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.front_matter import is_printed


def nothing() -> None:
    """What is done after each step where nobody counts."""


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True)
class Options:
    """What a build is asked for. Plain MkDocs asks for nothing and gets these."""

    keep_going: bool = False
    """Show the pages of broken catalogues in English instead of stopping."""
    serving: bool = False
    """The site is for a server that adds its own script to pages, which their policy forbids; it
    has no search and no leaflets, so that a change is seen soon."""
    review: bool = False
    """Make forms on which people check the translation, in place of leaflets."""
    large_print: bool = False
    """Set the leaflets in large print."""
    printed: frozenset[str] | None = None
    """The pages whose leaflets are made; without it, all that have one."""
    workers: int | None = None
    """The number of processes; without it, one for each core."""
    step: Callable[[], None] = nothing
    """Called after each page and each leaflet."""

    @property
    def processes(self) -> int:
        """How many processes may work at a time."""
        return self.workers or cores()

    def prints(self, page: str, meta: Mapping[str, Any]) -> bool:
        """Whether the leaflet of a page is made."""
        if self.review:  # whether or not families get the page on paper
            return self.printed is None or page in self.printed
        return is_printed(meta) and (self.printed is None or page in self.printed)


USUAL = Options()
"""What a build gets that asks for nothing."""
