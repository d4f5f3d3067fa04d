"""Phone numbers: what `contacts.yml` says, as far as the register of facts lets it be shown.

A number is never typed in a page or a translation: digits inside right-to-left text are shown in
the wrong order unless they are isolated, and a wrong digit sends a frightened reader to a stranger.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import yaml

from scripts.contact_entries import find_repeated, read_entries
from scripts.contact_rules import find_faults
from scripts.facts import Fact, read_facts
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound

CANNOT_CALL = "A reader who needs help could not call."
BOOLEANS = {"true": True, "false": False}


@dataclass(frozen=True)
class Contact:
    """Whom to call, as an entry of `contacts.yml` says it; None where it says nothing."""

    name: str
    number: str | None
    website: str | None
    text: str | None = None
    """A number to send a text message to."""
    audience: str | None = None
    """Who it is for: `for` in the file."""
    free: bool | None = None
    hours: str | None = None
    relay: str | None = None
    """What is dialled before the number to call through text relay."""
    interpreter: bool | None = None
    checked: str | None = None
    fact: str | None = None
    confirmed: bool = True
    """Whether the register confirms the number; it is not shown if not."""

    @property
    def shown(self) -> str | None:
        """The number that a reader may see; None where the website stands in its place."""
        return (self.number or self.text) if self.confirmed else None

    @property
    def words(self) -> str:
        """What a reader sees of the contact."""
        return self.shown or urlsplit(self.website).netloc.removeprefix("www.")

    @property
    def link(self) -> str:
        """The address that a tap opens: RFC 3966 for a call, RFC 5724 for a text message."""
        if not self.shown:
            return self.website
        return f"{'tel' if self.number else 'sms'}:{re.sub('[^0-9+]', '', self.shown)}"

    @property
    def spoken(self) -> str | None:
        """What a screen reader says of a number: the number, then digit by digit in its groups.

        The number as it is seen comes first, so that "click 0808 801 0366" finds the link: WCAG
        2.2, 2.5.3 Label in Name. Rule 2ee8b8 of ACT fails a name of spaced digits alone.
        """
        if not self.shown:
            return None
        digits = ", ".join(" ".join(group) for group in self.shown.split())
        return f"{self.shown}, {digits}"

    @property
    def relayed(self) -> Contact | None:
        """The same contact through text relay; None where there is none, or nothing to dial."""
        if not (self.relay and self.number and self.confirmed):
            return None
        return replace(self, number=f"{self.relay} {self.number}", relay=None)


def known_numbers(contacts: dict[str, Contact]) -> dict[str, str]:
    """What stands in a placeholder for each number, by its digits in every way to dial them.

    Numbers that may not be shown are among them. NAME stands where several contacts would do.
    """
    known: dict[str, str] = {}
    for name, contact in contacts.items():
        for digits in _spellings(contact.number or contact.text or ""):
            known.setdefault(digits, name)
            if contact.relay:
                known.setdefault(contact.relay + digits, f"{name}.relay")
                known.setdefault(contact.relay, "NAME.relay")
    return known


def _spellings(number: str) -> list[str]:
    """The digits of a number as it is dialled here, without its zero, and from abroad."""
    digits = re.sub("[^0-9]", "", number)
    if not digits.startswith("0"):
        return [digits] if digits else []
    return [digits, *(f"{code}{digits[1:]}" for code in ("", "44", "440", "0044", "00440"))]


def read_contacts(project: Project) -> dict[str, Contact]:
    """The contacts by name, each number shown only as far as the register of facts allows.

    Raises ProblemsFound when the file cannot be read, or with everything in it that would be lost
    or that the register does not say.
    """
    path = project.short(project.contacts)
    try:
        entries = read_entries(project.contacts.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        what = f"The contacts cannot be read: {error}."
        remedy = "Mend the file, or take it from the last version that worked."
        raise ProblemsFound.one(path, 0, what, CANNOT_CALL, remedy) from error
    facts = read_facts(project.facts)
    faults = [(entry.line, fault) for entry in entries for fault in find_faults(entry, facts)]
    faults += [(entry.line, fault) for entry, fault in find_repeated(entries)]
    if faults:
        raise ProblemsFound(
            Problem(path, line, what, CANNOT_CALL, fix) for line, (what, fix) in faults
        )
    return {entry.name: _contact(entry.values, facts) for entry in entries}


def _contact(values: dict[str, str], facts: dict[str, Fact]) -> Contact:
    words = {key: values.get(key) for key in ("text", "hours", "relay", "checked", "fact")}
    return Contact(
        values["name"],
        values.get("number"),
        values.get("website"),
        audience=values.get("for"),
        free=BOOLEANS.get(values.get("free")),
        interpreter=BOOLEANS.get(values.get("interpreter")),
        confirmed=facts[values["fact"]].confirmed,
        **words,
    )
