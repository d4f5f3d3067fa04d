"""The rule for names: those of contacts stand in a translation in the letters that they have.

A reader looks for "Family Rights Group" on a door, a letter or a screen. In the Polish and Urdu
catalogues every name of a contact stands in Latin letters (151 times in each).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.contacts import Contact
from scripts.problems import Fault

SMALL_WORDS = frozenset("a and at for in of the to".split())
"""Words that are not written with a capital inside a name."""

IN_ITS_LETTERS = (
    "Write it in the letters of the English, since a reader will look for it so. "
    "Words that explain it may stand beside it."
)
WITH_THEIR_WORDS = "Put each name with the words that it has in the English."


def find_names(message: str, contacts: Mapping[str, Contact]) -> list[str]:
    """The names of contacts that a message has, in their order. A single word such as Contact or
    Shelter may be no name; it counts only beside its own number."""
    found = {
        name
        for key, contact in contacts.items()
        if (name := contact.name.partition(" (")[0]) in message
        and _is_proper(name)
        and (" " in name or f"contact.{key}" in message)
    }
    return sorted(found, key=message.find)


def _is_proper(name: str) -> bool:
    return all(word[0].isupper() or word in SMALL_WORDS for word in name.split())


def find_name_faults(
    message: str, translation: str, contacts: Mapping[str, Contact]
) -> Iterator[Fault]:
    """Names of contacts that a translation lacks, or has in other places."""
    names = find_names(message, contacts)
    missing = [name for name in names if name not in translation]
    for name in missing:
        yield Fault(f"The name {name} is missing.", IN_ITS_LETTERS)
    got = sorted(names, key=translation.find)
    if not missing and names != got:
        yield Fault(
            f"The names are in another order: English has {', '.join(names)}, "
            f"the translation has {', '.join(got)}.",
            WITH_THEIR_WORDS,
        )
    for name in find_names(translation, contacts):
        if name not in message:
            yield Fault(f"The name {name} is not in the English.", "Take it out.")
