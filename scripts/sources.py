"""Everything a build reads, read once: languages, contacts, messages of pages, catalogues."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from scripts.catalogues import Catalogue, read_catalogue
from scripts.contacts import Contact, read_contacts
from scripts.extract import find_all_messages
from scripts.languages import Languages, read_languages
from scripts.messages import Key, Message
from scripts.paths import INTERFACE, Project
from scripts.problems import Problem, ProblemsFound


@dataclass
class Shelf:
    """The catalogues of one language by page. A page whose catalogue is broken has none."""

    catalogues: dict[str, Catalogue] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def get(self, page: str) -> Catalogue | None:
        return self.catalogues.get(page)


@dataclass(frozen=True)
class Sources:
    """What a checkout says. `messages` has those of each page, and of the interface."""

    project: Project
    languages: Languages
    contacts: dict[str, Contact]
    messages: dict[str, list[Message]]
    _shelves: dict[str, Shelf] = field(default_factory=dict, repr=False, compare=False)

    def shelf(self, language: str) -> Shelf:
        """The catalogues of a language, read once."""
        if language not in self._shelves:
            self._shelves[language] = read_shelf(self, language)
        return self._shelves[language]

    def interface(self, language: str) -> Catalogue:
        """The words of the interface in a language; no words where its catalogue is broken."""
        if language not in self._shelves:
            shelf = Shelf()
            _read_onto(shelf, self, language, INTERFACE)
            return shelf.get(INTERFACE) or Catalogue("")
        return self.shelf(language).get(INTERFACE) or Catalogue("")

    @cached_property
    def owners(self) -> dict[Key, str]:
        """For each message, a page that has it."""
        return {m.key: page for page, messages in self.messages.items() for m in messages}


def read_sources(project: Project) -> Sources:
    """Everything but the catalogues. Raises ProblemsFound with the problems of all pages."""
    languages = read_languages(project.languages)
    contacts = read_contacts(project)
    messages = find_all_messages(project)
    if messages.keys() == {INTERFACE}:
        raise ProblemsFound.one(
            "docs",
            0,
            "There are no pages.",
            "The site would be empty.",
            "Put back the folder docs/.",
        )
    return Sources(project, languages, contacts, messages)


def read_shelf(sources: Sources, language: str) -> Shelf:
    """Every catalogue of the language; what is wrong with them stands in `problems`."""
    shelf = Shelf()
    for page in sources.project.catalogues(language):
        _read_onto(shelf, sources, language, page)
    return shelf


def _read_onto(shelf: Shelf, sources: Sources, language: str, page: str) -> None:
    path = sources.project.catalogue(language, page)
    short = sources.project.short(path)
    own = {message.key for message in sources.messages.get(page, ())}
    elsewhere = {key: owner for key, owner in sources.owners.items() if key not in own}
    try:
        if page not in sources.messages:
            raise ProblemsFound.one(
                short,
                0,
                f"There is no page docs/{page}.md.",
                "The translation is shown nowhere.",
                "Give the file the path and name of its page, or delete it.",
            )
        if path.exists():
            content = path.read_bytes()
            shelf.catalogues[page] = read_catalogue(content, short, language, elsewhere)
    except ProblemsFound as error:
        shelf.problems += error.problems
