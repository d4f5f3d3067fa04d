"""Keeping the catalogues of a whole project up to date: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from scripts.extract import find_all_messages
from scripts.messages import Key, Message
from scripts.paths import Project
from scripts.po_units import messages_of, parse_catalogue, unit_key
from scripts.problems import Problem, ProblemsFound
from scripts.update import Updated, update_catalogue


def update_project(
    project: Project,
    languages: Iterable[str],
    pages: Iterable[str] = (),
    wording: Iterable[str] = (),
) -> list[tuple[str, Updated]]:
    """Bring the catalogues of the languages up to date, all pages or those named.

    Returns each catalogue's path with what was done. Nothing is written unless every catalogue
    can be brought up to date. Raises ProblemsFound as `plan_updates` does.
    """
    done = plan_updates(project, find_all_messages(project), languages, pages, wording)
    for path, updated in done:
        if not path.exists() or path.read_bytes() != updated.content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(updated.content)
    return [(project.short(path), updated) for path, updated in done]


def plan_updates(
    project: Project,
    messages: Mapping[str, list[Message]],
    languages: Iterable[str],
    pages: Iterable[str] = (),
    wording: Iterable[str] = (),
) -> list[tuple[Path, Updated]]:
    """What `update_project` would write for the messages of all pages: each catalogue with what is
    done in it.

    Raises ProblemsFound as `update_catalogue` does, and when a message of `wording` waits in no
    catalogue.
    """
    done: list[tuple[Path, Updated]] = []
    for language in languages:
        known = known_translations(project, language)
        for page in pages or messages:
            path = project.catalogue(language, page)
            content = path.read_bytes() if path.exists() else None
            done.append(
                (
                    path,
                    update_catalogue(
                        content, project.short(path), language, messages[page], known, wording
                    ),
                )
            )
    used = set().union(*(updated.wording_used for _, updated in done))
    if unused := set(wording) - used:
        raise ProblemsFound(
            Problem(
                "locale",
                0,
                f"No catalogue waits for this message: {text}",
                "Nothing would change.",
                "Give the new English exactly as alongside extract writes it.",
            )
            for text in unused
        )
    return done


def known_translations(project: Project, language: str) -> dict[Key, str]:
    """Every confirmed translation of the language's pages; the first by path where they differ."""
    known: dict[Key, str] = {}
    for page in project.catalogues(language):
        path = project.catalogue(language, page)
        for unit in messages_of(parse_catalogue(path.read_bytes(), project.short(path))):
            if unit.target and not unit.isfuzzy():
                known.setdefault(unit_key(unit), str(unit.target))
    return known
