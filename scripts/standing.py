"""How far a language has come: page by page, before anything of the site is built.

Every page tells of the others: whether a language is offered at all, and in which languages a page
can be read whole. So what each language has is known first, by the same walk and the same rules by
which pages are then shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.catalogues import Catalogue
from scripts.dialect import walk_source
from scripts.edition import Edition
from scripts.interface import translate_plain
from scripts.languages import Language
from scripts.messages import Message
from scripts.options import Options
from scripts.page_records import PageRecord
from scripts.paths import INTERFACE
from scripts.plain import plain_words
from scripts.problems import Problem
from scripts.sources import Sources
from scripts.states import UNTRANSLATED


@dataclass(frozen=True)
class PageStanding:
    """How much of a page, or of the interface, is translated."""

    state: str
    total: int
    """Its different messages."""
    missing: int
    """Those of them that readers are shown in English."""
    unsafe: int
    """Translations that are not shown because they are not safe."""
    words: int
    """The English words of the missing messages."""

    @property
    def complete(self) -> bool:
        return not self.missing


@dataclass(frozen=True)
class Standing:
    """How far a translation has come."""

    language: Language
    pages: dict[str, PageStanding]
    interface: PageStanding
    core: tuple[str, ...]
    broken: frozenset[str] = frozenset()
    """The pages whose catalogues cannot be read, and are in English for it, or INTERFACE."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with those catalogues."""

    @property
    def core_missing(self) -> tuple[str, ...]:
        """The pages that families need first and that are not complete, or not there at all, as
        where a change is looked at that has another name for one."""
        whole = self.complete
        return tuple(page for page in self.core if page not in whole)

    @property
    def offered(self) -> bool:
        """Whether families find the language on the site: a share of all pages would say nothing
        about the page that is needed today. A language that they have already stays: it would
        vanish with the first English sentence that is mended; so does one with a broken file."""
        if self.language.since:
            return True
        waiting = {*self.core_missing, *(() if self.interface.complete else [INTERFACE])}
        return not waiting - self.broken

    @property
    def complete(self) -> tuple[str, ...]:
        """The pages that can be read whole."""
        return tuple(page for page, standing in self.pages.items() if standing.complete)

    @property
    def parts(self) -> tuple[PageStanding, ...]:
        """All pages, and the interface."""
        return (*self.pages.values(), self.interface)


def stand(sources: Sources, code: str) -> Standing:
    """How far the translation into a language has come; pages of broken catalogues, and of a
    language that nobody has begun, are in English."""
    edition = Edition.open(sources, code, Options(keep_going=True))
    return Standing(
        language=edition.language,
        pages={page: _stand_page(edition, page) for page in sources.pages},
        interface=_stand_interface(edition),
        core=sources.languages.core,
        broken=frozenset(edition.shelf.broken),
        problems=tuple(edition.shelf.problems),
    )


def look_at_page(edition: Edition, page: str) -> PageRecord:
    """The record of a page as a build would have it, with what is shown in English; without the
    page itself."""
    source = edition.sources.pages[page]
    record = edition.begin_page(page, source)
    walk_source(source, edition.sources.contacts, record.visitor)
    for message in source.messages():
        edition.translate_title(record, message.text, message.typed)
    return record


def _stand_page(edition: Edition, page: str) -> PageStanding:
    record, messages = look_at_page(edition, page), edition.sources.messages[page]
    catalogue = edition.shelf.get(page) or Catalogue("")
    return _count(record.state, messages, record.fallbacks, catalogue)


def _stand_interface(edition: Edition) -> PageStanding:
    messages = edition.sources.messages[INTERFACE]
    catalogue = edition.shelf.get(INTERFACE) or Catalogue("")
    source = edition.sources.languages.source
    missing = [
        message
        for message in messages
        if translate_plain(catalogue, message.context, message.text, source).language
    ]
    return _count(UNTRANSLATED, messages, missing, catalogue)


def _count(
    state: str, messages: list[Message], missing: list[Message], catalogue: Catalogue
) -> PageStanding:
    """How far a page is whose `missing` messages are shown in English; those of them that a person
    translated are so because they are not safe."""
    waiting = {message.key: message.text for message in missing}
    return PageStanding(
        state=state,
        total=len({message.key for message in messages}),
        missing=len(waiting),
        unsafe=sum(catalogue.get(*key) is not None for key in waiting),
        words=sum(len(plain_words(text).split()) for text in waiting.values()),
    )
