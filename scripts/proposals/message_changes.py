"""What a change does to the messages of one catalogue, told from the two versions of its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from scripts.align import align
from scripts.catalogues import Catalogue, Entry
from scripts.messages import Key

NOTHING = Entry("", False, 0)


class Kind(StrEnum):
    """What was done with a message."""

    NEW = "newly translated"
    CHANGED = "changed"
    CONFIRMED = "confirmed"
    EMPTIED = "emptied"
    DOUBTED = "set aside"
    WAITING = "waits for a translation"
    REMOVED = "taken out"


@dataclass(frozen=True)
class MessageChange:
    """A message that is not as it was."""

    kind: Kind
    english: str
    old_english: str
    """What it was in English before; the same where only the translation changed."""
    old: str
    new: str
    fuzzy: bool
    line: int
    """The line of the catalogue as it is now; 0 where the message is gone."""


@dataclass(frozen=True)
class CatalogueChange:
    """The changed messages of a catalogue in its order, and whether others only moved."""

    messages: tuple[MessageChange, ...] = ()
    moved: bool = False


def compare(before: Catalogue, after: Catalogue) -> CatalogueChange:
    """What differs between two versions of a catalogue. A message whose English changed is
    compared with the one that stood in its place, as `alongside update` does."""
    partners = align(list(before.entries), list(after.entries))
    found = list(_changes(before, after, partners))
    stayed = [key for key in before.entries if key in after.entries]
    moved = stayed != [key for key in after.entries if key in before.entries]
    replaced = set(partners.values())
    for key, entry in before.entries.items():
        if key not in after.entries and key not in replaced:
            found.append(MessageChange(Kind.REMOVED, key[1], key[1], entry.text, "", False, 0))
    return CatalogueChange(tuple(found), moved)


def _changes(
    before: Catalogue, after: Catalogue, partners: dict[Key, Key]
) -> Iterator[MessageChange]:
    for key, entry in after.entries.items():
        was = key if key in before.entries else partners.get(key, key)
        old = before.entries.get(was, NOTHING)
        same = key in before.entries and (old.text, old.fuzzy) == (entry.text, entry.fuzzy)
        if not same:
            kind = _kind(old, entry, was != key)
            yield MessageChange(
                kind, key[1], was[1], old.text, entry.text, entry.fuzzy, entry.line
            )


def _kind(old: Entry, new: Entry, english_changed: bool) -> Kind:
    if not new.text:
        return Kind.EMPTIED if old.text and not english_changed else Kind.WAITING
    if new.fuzzy:
        return Kind.DOUBTED
    if not old.text:
        return Kind.NEW
    if old.text == new.text and old.fuzzy:
        return Kind.CONFIRMED
    return Kind.CHANGED
