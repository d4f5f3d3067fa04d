"""How a build tells of its progress: one line that is written over, or a line for each language."""

from __future__ import annotations

import os
import re

import pytest

from tests.builds import PATIENCE, run, started
from tests.projects import make_project, write

CLEAR = "\r\x1b[K"
"""What sends a terminal back to the start of its line, and makes the line empty."""

COUNTED = re.compile(r"\d+ of \d+ pages and leaflets")


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path)


def on_a_terminal(project, *words):
    """Everything that the command sends to a terminal."""
    ours, theirs = os.openpty()
    sent = b""
    with started(project, *words, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        with os.fdopen(ours, "rb", buffering=0) as terminal:
            while piece := _read(terminal):
                sent += piece
        process.wait(PATIENCE)
    return sent.decode("utf-8").replace("\r\n", "\n")


def _read(terminal):
    try:
        return terminal.read(1000)
    except OSError:  # what Linux says when nobody can write any more
        return b""


def shown(sent):
    """The lines that can be read on a terminal in the end."""
    return [line.split(CLEAR)[-1] for line in sent.split("\n")]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_on_a_terminal_each_page_is_counted(project, workers):
    found = COUNTED.findall(on_a_terminal(project, "--workers", workers))
    assert list(dict.fromkeys(found)) == [f"{done} of 6 pages and leaflets" for done in range(1, 7)]


def test_on_a_terminal_the_line_is_written_over_and_gone_in_the_end(project):
    assert [line.split(" ")[0] for line in shown(on_a_terminal(project))] == [
        "English",
        "Polski",
        "اردو",
        "6",
        "",
    ]


def test_on_a_terminal_a_problem_has_a_line_of_its_own(project):
    main = project.root / "overrides" / "main.html"
    late = '{% if page.title != "Home page" %}{% include "gone.html" %}{% endif %}'
    write(main, main.read_text(encoding="utf-8") + late)
    sent = on_a_terminal(project, "--workers", "1")
    assert f"{CLEAR}1 of 6 pages and leaflets" in sent
    assert shown(sent)[0].startswith("overrides/gone.html: ")


def test_elsewhere_there_is_a_line_for_each_finished_language(project):
    lines = run(project, "--workers", "2").stdout.splitlines()[:3]
    assert sorted(line.split(": ")[1] for line in lines) == [
        "English is built",
        "Polski is built",
        "اردو is built",
    ]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_elsewhere_all_pages_are_counted_in_the_end(project, workers):
    line = run(project, "--workers", workers).stdout.splitlines()[2]
    assert line.startswith("6 of 6 pages and leaflets: ")


def test_a_file_that_has_not_all_letters_has_question_marks_for_them(project):
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    lines = run(project, "--workers", "1", env=environment).stdout.splitlines()
    assert lines[2] == "6 of 6 pages and leaflets: ???? is built"
