"""The preview: one language in the browser, made again whenever a file changes.

What a change does not touch is kept from one build to the next, so that a sentence is on the
screen soon after it was saved, however many pages there are.
"""

from __future__ import annotations

import shutil
import socket
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup
from mkdocs.livereload import LiveReloadServer

from scripts.addresses import page_url
from scripts.disk import disk_problem
from scripts.edition import Edition
from scripts.language_build import build_language
from scripts.languages import read_languages
from scripts.options import Options, cores
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound
from scripts.sources import Sources, read_sources
from scripts.standing import Standing
from scripts.survey import offer, survey

HOST = "127.0.0.1"
LOOK_EVERY = 0.2
"""Seconds between two looks at the files; there are systems that tell of no change."""

OLD_PAGE = "You see the last version that could be built."
NOTICE = Markup(
    '<div role="alert" lang="en" dir="ltr" style="position:sticky;top:0;z-index:9;max-height:60vh;'
    "overflow:auto;padding:1rem;background:#7a0b0b;color:#fff;font:1rem/1.5 monospace;"
    'white-space:pre-wrap">{problems}\n\n{end}</div>'
)
EMPTY_PAGE = '<!doctype html>\n<html lang="en"><title>Preview</title>\n<body>\n</body></html>\n'
BODY = "<body>"


class Preview:
    """A language, and English beside it, in a folder that a server shows.

    `first_page` is the path in it of the page that is opened first.
    """

    def __init__(self, project: Project, code: str, folder: Path, first_page: str) -> None:
        self.project = project
        self.code = code
        self.folder = folder
        self.first_page = first_page
        self.sources: Sources | None = None
        self.editions: dict[str, Edition] = {}
        self.standings: dict[str, Standing] = {}
        """How far each language had come when the preview began."""

    def rebuild(self) -> list[Problem]:
        """Bring the folder up to date. Where that cannot be, every page says why above its text,
        and the problems are returned."""
        try:
            self._rebuild()
        except ProblemsFound as error:
            problems = error.problems
        except OSError as error:  # a file that an editor is about to replace
            problems = [disk_problem(error, self.project.root, OLD_PAGE)]
        else:
            return []
        show_problems(self.folder, self.first_page, problems)
        return problems

    def _rebuild(self) -> None:
        """Raises ProblemsFound, and leaves the folder as it was."""
        sources = read_sources(self.project, self.sources)
        if self.code not in sources.languages.codes:
            raise ProblemsFound([_not_listed(self.code)])
        self.standings = self.standings or survey(sources, cores()).standings
        sources = offer(replace(sources, standings=self.standings), also=[self.code])
        with tempfile.TemporaryDirectory(prefix="alongside-") as new:
            editions = {
                code: build_language(
                    sources,
                    sources.languages[code],
                    Path(new) / code,
                    Options(serving=True),
                    self.editions.get(code),
                )
                for code in dict.fromkeys((sources.languages.source.code, self.code))
            }
            for code in editions:
                shutil.copytree(Path(new) / code, self.folder, dirs_exist_ok=True)
        self.sources, self.editions = sources, editions


def _not_listed(code: str) -> Problem:
    remedy = f"Put {code} back, or end the preview and begin that of another language."
    return Problem("languages.yml", 0, f"The language {code} is gone.", OLD_PAGE, remedy)


def show_problems(folder: Path, first_page: str, problems: Iterable[Problem]) -> None:
    """Say the problems at the top of every page in the folder, and of the first one in any case."""
    text = "\n\n".join(map(str, problems))
    notice = NOTICE.format(problems=text, end=OLD_PAGE)
    if not (folder / first_page).exists():
        (folder / first_page).parent.mkdir(exist_ok=True)
        (folder / first_page).write_text(EMPTY_PAGE, encoding="utf-8")
    for path in folder.rglob("*.html"):
        before, body, after = path.read_text(encoding="utf-8").partition(BODY)
        page = f"{before}{body}{notice}{without_notice(after)}"
        path.write_text(page, encoding="utf-8")


def without_notice(text: str) -> str:
    """The text of a page after `<body>` without the notice of an earlier build."""
    start, end = NOTICE.split("{problems}")[0], "</div>"
    return text.partition(end)[2] if text.startswith(start) else text


def serve_preview(project: Project, code: str, port: int, say: Callable[[str], None]) -> None:
    """Serve the language `code`, and English beside it, until Ctrl-C.

    Problems are said here and shown on the pages. Raises ProblemsFound when the list of languages
    cannot be read, and PortTaken.
    """
    _try_port(port)
    languages = read_languages(project.languages)
    folder = Path(tempfile.mkdtemp(prefix="alongside-"))
    try:
        first_page = page_url("index", languages[code], languages)
        preview = Preview(project, code, folder, first_page)

        def on_change() -> None:
            problems = preview.rebuild()
            say("\n".join(map(str, problems)) or f"{code} is up to date.")

        server = LiveReloadServer(on_change, HOST, port, str(folder), polling_interval=LOOK_EVERY)
        on_change()
        for path in filter(Path.exists, project.inputs):
            server.watch(str(path))
        say(f"http://{HOST}:{port}/{first_page}")
        try:
            server.serve(open_in_browser=False)
        except KeyboardInterrupt:
            server.shutdown()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class PortTaken(Exception):  # noqa: N818 - it says what is the matter
    """Raised when another program listens at the port, or this one may not; says why."""


def _try_port(port: int) -> None:
    """Raise PortTaken before anything is built."""
    try:
        socket.create_server((HOST, port)).close()
    except OSError as error:
        raise PortTaken(error.strerror) from error
