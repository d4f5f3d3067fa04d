"""What a page and the project define for use in the text of the page: links, notes, contacts."""

from __future__ import annotations

from typing import NamedTuple

from markdown import Markdown

from scripts.contacts import Contact


class Definitions(NamedTuple):
    """What the page and the project define for use in its text."""

    links: dict[str, tuple[str, str | None]] = {}  # noqa: RUF012 - never written to
    """The names of reference links in lower case, each with its address and its title or None."""
    notes: tuple[str, ...] = ()
    contacts: dict[str, Contact] = {}  # noqa: RUF012 - never written to
    numbers: dict[str, str] = {}  # noqa: RUF012 - never written to
    """What `known_numbers` knows of the contacts."""

    @classmethod
    def of(cls, md: Markdown) -> Definitions:
        """The definitions that a Markdown instance knows after it parsed the blocks of a page."""
        notes = next((e.footnotes for e in md.registeredExtensions if hasattr(e, "footnotes")), ())
        links = {name.lower(): target for name, target in md.references.items()}
        return cls(links, tuple(notes), getattr(md, "contacts", {}), getattr(md, "numbers", {}))
