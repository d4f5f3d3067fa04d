"""The commands that look at a project and change nothing in it: check, pages, facts."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from scripts.arguments import known_fact, known_language, known_pages, pass_project, today_option
from scripts.beside import describe_beside, read_beside
from scripts.checking import FORMATS, Outcome, count_problems, run_checks
from scripts.checks import CHECKS, reading
from scripts.days import build_day
from scripts.exemptions import read_exemptions
from scripts.fact_report import describe_fact, describe_uses
from scripts.facts import read_facts
from scripts.languages import read_languages
from scripts.page_report import describe_pages
from scripts.page_text import read_texts
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound
from scripts.sources import read_sources
from scripts.subject import Subject


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="For a person, for the files of a pull request, or for a program.",
)
@today_option("Check")
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Look at the built site in this folder; without it at site/, built anew if it is old.",
)
@click.argument("names", nargs=-1, type=click.Choice(list(CHECKS)))
@pass_project
def check(
    project: Project, form: str, today: date | None, site: Path | None, names: tuple[str, ...]
) -> None:
    """Check the pages and catalogues; all checks, or those named."""
    subject = Subject(project, today or build_day(), built=site)
    found: list[Problem] = []

    def outcomes() -> Iterator[Outcome]:  # said one by one, since some checks take long
        for outcome in run_checks(subject, {name: CHECKS[name] for name in names or CHECKS}):
            found.extend(outcome.problems)
            yield outcome

    for line in FORMATS[form](outcomes()):
        click.echo(line)
    if form == "text":
        click.secho(f"In all: {count_problems(found)}.", bold=True)
    if any(not problem.warning for problem in found):
        sys.exit(1)


@click.command()
@click.option(
    "--language",
    "code",
    callback=known_language,
    metavar="L",
    help="Show how the translation into this language reads, beside the English.",
)
@click.argument("names", metavar="[PAGES]...", nargs=-1, callback=known_pages)
@pass_project
def pages(project: Project, code: str | None, names: tuple[str, ...]) -> None:
    """Show how long and how hard PAGES are, or all pages, and on how many facts they rest."""
    source = read_languages(project.languages).source.code
    if code in (None, source):
        lines, problems = _describe_english(project, names)
    else:
        lines, problems = _describe_translation(project, code, names)
    for line in lines:
        click.echo(line)
    if problems:
        raise ProblemsFound(problems)


Described = tuple[Iterable[str], list[Problem]]


def _describe_english(project: Project, names: tuple[str, ...]) -> Described:
    exemptions, problems = read_exemptions(project)
    texts, unreadable = read_texts(project, names)
    hard = [each for text in texts.values() for each in reading.find_problems(text, exemptions)]
    lines = describe_pages(texts.values(), bool(names)) if texts else ()
    return lines, [*problems, *unreadable, *hard]


def _describe_translation(project: Project, code: str, names: tuple[str, ...]) -> Described:
    sources = read_sources(project)
    beside, problems = read_beside(sources, code, names)
    return describe_beside(sources.languages[code], beside), problems


@click.command()
@click.argument("name", metavar="[FACT]", required=False, callback=known_fact)
@pass_project
def facts(project: Project, name: str | None) -> None:
    """Show the pages and sentences that rest on FACT; without it, how many rest on each."""
    register = read_facts(project.facts)
    texts, problems = read_texts(project)
    found = texts.values()
    lines = describe_fact(register[name], found) if name else describe_uses(register, found)
    for line in lines:
        click.echo(line)
    if problems:
        raise ProblemsFound(problems)


LOOKING = (check, pages, facts)
