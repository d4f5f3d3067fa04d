"""What stands for the placeholders of a page, `{{ contact.NAME }}` and `{{ language.english }}`."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension

from scripts.contact_links import ContactProcessor, Unnest
from scripts.contacts import Contact, known_numbers
from scripts.language_name import NameProcessor

INLINE_PRIORITY = 185
"""After code spans (190), so that code stays as it is, and before everything else."""

UNNEST_PRIORITY = 15
"""After inline parsing (20): a link inside a link is no valid HTML."""


class PlaceholderExtension(Extension):
    """Registers contacts, and the English name of the readers' language, in a Markdown instance."""

    def __init__(self, contacts: dict[str, Contact], language: str = "") -> None:
        super().__init__()
        self.contacts = contacts
        self.numbers = known_numbers(contacts)
        self.language = language

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.contacts, md.numbers = self.contacts, self.numbers
        md.inlinePatterns.register(ContactProcessor(md, self.contacts), "contact", INLINE_PRIORITY)
        md.inlinePatterns.register(NameProcessor(md, self.language), "language", INLINE_PRIORITY)
        md.treeprocessors.register(Unnest(md), "contact-unnest", UNNEST_PRIORITY)
