"""A proposed change as a whole: what it does to each language and page, and what else it touches.

Two projects are compared: one with the data from before, one with the data that is proposed.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.problems import Problem
from scripts.proposals.english import EnglishChange
from scripts.proposals.records import Difference
from scripts.proposals.verdicts import Judged, Verdict
from scripts.standing import PageStanding, Standing


@dataclass(frozen=True)
class PageChange:
    """A catalogue that changed."""

    page: str
    path: str
    messages: tuple[Judged, ...] = ()
    moved: bool = False
    broken: tuple[Problem, ...] = ()
    """Why the file cannot be read; the whole page is then in English."""
    others: tuple[Problem, ...] = ()
    """What is wrong in the file with messages that did not change."""
    before: PageStanding | None = None
    after: PageStanding | None = None
    removed: bool = False
    unseen: bool = False
    """Whether it could not be looked at, for what is wrong elsewhere."""


@dataclass(frozen=True)
class Lost:
    """A page that people had checked, until this change."""

    page: str
    checked_by: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """What a reader sees of a changed page on a phone: the names of two files, each empty where
    there is no such page."""

    language: str
    page: str
    before: str
    after: str


@dataclass(frozen=True)
class LanguageChange:
    """What changed of a language."""

    code: str
    name: str
    """Its English name."""
    direction: str
    pages: tuple[PageChange, ...] = ()
    before: Standing | None = None
    after: Standing | None = None
    words: tuple[Difference, ...] = ()
    """Of the glossary."""
    states: tuple[Difference, ...] = ()
    """Of what is said about who made and checked each page."""
    lost: tuple[Lost, ...] = ()
    """The pages that were checked and are no longer as they were then."""


@dataclass(frozen=True)
class Proposal:
    """Everything that a reviewer is told."""

    since: str
    until: str
    languages: tuple[LanguageChange, ...] = ()
    english: tuple[EnglishChange, ...] = ()
    english_files: tuple[tuple[str, str], ...] = ()
    """All files of English pages, also where no sentence changed: path and what was done."""
    others: tuple[tuple[str, str, str], ...] = ()
    """Files for a maintainer: path, what was done with it, what it is."""
    problems: tuple[Problem, ...] = ()
    """Why the proposed pages cannot be read at all."""
    pictures: tuple[Picture, ...] = ()
    no_pictures: str = ""
    """Why there are none, where they were asked for."""

    @property
    def pages(self) -> list[PageChange]:
        return [page for language in self.languages for page in language.pages]

    @property
    def judged(self) -> list[Judged]:
        return [message for page in self.pages for message in page.messages]

    def having(self, verdict: Verdict) -> list[Judged]:
        return [each for each in self.judged if each.verdict is verdict]

    @property
    def wrong(self) -> bool:
        """Whether something of it cannot be shown."""
        broken = any(page.broken for page in self.pages)
        return bool(self.problems or broken or self.having(Verdict.REFUSED))
