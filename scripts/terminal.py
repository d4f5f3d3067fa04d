"""What the command says on a terminal, and plainly where there is none."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from scripts.coverage import Coverage, describe
from scripts.languages import Language
from scripts.leaflets.making import Printed
from scripts.problems import Problem, ProblemsFound

START_OF_LINE = "\r\x1b[K"


class Alongside(click.Group):
    """The group of commands; it says problems in the project's own words."""

    def invoke(self, context: click.Context):
        try:
            return super().invoke(context)
        except ProblemsFound as error:
            say_problems(error.problems)
            context.exit(1)


def say_problems(problems: Iterable[Problem]) -> None:
    """Every problem on standard error, and last how many there are."""
    problems = list(problems)
    for problem in problems:
        click.echo(problem, err=True)
    click.secho(f"{count(len(problems), 'problem')} found.", err=True, bold=True)


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def shown_path(path: Path) -> Path:
    """A path as it is typed in the current folder."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def show_progress(done: int, total: int, language: Language | None) -> None:
    """One line that is written over on a terminal; a line for each finished language elsewhere."""
    line = f"{done} of {total} pages and leaflets"
    if sys.stdout.isatty():
        click.echo(f"{START_OF_LINE}{line}", nl=False)
    elif language:
        click.echo(f"{line}: {language.name} is built")


@contextmanager
def progress_line() -> Iterator[None]:
    """Clear the line of progress away at the end, whether all went well or not."""
    try:
        yield
    finally:
        if sys.stdout.isatty():
            click.echo(START_OF_LINE, nl=False)


def say_built(covered: list[Coverage], home: Path) -> None:
    """Say what each language lacks, and where the site begins."""
    for each in covered:
        click.echo(describe(each))
        if each.problems:
            say_problems(each.problems)
    built = [each for each in covered if each.built]
    pages = count(sum(each.pages for each in built), "page")
    click.echo(f"{pages} in {count(len(built), 'language')}: open {shown_path(home)}")


def say_printed(printed: list[Printed]) -> None:
    """Say which file is the leaflet of which page, and how long it is."""
    for each in printed:
        size = f"{count(each.made.pages, 'page')}, {each.made.kilobytes} kB"
        click.echo(f"{shown_path(each.path)}: {each.page} ({size})")
    click.echo(f"{count(len(printed), 'leaflet')}")


def replace_unknown_letters() -> None:
    """Show a question mark for a letter that a terminal or file does not know, instead of ending:
    the names of languages are in their own scripts."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")


@contextmanager
def interruptible() -> Iterator[None]:
    """Stop at Ctrl-C, or when the system asks, with a word and without traces."""
    numbers = (signal.SIGINT, signal.SIGTERM)

    def stop(number: int, frame: object) -> NoReturn:
        for each in numbers:  # whoever presses twice would stop the clearing away
            signal.signal(each, lambda *_: None)
        raise Stopped(128 + number)

    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield
    except Stopped as stopped:
        before.clear()  # nothing is to be stopped any more
        click.echo("Stopped. The site stays as it was.", err=True)
        sys.exit(stopped.code)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Stopped(BaseException):
    """Raised by a signal wherever the program is, so that everything is cleared away."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(code)
