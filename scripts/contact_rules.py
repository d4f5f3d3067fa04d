"""What an entry of `contacts.yml` may say: only what the register of facts says.

Each rule is a small function that yields what is wrong, with what mends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.contact_entries import Entry
from scripts.facts import Fact
from scripts.inline import CONTACT
from scripts.problems import Fault

KEYS = (
    "name", "for", "number", "text", "free", "hours", "relay", "interpreter", "website",
    "checked", "fact",
)  # fmt: skip

NUMBER = re.compile(r"\+?[0-9][0-9 ]*[0-9]")
"""A whole number in the figure of a fact, which may hold several. A part of one is another one."""

YES_OR_NO = {
    "free": {"true": "(?<!not )free", "false": "not free"},
    "interpreter": {"true": "(?<!no )interpreters?", "false": "no interpreters?"},
}
"""What a fact must say for each line that says yes or no."""

WEBSITE = re.compile(r"https://(?P<host>[\w.-]+)(?:[/?#]\S*)?")
HOST = re.compile(r"https?://([\w.-]+)")


def find_faults(entry: Entry, facts: dict[str, Fact]) -> list[Fault]:
    """Everything that is wrong with an entry, or that its fact does not say."""
    if faults := list(_lines(entry)):
        return faults
    fact = facts.get(entry.values.get("fact"))
    if fact is None:
        what = f"The contact {entry.name} rests on no fact of the register"
        remedy = "Write fact: with an id from facts/england.yml."
        return [Fault(f"{what}: {entry.values.get('fact')!r}.", remedy)]
    rules = (_name, _number, _relay, _hours, _yes_or_no, _checked, _website, _way)
    return [fault for rule in rules for fault in rule(entry, fact)]


def _lines(entry: Entry) -> Iterator[Fault]:
    """Lines that would be lost without a word."""
    match = CONTACT.fullmatch(f"{{{{contact.{entry.name}}}}}")
    if not match or match["relay"]:
        yield Fault(
            f"No page can name the contact {entry.name}.",
            "Give it a name of a to z, 0 to 9 and hyphens.",
        )
    if not entry.keys:
        yield Fault(
            f"The contact {entry.name} has no lines.",
            "Write name:, checked:, fact: and number: or website: below it, "
            "indented by two spaces.",
        )
    for key in dict.fromkeys(entry.keys):
        if key not in KEYS:
            yield Fault(
                f"The contact {entry.name} has a line that means nothing here: {key}.",
                f"Write one of {', '.join(KEYS)}, or take it out.",
            )
        elif entry.keys.count(key) > 1:
            yield Fault(f"The contact {entry.name} has two lines {key}:.", "Keep one of them.")
        elif not entry.values[key]:
            yield Fault(
                f"The line {key}: of {entry.name} says nothing.",
                "Write it on one line, or take it out.",
            )


def _name(entry: Entry, fact: Fact) -> Iterator[Fault]:
    if "name" not in entry.values:
        yield Fault(f"The contact {entry.name} has no name.", "Add a line name:.")


def _number(entry: Entry, fact: Fact) -> Iterator[Fault]:
    found = [key for key in ("number", "text") if key in entry.values]
    if len(found) == 2:
        yield Fault(
            f"The contact {entry.name} has a number to call and one for text messages.",
            "Keep one, and give the other to a contact of its own.",
        )
    for key in found:
        if entry.values[key] not in NUMBER.findall(str(fact.figure)):
            yield Fault(
                f"The {key} of {entry.name} is {entry.values[key]!r}; "
                f"its fact says {fact.figure!r}.",
                "Write the number as the fact has it.",
            )


def _relay(entry: Entry, fact: Fact) -> Iterator[Fault]:
    relay = entry.values.get("relay")
    if relay and relay not in re.findall("[0-9]+", fact.note):
        yield Fault(
            f"The relay of {entry.name} is {relay!r}; the note of its fact does not say that.",
            "Write the digits that the note says to dial before the number.",
        )
    if relay and "number" not in entry.values:
        yield Fault(
            f"The contact {entry.name} has text relay, but no number to call.", "Take relay: out."
        )


def _hours(entry: Entry, fact: Fact) -> Iterator[Fault]:
    hours = entry.values.get("hours")
    if hours and not any(_says(words, re.escape(hours)) for words in (fact.text, fact.note)):
        yield Fault(
            f"The hours of {entry.name} are not those of its fact: {hours}",
            "Write them word for word as the fact or its note has them, or leave the line out.",
        )


def _yes_or_no(entry: Entry, fact: Fact) -> Iterator[Fault]:
    for key in YES_OR_NO.keys() & entry.values.keys():
        value = entry.values[key]
        if value not in YES_OR_NO[key]:
            yield Fault(
                f"The line {key}: of {entry.name} says {value!r}.",
                "Write true or false, or leave the line out.",
            )
        elif not _says(f"{fact.text} {fact.note}", YES_OR_NO[key][value]):
            yield Fault(
                f"The contact {entry.name} says {key}: {value}; its fact does not.",
                "Leave the line out: only what the register knows is said.",
            )


def _says(words: str, pattern: str) -> bool:
    return bool(re.search(rf"(?<!\w){pattern}(?!\w)", words, re.IGNORECASE))


def _checked(entry: Entry, fact: Fact) -> Iterator[Fault]:
    checked = entry.values.get("checked")
    if checked != fact.checked:
        yield Fault(
            f"The contact {entry.name} was checked on {checked!r}; its fact says {fact.checked!r}.",
            "Write checked: with the date of the fact.",
        )


def _website(entry: Entry, fact: Fact) -> Iterator[Fault]:
    website = entry.values.get("website")
    if website is None:
        return
    match = WEBSITE.fullmatch(website)
    if not match:
        yield Fault(
            f"The website of {entry.name} is no address: {website!r}.",
            "Write it whole, such as https://example.org/.",
        )
    elif match["host"] not in HOST.findall(f"{fact.url} {fact.note}"):
        yield Fault(
            f"The website of {entry.name} is not in its fact: {match['host']}",
            "Write the website that the fact or its note has.",
        )


def _way(entry: Entry, fact: Fact) -> Iterator[Fault]:
    number = entry.values.get("number") or entry.values.get("text")
    if "website" not in entry.values and not (number and fact.confirmed):
        yield Fault(
            f"The contact {entry.name} has neither a confirmed number nor a website.",
            "Add a line website:.",
        )
