"""Adding a language: every file and entry that it needs, or nothing.

Everything is made in memory first. Copying the folder of another language was rejected: its
translations would be shown to readers of the new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scripts.additions.description import describe_language
from scripts.additions.entries import (
    CHOICES,
    LABELS,
    LISTED,
    NOT_ADDED,
    add_item,
    add_owner,
    choice_of,
    entry_of,
    label_of,
    refuse_owners,
)
from scripts.additions.word_list import read_word_lists, write_word_list
from scripts.languages import Language
from scripts.paths import Project
from scripts.problems import ProblemsFound
from scripts.sources import Sources, read_sources
from scripts.upkeep import plan_updates


@dataclass(frozen=True)
class Addition:
    """A new language with all that is to be written for it."""

    language: Language
    sources: Sources = field(repr=False)
    """The project as it was."""
    owners: tuple[str, ...]
    files: Mapping[Path, bytes] = field(repr=False)


def plan_addition(
    project: Project, code: str, given: dict[str, str | None], owners: Iterable[str] = ()
) -> Addition:
    """The addition of the language `code`; `given` is what `describe_language` takes.

    Raises ProblemsFound where the language is refused, or where a file cannot be added to.
    """
    owners = tuple(owners)
    refuse_owners(owners)
    sources = read_sources(project)
    language = describe_language(code, given, sources.languages, project.fonts)
    updates = plan_updates(project, sources.messages, [code])
    files = {path: updated.content for path, updated in updates}
    if not project.glossary(code).exists():
        others = read_word_lists(project, sources.languages.codes)
        text = write_word_list(language, others, sources.words)
        files[project.glossary(code)] = text.encode()
    for path, text in _extended_lists(project, language, owners):
        files[path] = text.encode()
    return Addition(language, sources, owners, files)


def _extended_lists(
    project: Project, language: Language, owners: tuple[str, ...]
) -> Iterator[tuple[Path, str]]:
    lists = (
        (project.labels, LABELS, label_of(language)),
        (project.mistake_form, CHOICES, choice_of(language)),
        (project.languages, LISTED, entry_of(language)),  # last: all that it needs is there then
    )
    if project.owners.exists():
        short = project.short(project.owners)
        yield project.owners, add_owner(_read(project.owners), short, language.code, owners)
    for path, where, item in lists:
        if path.exists():
            yield path, add_item(_read(path), project.short(path), where, item)


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")  # line ends stay as they are


def write_addition(addition: Addition) -> None:
    """Write all files of an addition, beside their places first. Where one cannot be written,
    nothing changes and ProblemsFound is raised."""
    beside: dict[Path, Path] = {}
    try:
        for path, content in addition.files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside[path] = path.with_name(f".{path.name}.new")
            beside[path].write_bytes(content)
        for path, new in beside.items():
            new.replace(path)
    except OSError as error:
        short = addition.sources.project.short(path)
        what = f"The file cannot be written: {error.strerror or error}."
        remedy = "Mend what the system says, then run the command again."
        raise ProblemsFound.one(short, 0, what, NOT_ADDED, remedy) from error
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)
