"""Everything a build reads, read once: languages, contacts, messages of pages, catalogues."""

from __future__ import annotations

from dataclasses import dataclass, field

from scripts.blocks import Message
from scripts.catalogues import Catalogue, Key, key_of, read_catalogue
from scripts.contacts import Contact, read_contacts
from scripts.extract import find_interface_messages, find_page_messages
from scripts.languages import Languages, read_languages
from scripts.paths import INTERFACE, Project
from scripts.problems import Problem, ProblemsFound


@dataclass(frozen=True)
class Sources:
    """What a checkout says. `messages` has those of each page, and of the interface."""

    project: Project
    languages: Languages
    contacts: dict[str, Contact]
    messages: dict[str, list[Message]]


@dataclass
class Shelf:
    """The catalogues of one language by page. A page whose catalogue is broken has none."""

    catalogues: dict[str, Catalogue] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def get(self, page: str) -> Catalogue | None:
        return self.catalogues.get(page)


def read_sources(project: Project) -> Sources:
    """Everything but the catalogues. Raises ProblemsFound with the problems of all pages."""
    languages = read_languages(project.languages)
    contacts = read_contacts(project)
    messages = find_page_messages(project)
    if INTERFACE in messages:
        raise ProblemsFound(
            [
                Problem(
                    f"docs/{INTERFACE}.md",
                    0,
                    "This name is taken by the catalogue of the templates' words.",
                    "Its translations would be mixed up with those of the menu.",
                    "Give the page another name.",
                )
            ]
        )
    if not messages:
        raise ProblemsFound(
            [
                Problem(
                    "docs",
                    0,
                    "There are no pages.",
                    "The site would be empty.",
                    "Put back the folder docs/.",
                )
            ]
        )
    return Sources(
        project, languages, contacts, {**messages, INTERFACE: find_interface_messages(project)}
    )


def read_shelf(sources: Sources, language: str) -> Shelf:
    """Every catalogue of the language; what is wrong with them stands in `problems`."""
    shelf = Shelf()
    owners = _owners(sources)
    for page in sources.project.catalogues(language):
        path = sources.project.catalogue(language, page)
        short = sources.project.short(path)
        own = {key_of(message) for message in sources.messages.get(page, ())}
        foreign = {key: owner for key, owner in owners.items() if key not in own}
        try:
            if page not in sources.messages:
                raise ProblemsFound(
                    [
                        Problem(
                            short,
                            0,
                            f"There is no page docs/{page}.md.",
                            "The translation is shown nowhere.",
                            "Give the file the path and name of its page, or delete it.",
                        )
                    ]
                )
            shelf.catalogues[page] = read_catalogue(path.read_bytes(), short, language, foreign)
        except ProblemsFound as error:
            shelf.problems += error.problems
    return shelf


def _owners(sources: Sources) -> dict[Key, str]:
    """For each message of a page, a page that has it."""
    return {
        key_of(message): page for page, messages in sources.messages.items() for message in messages
    }
