"""How `make check-html` tells what the Nu Html Checker says. The checker itself is not run."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests import check_html
from tests.cases import read_cases, told
from tests.check_html import CheckerFailed, check_folder, main, read_problems, told_once

SITE = Path("/srv/site")
NOTHING_FOUND = '{"messages": []}'
AN_ERROR = '{"messages": [{"type": "error", "message": "x"}]}'


def install_java(folder, monkeypatch, answer):
    """A Java whose checker gives this answer."""
    program = folder / "java"
    program.write_text(f"#!{sys.executable}\nprint({answer!r})\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)


@pytest.fixture
def checker(tmp_path, monkeypatch):
    """The file of a checker that is there."""
    file = tmp_path / "vnu.jar"
    file.touch()
    monkeypatch.setattr(check_html, "CHECKER", file)
    return file


@pytest.mark.parametrize("case", read_cases("nu"))
def test_what_the_checker_says_is_put_into_words(case):
    assert told(told_once(read_problems(case, SITE))) == case["told"]


@pytest.mark.parametrize(("answer", "code"), [(NOTHING_FOUND, 0), (AN_ERROR, 1), ("", 2)])
def test_it_ends_well_only_where_the_checker_has_nothing_to_say(
    tmp_path, monkeypatch, checker, answer, code
):
    install_java(tmp_path, monkeypatch, answer)
    assert main(tmp_path) == code


def test_without_java_it_says_what_to_install(tmp_path, monkeypatch, checker, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(tmp_path) == 2
    assert "apt-get install default-jre-headless" in capsys.readouterr().err


def test_without_a_site_it_says_how_to_build_one(tmp_path, checker, capsys):
    assert main(tmp_path / "site") == 2
    assert "site is missing. Run: make check-html" in capsys.readouterr().err


def test_a_checker_without_an_answer_is_no_good_news(tmp_path, monkeypatch):
    install_java(tmp_path, monkeypatch, "Error: Unable to access jarfile")
    with pytest.raises(CheckerFailed, match="ended without an answer"):
        check_folder(tmp_path, tmp_path / "vnu.jar")
