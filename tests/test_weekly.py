"""The weekly workflow: the report that it writes, and the one issue that it keeps."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from scripts.inert import LONGEST, plain
from scripts.weekly import main, write_report
from tests.cases import read_cases
from tests.projects import REAL, write
from tests.workflows import (
    FOLDER,
    NOTING,
    OUR_PYTHON,
    calls_in,
    read_workflow,
    run_step,
    write_program,
)

WORKFLOW = FOLDER / "weekly.yml"
BASE = "https://git.test/us/guide/blob/abc"
DAY = date(2026, 11, 23)
PROBLEM = {"level": "error", "path": "docs/index.md", "line": 1, "what": "A link is broken.",
           "harm": "Readers find nothing.", "remedy": "Mend it."}  # fmt: skip
HOSTILE = "`id` $(id) \"quoted\" 'quoted' ; exit 1\n"
FAKE_GH = f"""\
{NOTING}
if sys.argv[1:3] == ["issue", "list"]:
    print(os.environ["OPEN"])
"""
KEEPING = "Keep the issue"
LOOKING = "Look at links and reviews"


def report_on(**checks):
    found = {"checks": [{"name": name, "problems": each} for name, each in checks.items()]}
    return write_report(found, BASE, DAY)


@pytest.mark.parametrize("case", read_cases("weekly"))
def test_the_report_says(case):
    assert report_on(**case["found"]) == case["report"].replace("␠", "  ")


def test_a_report_that_is_too_long_for_an_issue_says_how_much_is_left_out():
    report = report_on(links=[PROBLEM | {"line": line} for line in range(1, 1001)])
    shown = report.count("A link is broken")
    assert len(report) < LONGEST + 200
    assert report.endswith(
        f"\n{1000 - shown} more would not fit here. "
        "Run `alongside check links reviews` to see them all.\n"
    )


def test_what_is_no_answer_of_the_check_is_no_report():
    with pytest.raises(KeyError):
        write_report({}, BASE, DAY)


def test_the_command_reads_a_file_and_writes_another(tmp_path):
    found = {"checks": [{"name": "links", "problems": [PROBLEM]}]}
    write(tmp_path / "found.json", json.dumps(found))
    main(str(tmp_path / "found.json"), str(tmp_path / "report.md"), BASE)
    assert f"({BASE}/docs/index.md#L1)" in (tmp_path / "report.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def workflow():
    return read_workflow(WORKFLOW)


def test_it_may_write_issues_and_nothing_else(workflow):
    assert workflow["permissions"] == {"contents": "read", "issues": "write"}
    assert all("permissions" not in job for job in workflow["jobs"].values())


def test_it_runs_once_a_week_one_run_at_a_time_and_not_for_ever(workflow):
    (schedule,) = workflow[True]["schedule"]  # YAML takes `on` for a truth value
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", schedule["cron"])
    assert "group" in workflow["concurrency"]
    assert all(job["timeout-minutes"] <= 60 for job in workflow["jobs"].values())


def test_the_report_is_written_from_what_was_found(workflow, tmp_path):
    write_program(tmp_path / ".venv/bin/python", OUR_PYTHON)
    hostile = PROBLEM | {"what": HOSTILE}
    found = {"checks": [{"name": "links", "problems": [hostile]}]}
    write(tmp_path / "found.json", json.dumps(found))
    names = {"GITHUB_SERVER_URL": "https://git.test", "GITHUB_REPOSITORY": "us/guide",
             "GITHUB_SHA": "abc", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
             "PYTHONPATH": str(REAL.root)}  # fmt: skip
    result = run_step(workflow, "Write the report", tmp_path, **names)
    assert result.returncode == 0, result.stderr
    report = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert f"({BASE}/docs/index.md#L1)" in report and plain(HOSTILE) in report
    assert (tmp_path / "summary").read_text(encoding="utf-8") == report


def calls_of_gh(workflow, folder, report, issue):
    """What the step asks of GitHub, with the number of the open issue, if there is one."""
    write_program(folder / "bin/gh", FAKE_GH)
    write(folder / "report.md", report)
    result = run_step(workflow, KEEPING, folder, OPEN=issue)
    assert result.returncode == 0, result.stderr
    asked, *done = calls_in(folder)
    assert asked[:6] == ["issue", "list", "--label", "weekly-check", "--state", "open"]
    return done


def test_nothing_wrong_and_no_issue_needs_nothing(workflow, tmp_path):
    assert calls_of_gh(workflow, tmp_path, "", "") == []


def test_something_wrong_opens_an_issue_and_its_label(workflow, tmp_path):
    label, issue = calls_of_gh(workflow, tmp_path, HOSTILE, "")
    assert label[:4] == ["label", "create", "weekly-check", "--force"]
    assert issue[:2] == ["issue", "create"]
    assert issue[-4:] == ["--label", "weekly-check", "--body-file", f"{tmp_path}/report.md"]


def test_something_wrong_again_changes_the_issue(workflow, tmp_path):
    (edit,) = calls_of_gh(workflow, tmp_path, HOSTILE, "7")
    assert edit == ["issue", "edit", "7", "--body-file", f"{tmp_path}/report.md"]


def test_when_all_is_well_again_the_issue_is_closed(workflow, tmp_path):
    (close,) = calls_of_gh(workflow, tmp_path, "", "7")
    assert close == ["issue", "close", "7", "--comment", "All is well this week."]


@pytest.mark.parametrize(("end", "fails"), [(0, False), (1, False), (2, True), (130, True)])
def test_problems_are_no_failure_of_the_run_but_all_else_is(workflow, tmp_path, end, fails):
    write_program(tmp_path / ".venv/bin/alongside", f'#!/bin/sh\necho "$@"\nexit {end}\n')
    assert (run_step(workflow, LOOKING, tmp_path).returncode != 0) == fails
    found = (tmp_path / "found.json").read_text(encoding="utf-8")
    assert found == "check links reviews --format json\n"
