"""What a language still lacks, counted in messages, as people are told after a build."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.catalogues import Catalogue
from scripts.edition import Edition
from scripts.messages import Message
from scripts.paths import INTERFACE
from scripts.safety import find_plain_faults


@dataclass(frozen=True)
class Coverage:
    """The messages of one language: all, those shown in English, and where."""

    total: int
    missing: int
    unsafe: int
    core_missing: tuple[str, ...]
    """The pages that families need first and that are not complete."""


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
        total=sum(len({message.key for message in found}) for found in sources.messages.values()),
        missing=sum(missing.values()),
        unsafe=sum(len(record.visitor.unsafe) for record in edition.records.values()),
        core_missing=tuple(p for p in sources.languages.core if missing.get(p)),
    )


def _is_shown(catalogue: Catalogue, message: Message) -> bool:
    text = catalogue.get(message.context, message.text)
    return text is not None and not find_plain_faults(message.text, text)


def describe(edition: Edition) -> str:
    """One line about a language: complete, or what it lacks."""
    coverage = cover(edition)
    name = f"{edition.language.name} ({edition.language.code})"
    if edition.is_source:
        return f"{name}: {len(edition.records)} pages, {coverage.total} messages"
    if not coverage.missing:
        return f"{name}: complete"
    line = f"{name}: {coverage.missing} of {coverage.total} messages wait for translation"
    if coverage.unsafe:
        line += f", {coverage.unsafe} not shown because they are not safe (alongside check)"
    if coverage.core_missing:
        line += f"; pages that families need first: {', '.join(coverage.core_missing)}"
    return line
