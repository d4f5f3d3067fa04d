"""Which browser pages are looked at with."""

from __future__ import annotations

import pytest

from scripts import browser
from scripts.browser import find_chromium


@pytest.fixture(autouse=True)
def nothing_installed(monkeypatch, tmp_path):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "NAMES", ("chromium", "google-chrome"))


def install(folder, name, ends_with=0):
    program = folder / name
    program.write_text(f"#!/bin/sh\nexit {ends_with}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def test_an_installed_chrome_is_found(tmp_path):
    assert find_chromium() is None
    chrome = install(tmp_path, "google-chrome")
    assert find_chromium() == chrome


def test_a_program_that_only_looks_like_a_browser_is_passed_over(tmp_path):
    install(tmp_path, "chromium", ends_with=1)
    chrome = install(tmp_path, "google-chrome")
    assert find_chromium() == chrome


def test_the_program_that_the_environment_names_is_taken_and_no_other(tmp_path, monkeypatch):
    install(tmp_path, "chromium")
    named = str(tmp_path / "mine")
    monkeypatch.setenv("CHROMIUM", named)
    assert find_chromium() is None
    install(tmp_path, "mine")
    assert find_chromium() == named
