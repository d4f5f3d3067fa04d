"""What people may write after a command, and what they are told when it means nothing here."""

from __future__ import annotations

from datetime import date, datetime
from functools import wraps

import click

from scripts.languages import read_languages
from scripts.paths import INTERFACE, Project


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


def known_languages(
    context: click.Context, _: click.Parameter, codes: tuple[str, ...] | str | None
):
    """Refuse a language that is not in languages.yml, and say which are."""
    if codes is None or context.obj is None:
        return codes
    listed = read_languages(context.obj.languages).codes
    for code in (codes,) if isinstance(codes, str) else codes:
        if code not in listed:
            raise click.BadParameter(
                f"{code} is not in languages.yml, which has {', '.join(listed)}."
            )
    return codes


def known_pages(context: click.Context, _: click.Parameter, pages: tuple[str, ...]):
    """Page names as people type them: with or without docs/ and .md."""
    names = tuple(page.removeprefix("docs/").removesuffix(".md") for page in pages)
    listed = [*context.obj.pages(), INTERFACE] if context.obj else names
    for name in names:
        if name not in listed:
            raise click.BadParameter(f"There is no page docs/{name}.md.")
    return names


def as_date(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None
