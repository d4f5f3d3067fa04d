"""What can go wrong with a build: it says so, ends with 1, and the old site stays as it was."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import sys
import traceback
from pathlib import Path

import mkdocs.utils
import pytest

from scripts.publish import staging_folder
from scripts.sources import read_sources
from tests.builds import POWERLESS, at_page, build, digests, left_beside, run, write_site
from tests.cases import read_cases
from tests.projects import MEETING, make_project, write

TWO = ("--workers", "2")
ONE_KILOBYTE = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small project in the current folder; whatever happens to it, its old site stays whole."""
    monkeypatch.chdir(tmp_path)
    project = make_project(tmp_path)
    old = write_site(project.site)
    yield project
    assert digests(project.site) == old
    assert left_beside(project.site) == []


def put(project, files):
    """Write files, or delete them."""
    for name, content in files.items():
        path = project.root / name
        if not isinstance(content, str | bytes):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        if content == {}:
            path.mkdir()
        elif isinstance(content, str):
            write(path, content)
        elif content is not None:
            path.write_bytes(content)


def says(project, result, *lines):
    """Whether a build that failed said these lines; `...` stands for any words."""
    said = result.stderr.replace(f"{project.root}/", "")
    pattern = "\n".join(map(re.escape, lines)).replace(r"\.\.\.", ".*")
    assert result.exit_code == 1
    assert re.fullmatch(f"{pattern}\n", said), said


def refused(project, result, where, what):
    """Whether a build ended because the system refused something."""
    said = result.stderr.replace(f"{project.root}/", "").splitlines()
    assert said[0] == f"{where}: The system refused: {what}."
    assert said[1] == "    Reader: The site stays as it was."
    assert said[-1] == "1 problem found."


@pytest.mark.parametrize("case", read_cases("faults"))
def test_wrong_files_end_the_build_in_these_words(project, monkeypatch, case):
    put(project, case.get("before", {}))
    if "during" in case:
        at_page(monkeypatch, "pl", lambda: put(project, case["during"]))
    says(project, build(*TWO), *case["says"].splitlines())


@pytest.mark.parametrize("workers", ["1", "2", "3"])
def test_the_problems_of_all_languages_are_said_whoever_finds_them(project, workers):
    for code in ("pl", "ur"):
        write(project.catalogue(code, "index"), "msgid")
    put(project, {"locale/pl/gone.po": "", "locale/ur/state.yml": "index: ["})
    said = build("--workers", workers).stderr.splitlines()
    assert [line.split(": ")[0] for line in said if line.startswith("locale")] == [
        "locale/pl/gone.po",
        "locale/pl/index.po:1",
        "locale/ur/index.po:1",
    ]


def test_a_page_that_is_half_written_when_it_is_read_is_said_to_change(project, monkeypatch):
    page = project.page("meetings/meeting")
    write(page, MEETING[:20])

    def read_while_it_is_saved(project):
        try:
            return read_sources(project)
        finally:
            write(page, MEETING)

    monkeypatch.setattr("scripts.build.read_sources", read_while_it_is_saved)
    said = build().stderr.splitlines()
    assert said[0] == "docs/meetings/meeting.md: This file changed while the site was built."
    assert said[-1] == "1 problem found."


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_disk_that_is_full_at_a_page_is_said(project, monkeypatch, workers):
    write_file = mkdocs.utils.write_file

    def write_until_it_is_full(content, path):
        if path.endswith("pl/index.html"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write_file(content, path)

    monkeypatch.setattr("mkdocs.utils.write_file", write_until_it_is_full)
    refused(project, build("--workers", workers), "site", "No space left on device")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_disk_that_takes_no_more_of_a_file_is_said(project, workers):
    result = run(project, "--workers", workers, first=ONE_KILOBYTE)
    assert ": The system refused: File too large.\n" in result.stderr
    assert result.exit_code == 1


def test_a_folder_that_may_not_be_written_is_said(project):
    project.root.chmod(0o555)
    result = run(project, before=POWERLESS)
    project.root.chmod(0o755)
    refused(project, result, ".site.lock", "Permission denied")


def test_a_page_that_may_not_be_read_is_said(project):
    project.page("index").chmod(0)
    refused(project, run(project, before=POWERLESS), "docs/index.md", "Permission denied")


def test_a_site_that_may_not_be_looked_at_is_said(project):
    project.site.chmod(0)
    result = run(project, before=POWERLESS)
    project.site.chmod(0o755)
    refused(project, result, "site/404.html", "Permission denied")


def test_a_second_build_is_told_of_the_first(project):
    with staging_folder(project.site):
        result = run(project)
    says(
        project,
        result,
        "site: Another build is writing to this folder.",
        "    Reader: The site stays as it was.",
        "    Mend: Wait until it has ended, or choose another folder with --output.",
        "1 problem found.",
    )


def test_a_second_build_leaves_the_first_alone(project):
    with staging_folder(project.site) as staging:
        write(staging / "index.html", "new")
        run(project)
        assert digests(staging).keys() == {"index.html"}


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ((signal.raise_signal, signal.SIGKILL), "SIGKILL"),
        ((os._exit, 3), "exit code 3"),
        ((sys.exit, 4), "exit code 4"),
    ],
)
def test_a_worker_that_dies_is_said_with_its_language(project, monkeypatch, how, words):
    at_page(monkeypatch, "pl", lambda: how[0](how[1]))
    says(
        project,
        build(*TWO),
        f"locale/pl: The process that built Polski was ended ({words}).",
        "    Reader: The site stays as it was.",
        "    Mend: Often there was too little memory. Build again with --workers 1.",
        "1 problem found.",
    )


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_mistake_in_the_program_is_not_hidden(project, monkeypatch, workers):
    at_page(monkeypatch, "pl", lambda: {}["a mistake"])
    result = build("--workers", workers)
    assert "KeyError: 'a mistake'" in "".join(traceback.format_exception(result.exception))


def test_a_swap_in_two_steps_that_the_system_refuses_is_said(project, monkeypatch):
    rename = Path.rename

    def refuse(one, other):
        if one == project.site:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(one), None, str(other))
        return rename(one, other)

    monkeypatch.setattr("scripts.publish.exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refuse)
    refused(project, build(), "site", "Invalid cross-device link")


def test_a_swap_that_the_system_refuses_is_said(project, monkeypatch):
    def refuse(one, other):
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(other))

    monkeypatch.setattr("scripts.publish.exchange", refuse)
    refused(project, build(), "site", "Device or resource busy")
