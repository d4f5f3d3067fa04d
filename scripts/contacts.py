"""Phone numbers: `{{ contact.NAME }}` in a page becomes a number that can be tapped.

A number is never typed in a page or a translation: digits inside right-to-left text are shown in
the wrong order unless they are isolated, and a wrong digit sends a frightened reader to a stranger.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

import yaml
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from scripts.facts import Fact, read_facts
from scripts.inline import CONTACT
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound

INLINE_PRIORITY = 185
"""After code spans (190), so that code stays as it is, and before everything else."""

UNNEST_PRIORITY = 15
"""After inline parsing (20): a link inside a link is no valid HTML."""

NUMBER = re.compile(r"\+?[0-9][0-9 ]*[0-9]")
"""A whole number in the figure of a fact, which may hold several. A part of one is another one."""

HARM = "A reader who needs help could not call."


@dataclass(frozen=True)
class Contact:
    """Whom to call. `number` is None where it may not be shown; the website stands instead."""

    name: str
    number: str | None
    website: str | None

    @property
    def link(self) -> str:
        """The address that a tap opens: RFC 3966 for a number."""
        return f"tel:{re.sub('[^0-9+]', '', self.number)}" if self.number else self.website

    @property
    def text(self) -> str:
        return self.number or urlsplit(self.website).netloc.removeprefix("www.")


def read_contacts(project: Project) -> dict[str, Contact]:
    """The contacts by name, each number shown only as far as the register of facts allows.

    Raises ProblemsFound when the file cannot be read, a fact is unknown, a number is not the
    fact's, a website is no address, or an entry has neither a number that may be shown nor a
    website.
    """
    path = project.short(project.contacts)
    try:
        entries = yaml.safe_load(project.contacts.read_text(encoding="utf-8")) or {}
        entries = {name: dict(entry) for name, entry in entries.items()}
    except (OSError, UnicodeError, yaml.YAMLError, TypeError, ValueError, AttributeError) as error:
        raise ProblemsFound.one(
            path,
            0,
            f"The contacts cannot be read: {error}.",
            HARM,
            "Mend the file; each contact has name, number, website "
            "and fact, indented by two spaces.",
        ) from error
    facts = read_facts(project.facts)
    problems = [
        Problem(path, 0, what, HARM, remedy)
        for name, entry in entries.items()
        for what, remedy in _faults(name, entry, facts.get(entry.get("fact")))
    ]
    if problems:
        raise ProblemsFound(problems)
    return {name: _contact(entry, facts[entry["fact"]]) for name, entry in entries.items()}


def _contact(entry: dict, fact: Fact) -> Contact:
    number = entry.get("number") if fact.confirmed else None
    return Contact(entry["name"], number, entry.get("website"))


def _faults(name: str, entry: dict, fact: Fact | None) -> list[tuple[str, str]]:
    """What is wrong with one entry, each with its remedy."""
    if fact is None:
        return [
            (
                f"The contact {name} rests on no fact of the register: {entry.get('fact')!r}.",
                "Write fact: with an id from facts/england.yml.",
            )
        ]
    faults = []
    if not isinstance(entry.get("name"), str):
        faults.append((f"The contact {name} has no name.", "Add a line name:."))
    number = entry.get("number")
    if number is not None and number not in NUMBER.findall(str(fact.figure)):
        faults.append(
            (
                f"The number of {name} is {number!r}; its fact says {fact.figure!r}.",
                'Write the number as the fact has it, between " marks.',
            )
        )
    website = entry.get("website")
    if website and not urlsplit(str(website)).netloc:
        faults.append(
            (
                f"The website of {name} is no address: {website!r}.",
                "Write it whole, such as https://example.org/.",
            )
        )
    if not website and not (number and fact.confirmed):
        faults.append(
            (
                f"The contact {name} has neither a confirmed number nor a website.",
                "Add a line website:.",
            )
        )
    return faults


class ContactProcessor(InlineProcessor):
    """Turns a placeholder into a link whose digits keep their order in every script."""

    def __init__(self, md: Markdown, contacts: dict[str, Contact]) -> None:
        super().__init__(CONTACT.pattern, md)
        self.contacts = contacts

    def handleMatch(self, m, data):  # noqa: N802 - Python-Markdown's name
        contact = self.contacts.get(m["name"])
        if contact is None:
            return None, None, None
        link = Element("a", {"class": "contact", "href": contact.link})
        SubElement(link, "bdi", {"dir": "ltr"}).text = AtomicString(contact.text)
        return link, m.start(0), m.end(0)


class Unnest(Treeprocessor):
    """Takes the link off a contact that stands inside another link; its digits stay isolated."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            for inner in link.iter("a"):
                if inner is not link and inner.get("class") == "contact":
                    inner.tag = "span"
                    del inner.attrib["href"]


class ContactExtension(Extension):
    """Registers contacts in a Markdown instance, which then knows their names."""

    def __init__(self, contacts: dict[str, Contact]) -> None:
        super().__init__()
        self.contacts = contacts

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.contact_names = frozenset(self.contacts)
        md.inlinePatterns.register(ContactProcessor(md, self.contacts), "contact", INLINE_PRIORITY)
        md.treeprocessors.register(Unnest(md), "contact-unnest", UNNEST_PRIORITY)
