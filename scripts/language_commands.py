"""The commands for the languages of a project: add one, list them."""

from __future__ import annotations

import click

from scripts.additions.addition import plan_addition, write_addition
from scripts.additions.left import describe_addition
from scripts.arguments import pass_project
from scripts.languages import read_languages
from scripts.paths import Project


@click.group()
def language() -> None:
    """Add a language, or list those that are here."""


@language.command()
@click.argument("code")
@click.option("--name", metavar="NAME", help="What its speakers call it, in its own letters.")
@click.option("--english", metavar="NAME", help="What somebody asks for who books an interpreter.")
@click.option(
    "--direction",
    type=click.Choice(["ltr", "rtl"]),
    help="Which way it is written; without it, as the letters of its name say.",
)
@click.option("--font", metavar="FAMILY", help="What its leaflets are set in.")
@click.option(
    "--owner",
    "owners",
    multiple=True,
    metavar="@NAME",
    help="Who looks after it on GitHub: a person or a team; may be given more than once.",
)
@pass_project
def add(project: Project, code: str, owners: tuple[str, ...], **given: str | None) -> None:
    """Add the language CODE with every file that it needs, or nothing.

    CODE is that of BCP 47: so for Somali, ckb for Kurdish Sorani, zh-Hant for Chinese in
    traditional letters.
    """
    addition = plan_addition(project, code, given, owners)
    write_addition(addition)
    for line in describe_addition(addition):
        click.echo(line)


@language.command(name="list")
@pass_project
def list_languages(project: Project) -> None:
    """List the languages with their names, direction and font."""
    for each in read_languages(project.languages).all:
        click.echo(f"{each.code}: {each.english}, {each.name}, {each.direction}, {each.font}")


LANGUAGE_COMMANDS = (language,)
