"""What holds for every workflow of the repository."""

from __future__ import annotations

import re

import pytest

from tests.workflows import FOLDER, read_workflow, steps_of

WORKFLOWS = sorted(FOLDER.glob("*.yml"))
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


@every_workflow
def test_actions_of_others_are_pinned_to_a_commit_with_its_version(path):
    used = re.findall(r"uses:\s*(.*)", path.read_text(encoding="utf-8"))
    assert used
    assert [each for each in used if not PINNED.fullmatch(each)] == []


@every_workflow
def test_no_word_of_others_is_put_into_a_command(path):
    runs = [step["run"] for step in steps_of(read_workflow(path)) if "run" in step]
    assert runs
    assert [run for run in runs if "${{" in run] == []


def test_every_action_has_one_version():
    used = (re.findall(r"uses:\s*(\S+)", path.read_text(encoding="utf-8")) for path in WORKFLOWS)
    pinned = {each for found in used for each in found}
    assert len({each.partition("@")[0] for each in pinned}) == len(pinned)
