"""What a language still lacks, counted in messages, as people are told after a build."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.catalogues import Catalogue
from scripts.edition import Edition
from scripts.languages import Language
from scripts.leaflets.typesetting import MOST_PAGES
from scripts.messages import Message
from scripts.paths import INTERFACE
from scripts.problems import Problem
from scripts.safety import find_plain_faults


@dataclass(frozen=True)
class Coverage:
    """The messages of one language: all, those shown in English, and where."""

    language: Language
    is_source: bool
    pages: int
    total: int
    missing: int
    unsafe: int
    core_missing: tuple[str, ...]
    """The pages that families need first and that are not complete."""
    problems: tuple[Problem, ...]
    """What is wrong with the catalogues whose pages are in English for it."""
    too_long: tuple[str, ...] = ()
    """The pages whose leaflets nobody would take to a meeting."""


def cover(edition: Edition) -> Coverage:
    """What the edition lacks, after its pages were built."""
    sources = edition.sources
    missing = {
        page: len({message.key for message in record.fallbacks})
        for page, record in edition.records.items()
    }
    interface = sources.messages[INTERFACE]
    shelf = edition.shelf.get(INTERFACE) or Catalogue("")
    missing[INTERFACE] = (
        0 if edition.is_source else sum(not _is_shown(shelf, message) for message in interface)
    )
    return Coverage(
        language=edition.language,
        is_source=edition.is_source,
        pages=len(edition.records),
        total=sum(len({message.key for message in found}) for found in sources.messages.values()),
        missing=sum(missing.values()),
        unsafe=sum(len(record.visitor.unsafe) for record in edition.records.values()),
        core_missing=tuple(p for p in sources.languages.core if missing.get(p)),
        problems=tuple(edition.shelf.problems),
        too_long=tuple(
            page
            for page, record in edition.records.items()
            if any(made.too_long for made in record.leaflets)
        ),
    )


def _is_shown(catalogue: Catalogue, message: Message) -> bool:
    text = catalogue.get(message.context, message.text)
    return text is not None and not find_plain_faults(message.text, text)


def describe(coverage: Coverage) -> str:
    """One line about a language: complete, or what it lacks, and leaflets that are too long."""
    if coverage.too_long:
        return f"{_lacks(coverage)}; leaflets of more than {MOST_PAGES} pages: " + ", ".join(
            coverage.too_long
        )
    return _lacks(coverage)


def _lacks(coverage: Coverage) -> str:
    name = f"{coverage.language.name} ({coverage.language.code})"
    if coverage.is_source:
        return f"{name}: {coverage.pages} pages, {coverage.total} messages"
    if not coverage.missing:
        return f"{name}: complete"
    line = f"{name}: {coverage.missing} of {coverage.total} messages wait for translation"
    if coverage.unsafe:
        line += f", {coverage.unsafe} not shown because they are not safe (alongside check)"
    if coverage.core_missing:
        line += f"; pages that families need first: {', '.join(coverage.core_missing)}"
    return line
