"""What GitHub reads: forms, owners, labels and the workflow that keeps them.

The rules for forms are those of GitHub's documentation: "Syntax for issue forms", "Syntax for
GitHub's form schema" and "Common validation errors when creating issue forms".
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml

from scripts.additions.entries import (
    CHOICES,
    LABELS,
    OWNED,
    OWNER,
    choice_of,
    label_of,
)
from scripts.additions.yaml_lists import find_list
from scripts.languages import read_languages
from tests.projects import REAL, write
from tests.workflows import NOTING, calls_in, run_step, step_of, write_program

FOLDER = REAL.root / ".github"
CONFIG = FOLDER / "ISSUE_TEMPLATE" / "config.yml"
FORMS = sorted(set(CONFIG.parent.glob("*.yml")) - {CONFIG})
WORKFLOW = FOLDER / "workflows" / "labels.yml"
BRINGING = "Make and change labels"
TRANSLATIONS = read_languages(REAL.languages).translations

TOP_KEYS = {"name", "description", "body", "title", "labels", "assignees", "projects", "type"}
ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
}
LONGEST_DESCRIPTION = 100
"""Characters that GitHub takes for the description of a label."""
OF_FAMILIES = re.compile(r"do not write about your own family", re.IGNORECASE)
NUMBER = re.compile(r"(?<![\w-])\d[\d ]{4,}")
"""Something like a telephone number: none is named here, since all are in contacts.yml."""
FAKE_YQ = f"""\
#!{sys.executable}
import json, sys, yaml
assert sys.argv[1] == "--output-format=json"
print(json.dumps(yaml.safe_load(open(sys.argv[2]))))
"""

def load(path: Path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def labels() -> list[dict[str, str]]:
    return load(REAL.labels)["labels"]


def by_name(path: Path) -> str:
    return path.stem


# Forms --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", FORMS, ids=by_name)
def test_a_form_has_what_github_needs_and_nothing_that_it_refuses(path):
    form = load(path)
    assert set(form) <= TOP_KEYS
    assert all(isinstance(form[key], str) and form[key].strip() for key in ("name", "description"))
    assert [each for each in form["body"] if each["type"] != "markdown"]


@pytest.mark.parametrize("path", FORMS, ids=by_name)
def test_each_field_of_a_form_is_one_that_github_knows(path):
    for field in load(path)["body"]:
        attributes = field["attributes"]
        assert set(field) <= {"type", "id", "attributes", "validations"}
        assert set(attributes) <= ATTRIBUTES[field["type"]]
        assert attributes["value" if field["type"] == "markdown" else "label"].strip()
        assert set(field.get("validations", {})) <= {"required"}


@pytest.mark.parametrize("path", FORMS, ids=by_name)
def test_the_fields_of_a_form_can_be_told_apart(path):
    fields = [field for field in load(path)["body"] if field["type"] != "markdown"]
    names, shown = [f["id"] for f in fields], [f["attributes"]["label"] for f in fields]
    assert len(set(names)) == len(set(shown)) == len(fields)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", name) for name in names)


@pytest.mark.parametrize("path", FORMS, ids=by_name)
def test_the_labels_of_a_form_are_there(path):
    assert set(load(path)["labels"]) <= {label["name"] for label in labels()}


@pytest.mark.parametrize("path", FORMS, ids=by_name)
def test_a_form_says_first_that_it_is_no_place_to_get_help_and_asks_for_nothing_private(path):
    first = load(path)["body"][0]["attributes"]["value"]
    assert "This is not a place to get help" in first
    assert '"Help now"' in first
    assert OF_FAMILIES.search(" ".join(first.split()))


@pytest.mark.parametrize("path", [*FORMS, FOLDER / "PULL_REQUEST_TEMPLATE.md"], ids=by_name)
def test_no_telephone_number_is_named_where_nobody_keeps_it(path):
    assert NUMBER.findall(path.read_text(encoding="utf-8")) == []


def test_people_choose_a_form_and_are_sent_to_no_other_site():
    assert load(CONFIG) == {"blank_issues_enabled": False}


def test_the_form_for_mistakes_offers_every_language_once():
    offered = find_list(load(REAL.mistake_form), CHOICES)
    assert offered == [choice_of(language) for language in TRANSLATIONS]


def test_whoever_proposes_is_told_of_the_report_and_of_names():
    words = (FOLDER / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    assert "report" in words and "Do not write your own name" in words


# Owners -------------------------------------------------------------------------------------------


def test_every_language_has_a_line_for_owners():
    text = REAL.owners.read_text(encoding="utf-8")
    assert [line["code"] for line in OWNED.finditer(text)] == [each.code for each in TRANSLATIONS]


def test_an_owner_is_a_person_or_team_and_no_line_has_a_comment_behind_it():
    lines = REAL.owners.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            path, *owners = line.split()
            assert path == "*" or path.startswith("/")
            assert owners and all(OWNER.fullmatch(owner) for owner in owners)


def test_the_lines_that_wait_for_owners_name_files_that_are_there():
    waiting = re.findall(r"^# (/\S+) ", REAL.owners.read_text(encoding="utf-8"), re.MULTILINE)
    assert [path for path in waiting if not list(REAL.root.glob(path.strip("/")))] == []
    assert {"/facts/", "/scripts/", "/overrides/", "/.github/"} <= set(waiting)


def test_agreed_words_and_states_come_after_the_languages_since_the_last_line_counts():
    text = REAL.owners.read_text(encoding="utf-8")
    last = [line.end() for line in OWNED.finditer(text)][-1]
    assert text.index("/locale/*/glossary.yml") > last < text.index("/locale/*/state.yml")


# Labels -------------------------------------------------------------------------------------------


def test_every_label_has_a_colour_and_words_that_github_takes():
    for label in labels():
        assert set(label) == {"name", "color", "description"}
        assert re.fullmatch(r"[0-9a-f]{6}", label["color"])
        assert 0 < len(label["description"]) <= LONGEST_DESCRIPTION


def test_every_language_has_its_label():
    listed = find_list(load(REAL.labels), LABELS)
    assert [each for each in listed if each["name"].startswith("language: ")] == [
        label_of(language) for language in TRANSLATIONS
    ]


def test_the_labels_of_workflows_are_there():
    files = [*FOLDER.glob("workflows/*.yml"), *REAL.scripts.glob("*.py")]
    used = {
        name
        for path in files
        for name in re.findall(r"--label ([\w-]+)", path.read_text(encoding="utf-8"))
    }
    assert "weekly-check" in used
    assert used <= {label["name"] for label in labels()}


def test_the_workflow_may_write_labels_and_nothing_else():
    workflow = load(WORKFLOW)
    assert workflow["permissions"] == {"contents": "read", "issues": "write"}


@pytest.mark.skipif(not shutil.which("jq"), reason="the step needs jq, which GitHub's runners have")
def test_the_workflow_brings_every_label_to_github(tmp_path):
    workflow = load(WORKFLOW)
    assert step_of(workflow, BRINGING)["shell"] == "bash"  # a failure of yq or jq ends it
    write_program(tmp_path / "bin/yq", FAKE_YQ)
    write_program(tmp_path / "bin/gh", NOTING)
    hostile = {"name": "$(id) `id`; exit", "color": "000000", "description": "a \"b\" 'c' \\ d"}
    wanted = [*labels(), hostile]
    write(tmp_path / ".github/labels.yml", yaml.safe_dump({"labels": wanted}))
    result = run_step(workflow, BRINGING, tmp_path)
    assert result.returncode == 0, result.stderr
    assert calls_in(tmp_path) == [
        ["label", "create", label["name"], "--force", "--color", label["color"],
         "--description", label["description"]]
        for label in wanted
    ]  # fmt: skip
