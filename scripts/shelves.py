"""The catalogues of one language, read together: one that is broken hides no other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scripts.catalogues import Catalogue, read_catalogue
from scripts.paths import INTERFACE
from scripts.problems import Problem, ProblemsFound

if TYPE_CHECKING:
    from scripts.sources import Sources


@dataclass
class Shelf:
    """The catalogues of one language by page. A page whose catalogue is broken has none."""

    catalogues: dict[str, Catalogue] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    """The files of `catalogues` as they were read."""
    problems: list[Problem] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    """The pages of catalogues that cannot be read."""

    def get(self, page: str) -> Catalogue | None:
        return self.catalogues.get(page)


def read_shelf(sources: Sources, language: str, before: Shelf | None = None) -> Shelf:
    """Every catalogue of the language; what is wrong with them stands in `problems`.

    What has not changed since `before` was read is taken from it.
    """
    shelf = Shelf()
    pages = sources.project.catalogues(language)
    try:
        sources.glossary(language)
    except ProblemsFound as error:  # without it, nothing tells which translations may be shown
        shelf.problems += error.problems
        shelf.broken += pages
        return shelf
    for page in pages:
        _read_onto(shelf, sources, language, page, before or Shelf())
    if not pages:
        shelf.problems.append(_nothing_translated(sources, language))
    return shelf


def read_alone(sources: Sources, language: str, page: str) -> Catalogue:
    """One catalogue by itself; an empty one where it is broken or not there."""
    shelf = Shelf()
    _read_onto(shelf, sources, language, page, Shelf())
    return shelf.get(page) or Catalogue("")


def _nothing_translated(sources: Sources, language: str) -> Problem:
    folder = sources.project.short(sources.project.locale(language))
    return Problem(
        folder,
        0,
        f"There are no catalogues for {sources.languages[language].name} ({language}).",
        "Readers would choose the language and find nothing but English.",
        f"Run alongside update --language {language}, or take {language} out of languages.yml.",
    )


def _read_onto(shelf: Shelf, sources: Sources, language: str, page: str, before: Shelf) -> None:
    path = sources.project.catalogue(language, page)
    if page == INTERFACE and not path.exists():
        return
    content = path.read_bytes()
    same = before.contents.get(page) == content
    try:
        if same and _is_still(before.catalogues[page], sources, page):
            catalogue = before.catalogues[page].with_words(sources.glossary(language))
        else:
            catalogue = _read(content, sources, language, page)
    except ProblemsFound as error:
        shelf.problems += error.problems
        shelf.broken.append(page)
    else:
        shelf.catalogues[page], shelf.contents[page] = catalogue, content


def _is_still(catalogue: Catalogue, sources: Sources, page: str) -> bool:
    """Whether a catalogue that was right is right for the messages that the pages have now."""
    own = {message.key for message in sources.messages.get(page, ())}
    return bool(own) and not any(
        key in sources.owners and key not in own for key in catalogue.entries
    )


def _read(content: bytes, sources: Sources, language: str, page: str) -> Catalogue:
    short = sources.project.short(sources.project.catalogue(language, page))
    if page not in sources.messages:
        raise ProblemsFound.one(
            short,
            0,
            f"There is no page docs/{page}.md.",
            "The translation is shown nowhere.",
            "Give the file the path and name of its page, or delete it.",
        )
    own = {message.key for message in sources.messages[page]}
    glossary = sources.glossary(language)
    return read_catalogue(content, short, language, sources.owners, own, glossary)
