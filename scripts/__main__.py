"""The `alongside` command: words in, calls to the modules that do the work, words out.

Exit codes: 0 all is well, 1 problems were found, 2 the command was used wrongly, 130 it was
stopped with Ctrl-C, 143 the system asked it to end.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from scripts.addresses import page_file
from scripts.arguments import (
    known_language,
    known_pages,
    languages_option,
    pass_project,
    review_option,
    reviewed_languages,
    today_option,
)
from scripts.build import build_site
from scripts.language_commands import LANGUAGE_COMMANDS
from scripts.languages import read_languages
from scripts.leaflets.batch import print_batch
from scripts.looking import LOOKING
from scripts.paths import Project
from scripts.preview import PortTaken, serve_preview
from scripts.recording import RECORDING
from scripts.reporting import REPORTING
from scripts.templates import write_templates
from scripts.terminal import (
    Alongside,
    count,
    interruptible,
    progress_line,
    replace_unknown_letters,
    say_built,
    say_printed,
    show_progress,
)
from scripts.upkeep import update_project
from scripts.waiting_report import WAITING


@click.group(cls=Alongside, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="alongside")
@click.pass_context
def main(context: click.Context) -> None:
    """Plain-language guidance in many languages: build it, translate it, check it."""
    replace_unknown_letters()
    context.obj = Project.find(Path.cwd())


@main.command()
@languages_option("Build")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Put the site here instead of site/.",
)
@today_option("Build")
@click.option(
    "--keep-going",
    is_flag=True,
    help="Show the pages of a broken catalogue in English instead of stopping.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    metavar="N",
    help="Build in N processes; without it, one for each core.",
)
@pass_project
def build(
    project: Project,
    codes: tuple[str, ...],
    output: Path | None,
    today: date | None,
    keep_going: bool,
    workers: int | None,
) -> None:
    """Build the site; the old one stays until the new one is whole."""
    output = output.resolve() if output else project.site
    with interruptible(), progress_line():
        covered = build_site(project, codes, output, today, keep_going, workers, show_progress)
    home = output / page_file("index", covered[0].language, read_languages(project.languages))
    say_built(covered, home)
    if any(each.problems for each in covered):
        sys.exit(1)


@main.command()
@languages_option("Print")
@click.option("--large-print", is_flag=True, help="Set them in 18 point, as long as they get.")
@review_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    default=Path("leaflets"),
    show_default=True,
    help="The folder for the files, with a folder in it for each language.",
)
@click.argument("pages", nargs=-1, callback=known_pages)
@pass_project
def leaflets(
    project: Project,
    codes: tuple[str, ...],
    large_print: bool,
    review: str | None,
    output: Path,
    pages: tuple[str, ...],
) -> None:
    """Make the leaflets of PAGES, or of all, as PDF and without the site."""
    codes = reviewed_languages(review, codes, pages)
    with interruptible():
        printed = print_batch(project, codes, pages, output.resolve(), large_print, bool(review))
    say_printed(printed)


@main.command()
@pass_project
def extract(project: Project) -> None:
    """Write the messages of all pages as templates (.pot) to .cache/templates/."""
    written = write_templates(project)
    messages = sum(written.values())
    click.echo(
        f"{count(messages, 'message')} in {count(len(written), 'template')}: "
        f"{project.short(project.templates)}/"
    )


@main.command()
@click.option(
    "--wording",
    multiple=True,
    metavar="MESSAGE",
    help="The meaning of this new English did not change: its translations stay good.",
)
@languages_option("Update")
@click.argument("pages", nargs=-1, callback=known_pages)
@pass_project
def update(
    project: Project, wording: tuple[str, ...], codes: tuple[str, ...], pages: tuple[str, ...]
) -> None:
    """Bring the catalogues up to date with the English of PAGES, or of all pages."""
    languages = read_languages(project.languages)
    done = update_project(
        project, codes or [each.code for each in languages.translations], pages, wording
    )
    for path, updated in done:
        if line := updated.describe():
            click.echo(f"{path}: {line}")
    click.echo(f"{count(len(done), 'catalogue')} up to date.")


@main.command()
@click.option(
    "--language",
    "code",
    callback=known_language,
    metavar="L",
    help="The language to show; without it, the one that pages are written in.",
)
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="The port on this machine.",
)
@pass_project
def preview(project: Project, code: str | None, port: int) -> None:
    """Show one language in the browser and build it again on every change."""
    try:
        source = read_languages(project.languages).source.code
        serve_preview(project, code or source, port, click.echo)
    except PortTaken as error:
        raise click.ClickException(
            f"The preview cannot use port {port}: {error}. Give another with --port."
        ) from error
    click.echo("The preview has ended.")


for command in (*LOOKING, *RECORDING, *LANGUAGE_COMMANDS, *REPORTING, *WAITING):
    main.add_command(command)

if __name__ == "__main__":
    main(prog_name="python -m scripts")
