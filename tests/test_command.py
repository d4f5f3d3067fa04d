"""The `alongside` command as people use it: what it says, and how it ends."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from scripts.__main__ import main
from scripts.extract import find_interface_messages, find_page_messages
from tests.projects import CHECKS_AT_HOME, WELL, make_project, write, write_catalogue

SLIP = 'msgid ""\nmsgstr ""\n"Language: pl\\n"\n\nmsgid "Welcome"\nmsgstr "Witamy\n'

ALL_WELL = "In all: nothing wrong."



@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small project that is the current folder."""
    monkeypatch.chdir(tmp_path)
    return make_project(tmp_path)


@pytest.fixture
def well(tmp_path, monkeypatch):
    """A small project in which nothing is wrong, as the current folder."""
    monkeypatch.chdir(tmp_path)
    return make_project(tmp_path, WELL)


@pytest.fixture
def new_project(tmp_path, monkeypatch):
    """A small project whose languages have no catalogues yet."""
    monkeypatch.chdir(tmp_path)
    return make_project(tmp_path, begun=False)


def run(*words):
    return CliRunner().invoke(main, words)


def count_messages(project):
    """The messages of the pages and the interface, each counted once in its file."""
    found = [*find_page_messages(project).values(), find_interface_messages(project)]
    return sum(len({m.key for m in messages}) for messages in found)


def test_build_says_a_line_for_each_language_and_last_what_was_made(project):
    result = run("build", "--workers", "1")
    total = count_messages(project)
    rest = f"{total} of {total} messages wait for translation"
    first = "pages that families need first: index, the words around the pages"
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "2 of 6 pages and leaflets: English is built",
        "4 of 6 pages and leaflets: Polski is built",
        "6 of 6 pages and leaflets: اردو is built",
        f"English (en): 2 pages, {total} messages",
        f"Polski (pl): {rest}; {first}",
        f"اردو (ur): {rest}; {first}",
        "6 pages in 3 languages: open site/index.html",
    ]


def test_build_of_one_language_to_another_folder(project):
    result = run("build", "--language", "pl", "--output", "public")
    assert result.stdout.splitlines()[-1] == "2 pages in 1 language: open public/pl/index.html"
    assert (project.root / "public" / "pl" / "index.html").is_file()


def test_a_broken_catalogue_ends_the_build_with_1_and_says_where_and_how_to_mend_it(project):
    write_catalogue(project, "pl", "index", SLIP)
    result = run("build")
    assert result.exit_code == 1
    assert "locale/pl/index.po:6: This line cannot be read" in result.stderr
    assert "Mend: " in result.stderr
    assert result.stderr.splitlines()[-1] == "1 problem found."


def test_keep_going_builds_all_and_still_ends_with_1(project):
    write_catalogue(project, "pl", "index", SLIP)
    result = run("build", "--keep-going")
    assert result.exit_code == 1
    assert (project.site / "pl" / "index.html").is_file()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("build", "--language", "xx"), "xx is not in languages.yml, which has en, pl, ur."),
        (("build", "--today", "soon"), "'soon' does not match the format"),
        (("update", "gone"), "There is no page docs/gone.md."),
        (("check", "spelling"), "'spelling' is not one of 'pages', 'catalogues', "),
        (("publish",), "No such command 'publish'."),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_was_wrong(project, words, answer):
    result = run(*words)
    assert result.exit_code == 2
    assert answer in result.stderr


def test_outside_a_project_it_says_where_to_go(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("build")
    assert result.exit_code == 2
    assert "There is no languages.yml here or above." in result.stderr


@pytest.mark.parametrize("command", ["build", "extract", "update", "check", "preview", "drafted"])
def test_each_command_has_help_even_outside_a_project(tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_extract_says_how_many_messages_there_are(project):
    result = run("extract")
    assert (
        result.stdout == f"{count_messages(project)} messages in 3 templates: .cache/templates/\n"
    )


def test_update_makes_the_catalogues_and_then_has_nothing_more_to_say(new_project):
    first = run("update", "docs/index.md", "--language", "pl")
    assert first.stdout.splitlines() == [
        "locale/pl/index.po: 4 to translate",
        "1 catalogue up to date.",
    ]
    assert new_project.catalogue("pl", "index").is_file()
    assert not new_project.catalogue("pl", "interface").exists()


def test_check_of_a_project_without_problems(well):
    result = run("check", *CHECKS_AT_HOME)
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, ALL_WELL)


def test_check_finds_every_problem_of_pages_and_catalogues(project):
    write_catalogue(project, "ur", "index", {"Wellcome": "x"})
    write_catalogue(project, "pl", "index", {"Read this first.": "<b>Najpierw</b> to czytaj."})
    result = run("check", "catalogues")
    assert result.exit_code == 1
    assert [line for line in result.stdout.splitlines() if line.startswith("locale")] == [
        "locale/pl/index.po:5: There is HTML in the translation: <b> English: Read this first.",
        "locale/ur/index.po:5: This English is not on the page: Wellcome",
    ]


def test_drafted_makes_the_page_say_that_a_computer_translated_it(project):
    write_catalogue(project, "pl", "index", {"Welcome": "Witamy"})
    result = run("drafted", "pl", "index")
    assert result.stdout == "1 page recorded as drafted by a computer: locale/pl/state.yml\n"
    run("build")
    page = (project.site / "pl" / "index.html").read_text(encoding="utf-8")
    assert "A computer made this translation. Nobody has checked it yet." in page


def test_an_edit_takes_the_state_of_a_draft_away(project):
    write_catalogue(project, "pl", "index", {"Welcome": "Witamy"})
    run("drafted", "pl", "index")
    write_catalogue(project, "pl", "index", {"Welcome": "Witaj"})
    run("build")
    page = (project.site / "pl" / "index.html").read_text(encoding="utf-8")
    assert "Parts of it have changed since." in page


def test_python_m_scripts_is_the_same_command(well):
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "check", *CHECKS_AT_HOME],
        cwd=well.root,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, ALL_WELL)


def test_what_a_page_may_not_contain_is_said_before_anything_is_built(project):
    write(project.page("index"), "---\ntitle: Home\n---\n# Home\n\n<b>x</b>\n")
    result = run("build")
    assert result.exit_code == 1
    assert "Building" not in result.stdout
    assert "docs/index.md:6: Raw HTML is not used in pages: <b>" in result.stderr
