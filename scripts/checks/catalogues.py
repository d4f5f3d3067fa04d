"""Catalogues can be read, belong to their page, and say nothing that may not be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scripts.catalogue_warnings import Pair, find_pasted, find_unused, find_warnings
from scripts.catalogues import Catalogue
from scripts.dialect import walk_source
from scripts.edition import Edition
from scripts.findings import Findings
from scripts.glossary import NO_WORDS
from scripts.options import Options
from scripts.paths import INTERFACE
from scripts.po_lines import shorten
from scripts.problems import Problem
from scripts.safety import Fault, find_faults, find_plain_faults
from scripts.sources import Sources
from scripts.strays import find_strays
from scripts.subject import Subject

HARM = "The reader would be shown this passage in English."
UNUSED_HARM = "The translation is shown nowhere."
UNUSED_REMEDY = (
    "If the English line msgid was edited here, undo that: only msgstr is translated. "
    "If the page changed, run alongside update."
)


def check(subject: Subject) -> Findings:
    """Every problem of every catalogue."""
    sources = subject.sources
    return Findings.of(
        problem
        for language in sources.languages.translations
        for problem in _check_language(sources, language.code)
    )


def _check_language(sources: Sources, code: str) -> Iterator[Problem]:
    edition = Edition.open(sources, code, Options(keep_going=True))
    yield from edition.shelf.problems
    yield from find_strays(edition)
    catalogues = edition.shelf.catalogues
    for page, catalogue in catalogues.items():
        yield from _unused(sources, page, catalogue)
        yield from find_warnings(catalogue, code, sources.messages[page])
        yield from find_pasted(catalogue, sources.messages[page])
        if page == INTERFACE:
            yield from _plain(catalogue)
        else:
            yield from _page(edition, page, catalogue)
    if catalogues:
        yield from find_unused(sources.glossary(code), set(_excused(edition)))


def _excused(edition: Edition) -> Iterator[Pair]:
    """The pairs that a glossary excuses and that would not be shown without it."""
    glossary = edition.sources.glossary(edition.language.code)
    strict = replace(glossary, as_meant=())
    pairs = {(each.english, each.translation) for each in glossary.as_meant}
    for page, record in edition.records.items():
        for (_, text), entry in edition.shelf.catalogues[page].entries.items():
            pair = text, entry.text
            shown = pair in pairs and not entry.fuzzy
            if shown and find_faults(*pair, record.visitor.probe, strict):
                yield pair


def _unused(sources: Sources, page: str, catalogue: Catalogue) -> Iterator[Problem]:
    used = {message.key for message in sources.messages[page]}
    for (context, text), entry in catalogue.entries.items():
        if (context, text) not in used:
            yield Problem(
                catalogue.path,
                entry.line,
                f"This English is not on the page: {shorten(text)}",
                UNUSED_HARM,
                UNUSED_REMEDY,
            )


def _plain(catalogue: Catalogue) -> Iterator[Problem]:
    for (context, text), entry in catalogue.entries.items():
        if catalogue.get(context, text):
            faults = find_plain_faults(text, entry.text, catalogue.glossary)
            yield from _faults(catalogue, entry.line, text, faults)


def _page(edition: Edition, page: str, catalogue: Catalogue) -> Iterator[Problem]:
    source = edition.sources.pages[page]
    record = edition.begin_page(page, source)
    walk_source(source, edition.sources.contacts, record.visitor)
    for unsafe in record.visitor.unsafe:
        yield from _faults(catalogue, unsafe.line, unsafe.message.text, unsafe.faults)
    for message in source.messages():
        if text := catalogue.get(*message.key):
            line = catalogue.line(*message.key)
            held = NO_WORDS if message.typed else catalogue.glossary
            faults = find_plain_faults(message.text, text, held)
            yield from _faults(catalogue, line, message.text, faults)


def _faults(
    catalogue: Catalogue, line: int, text: str, faults: Iterable[Fault]
) -> Iterator[Problem]:
    for fault in faults:
        yield Problem(
            catalogue.path, line, f"{fault.what} English: {shorten(text)}", HARM, fault.remedy
        )
