"""How checks are run, and how what they found is said."""

from __future__ import annotations

import json
import os

import pytest
from click.testing import CliRunner

from scripts.__main__ import main
from scripts.checking import FORMATS, Outcome, count_problems, run_checks
from scripts.checks import CHECKS
from scripts.findings import Findings
from scripts.problems import Problem, ProblemsFound
from scripts.subject import Subject
from tests.cases import read_cases
from tests.projects import TODAY, make_project, write

ERROR = Problem("docs/a.md", 1, "Wrong.", "Harm.", "Mend.")
OTHER = Problem("docs/b.md", 2, "Wrong too.", "Harm.", "Mend.")
WARNING = Problem("docs/a.md", 1, "Old.", "Harm.", "Mend.", warning=True)


def say(form: str, *problems: Problem, notes=()) -> list[str]:
    outcome = Outcome("facts", Findings(list(problems), list(notes)), 1.25)
    return list(FORMATS[form]([outcome]))


@pytest.mark.parametrize("case", read_cases("checks/formats"))
def test_a_problem_is_said_to_a_person(case):
    assert say("text", Problem(**case["problem"]))[1:] == [case["text"]]


@pytest.mark.parametrize("case", read_cases("checks/formats"))
def test_a_problem_is_said_to_a_pull_request(case):
    assert say("github", Problem(**case["problem"])) == [case["github"]]


@pytest.mark.parametrize("case", read_cases("checks/formats"))
def test_a_problem_is_said_to_a_program_with_every_word(case):
    (text,) = say("json", Problem(**case["problem"]), notes=["All read."])
    (check,) = json.loads(text)["checks"]
    given = {"warning": False, **case["problem"]}
    level = "warning" if given.pop("warning") else "error"
    assert check == {
        "name": "facts",
        "seconds": 1.25,
        "notes": ["All read."],
        "problems": [{"check": "facts", "level": level, **given}],
    }


def test_a_person_is_told_how_long_a_check_took_and_what_is_worth_knowing():
    assert say("text", ERROR, WARNING, notes=["All read."])[:2] == [
        "facts: 1 error and 1 warning (1.2 s)",
        "  All read.",
    ]


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([], "nothing wrong"),
        ([ERROR], "1 error"),
        ([ERROR, OTHER, WARNING], "2 errors and 1 warning"),
        ([WARNING], "1 warning"),
    ],
)
def test_errors_and_warnings_are_counted_apart(problems, words):
    assert count_problems(problems) == words


def refuse(subject):
    raise ProblemsFound([ERROR])


def run(checks):
    return {each.name: each.problems for each in run_checks(None, checks)}


def test_what_cannot_be_read_is_a_finding_of_the_check_that_read_it():
    assert run({"pages": refuse}) == {"pages": [ERROR]}


def test_a_problem_that_two_checks_meet_is_said_once():
    found = run({"pages": refuse, "facts": refuse, "links": lambda _: Findings([ERROR, OTHER])})
    assert found == {"pages": [ERROR], "facts": [], "links": [OTHER]}


def test_problems_are_said_once_and_in_the_order_of_their_places():
    assert Findings.of([OTHER, ERROR, OTHER]).problems == [ERROR, OTHER]


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return make_project(tmp_path)


def command(*words):
    return CliRunner().invoke(main, ["check", *words])


def put(monkeypatch, *problems: Problem):
    """Make the check of reading find these problems."""
    checks = {**CHECKS, "reading": lambda _: Findings(list(problems))}
    monkeypatch.setattr("scripts.looking.CHECKS", checks)


def test_an_error_ends_the_command_with_1(project, monkeypatch):
    put(monkeypatch, ERROR, WARNING)
    result = command("reading")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "In all: 1 error and 1 warning."


def test_a_warning_alone_ends_it_with_0(project, monkeypatch):
    put(monkeypatch, WARNING)
    result = command("reading")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "In all: 1 warning."


@pytest.mark.parametrize("form", ["github", "json"])
def test_other_formats_say_nothing_that_a_program_could_not_read(project, monkeypatch, form):
    put(monkeypatch, ERROR)
    result = command("--format", form, "reading")
    assert (result.exit_code, "In all" in result.stdout) == (1, False)


def test_one_broken_page_does_not_keep_the_others_from_being_looked_at(project):
    write(project.page("broken"), "No front matter.\n")
    long = "You can ask " + "the social worker " * 8 + "now."
    write(project.page("index"), f"---\ntitle: A\ndescription: B.\n---\n# A\n\n{long}\n")
    result = command("reading", "catalogues")
    assert "docs/index.md:7: A sentence has 28 words" in result.stdout
    assert "docs/broken.md:1: The page has no front matter." in result.stdout


def stamp(path, nanoseconds: int):
    os.utime(path, ns=(nanoseconds, nanoseconds))


def test_a_built_site_that_is_newer_than_all_files_is_looked_at(project):
    home = project.site / "index.html"
    write(home, "<h1>Welcome</h1>")
    latest = max(path.stat().st_mtime_ns for path in project.root.rglob("*"))
    stamp(home, latest + 10**9)
    assert Subject(project, TODAY).site == project.site


def test_an_old_site_is_left_alone_and_another_built_to_look_at(project):
    home = project.site / "index.html"
    write(home, "<h1>Old</h1>")
    stamp(home, project.page("index").stat().st_mtime_ns - 10**9)
    site = Subject(project, TODAY).site
    assert site == project.checked_site
    assert "Read this first." in (site / "index.html").read_text(encoding="utf-8")
    assert home.read_text(encoding="utf-8") == "<h1>Old</h1>"


def test_the_site_that_was_built_to_look_at_is_used_again(project):
    first = Subject(project, TODAY).site / "index.html"
    before = first.stat().st_mtime_ns
    assert (Subject(project, TODAY).site / "index.html").stat().st_mtime_ns == before


def test_a_site_elsewhere_is_looked_at_as_it_is(project, tmp_path):
    assert Subject(project, TODAY, built=tmp_path / "public").site == tmp_path / "public"


def test_a_site_that_cannot_be_built_is_tried_once(project, monkeypatch):
    tried = []

    def build(*_, **__):
        tried.append(1)
        raise ProblemsFound([ERROR])

    monkeypatch.setattr("scripts.subject.build_site", build)
    subject = Subject(project, TODAY)
    for _ in range(2):
        with pytest.raises(ProblemsFound) as caught:
            _ = subject.site
        assert caught.value.problems == [ERROR]
    assert tried == [1]
