"""The messages of a language that wait for a translator, page by page, families' first pages first.

They are those that `alongside update` would leave waiting, worked out without writing anything: an
author who changed the English may not have run it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from translate.storage.pypo import pounit

from scripts.extract import find_all_messages
from scripts.messages import Key, Message
from scripts.paths import Project
from scripts.po_units import messages_of, parse_catalogue
from scripts.update import update_catalogue
from scripts.upkeep import known_translations


@dataclass(frozen=True)
class Changed:
    """A message whose English changed after it was translated."""

    context: str
    before: str
    """The English that the translation was made for; empty where nobody knows it."""
    english: str
    translation: str

    @property
    def mark(self) -> str:
        """What tells this change from every other: the same words changed again are news."""
        whole = "\0".join([self.context, self.before, self.english])
        return hashlib.sha256(whole.encode()).hexdigest()[:8]


@dataclass
class Waiting:
    """What waits in one catalogue."""

    page: str
    path: str
    """The catalogue, from the project's folder."""
    core: bool
    """Whether it is one of the pages that a family needs first."""
    changed: list[Changed] = field(default_factory=list)
    new: int = 0
    """How many messages have never been translated."""


def find_waiting(project: Project, language: str, core: Iterable[str]) -> list[Waiting]:
    """What waits in each catalogue of a language, where anything does: pages of `core` first.

    Raises ProblemsFound for pages and catalogues that cannot be read.
    """
    first = list(core)
    messages = find_all_messages(project)
    known = known_translations(project, language)
    found = (_look(project, language, page, messages[page], known, page in first)
             for page in messages)  # fmt: skip
    waiting = [each for each in found if each.changed or each.new]
    places = {page: place for place, page in enumerate(first)}
    return sorted(waiting, key=lambda each: (places.get(each.page, len(places)), each.page))


def _look(
    project: Project,
    language: str,
    page: str,
    messages: list[Message],
    known: Mapping[Key, str],
    core: bool,
) -> Waiting:
    path = project.catalogue(language, page)
    short = project.short(path)
    content = path.read_bytes() if path.exists() else None
    updated = update_catalogue(content, short, language, messages, dict(known))
    found = Waiting(page, short, core)
    for unit in messages_of(parse_catalogue(updated.content, short)):
        if not unit.target:
            found.new += 1
        elif unit.isfuzzy():
            found.changed.append(_changed(unit))
    return found


def _changed(unit: pounit) -> Changed:
    before, english = str(unit.prev_source or ""), str(unit.source)
    return Changed(unit.getcontext() or "", before, english, str(unit.target))
