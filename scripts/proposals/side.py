"""A project as it was, or as it is proposed: what is read of it once, and what cannot be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from scripts.catalogues import Catalogue, read_catalogue
from scripts.checks import catalogues
from scripts.languages import Language, read_languages
from scripts.paths import INTERFACE, Project
from scripts.problems import Problem, ProblemsFound
from scripts.sources import Sources, read_sources
from scripts.standing import PageStanding, Standing, stand
from scripts.subject import Subject

DELETED, PUT_BACK = "The file was deleted.", "Put it back as it was."
IN_ENGLISH = "Readers would have the whole page in English."


@dataclass
class Side:
    """A project as it was or as it is proposed. What cannot be read is None."""

    project: Project
    problems: tuple[Problem, ...] = ()
    _standings: dict[str, Standing | None] = field(default_factory=dict)

    @cached_property
    def sources(self) -> Sources | None:
        try:
            return read_sources(self.project)
        except ProblemsFound as error:
            self.problems = tuple(error.problems)
            return None

    @cached_property
    def languages(self) -> dict[str, Language]:
        try:
            listed = read_languages(self.project.languages).translations
        except ProblemsFound as error:
            self.problems = tuple(error.problems)
            return {}
        return {language.code: language for language in listed}

    def standing(self, code: str) -> Standing | None:
        """How far a language has come."""
        if code not in self._standings:
            known = self.sources is not None and code in self.languages
            try:
                self._standings[code] = stand(self.sources, code) if known else None
            except ProblemsFound:
                self._standings[code] = None
        return self._standings[code]

    def page_standing(self, code: str, page: str) -> PageStanding | None:
        """How far a page has come, or the interface."""
        standing = self.standing(code)
        if standing is None:
            return None
        return standing.interface if page == INTERFACE else standing.pages.get(page)

    def catalogue(self, code: str, page: str, strict: bool = False) -> Catalogue:
        """A catalogue, empty where there is none. Raises ProblemsFound where it is broken and, if
        it is `strict`, where a page of the site has none or it has messages of another page."""
        path = self.project.catalogue(code, page)
        short = self.project.short(path)
        if not path.exists():
            if strict and self.page_standing(code, page):
                raise ProblemsFound.one(short, 0, DELETED, IN_ENGLISH, PUT_BACK)
            return Catalogue(short)
        if not (strict and self.sources):
            return read_catalogue(path.read_bytes(), short, code)
        own = {message.key for message in self.sources.messages.get(page, ())}
        return read_catalogue(path.read_bytes(), short, code, self.sources.owners, own)

    def find_problems(self, codes: list[str], today: date) -> list[Problem] | None:
        """What the check finds in the catalogues of these languages; None where it cannot look,
        and then no message may be called fine."""
        if self.sources is None:
            return None
        subject = Subject(self.project, today)
        subject.sources = replace(self.sources, languages=self.sources.languages.only(codes))
        try:
            found = catalogues.check(subject).problems
        except ProblemsFound as error:
            self.problems = tuple(error.problems)
            return None
        broken = [each for each in found if not each.warning and _is_no_catalogue(each)]
        self.problems = tuple(broken)  # by a broken glossary, nothing is checked
        return None if broken else found


def _is_no_catalogue(problem: Problem) -> bool:
    """Whether a problem is of a file that stands behind all catalogues of a language."""
    return not problem.path.endswith(".po")
