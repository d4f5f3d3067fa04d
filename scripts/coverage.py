"""What a language lacks, as people are told after a build."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.edition import Edition
from scripts.languages import Language
from scripts.leaflets.typesetting import MOST_PAGES
from scripts.problems import Problem
from scripts.standing import Standing

UNDATED = (
    "it is on the site: write today as since in languages.yml, or the next change of the English "
    "may take it off"
)


@dataclass(frozen=True)
class Coverage:
    """What came of one language."""

    language: Language
    pages: int
    messages: int
    standing: Standing | None
    """How far it has come; None for the language that pages are written in."""
    built: bool = True
    """Whether it is in the site."""
    too_long: tuple[str, ...] = ()
    """The pages whose leaflets nobody would take to a meeting."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with catalogues whose pages are in English for it."""
        return self.standing.problems if self.standing and self.built else ()


def cover(edition: Edition) -> Coverage:
    """What the edition lacks, after its pages were built."""
    sources = edition.sources
    return Coverage(
        language=edition.language,
        pages=len(edition.records),
        messages=sum(len({each.key for each in found}) for found in sources.messages.values()),
        standing=sources.standings.get(edition.language.code),
        too_long=tuple(
            page
            for page, record in edition.records.items()
            if any(made.too_long for made in record.leaflets)
        ),
    )


def uncovered(standing: Standing) -> Coverage:
    """What a language lacks that is not in the site."""
    parts = standing.parts
    total = sum(part.total for part in parts)
    return Coverage(standing.language, len(standing.pages), total, standing, built=False)


def describe(coverage: Coverage) -> str:
    """One line about a language: complete, or what it lacks, that nobody wrote down yet that
    families have it, and leaflets that are too long."""
    line = f"{coverage.language.name} ({coverage.language.code}): {_lacks(coverage)}"
    if coverage.standing and coverage.built and not coverage.language.since:
        line += f"; {UNDATED}"
    if coverage.too_long:
        line += f"; leaflets of more than {MOST_PAGES} pages: {', '.join(coverage.too_long)}"
    return line


def _lacks(coverage: Coverage) -> str:
    standing = coverage.standing
    if standing is None:
        return f"{coverage.pages} pages, {coverage.messages} messages"
    missing = sum(part.missing for part in standing.parts)
    if not missing:
        return "complete"
    line = "" if coverage.built else "not offered to families yet; "
    line += f"{missing} of {coverage.messages} messages wait for translation"
    if unsafe := sum(part.unsafe for part in standing.parts):
        line += f", {unsafe} not shown because they are not safe (alongside check)"
    if waiting := _waiting_first(standing):
        line += f"; pages that families need first: {waiting}"
    return line


def _waiting_first(standing: Standing) -> str:
    """What stands between families and a whole first visit."""
    words = ["the words around the pages"] if not standing.interface.complete else []
    return ", ".join([*standing.core_missing, *words])
