"""The checks: each is a module with one function `check`, from a subject to its findings.

A check collects everything that it finds. Where something cannot be read at all it raises
ProblemsFound, as whatever it called does; `checking` runs the checks and says each problem once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from scripts.checks import catalogues, facts, links, pages, reading, reviews
from scripts.findings import Findings
from scripts.subject import Subject

Check = Callable[[Subject], Findings]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "pages": pages.check,
        "catalogues": catalogues.check,
        "facts": facts.check,
        "reading": reading.check,
        "reviews": reviews.check,
        "links": links.check,
    }
)
