"""The names in the navigation of `mkdocs.yml`: messages where they name sections, else refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from scripts.paths import Project
from scripts.problems import Problem

CONTEXT = "navigation"
"""The context (msgctxt) of the names of the navigation's sections."""


class Entry(NamedTuple):
    """A name in the navigation, with what it names and the line, from 1, where it stands."""

    name: str
    target: Any
    line: int

    @property
    def is_section(self) -> bool:
        return isinstance(self.target, list)


def find_entries(text: str) -> Iterator[Entry]:
    """Every name in the navigation of a `mkdocs.yml`, outer before inner."""
    # Values are read as text: "Yes:" is the name of a section, and tags such as !ENV are MkDocs'.
    for name, target in _walk(yaml.load(text, yaml.BaseLoader).get("nav") or []):
        yield Entry(name, target, _line_of(name, text))


def _walk(nav: list[Any]) -> Iterator[tuple[str, Any]]:
    for item in nav:
        for name, target in item.items() if isinstance(item, dict) else ():
            yield name, target
            if isinstance(target, list):
                yield from _walk(target)


def _line_of(name: str, text: str) -> int:
    """The line of a name, 1 where YAML spells it in another way."""
    found = re.search(rf"^ *- *[\"']?{re.escape(name)}[\"']? *:", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def refuse_names(project: Project) -> list[Problem]:
    """Pages and links that the navigation gives a name of its own, which nobody could translate."""
    return [
        Problem(
            project.short(project.config),
            entry.line,
            f"The navigation gives {entry.target} a name: {entry.name}",
            "Readers of other languages would see the name in English.",
            f"Write {entry.target} alone; the title of a page stands in the page.",
        )
        for entry in find_entries(project.config.read_text(encoding="utf-8"))
        if not entry.is_section
    ]


def walk_sections(items: list[Any]) -> Iterator[Any]:
    """Every section among the items of MkDocs' navigation, outer before inner."""
    for item in items:
        if item.is_section:
            yield item
            yield from walk_sections(item.children)
