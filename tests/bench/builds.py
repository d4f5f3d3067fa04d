"""The builds that are set side by side, and what each of them leaves behind."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.paths import Project
from tests.bench.corpus import Corpus, write_corpus
from tests.bench.measure import Run, measure
from tests.bench.plain import WITH_SEARCH, WITHOUT_SEARCH, write_plain

FEW = 3
"""The languages of the small build that shows whether memory grows with their number."""

NAMES = ("ours-1", "ours-2", "plain", "plain-search", "ours-few")

ALONGSIDE = str(Path(sys.executable).with_name("alongside"))

ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True)
class Build:
    """A command that builds a site into `output`, and what it is called in the table."""

    name: str
    title: str
    folder: Path
    output: Path
    command: list[str]
    languages: int

    def run(self) -> Run:
        """Measure the build from a cold start. Raises BuildError."""
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(Project(self.folder).cache, ignore_errors=True)
        return measure(self.command, self.folder, ENVIRONMENT)


@dataclass(frozen=True)
class Size:
    """What a build left: files, their bytes, and the pages among them."""

    files: int
    bytes: int
    pages: int
    page_bytes: int


def size_of(output: Path) -> Size:
    files = {path: path.stat().st_size for path in output.rglob("*") if path.is_file()}
    pages = [n for path, n in files.items() if path.suffix == ".html" and path.name != "404.html"]
    return Size(len(files), sum(files.values()), len(pages), sum(pages))


@dataclass(frozen=True)
class Prepared:
    """The corpus, and the builds of it in the order of the table."""

    corpus: Corpus
    builds: list[Build]


def prepare(root: Path, pages: int, languages: int, names: tuple[str, ...]) -> Prepared:
    """Write what the builds `names` need into the folder `root`."""
    corpus = write_corpus(root / "corpus", pages, languages)
    write_plain(root / "plain", corpus)
    few = write_corpus(root / "few", pages, min(FEW, languages)) if "ours-few" in names else corpus
    listed = [build for build in _list_builds(root, corpus, few) if build.name in names]
    return Prepared(corpus, listed)


def _list_builds(root: Path, corpus: Corpus, few: Corpus) -> Iterator[Build]:
    output = root / "output"
    yield _ours(output / "ours-1", "Alongside, 1 worker", corpus, 1)
    yield _ours(output / "ours-2", "Alongside, 2 workers", corpus, 2)
    plain = "Material and static-i18n"
    yield _plain(output / "plain", plain, corpus, root / "plain", WITHOUT_SEARCH)
    yield _plain(output / "plain-search", f"{plain}, search", corpus, root / "plain", WITH_SEARCH)
    title = f"Alongside, 1 worker, {len(few.tongues)} languages"
    yield _ours(output / "ours-few", title, few, 1)


def _ours(output: Path, title: str, corpus: Corpus, workers: int) -> Build:
    command = [ALONGSIDE, "build", "--workers", str(workers), "--output", str(output)]
    folder, languages = corpus.project.root, len(corpus.tongues)
    return Build(output.name, title, folder, output, command, languages)


def _plain(output: Path, title: str, corpus: Corpus, folder: Path, config: str) -> Build:
    """A build that stops at a warning, so that its content is known to be whole."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    command += ["--config-file", config, "--site-dir", str(output)]
    return Build(output.name, title, folder, output, command, len(corpus.tongues))
