"""Everything a build reads, read once: languages, contacts, messages of pages, catalogues."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from scripts.catalogues import Catalogue, read_catalogue
from scripts.citations import refuse_unknown_facts
from scripts.contacts import Contact, read_contacts
from scripts.extract import ReadPage, find_interface_messages, read_pages
from scripts.facts import Fact, read_facts
from scripts.interface import Interface
from scripts.languages import Languages, read_languages
from scripts.messages import Key, Message
from scripts.navigation import refuse_names
from scripts.organisation import Organisation, read_organisation
from scripts.pages import PageSource
from scripts.paths import INTERFACE, Project
from scripts.probe import Probes
from scripts.problems import Problem, ProblemsFound
from scripts.stages import Stage
from scripts.words import Word


@dataclass
class Shelf:
    """The catalogues of one language by page. A page whose catalogue is broken has none."""

    catalogues: dict[str, Catalogue] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    """The files of `catalogues` as they were read."""
    problems: list[Problem] = field(default_factory=list)

    def get(self, page: str) -> Catalogue | None:
        return self.catalogues.get(page)


@dataclass(frozen=True)
class Sources:
    """What a checkout says. `messages` has those of each page, and of the interface.

    Catalogues of pages are not kept: a build has those of one language at a time in its memory.
    """

    project: Project
    languages: Languages
    organisation: Organisation
    contacts: dict[str, Contact]
    pages: dict[str, PageSource]
    messages: dict[str, list[Message]]
    words: tuple[Word, ...] = ()
    """The words of the A to Z, whose first use on a page is marked."""
    facts: dict[str, Fact] = field(default_factory=dict)
    stages: tuple[Stage, ...] = ()
    """The steps of the map of stages."""
    _interfaces: dict[str, Interface] = field(default_factory=dict, repr=False, compare=False)

    def read_pages(self) -> dict[str, ReadPage]:
        """The pages as `read_pages` gave them."""
        return {page: ReadPage(source, self.messages[page]) for page, source in self.pages.items()}

    def interface(self, language: str) -> Interface:
        """The words of the interface in a language, read once; English where they are broken."""
        if language not in self._interfaces:
            source = self.languages.source
            catalogue = None if language == source.code else self._interface_catalogue(language)
            self._interfaces[language] = Interface(catalogue, source)
        return self._interfaces[language]

    def _interface_catalogue(self, language: str) -> Catalogue:
        shelf = Shelf()
        _read_onto(shelf, self, language, INTERFACE, Shelf())
        return shelf.get(INTERFACE) or Catalogue("")

    @cached_property
    def probes(self) -> Probes:
        """What finds out which elements a message of a page makes."""
        return Probes(self.contacts)

    @cached_property
    def owners(self) -> dict[Key, str]:
        """For each message, a page that has it."""
        return {m.key: page for page, messages in self.messages.items() for m in messages}


def read_sources(project: Project, before: Sources | None = None) -> Sources:
    """Everything but the catalogues of pages. Raises ProblemsFound with the problems of all
    pages, and for names that the navigation gives.

    `before` was read earlier: its pages are not parsed again where they have not changed.
    """
    languages = read_languages(project.languages)
    organisation = read_organisation(project, languages)
    contacts = read_contacts(project)
    facts = read_facts(project.facts)
    if named := refuse_names(project):
        raise ProblemsFound(named)
    known = before.read_pages() if before and before.contacts == contacts else {}
    pages, words, stages = read_pages(project, contacts, known)
    if not pages:
        raise ProblemsFound.one(
            "docs",
            0,
            "There are no pages.",
            "The site would be empty.",
            "Put back the folder docs/.",
        )
    messages = {page: read.messages for page, read in pages.items()}
    messages[INTERFACE] = find_interface_messages(project)
    found = {page: read.source for page, read in pages.items()}
    if unknown := refuse_unknown_facts(found, facts):
        raise ProblemsFound(unknown)
    return Sources(
        project, languages, organisation, contacts, found, messages, words, facts, stages
    )


def read_shelf(sources: Sources, language: str, before: Shelf | None = None) -> Shelf:
    """Every catalogue of the language; what is wrong with them stands in `problems`.

    What has not changed since `before` was read is taken from it.
    """
    shelf = Shelf()
    pages = sources.project.catalogues(language)
    for page in pages:
        _read_onto(shelf, sources, language, page, before or Shelf())
    if not pages:
        shelf.problems.append(_nothing_translated(sources, language))
    return shelf


def _nothing_translated(sources: Sources, language: str) -> Problem:
    folder = sources.project.short(sources.project.locale(language))
    return Problem(
        folder,
        0,
        f"There are no catalogues for {sources.languages[language].name} ({language}).",
        "Readers would choose the language and find nothing but English.",
        f"Run alongside update --language {language}, or take {language} out of languages.yml.",
    )


def _read_onto(shelf: Shelf, sources: Sources, language: str, page: str, before: Shelf) -> None:
    path = sources.project.catalogue(language, page)
    if page == INTERFACE and not path.exists():
        return
    content = path.read_bytes()
    same = before.contents.get(page) == content
    try:
        if same and _is_still(before.catalogues[page], sources, page):
            catalogue = before.catalogues[page]
        else:
            catalogue = _read(content, sources, language, page)
    except ProblemsFound as error:
        shelf.problems += error.problems
    else:
        shelf.catalogues[page], shelf.contents[page] = catalogue, content


def _is_still(catalogue: Catalogue, sources: Sources, page: str) -> bool:
    """Whether a catalogue that was right is right for the messages that the pages have now."""
    own = {message.key for message in sources.messages.get(page, ())}
    return bool(own) and not any(
        key in sources.owners and key not in own for key in catalogue.entries
    )


def _read(content: bytes, sources: Sources, language: str, page: str) -> Catalogue:
    short = sources.project.short(sources.project.catalogue(language, page))
    if page not in sources.messages:
        raise ProblemsFound.one(
            short,
            0,
            f"There is no page docs/{page}.md.",
            "The translation is shown nowhere.",
            "Give the file the path and name of its page, or delete it.",
        )
    own = {message.key for message in sources.messages[page]}
    return read_catalogue(content, short, language, sources.owners, own)
