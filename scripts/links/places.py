"""Where a person would mend an address: the files of the project that people write in."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import NamedTuple

from scripts.paths import Project, files_in

WRITTEN = (".md", ".yml")
"""The endings of the files in docs/ that have words of ours."""

END = r"""(?=[.,;:!?]*(?:[\s"'<>()\[\]{}|`]|$))"""
"""What may follow an address: a blank or a bracket, with the mark of a sentence before it. Without
this, an address would be found in every longer one that begins with it."""


class Place(NamedTuple):
    """A line of a file."""

    path: str
    line: int


class Places:
    """The texts of a project, read once, in the order in which a person would look for a link."""

    def __init__(self, project: Project) -> None:
        data = (project.contacts, project.facts, project.languages, project.organisation,
                project.config)  # fmt: skip
        paths = [*_pages(project.docs), *data, *sorted(files_in(project.overrides))]
        self._texts = {project.short(path): _read(path) for path in paths if path.is_file()}

    def find(self, address: str) -> list[Place]:
        """Every line that has the address, as it is or in HTML."""
        forms = dict.fromkeys((address, escape(address)))
        pattern = re.compile(f"(?:{'|'.join(map(re.escape, forms))}){END}", re.MULTILINE)
        return list(
            dict.fromkeys(
                Place(path, text.count("\n", 0, found.start()) + 1)
                for path, text in self._texts.items()
                if any(form in text for form in forms)
                for found in pattern.finditer(text)
            )
        )


def _pages(docs: Path) -> list[Path]:
    """The pages in the order of their paths, and the data that pages are made from after them."""
    return sorted(
        (path for path in files_in(docs) if path.suffix in WRITTEN),
        key=lambda path: (WRITTEN.index(path.suffix), path),
    )


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
