"""What people may write after a command, and what they are told when it means nothing here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from difflib import get_close_matches
from functools import wraps
from pathlib import Path

import click

from scripts.citations import unknown_fact
from scripts.facts import read_facts
from scripts.languages import read_languages
from scripts.made import read_all
from scripts.paths import INTERFACE, Project

FOLDER = "."
"""The name that the folder of all pages has, or of all catalogues of a language."""


def pass_project(command):
    """Give a command the project of the current folder; without one, say where to go."""

    @click.pass_obj
    @wraps(command)
    def with_project(project: Project | None, *args, **options):
        if project is None:
            raise click.UsageError(
                "There is no languages.yml here or above. "
                "Run alongside in the folder of the project."
            )
        return command(project, *args, **options)

    return with_project


def known_language(context: click.Context, _: click.Parameter, code: str | None) -> str | None:
    """Refuse a language that is not in languages.yml, and say which are."""
    if code is None or context.obj is None:
        return code
    listed = read_languages(context.obj.languages).codes
    if code not in listed:
        raise click.BadParameter(f"{code} is not in languages.yml, which has {', '.join(listed)}.")
    return code


def known_translation(
    context: click.Context, parameter: click.Parameter, code: str | None
) -> str | None:
    """Refuse a language as `known_language` does, and the one that pages are written in."""
    code = known_language(context, parameter, code)
    if code and context.obj and code == read_languages(context.obj.languages).source.code:
        raise click.BadParameter(f"Pages are written in {code}: that is no translation.")
    return code


def known_languages(
    context: click.Context, parameter: click.Parameter, codes: tuple[str, ...]
) -> list[str | None]:
    """Refuse languages as `known_language` does."""
    return [known_language(context, parameter, code) for code in codes]


def languages_option(verb: str):
    """The option that names the languages a command works on."""
    return click.option(
        "--language",
        "codes",
        multiple=True,
        callback=known_languages,
        metavar="L",
        help=f"{verb} this language only; may be given more than once.",
    )


def known_pages(
    context: click.Context, _: click.Parameter, pages: tuple[str, ...]
) -> tuple[str, ...]:
    """Pages as people name them, each once: `index`, `docs/index.md`, or a catalogue such as
    `locale/pl/index.po`, but not that of another language than the command is about."""
    if context.obj is None:
        return pages
    listed = [*read_all(context.obj).sources, INTERFACE]
    code = context.params.get("code")
    names: dict[str, None] = {}
    for page in pages:
        own, name = _page_name(context.obj, page)
        if name not in listed:
            raise click.BadParameter(_no_page(name, listed), param_hint=page)
        if code and own not in (None, code):
            what = f"This is a catalogue of {own}, not of {code}. For that of {code} write {name}."
            raise click.BadParameter(what, param_hint=page)
        names[name] = None
    return tuple(names)


def _no_page(name: str, listed: Sequence[str]) -> str:
    """What is said of the name of no page: also which page ends alike, or is spelled nearly so."""
    what = "A folder is no page." if name == FOLDER else f"There is no page docs/{name}.md."
    last = Path(name).stem
    alike = [page for page in listed if page.rpartition("/")[2] == last]
    close = alike or get_close_matches(name, listed, n=1)
    mend = f"Did you mean {close[0]}?" if close else "Write its path in docs/, such as index."
    return f"{what} {mend}"


def known_fact(context: click.Context, _: click.Parameter, name: str | None) -> str | None:
    """Refuse a fact that is not in the register, and say which is nearest."""
    if name is None or context.obj is None:
        return name
    facts = read_facts(context.obj.facts)
    if name not in facts:
        fault = unknown_fact(name, facts)
        raise click.BadParameter(f"{fault.what} {fault.remedy}")
    return name


def _page_name(project: Project, page: str) -> tuple[str | None, str]:
    """The name of a page, with the language of the catalogue that was named for it."""
    path = Path(page).resolve()
    if path.is_relative_to(project.docs):
        return None, _without_ending(path.relative_to(project.docs))
    if path.is_relative_to(project.locale("x").parent) and path.suffix == ".po":
        code, *inside = path.relative_to(project.locale("x").parent).parts
        return code, _without_ending(Path(*inside))
    return None, page.removesuffix(".md")


def _without_ending(path: Path) -> str:
    return (path.parent / path.stem).as_posix()  # the folder of all has no name, and so no ending


def today_option(verb: str):
    """The option that stands for the day on which a command is run."""
    return click.option(
        "--today",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=_as_date,
        metavar="DATE",
        help=f"{verb} as if it were this day (2026-11-21).",
    )


def _as_date(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


review_option = click.option(
    "--review",
    callback=known_translation,
    metavar="L",
    help="Make forms of the named PAGES for people who check this translation with a pen.",
)


def reviewed_languages(
    review: str | None, codes: Sequence[str], pages: Sequence[str]
) -> Sequence[str]:
    """The languages to print: with --review that one. Refuses another beside it, and a form of no
    page or of the words around the pages."""
    if review is None:
        return codes
    if set(codes) - {review}:
        raise click.UsageError(f"--review {review} makes that language alone: take --language out.")
    if not pages or INTERFACE in pages:
        raise click.UsageError(f"Name the pages that people are to check: --review {review} PAGE.")
    return [review]
