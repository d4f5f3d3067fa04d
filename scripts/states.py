"""What is known of a translation: drafted by a machine, changed since, or checked by people.

A state is derived from digests, so that an edit takes it away by itself and nothing can claim to
be checked that was not. `recording` writes them down; `state_rules` says what may stand there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from scripts.catalogues import Catalogue
from scripts.entries import read_data
from scripts.messages import Message
from scripts.problems import ProblemsFound
from scripts.state_rules import HARM, find_faults

ENGLISH = "english"
UNTRANSLATED = "untranslated"
DRAFT = "draft"
EDITED = "edited"
UNCHECKED = "unchecked"
CHECKED = "checked"
CHANGED = "changed"
"""Checked once, and edited since: the English or the translation, in one word or in all."""
NOT_CHECKED = frozenset({DRAFT, EDITED, UNCHECKED, CHANGED})
"""States in which no person vouches for the whole page, so that its English stands open."""

States = dict[str, dict[str, str]]
"""What `state.yml` says of each page: `drafted`, and `checked` with `by` and `date`."""


def digest(catalogue: Catalogue, messages: Iterable[Message]) -> str:
    """The fingerprint of what readers are shown of a page: its messages with their translations."""
    known = hashlib.sha256()
    for message in messages:
        for part in (message.context, message.text, catalogue.get(message.context, message.text)):
            known.update(repr(part).encode())
    return known.hexdigest()[:16]


def read_states(path: Path, short: str) -> States:
    """What `state.yml` says of each page; nothing where there is no such file.

    Raises ProblemsFound when it cannot be read, and for everything that may not stand there.
    """
    content = (read_data(path, short, HARM) or {}) if path.exists() else {}
    if problems := list(find_faults(content, short)):
        raise ProblemsFound(problems)
    return {page: dict(entry) for page, entry in content.items()}


def state_of(
    page: str, catalogue: Catalogue | None, messages: list[Message], states: States
) -> str:
    """The state of a page as it is now. One that people checked just so is checked, also where a
    computer had drafted the same words; one that is put back to the draft is a draft again, whoever
    checked other words. `PageRecord.told` is what readers are told of it."""
    if catalogue is None or not any(catalogue.get(m.context, m.text) for m in messages):
        return UNTRANSLATED
    marks = states.get(page, {})
    now = digest(catalogue, messages)
    if marks.get("checked") == now and is_whole(catalogue, messages):
        return CHECKED
    if marks.get("drafted") == now:
        return DRAFT
    if "checked" in marks:
        return CHANGED
    return EDITED if "drafted" in marks else UNCHECKED


def is_whole(catalogue: Catalogue, messages: Iterable[Message]) -> bool:
    """Whether each message has a translation that a person has confirmed."""
    return all(catalogue.get(m.context, m.text) for m in messages)
