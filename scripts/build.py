"""The build: every language beside the site, looked at as a whole, then one swap."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from scripts.coverage import Coverage, cover, uncovered
from scripts.days import build_date
from scripts.edition import Edition
from scripts.finished import check_finished
from scripts.inputs import unchanged
from scripts.language_build import build_language
from scripts.languages import Language
from scripts.options import Options
from scripts.paths import Project
from scripts.problems import ProblemsFound
from scripts.publish import NO_HARM, check_output, staging_folder, swap
from scripts.sources import Sources, read_sources
from scripts.survey import offer, refuse_unfinished, survey
from scripts.workers import WorkerDied, do_all

Progress = Callable[[int, int, Language | None], None]
"""Called with the number of pages and leaflets done and of all, and with the language that was
finished."""


@dataclass(frozen=True)
class Task:
    """The build of a language in a worker: what is read, and the folder for all languages."""

    sources: Sources
    staging: Path
    options: Options

    def __call__(self, job: tuple[str, bool], step: Callable[[], None]) -> Coverage | list:
        """What the edition lacks, or the problems that stopped it. `job` is the language, and
        whether it is to be built or only looked at, because another has problems already."""
        code, wanted = job
        language = self.sources.languages[code]
        try:
            if not wanted:
                Edition.open(self.sources, code, self.options)
                return []
            options = replace(self.options, step=step)
            folder = folder_of(code, self.staging)
            return cover(build_language(self.sources, language, folder, options))
        except ProblemsFound as error:
            return error.problems


def build_site(
    project: Project,
    codes: Iterable[str] = (),
    output: Path | None = None,
    today: date | None = None,
    keep_going: bool = False,
    workers: int | None = None,
    progress: Progress = lambda done, total, language: None,
    printed: frozenset[str] | None = None,
) -> list[Coverage]:
    """Build the languages `codes`, or all, and put them in the place of `output` when all is well.

    `today` stands for the date of the build wherever one matters; `keep_going` shows the pages of
    broken catalogues in English; `workers` is the number of processes, one for each core without;
    `printed` are the pages whose leaflets are made, all that have one without.
    Returns what each language lacks, in their order, and last those that families do not find yet.
    Raises ProblemsFound with everything that is wrong, and leaves the old site as it was.
    """
    output = (output or project.site).resolve()  # a link stays, and what it leads to is replaced
    check_output(output, project)
    with build_date(today), staging_folder(output) as staging:
        with unchanged(project):
            options = Options(keep_going, printed=printed, workers=workers)
            surveyed = survey(read_sources(project), options.processes)
            refuse_unfinished(surveyed, codes)
            sources = offer(surveyed)
            wanted = dict.fromkeys(codes) or sources.languages.codes
            languages = [sources.languages[code] for code in wanted]
            covered = build_languages(Task(sources, staging, options), languages, progress)
        for language in languages:
            merge(folder_of(language.code, staging), staging)
        check_finished(staging, sources, languages)
        swap(staging, output)
    left_out = (each for each in sources.standings.values() if not each.offered)
    return [*covered, *(() if codes else map(uncovered, left_out))]


def build_languages(
    task: Task, languages: list[Language], progress: Progress
) -> list[Coverage]:
    """Build the languages side by side. Raises ProblemsFound with the problems of all of them."""
    pages = task.sources.pages
    printed = [page for page in pages if task.options.prints(page, pages[page].meta)]
    total = (len(pages) + len(printed)) * len(languages)
    done, problems, covered = 0, [], {}

    def step() -> None:
        nonlocal done
        done += 1
        progress(done, total, None)

    def jobs() -> Iterator[tuple[str, bool]]:
        for language in languages:
            yield language.code, not problems

    count = min(task.options.processes, len(languages))
    with closing(do_all(task, jobs(), count, step)) as results:
        try:
            for (code, _), found in results:
                if isinstance(found, Coverage):
                    covered[code] = found
                    progress(done, total, task.sources.languages[code])
                else:
                    problems += found
        except WorkerDied as error:
            raise _death_problem(error, task.sources) from error
    if problems:
        raise ProblemsFound(problems)
    return [covered[language.code] for language in languages]


def _death_problem(error: WorkerDied, sources: Sources) -> ProblemsFound:
    code, _ = error.item
    return ProblemsFound.one(
        f"locale/{code}",
        0,
        f"The process that built {sources.languages[code].name} was ended ({error.how}).",
        NO_HARM,
        "Often there was too little memory. Build again with --workers 1.",
    )


def folder_of(code: str, staging: Path) -> Path:
    """Where the build of one language puts its files, the shared ones among them."""
    return staging / f".{code}"


def merge(folder: Path, into: Path) -> None:
    """Move every file of `folder` into the folder `into`.

    What the builds of several languages share (style, script, 404 page) must be the same in each.
    Raises ProblemsFound where it is not.
    """
    for path in sorted(folder.rglob("*")):
        target = into / path.relative_to(folder)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        elif not target.exists():
            path.rename(target)
        elif target.read_bytes() != path.read_bytes():
            raise ProblemsFound.one(
                str(path.relative_to(folder)),
                0,
                "Two languages make this file differently.",
                "What is shown would depend on the order of the build.",
                "Make the template say the same in the build of every language.",
            )
    shutil.rmtree(folder)
