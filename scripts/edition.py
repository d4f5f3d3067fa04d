"""The edition of the site in one language: what its pages are made with, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from scripts.catalogues import Catalogue
from scripts.interface import Interface, Text, translate_plain
from scripts.leaflets.making import Made
from scripts.messages import Language, Message
from scripts.options import USUAL, Options
from scripts.pages import PageSource
from scripts.problems import ProblemsFound
from scripts.sources import Shelf, Sources, read_shelf
from scripts.states import ENGLISH, read_states, state_of
from scripts.translate import Original, Translation
from scripts.words import PAGE as WORDS
from scripts.words import Word


class Rendered(NamedTuple):
    """The text of a page as Markdown made it, with what MkDocs then knows of it."""

    content: str
    toc: Any
    ids: set[str]
    links: dict[str, dict[str, str]]
    """For each page that it links to, the ids there, each with the link as it was written."""
    words: tuple[Word, ...] = ()
    """The words from letters that are marked on the page."""

    @classmethod
    def of(cls, content: str, page: Any, words: tuple[Word, ...]) -> Rendered:
        """The text of a page of MkDocs that was rendered just now."""
        links = {file.src_uri: ids for file, ids in (page.links_to_anchors or {}).items()}
        return cls(content, page.toc, page.present_anchor_ids, links, words)

    def put_into(self, page: Any, files: Any) -> str:
        """Tell a page of MkDocs what it would know had it been rendered now; returns its text."""
        page.toc, page.present_anchor_ids = self.toc, self.ids
        page.links_to_anchors = {
            files.get_file_from_path(to): ids for to, ids in self.links.items()
        }
        return self.content


@dataclass
class PageRecord:
    """One page in one language, as it was built."""

    page: str
    visitor: Original | Translation
    state: str
    source_language: Language
    titles: list[Message] = field(default_factory=list)
    rendered: Rendered | None = None
    leaflets: list[Made] = field(default_factory=list)
    """The page on paper: in one language, in two, or in both forms."""

    @property
    def fallbacks(self) -> list[Message]:
        """The messages of the page that are shown in English."""
        return [*self.titles, *self.visitor.fallbacks]


@dataclass
class Edition:
    """One language of the site while it is built. `before` is an earlier edition of it, whose
    catalogues and pages are used again where nothing that they are made of has changed."""

    sources: Sources
    language: Language
    shelf: Shelf
    interface: Interface
    states: dict[str, dict[str, str]]
    before: Edition | None = None
    options: Options = USUAL
    records: dict[str, PageRecord] = field(default_factory=dict)

    @classmethod
    def open(
        cls,
        sources: Sources,
        code: str,
        options: Options = USUAL,
        before: Edition | None = None,
    ) -> Edition:
        """The edition of the language `code`.

        Raises ProblemsFound when a catalogue is broken, unless it is to keep going: then the pages
        of broken catalogues are in English and say so.
        """
        language = sources.languages[code]
        if language == sources.languages.source:
            return cls(sources, language, Shelf(), sources.interface(code), {}, before, options)
        shelf = read_shelf(sources, code, before.shelf if before else None)
        if shelf.problems and not options.keep_going:
            raise ProblemsFound(shelf.problems)
        path = sources.project.state(code)
        return cls(
            sources,
            language,
            shelf,
            sources.interface(code),
            read_states(path, sources.project.short(path)),
            before,
            options,
        )

    @property
    def is_source(self) -> bool:
        return self.language == self.sources.languages.source

    @property
    def spoken(self) -> str:
        """What a worker calls the language of the readers; empty in English, who may speak any."""
        return "" if self.is_source else self.language.english

    def begin_page(self, page: str, source: PageSource) -> PageRecord:
        """The record of a page, with the visitor that is to walk over it."""
        english = self.sources.languages.source
        if self.is_source:
            visitor: Original | Translation = Original(
                source.path, source.first_line, numbered=True
            )
            state = ENGLISH
        else:
            catalogue = self.shelf.get(page)
            state = state_of(page, catalogue, self.sources.messages[page], self.states)
            visitor = Translation(
                source.path,
                source.first_line,
                catalogue or Catalogue(""),
                self.interface,
                self.sources.probes,
                english,
                beside=True,
            )
        record = self.records[page] = PageRecord(page, visitor, state, english)
        if kept := self._kept(page):
            record.visitor, record.rendered = kept.visitor, kept.rendered
        return record

    def _kept(self, page: str) -> PageRecord | None:
        """The record of a page in the edition before, if its text would be the same now."""
        before = self.before
        if before is None or page not in before.records:
            return None
        same = (
            before._ingredients(page) == self._ingredients(page)
            and before.sources.pages.keys() == self.sources.pages.keys()
        )
        return before.records[page] if same else None

    def _ingredients(self, page: str) -> tuple:
        """Everything that the text of a page is made of."""
        sources, interface = self.sources, self.interface.catalogue
        own = sources.pages[page], self.shelf.get(page), sources.contacts, interface
        return *own, sources.words, self.shelf.get(WORDS), self.spoken

    def meaning(self, word: Word) -> Text:
        """What a word in letters means, in the language of the edition where it may be shown."""
        catalogue = None if self.is_source else self.shelf.get(WORDS) or Catalogue("")
        return translate_plain(catalogue, None, word.meaning, self.sources.languages.source)

    def translate_title(self, record: PageRecord, words: str) -> Text:
        """A text of a page's front matter in the language of the edition."""
        words = " ".join(words.split())
        if self.is_source:
            return Text(words)
        catalogue = self.shelf.get(record.page) or Catalogue("")
        text = translate_plain(catalogue, None, words, self.sources.languages.source)
        if text.language:
            record.titles.append(Message(words))
        return text
