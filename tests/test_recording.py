"""`alongside drafted` and `alongside checked`, and what a reader then sees, also on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from lxml import html

from scripts.__main__ import main
from scripts.build import build_site
from scripts.extract import find_interface_messages
from scripts.leaflets.names import file_of
from tests import paper
from tests.cases import read_cases
from tests.paper import bare
from tests.projects import LANGUAGES, REAL, TODAY, make_project, write, write_catalogue

TEAM = "Leeds Polish Group"
HOME = "---\ntitle: Home page\nleaflet: true\n---\n# Welcome\n\nRead **this** first.\n"
POLISH = {
    "Home page": "Strona główna",
    "Welcome": "Witamy",
    "Read **this** first.": "Najpierw przeczytaj **to**.",
}
CHECKED = ("checked", "pl", "index", "--by", TEAM, "--today", "2026-11-21")


@pytest.fixture(scope="module")
def words():
    """The messages of the templates, read once: that takes longer than all else here."""
    return find_interface_messages(REAL)


@pytest.fixture
def project(tmp_path, monkeypatch, words):
    """A small project whose home page is translated, as the current folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("scripts.sources.find_interface_messages", lambda _: words)
    return translated(tmp_path)


def translated(root: Path, printed: bool = False):
    home = HOME if printed else HOME.replace("leaflet: true\n", "")
    project = make_project(root, {"index": home}, LANGUAGES[:2])
    write_catalogue(project, "pl", "index", POLISH)
    return project


def run(*words):
    return CliRunner().invoke(main, words)


def states(project):
    return yaml.safe_load(project.state("pl").read_text(encoding="utf-8"))


def built(project):
    """The Polish page, built."""
    build_site(project, ["pl"], workers=1, today=TODAY)
    return html.parse(str(project.site / "pl/index.html")).getroot()


def leaflets(project) -> list[str]:
    return sorted(path.name for path in (project.site / "paper/pl").glob("*.pdf"))


def test_a_check_writes_down_who_checked_and_on_what_day(project):
    result = run(*CHECKED)
    assert result.stdout == "1 page recorded as checked: locale/pl/state.yml\n"
    entry = states(project)["index"]
    assert (entry["by"], entry["date"]) == (TEAM, "2026-11-21")
    assert len(entry["checked"]) == 16


def test_a_check_that_takes_the_place_of_another_says_whose(project):
    run(*CHECKED)
    result = run("checked", "pl", "index", "index", "--by", "Hull Polish Group")
    said = f"index: this takes the place of the check by {TEAM}, 2026-11-21."
    assert result.stdout.splitlines() == [
        "1 page recorded as checked: locale/pl/state.yml", said
    ]  # fmt: skip


def test_a_check_of_a_draft_leaves_the_mark_of_the_draft(project):
    run("drafted", "pl", "index")
    draft = states(project)["index"]["drafted"]
    run(*CHECKED)
    assert states(project)["index"]["drafted"] == draft


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """A project with its checked page, built."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("checked"))
        project = translated(Path.cwd(), printed=True)
        run(*CHECKED)
        return project, built(project)


def test_a_checked_page_names_the_team_and_the_day(checked):
    (note,) = checked[1].find_class("state")
    assert f"People checked this translation: {TEAM} · 21/11/2026." in note.text_content()
    assert [each.text for each in note.iter("bdi")] == [TEAM, "21/11/2026"]


def test_a_checked_page_shows_no_english_by_itself(checked):
    assert checked[1].get_element_by_id("shell-beside").get("checked") is None


def test_a_checked_page_has_a_leaflet_in_one_language_and_one_in_two(checked):
    project, _ = checked
    names = [Path(file_of("index", "pl", ending)).name for ending in ("-2", "")]
    assert leaflets(project) == sorted(names)
    one, two = (paper.Paper(project.site / "paper/pl" / name).tags.text for name in names[::-1])
    assert bare(f"{TEAM} · 21/11/2026") in bare(one)
    assert bare("Read this first") not in bare(one)
    assert bare("Read this first") in bare(two)


EDITS = {
    "the translation": lambda project: write_catalogue(
        project, "pl", "index", POLISH | {"Welcome": "Witaj"}
    ),
    "the English": lambda project: write(
        project.page("index"), HOME.replace("# Welcome", "# Hello")
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_the_page_says_so_and_the_english_stands_open_again(project, edit):
    run(*CHECKED)
    EDITS[edit](project)
    root = built(project)
    (note,) = root.find_class("state")
    assert f"{TEAM} · 21/11/2026. Parts of it have changed since." in note.text_content()
    assert root.get_element_by_id("shell-beside").get("checked") is not None


def test_a_check_ends_when_a_translation_may_no_longer_be_shown(project, monkeypatch):
    write_catalogue(project, "pl", "index", POLISH | {"Welcome": "Wiтamy"})
    monkeypatch.setattr("scripts.safety._mixed_words", lambda text: ())
    run(*CHECKED)
    monkeypatch.undo()
    root = built(project)
    assert "Parts of it have changed since." in root.find_class("state")[0].text_content()
    assert root.get_element_by_id("shell-beside").get("checked") is not None


@pytest.mark.parametrize("case", read_cases("recording"))
def test_what_cannot_be_recorded_is_refused_in_these_words(project, case):
    for words in case.get("before", ()):
        assert run(*words).exit_code == 0
    for name, text in case.get("files", {}).items():
        write(project.root / name, text)
    before = project.state("pl").read_bytes() if project.state("pl").exists() else None
    result = run(*case["words"])
    assert result.exit_code == case["ends"]
    said = [line.strip() for line in result.stderr.splitlines()]
    assert [line for line in case["says"] if line not in said] == [], result.stderr
    after = project.state("pl").read_bytes() if project.state("pl").exists() else None
    assert after == before


def test_a_team_that_is_typed_with_many_blanks_is_written_with_one(project):
    run("checked", "pl", "index", "--by", f"  {TEAM.replace(' ', '  ')} ")
    assert states(project)["index"]["by"] == TEAM


def test_a_page_that_is_gone_is_said_by_the_check_at_its_line(project):
    write(project.state("pl"), "# A head.\nold/page:\n  drafted: 0123456789abcdef\n")
    result = run("check", "catalogues")
    assert result.exit_code == 1
    assert "locale/pl/state.yml:2: There is no page docs/old/page.md." in result.stdout


def test_an_email_address_in_the_file_is_said_by_the_check_and_stops_the_build(project):
    text = "index:\n  checked: 0123456789abcdef\n  by: anna@example.org\n  date: 2026-11-21\n"
    write(project.state("pl"), text)
    said = "locale/pl/state.yml:3: An e-mail address, or a name with @, is not kept here"
    assert said in run("check", "catalogues").stdout
    result = run("build", "--language", "pl", "--workers", "1")
    assert (result.exit_code, said in result.stderr) == (1, True)


def test_a_build_that_keeps_going_calls_no_page_checked_by_a_broken_file(project):
    run(*CHECKED)
    text = project.state("pl").read_text(encoding="utf-8")
    write(project.state("pl"), text.replace("2026-11-21", "soon"))
    assert run("build", "--language", "pl", "--keep-going", "--workers", "1").exit_code == 1
    page = (project.site / "pl/index.html").read_text(encoding="utf-8")
    assert "Nobody has checked this translation yet." in page
