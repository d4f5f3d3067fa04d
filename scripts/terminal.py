"""What the command says on a terminal, and plainly where there is none."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from scripts.languages import Language
from scripts.problems import Problem


def say_problems(problems: list[Problem]) -> None:
    """Every problem on standard error, and last how many there are."""
    for problem in problems:
        click.echo(problem, err=True)
    click.secho(f"{count(len(problems), 'problem')} found.", err=True, bold=True)


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def shown_path(path: Path) -> Path:
    """A path as it is typed in the current folder."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def show_progress(number: int, total: int, language: Language) -> None:
    """One line that is written over on a terminal; a line for each language elsewhere."""
    line = f"Building {number} of {total}: {language.name}"
    if sys.stdout.isatty():
        click.echo(f"\r\x1b[K{line}" + ("\r\x1b[K" if number == total else ""), nl=False)
    else:
        click.echo(line)
