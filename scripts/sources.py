"""Everything a build reads, read once: languages, contacts, messages of pages, catalogues."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from scripts.citations import refuse_unknown_facts
from scripts.contacts import Contact, read_contacts
from scripts.extract import ReadPage, find_interface_messages, read_pages
from scripts.facts import Fact, read_facts
from scripts.glossary import Glossary, read_glossary
from scripts.interface import Interface
from scripts.languages import Languages, read_languages
from scripts.messages import Key, Message
from scripts.navigation import refuse_names
from scripts.organisation import Organisation, read_organisation
from scripts.pages import PageSource
from scripts.paths import INTERFACE, Project
from scripts.probe import Probes
from scripts.problems import Problem, ProblemsFound
from scripts.shelves import read_alone
from scripts.stages import Stage
from scripts.words import Word

if TYPE_CHECKING:
    from scripts.standing import Standing


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
    standings: dict[str, Standing] = field(default_factory=dict, repr=False, compare=False)
    """How far each translation has come, also those that are not offered; `survey` finds it."""
    _interfaces: dict[str, Interface] = field(default_factory=dict, repr=False, compare=False)
    _glossaries: dict[str, Glossary] = field(default_factory=dict, repr=False, compare=False)

    def read_pages(self) -> dict[str, ReadPage]:
        """The pages as `read_pages` gave them."""
        return {page: ReadPage(source, self.messages[page]) for page, source in self.pages.items()}

    def interface(self, language: str) -> Interface:
        """The words of the interface in a language, read once; English where they are broken."""
        if language not in self._interfaces:
            source = self.languages.source
            catalogue = None if language == source.code else read_alone(self, language, INTERFACE)
            self._interfaces[language] = Interface(catalogue, source)
        return self._interfaces[language]

    def glossary(self, language: str) -> Glossary:
        """The agreed words of a language, read once. Raises ProblemsFound where they are broken."""
        if language not in self._glossaries:
            path = self.project.glossary(language)
            names = tuple(word.names for word in self.words)
            found = read_glossary(path, self.project.short(path), language, names)
            self._glossaries[language] = found
        return self._glossaries[language]

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
    pages, for names that the navigation gives, and where `languages.yml` names pages as the first
    ones that are not there.

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
    if missing := [page for page in languages.core if page not in pages]:
        raise ProblemsFound(map(_no_core_page, missing))
    messages = {page: read.messages for page, read in pages.items()}
    messages[INTERFACE] = find_interface_messages(project)
    found = {page: read.source for page, read in pages.items()}
    if unknown := refuse_unknown_facts(found, facts):
        raise ProblemsFound(unknown)
    return Sources(
        project, languages, organisation, contacts, found, messages, words, facts, stages
    )


def _no_core_page(page: str) -> Problem:
    return Problem(
        "languages.yml",
        0,
        f"core names the page {page}, and there is no docs/{page}.md.",
        "Nobody could tell whether a language has the pages that families need first.",
        "Write its path in docs/ without the ending, or take it out.",
    )
