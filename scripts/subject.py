"""What the checks look at: one project on one day, each part read once for all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

from scripts.build import build_site
from scripts.facts import Fact, read_facts
from scripts.inputs import last_change
from scripts.options import cores
from scripts.page_text import PageText, read_texts
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound
from scripts.sources import Sources, read_sources
from scripts.survey import offer, survey

HOME = "index.html"


@dataclass
class Subject:
    """A project, the day on which it is looked at, and where its built site is.

    Everything that is read raises ProblemsFound where it cannot be.
    """

    project: Project
    today: date
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    """The moment of the run, which tells how old an answer from another site is."""
    built: Path | None = None
    """The folder of a built site; without it, that of the project, built anew if it is old."""

    @cached_property
    def sources(self) -> Sources:
        """Everything that a build reads but the catalogues of pages."""
        return read_sources(self.project)

    @cached_property
    def offered(self) -> Sources:
        """The same with the languages that the site has."""
        return offer(survey(self.sources, cores()))

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The register."""
        return read_facts(self.project.facts)

    @cached_property
    def _read(self) -> tuple[dict[str, PageText], list[Problem]]:
        return read_texts(self.project)

    @property
    def texts(self) -> dict[str, PageText]:
        """Every page that can be read."""
        return self._read[0]

    @property
    def unreadable(self) -> list[Problem]:
        """What stands in the way of the other pages."""
        return self._read[1]

    @property
    def site(self) -> Path:
        """The folder of the built site, as the files of the project are now."""
        if isinstance(self._site, ProblemsFound):
            raise self._site
        return self._site

    @cached_property
    def _site(self) -> Path | ProblemsFound:
        """The same, or what stopped the build, which must not be tried for each check."""
        if self.built:
            return self.built
        changed = last_change(self.project)
        for folder in (self.project.site, self.project.checked_site):
            if (home := folder / HOME).exists() and home.stat().st_mtime_ns > changed:
                return folder
        try:
            build_site(self.project, output=self.project.checked_site, today=self.today)
        except ProblemsFound as error:
            return error
        return self.project.checked_site
