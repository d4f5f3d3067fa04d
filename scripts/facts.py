"""The register of law and figures that pages rest on: the only reader of `facts/england.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from scripts import yaml_text
from scripts.problems import ProblemsFound

CONFIRMED = ("yes", "corroborated")
"""What `verified` says of a telephone number that may be shown."""


@dataclass(frozen=True)
class Fact:
    """One fact: its id, the figure in it (or None), and how it was confirmed."""

    id: str
    figure: str | None
    verified: str
    text: str = ""
    note: str = ""
    """What was not confirmed, exceptions, and where hours and websites were seen."""
    url: str = ""
    checked: str = ""
    source: str = ""
    """The section of an Act, or the guide, that says so, in short."""
    topic: str = ""

    @property
    def confirmed(self) -> bool:
        return self.verified in CONFIRMED


def read_facts(path: Path) -> dict[str, Fact]:
    """The facts of the register by id. Raises ProblemsFound when it cannot be read."""
    try:
        entries = yaml_text.load(path.read_text(encoding="utf-8"))
        return {entry["id"]: _fact(entry) for entry in entries}
    except (OSError, ValueError, yaml.YAMLError, TypeError, KeyError) as error:
        raise ProblemsFound.one(
            f"facts/{path.name}",
            0,
            f"The register of facts cannot be read: {error}.",
            "No number and no legal claim can be shown.",
            "Mend the file, or take it from the last version that worked.",
        ) from error


def _fact(entry: dict) -> Fact:
    keys = ("fact", "note", "url", "checked", "source", "topic")
    words = (str(entry.get(key) or "") for key in keys)
    return Fact(entry["id"], entry["figure"], entry["verified"], *words)
