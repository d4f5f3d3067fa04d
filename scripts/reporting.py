"""The command that tells what a proposed change does: report."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from scripts.arguments import pass_project, today_option
from scripts.days import build_day
from scripts.languages import read_languages
from scripts.paths import INTERFACE, Project
from scripts.problems import ProblemsFound
from scripts.proposals.as_json import write_json
from scripts.proposals.markdown import write_markdown
from scripts.proposals.pictures import NoPictures, take_pictures
from scripts.proposals.proposal import Proposal
from scripts.proposals.reading import Side, read_proposal, unreadable_proposal
from scripts.proposals.revisions import Repository
from scripts.proposals.trees import write_project
from scripts.terminal import interruptible

FORMATS = {"markdown": write_markdown, "json": write_json}


@click.command()
@click.option(
    "--since",
    required=True,
    metavar="REV",
    help="The commit, branch or tag to compare with, such as main.",
)
@click.option(
    "--until",
    metavar="REV",
    help="The commit, branch or tag to look at; without it, the files as they are now.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="markdown",
    show_default=True,
    help="For a person, or for a program.",
)
@click.option(
    "--pictures",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Put pictures of the changed pages, before and after, into this folder.",
)
@click.option(
    "--pictures-at",
    metavar="URL",
    help="Where the pictures will be; without it, the report names their folder.",
)
@today_option("Look")
@pass_project
def report(
    project: Project,
    since: str,
    until: str | None,
    form: str,
    pictures: Path | None,
    pictures_at: str | None,
    today: date | None,
) -> None:
    """Tell what changed since REV, message by message, and what readers will see of it."""
    with interruptible(), tempfile.TemporaryDirectory(prefix="alongside-") as workspace:
        proposal = _propose(project, since, until, Path(workspace), pictures, today or build_day())
    prefix = pictures_at if pictures_at is not None else (f"{pictures}/" if pictures else "")
    click.echo(FORMATS[form](proposal, prefix), nl=False)
    if proposal.wrong:
        sys.exit(1)


def _propose(
    project: Project,
    since: str,
    until: str | None,
    workspace: Path,
    pictures: Path | None,
    today: date,
) -> Proposal:
    repository = Repository.at(project.root)
    newest = repository.commit(until or "HEAD")
    oldest = repository.common(repository.commit(since), newest)
    changes = repository.changes(oldest, newest if until else None)
    names = oldest, newest if until else ""
    before = write_project(project, repository, oldest, workspace / "old")
    try:
        after = write_project(project, repository, newest, workspace / "new") if until else project
    except ProblemsFound as error:  # whoever proposed it is told in the report
        return unreadable_proposal(Side(before), changes, names, error.problems)
    proposal = read_proposal(Side(before), Side(after), changes, names, today)
    pages = list(_changed_pages(proposal, after))
    if pictures is None or proposal.problems or not pages:
        return proposal
    try:
        taken = take_pictures((before, after), pages, pictures.resolve(), workspace, today)
    except NoPictures as reason:
        return replace(proposal, no_pictures=str(reason))
    return replace(proposal, pictures=tuple(taken))


def _changed_pages(proposal: Proposal, after: Project) -> Iterator[tuple[str, str]]:
    """The pages that readers may see another of: those with most to look at first."""
    changed = [
        (language.code, page)
        for language in proposal.languages
        for page in language.pages
        if page.page != INTERFACE and page.messages and not page.broken
    ]
    changed.sort(key=lambda each: -len(each[1].messages))
    yield from ((code, page.page) for code, page in changed)
    source = read_languages(after.languages).source.code
    english = [change.page for change in proposal.english]
    files = (Path(path) for path, _ in proposal.english_files)
    english += [path.relative_to("docs").with_suffix("").as_posix() for path in files]
    yield from ((source, page) for page in dict.fromkeys(english) if after.page(page).exists())


REPORTING = (report,)
