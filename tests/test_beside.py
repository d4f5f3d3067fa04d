"""`alongside pages --language`: how a translation reads, beside its own English."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from scripts.__main__ import main
from tests.projects import HOME, LANGUAGES, MEETING, make_project, write_catalogue

FIRST = "Read this before the meeting begins."
POLISH = "Proszę przeczytać to przed rozpoczęciem spotkania."
PAGES = {
    "index": HOME.replace("Read this first.", FIRST),
    "meetings/meeting": MEETING,
}
WELCOME = {"Welcome": "Witamy", FIRST: POLISH}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small project that is the current folder, its home page in Polish."""
    monkeypatch.chdir(tmp_path)
    project = make_project(tmp_path, PAGES)
    write_catalogue(project, "pl", "index", WELCOME)
    return project


def run(*words):
    return CliRunner().invoke(main, ["pages", *words])


def row(page: str, *words) -> list[str]:
    """The row of a page in the table."""
    lines = run(*words).stdout.splitlines()
    return next(line.split()[1:] for line in lines if line.split()[0] == page)


def test_a_translation_is_shown_with_its_score_beside_its_english(project):
    result = run("--language", "pl")
    assert result.stdout == (
        "Polish: scored by Pisarek 1969, Jak mierzyć zrozumiałość tekstu?; lower is easier.\n"
        "page              translated  score (lower is easier)  words a sentence  in English  "
        "longest  in English\n"
        "index                   100%                      8.9               6.0         6.0  "
        "      6           6\n"
        "meetings/meeting          0%                        -                 -           -  "
        "      -           -\n"
        "median                   50%                      8.9               6.0         6.0  "
        "      6           6\n"
    )
    assert result.exit_code == 0


def test_a_language_without_a_formula_is_not_scored(project):
    write_catalogue(project, "ur", "index", {FIRST: "ملاقات شروع ہونے سے پہلے یہ پڑھیں۔"})
    lines = run("--language", "ur", "index").stdout.splitlines()
    assert lines[0] == (
        "Urdu: not scored: no formula for Urdu that has been published and that we know of."
    )
    assert lines[2].split() == ["index", "50%", "-", "7.0", "6.0", "7", "6"]


def test_a_language_without_blanks_is_not_measured(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    project = make_project(tmp_path, PAGES, [LANGUAGES[0], ("zh-Hant", "繁體中文", "ltr")])
    write_catalogue(project, "zh-Hant", "index", {FIRST: "請 在 會議 開始 之前 閱讀。"})
    lines = run("--language", "zh-Hant", "index").stdout.splitlines()
    assert lines[1] == (
        "Chinese (Traditional): sentences are not measured, "
        "since no blanks stand between its words."
    )
    assert lines[3].split() == ["index", "50%", "-", "-", "6.0", "-", "6"]


def test_a_language_that_nobody_knows_has_its_own_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    make_project(tmp_path, PAGES, [LANGUAGES[0], ("qqq", "Qaqa", "ltr")])
    assert run("--language", "qqq").stdout.startswith("Qaqa: not scored: no formula for Qaqa ")


def test_what_is_not_confirmed_does_not_count(project):
    catalogue = project.catalogue("pl", "index")
    text = catalogue.read_text(encoding="utf-8").replace('msgid "Read', '#, fuzzy\nmsgid "Read')
    write_catalogue(project, "pl", "index", text)
    assert row("index", "--language", "pl")[:2] == ["50%", "-"]


def test_what_is_not_safe_to_show_does_not_count(project):
    write_catalogue(project, "pl", "index", {**WELCOME, FIRST: f"{POLISH} {{{{ contact.x }}}}"})
    assert row("index", "--language", "pl")[:2] == ["50%", "-"]


def test_letters_that_stay_english_do_not_count(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    letter = "\nPlease send me all the reports for it.\n{ translate=no }\n"
    project = make_project(tmp_path, {"index": PAGES["index"] + letter})
    write_catalogue(project, "pl", "index", WELCOME)
    assert row("index", "--language", "pl") == ["100%", "8.9", "6.0", "6.0", "6", "6"]


def test_only_pages_that_are_named_are_shown(project):
    names = [line.split()[0] for line in run("--language", "pl", "index").stdout.splitlines()]
    assert names == ["Polish:", "page", "index", "median"]


def test_a_translation_that_is_hard_is_no_error(project):
    write_catalogue(project, "pl", "index", {FIRST: f"{POLISH[:-1]} {'odpowiedzialność ' * 40}."})
    assert run("--language", "pl").exit_code == 0


def test_a_catalogue_that_cannot_be_read_is_an_error_below_the_table(project):
    write_catalogue(project, "pl", "index", 'msgid "Welcome\n')
    result = run("--language", "pl")
    assert (result.exit_code, result.stdout.splitlines()[2].split()[1]) == (1, "0%")
    assert "locale/pl/index.po" in result.stderr


def test_the_language_of_the_pages_has_the_table_of_english(project):
    assert run("--language", "en").stdout == run().stdout
