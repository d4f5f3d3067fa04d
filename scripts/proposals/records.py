"""What changed in the files beside the catalogues: the agreed words, and who checked what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import yaml

from scripts.lined_yaml import load_lined

NAMES = ("english", "name", "id")
"""What tells the entries of a list from each other."""

DEEPEST, MOST = 8, 20_000
"""How deep entries are looked for and how many are read: aliases can make endless ones of a line.
"""


@dataclass(frozen=True)
class Difference:
    """An entry that is not as it was; empty where there was or is none."""

    name: str
    old: str
    new: str


def read_entries(path: Path) -> dict[str, str]:
    """Every text of a YAML file by its way in it, also where two have the same; nothing where
    there is no such file or it cannot be read, which the checks tell."""
    try:
        content = load_lined(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, yaml.YAMLError, RecursionError):
        return {}
    found: dict[str, str] = {}
    met: Counter[str] = Counter()
    for name, text in islice(_entries(content, ()), MOST):
        met[name] += 1
        found[name if met[name] == 1 else f"{name} ({met[name]})"] = text
    return found


def _entries(content: object, way: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(content, str) or not content or len(way) > DEEPEST:
        yield " / ".join(way), content if isinstance(content, str) else ""
    elif isinstance(content, dict):
        for name, inner in content.items():
            yield from _entries(inner, (*way, name))
    else:
        for number, inner in enumerate(content, start=1):
            yield from _entries(inner, (*way, _name(inner, number)))


def _name(entry: object, number: int) -> str:
    named = entry if isinstance(entry, dict) else {}
    return next((str(named[name]) for name in NAMES if name in named), str(number))


def find_differences(before: dict[str, str], after: dict[str, str]) -> list[Difference]:
    """The entries that are not the same in both, in the order of the newer file."""
    names = dict.fromkeys([*after, *before])
    pairs = (Difference(name, before.get(name, ""), after.get(name, "")) for name in names)
    return [each for each in pairs if each.old != each.new]


def checkers(path: Path, page: str) -> tuple[str, ...]:
    """Who checked a page, as `state.yml` says it."""
    found = read_entries(path)
    named = (
        text
        for name, text in found.items()
        if name.startswith(f"{page} / ") and name.endswith(" / by")
    )
    return tuple(dict.fromkeys(named))
