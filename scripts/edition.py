"""The edition of the site in one language: what its pages are made with, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from scripts.catalogues import Catalogue
from scripts.glossary import NO_WORDS
from scripts.interface import Interface, Text, translate_plain
from scripts.messages import Language, Message
from scripts.options import USUAL, Options
from scripts.page_records import PageRecord
from scripts.pages import PageSource
from scripts.problems import ProblemsFound
from scripts.shelves import Shelf, read_shelf
from scripts.sources import Sources
from scripts.states import ENGLISH, States, read_states, state_of
from scripts.translate import Original, Translation
from scripts.words import PAGE as WORDS
from scripts.words import Word


@dataclass
class Edition:
    """One language of the site while it is built. `before` is an earlier edition of it, whose
    catalogues and pages are used again where nothing that they are made of has changed."""

    sources: Sources
    language: Language
    shelf: Shelf
    interface: Interface
    states: States
    before: Edition | None = None
    options: Options = USUAL
    records: dict[str, PageRecord] = field(default_factory=dict)
    _meanings: dict[Word, Text] = field(default_factory=dict, repr=False, compare=False)

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
        states = _read_states(sources, code, shelf, options)
        return cls(
            sources,
            language,
            shelf,
            sources.interface(code),
            states,
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
        """What a word in letters means, in the language of the edition where it may be shown;
        found once, since many pages have the word."""
        if word not in self._meanings:
            catalogue = None if self.is_source else self.shelf.get(WORDS) or Catalogue("")
            source = self.sources.languages.source
            self._meanings[word] = translate_plain(catalogue, None, word.meaning, source)
        return self._meanings[word]

    def title_of(self, page: str, words: str, typed: bool = False) -> Text:
        """A text of the front matter of any page in the language of the edition; what people type
        to find it is not held to the agreed words."""
        words = " ".join(words.split())
        if self.is_source:
            return Text(words)
        catalogue = self.shelf.get(page) or Catalogue("")
        catalogue = catalogue.with_words(NO_WORDS) if typed else catalogue
        return translate_plain(catalogue, None, words, self.sources.languages.source)

    def translate_title(self, record: PageRecord, words: str, typed: bool = False) -> Text:
        """The same for a page that is built, whose record remembers what is in English."""
        text = self.title_of(record.page, words, typed)
        if text.language:
            record.titles.append(Message(str(text)))
        return text


def _read_states(sources: Sources, code: str, shelf: Shelf, options: Options) -> States:
    """What is known of the translations; where that is broken and the build is to keep going,
    nothing, with what is wrong put to the problems of the catalogues."""
    path = sources.project.state(code)
    try:
        return read_states(path, sources.project.short(path))
    except ProblemsFound as error:
        if not options.keep_going:
            raise
        shelf.problems += error.problems
        return {}
