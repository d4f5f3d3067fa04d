"""`make bench`: builds one corpus in several ways, makes leaflets, and prints what each took.

Nothing is asserted of the times, which are those of one machine on one day. It ends with 0 unless
a build fails.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from scripts.paths import Project
from tests.bench.builds import NAMES, Build, prepare, size_of
from tests.bench.first_views import see_first_views
from tests.bench.leaflet_rows import describe_leaflets
from tests.bench.leaflets import make_all
from tests.bench.measure import BuildError, Run
from tests.bench.table import Result, make_table
from tests.bench.waits import Wait, measure_waits
from tests.projects import REAL, copy_real, write

REPORT = REAL.cache / "bench.md"
LANGUAGE = "pl"
"""The language of the preview."""
LEAFLETS = "leaflets"


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--pages", default=61, show_default=True, type=click.IntRange(1))
@click.option("--languages", default=20, show_default=True, type=click.IntRange(2, 20))
@click.option("--repeat", default=1, show_default=True, type=click.IntRange(1))
@click.option(
    "--leaflets", default=12, show_default=True, type=click.IntRange(1), help="Of so many pages."
)
@click.option(
    "--only",
    multiple=True,
    type=click.Choice((*NAMES, LEAFLETS)),
    help="May be given more than once.",
)
def main(pages: int, languages: int, repeat: int, leaflets: int, only: tuple[str, ...]) -> None:
    """Build the same content with Alongside and with plain Material for MkDocs, and compare; make
    the same leaflets with Alongside and with WeasyPrint."""
    names = tuple(name for name in only or NAMES if name != LEAFLETS)
    parts = []
    with TemporaryDirectory() as folder:
        try:
            if names:
                parts.append(compare_builds(Path(folder), pages, languages, repeat, names))
            if not only or LEAFLETS in only:
                makings = make_all(Path(folder) / LEAFLETS, leaflets, repeat, say)
                parts.append("\n\n".join(describe_leaflets(makings)) + "\n")
        except BuildError as error:
            raise click.ClickException(str(error)) from error
    report = "\n".join(parts)
    write(REPORT, report)
    click.echo(report, nl=False)


def compare_builds(
    folder: Path, pages: int, languages: int, repeat: int, names: tuple[str, ...]
) -> str:
    """The table of the builds `names`, with an editor's waits where all builds are wanted.

    Raises BuildError.
    """
    say(f"Writing {pages} pages in {languages} languages")
    ready = prepare(folder, pages, languages, names)
    runs = measure_all(ready.builds, repeat)
    waits = wait_everywhere(folder, ready.corpus.project, pages) if names == NAMES else []
    results = [Result(b, runs[b.name], size_of(b.output)) for b in ready.builds]
    say("Looking at the first view of pages")
    views = see_first_views(ready.corpus, ready.builds)
    return make_table(ready.corpus, results, waits, views)


def measure_all(builds: list[Build], repeat: int) -> dict[str, list[Run]]:
    """The runs of each build. Every second round goes backwards, so that none is always first."""
    runs: dict[str, list[Run]] = {build.name: [] for build in builds}
    for number in range(repeat):
        for build in builds if number % 2 == 0 else reversed(builds):
            run = build.run()
            runs[build.name].append(run)
            say(f"{build.title}: {run.seconds:.1f} s, {run.memory / 1e6:.0f} MB")
    return runs


def wait_everywhere(folder: Path, corpus: Project, pages: int) -> list[Wait]:
    """The waits of an editor in the preview of this site, and in that of the corpus."""
    real = copy_real(folder / "real")
    say("Changing files in the preview")
    return [
        *measure_waits(real, f"this site, {len(real.pages())} pages", LANGUAGE),
        *measure_waits(corpus, f"the corpus, {pages} pages", LANGUAGE),
    ]


def say(words: str) -> None:
    click.echo(words, err=True)


if __name__ == "__main__":
    main(prog_name="python -m tests.bench")
