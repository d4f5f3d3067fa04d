"""The preview: one language in the browser, made again whenever a file changes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from scripts.language_build import build_language
from scripts.paths import Project
from scripts.problems import ProblemsFound
from scripts.sources import read_sources


def serve_preview(project: Project, code: str, port: int, say: Callable[[str], None]) -> None:
    """Serve the language `code`, and English beside it, until the program is interrupted.

    Problems are said and the last good pages stay. Raises ProblemsFound when the first build finds
    any, and OSError when the port is in use.
    """
    folder = Path(tempfile.mkdtemp(prefix="alongside-"))
    try:
        source = read_sources(project).languages.source.code
        for each in dict.fromkeys((source, code)):
            rebuild(project, each, folder)

        def on_change() -> None:
            try:
                rebuild(project, code, folder)
                say(f"{code} is up to date.")
            except ProblemsFound as error:
                say(str(error))

        server = LiveReloadServer(on_change, "127.0.0.1", port, str(folder), mount_path="/")
        for path in (
            project.docs,
            project.root / "locale",
            project.root / "overrides",
            project.config,
            project.contacts,
            project.languages,
        ):
            server.watch(str(path))
        say(f"http://127.0.0.1:{port}/{'' if code == source else f'{code}/'}index.html")
        server.serve(open_in_browser=False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def rebuild(project: Project, code: str, folder: Path) -> None:
    """Build one language and put its files over those in `folder`.

    Raises ProblemsFound, and leaves the folder as it was.
    """
    sources = read_sources(project)
    with tempfile.TemporaryDirectory(prefix="alongside-") as new:
        build_language(sources, sources.languages[code], Path(new) / "site")
        shutil.copytree(Path(new) / "site", folder, dirs_exist_ok=True)
