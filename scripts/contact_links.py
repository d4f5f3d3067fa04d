"""Contacts in Markdown: `{{ contact.NAME }}` in a page becomes a number that can be tapped."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from scripts.contacts import Contact
from scripts.inline import CONTACT


class ContactProcessor(InlineProcessor):
    """Turns a placeholder into a link whose digits keep their order in every script."""

    def __init__(self, md: Markdown, contacts: dict[str, Contact]) -> None:
        super().__init__(CONTACT.pattern, md)
        self.contacts = contacts

    def handleMatch(self, m, data):  # noqa: N802 - Python-Markdown's name
        contact = self.contacts.get(m["name"])
        if contact and m["relay"]:
            contact = contact.relayed
        if contact is None:
            return None, None, None
        return make_link(contact), m.start(0), m.end(0)


def make_link(contact: Contact) -> Element:
    """The link of a contact, the same in every language; a number is spoken digit by digit."""
    link = Element("a", {"class": "contact", "href": contact.link})
    if contact.spoken:
        link.set("aria-label", contact.spoken)
    SubElement(link, "bdi", {"dir": "ltr"}).text = AtomicString(contact.words)
    return link


class Unnest(Treeprocessor):
    """Takes the link off a contact that stands inside another link; its digits stay isolated.

    Its spoken name goes with it: WAI-ARIA 1.2 prohibits naming an element without a role.
    """

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            for inner in link.iter("a"):
                if inner is not link and inner.get("class") == "contact":
                    inner.tag = "span"
                    inner.attrib = {"class": "contact"}
