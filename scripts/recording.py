"""The commands that write down how a translation came to be: drafted by a computer, or checked by
people. What is written are fingerprints, so an edit takes either back by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click
import yaml

from scripts.arguments import known_pages, known_translation, pass_project, today_option
from scripts.days import build_day
from scripts.edition import Edition
from scripts.gaps import find_gaps
from scripts.options import Options
from scripts.paths import INTERFACE, Project
from scripts.problems import Problem, ProblemsFound
from scripts.sources import read_sources
from scripts.state_rules import find_name_faults
from scripts.states import CHECKED, States, digest, state_of
from scripts.terminal import count

HEAD = (
    "# How each page of this language came to be; a reader is told it on the page.\n"
    "#   drafted  the fingerprint of the translation as a computer drafted it\n"
    "#   checked  the fingerprint of the translation as people checked it, with by (the team) and\n"
    "#            date\n"
    "# Written by `alongside drafted` and `alongside checked`. A page that is edited no longer\n"
    "# has its fingerprint. The names are those of teams: no e-mail address may stand here.\n"
)


def write_states(path: Path, states: States) -> None:
    """Write `state.yml`, the pages in the order of the alphabet."""
    body = yaml.safe_dump(states, allow_unicode=True, sort_keys=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + body, encoding="utf-8", newline="\n")


def record_drafted(states: States, digests: dict[str, str]) -> States:
    """The states with pages that a computer drafted. An older check goes: it was of other words."""
    return states | {page: {"drafted": value} for page, value in digests.items()}


def record_checked(states: States, digests: dict[str, str], by: str, day: date) -> States:
    """The states with pages that people checked. An older check makes room; the mark of a draft
    stays, so that a page which is put back to it is called a draft again."""
    check = {"by": " ".join(by.split()), "date": day.isoformat()}
    return states | {
        page: states.get(page, {}) | {"checked": value} | check for page, value in digests.items()
    }


def open_edition(project: Project, code: str, pages: tuple[str, ...]) -> Edition:
    """The edition of a language, whose pages are to be recorded. Raises ProblemsFound when a
    catalogue or the file of states is broken, or a page has no catalogue."""
    if INTERFACE in pages:
        raise click.UsageError("The words around the pages have no state. Name pages.")
    edition = Edition.open(read_sources(project), code, Options(keep_going=True))
    missing = [
        Problem(
            project.short(project.catalogue(code, page)),
            0,
            "There is no catalogue that can be read.",
            "There is nothing to show.",
            "Run alongside update first.",
        )
        for page in pages
        if not edition.shelf.get(page)
    ]
    if edition.shelf.problems or missing:
        raise ProblemsFound([*edition.shelf.problems, *missing])
    return edition


def digests_of(edition: Edition, pages: Iterable[str]) -> dict[str, str]:
    """The fingerprints of pages as they are."""
    messages = edition.sources.messages
    return {page: digest(edition.shelf.catalogues[page], messages[page]) for page in pages}


def refuse_checked(edition: Edition, pages: Iterable[str]) -> None:
    """Raise ProblemsFound for pages that people checked just as they are: they are no drafts."""
    project = edition.sources.project
    path = project.short(project.state(edition.language.code))
    if problems := [
        Problem(
            path,
            0,
            f"{page} was checked by people as it is: {edition.states[page]['by']}.",
            "Readers would be told that nobody has checked it.",
            "Leave it. If the check was a mistake, take its lines checked, by and date out.",
        )
        for page in pages
        if _state(edition, page) == CHECKED
    ]:
        raise ProblemsFound(problems)


def _state(edition: Edition, page: str) -> str:
    messages = edition.sources.messages[page]
    return state_of(page, edition.shelf.get(page), messages, edition.states)


def _known_name(_: click.Context, __: click.Parameter, names: tuple[str, ...]) -> str:
    """Refuse two names, of which only one would be kept, and a name that may not stand in public;
    and say why."""
    if len(names) > 1:
        what = "Two teams are given. Write teams that checked together as one name: --by"
        raise click.BadParameter(f'{what} "{" and ".join(names)}".')
    for fault in find_name_faults(names[0]):
        raise click.BadParameter(f"{fault.what} {fault.remedy}")
    return names[0]


@click.command()
@click.argument("code", metavar="LANGUAGE", callback=known_translation)
@click.argument("pages", nargs=-1, required=True, callback=known_pages)
@pass_project
def drafted(project: Project, code: str, pages: tuple[str, ...]) -> None:
    """Record that a computer drafted the translations of PAGES, as they are now."""
    edition = open_edition(project, code, pages)
    refuse_checked(edition, pages)
    path = project.state(code)
    write_states(path, record_drafted(edition.states, digests_of(edition, pages)))
    click.echo(
        f"{count(len(pages), 'page')} recorded as drafted by a computer: {project.short(path)}"
    )


@click.command()
@click.option(
    "--by",
    required=True,
    multiple=True,
    metavar="TEAM",
    callback=_known_name,
    help="The team or organisation whose people read every word; never an e-mail address.",
)
@today_option("Record it")
@click.argument("code", metavar="LANGUAGE", callback=known_translation)
@click.argument("pages", nargs=-1, required=True, callback=known_pages)
@pass_project
def checked(
    project: Project, by: str, today: date | None, code: str, pages: tuple[str, ...]
) -> None:
    """Record that people checked the translations of PAGES against the English, as they are now."""
    edition = open_edition(project, code, pages)
    if gaps := [gap for page in pages for gap in find_gaps(edition, page)]:
        raise ProblemsFound(gaps)
    path, day = project.state(code), today or build_day()
    before = {page: entry for page in pages if "by" in (entry := edition.states.get(page, {}))}
    write_states(path, record_checked(edition.states, digests_of(edition, pages), by, day))
    click.echo(f"{count(len(pages), 'page')} recorded as checked: {project.short(path)}")
    for page, entry in before.items():
        click.echo(f"{page}: this takes the place of the check by {entry['by']}, {entry['date']}.")


RECORDING = (drafted, checked)
