"""What each changed file is: a translation, an English page, or something else."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from scripts.proposals.revisions import Change

CATALOGUE, GLOSSARY, STATE = ".po", "glossary.yml", "state.yml"
ENGLISH_TEXTS = (".md", ".yml")

OTHERS = {
    ".github/": "what GitHub does by itself",
    "scripts/": "the program that makes the site",
    "tests/": "the tests of the program",
    "overrides/": "how every page is made",
    "fonts/": "the letters of leaflets",
    "facts/": "the law and the figures that pages rest on",
    "contacts.yml": "phone numbers and websites of helpers",
    "languages.yml": "the list of languages",
    "organisation.yml": "who shows the site",
    "mkdocs.yml": "how the site is made",
    "pyproject.toml": "the program that makes the site",
    "requirements": "the programs that ours needs",
    "Makefile": "the commands of the project",
    "docs/": "a file that goes onto the site as it is",
    "locale/": "no translation of a language that is in languages.yml",
}
"""What a file is by the beginning of its path, if it is neither a translation nor a page."""

UNKNOWN = "neither a page nor a translation"


@dataclass
class Sorted:
    """The changed files by what they are."""

    catalogues: dict[tuple[str, str], Change] = field(default_factory=dict)
    """By the code of the language and the page."""
    glossaries: dict[str, Change] = field(default_factory=dict)
    states: dict[str, Change] = field(default_factory=dict)
    english: list[Change] = field(default_factory=list)
    others: list[tuple[Change, str]] = field(default_factory=list)
    """Those for a maintainer, each with what it is."""

    @property
    def codes(self) -> list[str]:
        """The languages of which a file changed."""
        found = [code for code, _ in self.catalogues]
        return list(dict.fromkeys(sorted([*found, *self.glossaries, *self.states])))


def sort_changes(changes: Iterable[Change], codes: Container[str]) -> Sorted:
    """The changes by what they are; `codes` are those of the languages there are."""
    found = Sorted()
    for change in changes:
        _put(change, codes, found)
    return found


def _put(change: Change, codes: Container[str], found: Sorted) -> None:
    top, _, inside = change.path.partition("/")
    code, _, name = inside.partition("/")
    known = top == "locale" and code in codes
    if known and name.endswith(CATALOGUE):
        found.catalogues[code, name.removesuffix(CATALOGUE)] = change
    elif known and name == GLOSSARY:
        found.glossaries[code] = change
    elif known and name == STATE:
        found.states[code] = change
    elif top == "docs" and inside.endswith(ENGLISH_TEXTS):
        found.english.append(change)
    else:
        found.others.append((change, _what(change.path)))


def _what(path: str) -> str:
    return next((what for start, what in OTHERS.items() if path.startswith(start)), UNKNOWN)
