"""What is known of a translation: drafted by a machine, changed since, or checked by people.

A state is derived from digests, so that an edit takes it away by itself and nothing can claim to
be checked that was not. Names of teams are welcome in `state.yml`; e-mail addresses are not kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import yaml

from scripts.catalogues import Catalogue
from scripts.messages import Message
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound
from scripts.sources import read_shelf, read_sources

ENGLISH = "english"
UNTRANSLATED = "untranslated"
DRAFT = "draft"
EDITED = "edited"
UNCHECKED = "unchecked"
NOT_CHECKED = frozenset({DRAFT, EDITED, UNCHECKED})
"""States in which no person vouches for the whole page, so that its English stands open."""

HEAD = (
    "# How each page of this language came to be; a reader is told it on the page.\n"
    "#   drafted  the fingerprint of the translation as a computer drafted it\n"
    "# Written by `alongside drafted`. A page that is edited no longer has its fingerprint.\n"
)


def digest(catalogue: Catalogue, messages: Iterable[Message]) -> str:
    """The fingerprint of what readers are shown of a page: its messages with their translations."""
    known = hashlib.sha256()
    for message in messages:
        for part in (message.context, message.text, catalogue.get(message.context, message.text)):
            known.update(repr(part).encode())
    return known.hexdigest()[:16]


def read_states(path: Path, short: str) -> dict[str, dict[str, str]]:
    """What `state.yml` says of each page; nothing where there is no such file.

    Raises ProblemsFound when it cannot be read.
    """
    if not path.exists():
        return {}
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        return {page: dict(entry) for page, entry in content.items()}
    except (UnicodeError, yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        raise ProblemsFound.one(
            short,
            0,
            f"The states of the pages cannot be read: {error}.",
            "Readers could not be told that a computer made a translation.",
            "Take the file from the last version that worked.",
        ) from error


def write_drafted(path: Path, short: str, digests: dict[str, str]) -> None:
    """Say in `state.yml` that the pages, as their digests have them, were drafted by a machine."""
    states = read_states(path, short)
    for page, value in digests.items():
        states[page] = {"drafted": value}
    body = yaml.safe_dump(states, allow_unicode=True, sort_keys=True)
    path.write_text(HEAD + body, encoding="utf-8", newline="\n")


def state_of(
    page: str,
    catalogue: Catalogue | None,
    messages: list[Message],
    states: dict[str, dict[str, str]],
) -> str:
    """The state that a reader of the page is told."""
    if catalogue is None or not any(catalogue.get(m.context, m.text) for m in messages):
        return UNTRANSLATED
    drafted = states.get(page, {}).get("drafted")
    if drafted is None:
        return UNCHECKED
    return DRAFT if drafted == digest(catalogue, messages) else EDITED


def draft_digests(project: Project, language: str, pages: Iterable[str]) -> dict[str, str]:
    """The digests of the pages' translations as they are. Raises ProblemsFound when a catalogue
    is broken or a page has none."""
    sources = read_sources(project)
    shelf = read_shelf(sources, language)
    missing = [
        Problem(
            project.short(project.catalogue(language, page)),
            0,
            "There is no catalogue that can be read.",
            "There is nothing to show.",
            "Run alongside update first.",
        )
        for page in pages
        if not shelf.get(page)
    ]
    if shelf.problems or missing:
        raise ProblemsFound([*shelf.problems, *missing])
    return {page: digest(shelf.get(page), sources.messages[page]) for page in pages}
