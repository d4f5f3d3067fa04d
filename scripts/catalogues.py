"""Catalogues: the translations of one page into one language, in a `.po` file that people edit."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from scripts.catalogue_rules import find_duplicates, header_problems, unit_problems
from scripts.glossary import NO_WORDS, Glossary
from scripts.messages import Key
from scripts.po_units import line_of, messages_of, parse_catalogue, unit_key
from scripts.problems import ProblemsFound


@dataclass(frozen=True)
class Entry:
    """What a catalogue says for one message, and the line of the file that says it."""

    text: str
    fuzzy: bool
    line: int


@dataclass
class Catalogue:
    """The translations of a page, looked up as `catalogue.get(context, text)`."""

    path: str
    entries: dict[Key, Entry] = field(default_factory=dict)
    glossary: Glossary = NO_WORDS
    """The agreed words that the translations are held to."""

    def get(self, context: str | None, text: str) -> str | None:
        """The translation; None where there is none, or none that a person has confirmed."""
        entry = self.entries.get((context, text))
        return entry.text if entry and entry.text and not entry.fuzzy else None

    def with_words(self, glossary: Glossary) -> Catalogue:
        """The same, held to these agreed words: to NO_WORDS for what people type."""
        return self if self.glossary == glossary else replace(self, glossary=glossary)

    def line(self, context: str | None, text: str) -> int:
        entry = self.entries.get((context, text))
        return entry.line if entry else 0


def read_catalogue(
    content: bytes,
    path: str,
    language: str,
    owners: Mapping[Key, str] = MappingProxyType({}),
    own: Container[Key] = (),
    glossary: Glossary = NO_WORDS,
) -> Catalogue:
    """The catalogue in `content`, which `path` names in problems.

    `owners` has every message of the site with a page that has it, `own` those of this page.
    Raises ProblemsFound when the file is broken or is not this page's in this language.
    """
    store = parse_catalogue(content, path)
    units = list(messages_of(store))
    problems = [
        *header_problems(store, path, language),
        *(problem for unit in units for problem in unit_problems(unit, path, owners, own)),
        *find_duplicates(units, path),
    ]
    if problems:
        raise ProblemsFound(problems)
    entries = {
        unit_key(unit): Entry(str(unit.target), unit.isfuzzy(), line_of(unit)) for unit in units
    }
    return Catalogue(path, entries, glossary)
