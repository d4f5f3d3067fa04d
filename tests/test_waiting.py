"""What waits for translators: the report for them, and the issue that a workflow keeps of it."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from scripts.__main__ import main
from scripts.inert import LONGEST
from scripts.languages import Language
from scripts.waiting import Changed, Waiting, find_waiting
from scripts.waiting_news import say_news
from scripts.waiting_report import write_report
from tests.cases import read_cases
from tests.projects import REAL, make_project, write, write_catalogue
from tests.workflows import (
    FOLDER,
    NOTING,
    OUR_PYTHON,
    calls_in,
    read_workflow,
    run_step,
    write_program,
)

WORKFLOW = FOLDER / "waiting.yml"
BASE = "https://git.test/us/guide"
POLISH = Language("pl", "Polski", "ltr", "Polish")
CHANGE = Changed("", "Ask first.", "Ask now.", "Zapytaj.")
KEEPING = "Keep the issues"
PATHS = ["docs/**", "locale/**", "overrides/**", "scripts/**", "mkdocs.yml"]
"""Where messages and their translations stand: the names of groups of pages are in the last."""
HOME = "---\ntitle: Home\n---\n# Welcome\n\n{}\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small project as the current folder."""
    monkeypatch.chdir(tmp_path)
    return make_project(tmp_path, {"index": HOME.format("Ask first.")})


def translate(project, english, translation):
    text = {"Home": "Dom", "Welcome": "Witamy", english: translation}
    write(project.page("index"), HOME.format(english))
    write_catalogue(project, "pl", "index", text)


def pages_only(waiting):
    return [each for each in waiting if each.page != "interface"]


@pytest.mark.parametrize("case", read_cases("waiting"))
def test_a_change_is_told_also_where_nobody_updated_the_catalogue(project, case):
    translate(project, case["english"], case.get("translation", "Zapytaj."))
    write(project.page("index"), HOME.format(case["now"]))
    before = project.catalogue("pl", "index").read_bytes()
    (page,) = pages_only(find_waiting(project, "pl", ["index"]))
    report = write_report(POLISH, [page], BASE)
    assert case["says"].replace("␠", "  ") in report
    assert (
        "[locale/pl/index\\.po](https://git.test/us/guide/edit/main/locale/pl/index.po)" in report
    )
    assert project.catalogue("pl", "index").read_bytes() == before


def test_what_update_wrote_down_is_told_in_the_same_words(project):
    translate(project, "Ask first.", "Zapytaj.")
    write(project.page("index"), HOME.format("Ask now."))
    before = find_waiting(project, "pl", [])
    CliRunner().invoke(main, ["update", "index"])
    assert find_waiting(project, "pl", []) == before


def test_messages_without_a_translation_are_counted_for_each_page():
    report = write_report(POLISH, [Waiting("a", "locale/pl/a.po", True, new=7)], BASE)
    link = f"[locale/pl/a\\.po]({BASE}/edit/main/locale/pl/a.po)"
    assert f"| {link} (families need this page first) | 7 |\n" in report
    assert "## Not translated yet: 7 messages" in report
    assert "The English changed" not in report


def test_pages_that_families_need_first_come_first(tmp_path):
    text = HOME.format("Ask first.")
    project = make_project(tmp_path, {"index": text, "a": text, "z": text})
    found = pages_only(find_waiting(project, "pl", ["z", "index"]))
    assert [(each.page, each.core) for each in found] == [
        ("z", True), ("index", True), ("a", False)]  # fmt: skip


def test_where_nothing_waits_there_is_no_report():
    assert write_report(POLISH, [], BASE) == ""


def test_a_report_has_room_in_an_issue_and_says_what_it_leaves_out():
    long = Changed("", "a " * 3000, "b " * 3000, "c " * 3000)
    pages = [Waiting(f"p{n}", f"locale/pl/p{n}.po", False, [long] * 20, 5) for n in range(200)]
    report = write_report(POLISH, pages, BASE)
    shown = report.count("English now: ")
    assert shown > 0 and len(report) < LONGEST
    assert f"\n{4000 - shown} more would not fit here. `alongside waiting pl` shows" in report
    assert "\nAnd 100 files more.\n" in report


def test_only_changes_that_were_not_told_before_are_news():
    told = write_report(POLISH, [Waiting("a", "a.po", False, [CHANGE])])
    other = Changed("", "Go.", "Run.", "Idź.")
    more = write_report(POLISH, [Waiting("a", "a.po", False, [CHANGE, other])])
    assert say_news(told, told) == say_news(more, told) == ""
    assert say_news(told, more) == (
        "The English of 1 message changed. The list above has the old words and the new."
    )


def test_a_sentence_that_came_from_other_words_is_news_again():
    again = Changed("", "Ask later.", CHANGE.english, CHANGE.translation)
    first, second = (write_report(POLISH, [Waiting("a", "a.po", False, [each])])
                     for each in (CHANGE, again))  # fmt: skip
    assert say_news(first, second).startswith("The English of 1 message changed.")


def test_the_command_says_what_waits_and_changes_nothing(project):
    translate(project, "Ask first.", "")
    result = CliRunner().invoke(main, ["waiting", "pl"])
    assert "locale/pl/index.po: 1 to translate (families need this page first)\n" in result.stdout
    assert re.search(r"^0 messages to look at again, \d+ to translate\.$", result.stdout, re.M)


def test_what_waits_in_english_is_refused(project):
    result = CliRunner().invoke(main, ["waiting", "en"])
    assert result.exit_code == 2
    assert "Pages are written in en: that is no translation." in result.stderr


# The workflow ------------------------------------------------------------------------------------

FAKE_GH = f"""\
{NOTING}
if sys.argv[1:3] == ["issue", "list"]:
    print(os.environ["OPEN"])
if sys.argv[1:3] == ["issue", "view"]:
    print(os.environ["BODY"])
sys.exit(sys.argv[1:3] == ["label", "create"])  # as where they are there
"""
PROGRAMS = {"bin/gh": FAKE_GH, ".venv/bin/python": OUR_PYTHON,
            ".venv/bin/alongside": '#!/bin/sh\necho "$@"\n'}  # fmt: skip


@pytest.fixture(scope="module")
def workflow():
    return read_workflow(WORKFLOW)


def do_step(workflow, name, folder, **environment):
    """Run a step that must end well, with the programs that it uses."""
    for program, text in PROGRAMS.items():
        write_program(folder / program, text)
    result = run_step(workflow, name, folder, PYTHONPATH=str(REAL.root), **environment)
    assert result.returncode == 0, result.stderr


def calls_of_gh(workflow, folder, report, issue, body=""):
    """What the step asks of GitHub, with the number of the open issue, if there is one."""
    write(folder / "codes", "pl\n")
    write(folder / "waiting/pl.md", report)
    do_step(workflow, KEEPING, folder, OPEN=issue, BODY=body)
    asked, *done = calls_in(folder)
    assert asked[:6] == ["issue", "list", "--label", "translation", "--label", "language: pl"]
    assert asked[6:8] == ["--app", "github-actions"]  # nobody's own issue is written over
    return done


def test_it_may_write_issues_and_nothing_else(workflow):
    assert workflow["permissions"] == {"contents": "read", "issues": "write"}
    assert all("permissions" not in job for job in workflow["jobs"].values())


def test_it_runs_when_pages_or_translations_change_on_main_and_for_nobody_else(workflow):
    pushed = workflow[True]["push"]  # YAML takes `on` for a truth value
    assert pushed == {"branches": ["main"], "paths": PATHS}
    assert set(workflow[True]) == {"push", "workflow_dispatch"}
    assert "group" in workflow["concurrency"]


def test_a_report_is_written_for_each_translation_and_none_for_english(workflow, project):
    where = {"GITHUB_SERVER_URL": "https://git.test", "GITHUB_REPOSITORY": "us/guide"}
    do_step(workflow, "Write what waits in each language", project.root, **where)
    reports = sorted((project.root / "waiting").iterdir())
    assert [path.read_text(encoding="utf-8") for path in reports] == [
        f"waiting {code} --format markdown --link-base {BASE}\n" for code in ("pl", "ur")
    ]


def test_something_that_waits_opens_an_issue_for_the_language(workflow, tmp_path):
    *labels, issue = calls_of_gh(workflow, tmp_path, "words\n", "")
    assert [label[:3] for label in labels] == [
        ["label", "create", "translation"], ["label", "create", "language: pl"]]  # fmt: skip
    assert issue[:4] == ["issue", "create", "--title", "Waiting for translators: pl"]
    assert issue[4:] == ["--label", "translation", "--label", "language: pl",
                         "--body-file", f"{tmp_path}/waiting/pl.md"]  # fmt: skip


def test_new_changes_edit_the_issue_and_tell_who_follows_it(workflow, tmp_path):
    report = write_report(POLISH, [Waiting("a", "a.po", False, [CHANGE])])
    view, edit, comment = calls_of_gh(workflow, tmp_path, report, "7")
    assert view[:3] == ["issue", "view", "7"]
    assert edit[:3] == ["issue", "edit", "7"]
    assert comment == ["issue", "comment", "7", "--body-file", f"{tmp_path}/news.md"]
    assert "1 message" in (tmp_path / "news.md").read_text(encoding="utf-8")


def test_changes_that_were_told_before_edit_the_issue_in_silence(workflow, tmp_path):
    report = write_report(POLISH, [Waiting("a", "a.po", False, [CHANGE])])
    _, edit = calls_of_gh(workflow, tmp_path, report, "7", report)
    assert edit == ["issue", "edit", "7", "--body-file", f"{tmp_path}/waiting/pl.md"]


def test_when_nothing_waits_any_more_the_issue_is_closed(workflow, tmp_path):
    (close,) = calls_of_gh(workflow, tmp_path, "", "7")
    assert close == ["issue", "close", "7", "--comment", "Nothing waits any more. Thank you."]


def test_when_nothing_waits_and_there_is_no_issue_nothing_is_done(workflow, tmp_path):
    assert calls_of_gh(workflow, tmp_path, "", "") == []
