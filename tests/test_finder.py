"""The way to a reader's stage: what its file may be, and the pages that are made of it."""

from __future__ import annotations

import posixpath
import re

import pytest

from scripts.build import build_site
from scripts.extract import find_page_messages
from scripts.finder_rules import read_finder
from scripts.lined_yaml import load_lined
from scripts.made import read_all
from scripts.problems import ProblemsFound
from tests.cases import read_cases
from tests.projects import MEETING, REAL, make_project, write

PAGE = "start/find"
INTRODUCTION = """\
---
title: Find
description: Where you are.
---
# What have you had?

Choose.
"""
DATA = """\
steps:
  - step: start
    title: What have you had?
    choices:
      - {words: A letter, step: letter}
      - {words: A meeting, page: meetings/meeting}
  - step: letter
    title: What does the letter say?
    description: Find your letter.
    search_words: letter, post
    help: Look at the top.
    choices:
      - {words: Who comes, page: meetings/meeting, part: who-comes}
"""


@pytest.mark.parametrize("case", read_cases("finder"))
def test_a_file_of_steps_is_read_so(case):
    pages = {"index", "stages/one", "stages/two"}
    finder, problems = read_finder(load_lined(case["file"]), "find", "find.yml", pages)
    found = [f"{problem.line}: {problem.what} {problem.remedy}" for problem in problems]
    assert found == case.get("problems", [])
    assert list(finder.steps) == case.get("steps", [])


def project(tmp_path, data=DATA):
    pages = {"index": "---\ntitle: Home\n---\n# Home\n\nGo on.\n", "meetings/meeting": MEETING,
             PAGE: INTRODUCTION}  # fmt: skip
    made = make_project(tmp_path, pages)
    made.config.write_text(made.config.read_text() + f"\nnot_in_nav: {PAGE}/\n")
    write(made.page_data(PAGE), data)
    return made


def test_each_step_is_a_page_of_its_own_with_its_own_messages(tmp_path):
    found = {page: [message.text for message in messages]
             for page, messages in find_page_messages(project(tmp_path)).items()}  # fmt: skip
    assert list(found) == ["index", "meetings/meeting", "start/find", "start/find/letter"]
    assert found["start/find"] == [
        "Find", "Where you are.", "What have you had?", "Choose.",
        "[A letter](find/letter.md)", "[A meeting](../meetings/meeting.md)",
    ]  # fmt: skip
    assert found["start/find/letter"] == [
        "What does the letter say?", "Find your letter.", "letter, post",
        "What does the letter say?", "Look at the top.",
        "[Who comes](../../meetings/meeting.md#who-comes)",
    ]  # fmt: skip


def test_the_pages_of_steps_are_built_in_every_language_and_lead_back(tmp_path):
    made = project(tmp_path)
    build_site(made)
    for folder in ("", "pl/", "ur/"):
        html = (made.site / f"{folder}start/find/letter.html").read_text(encoding="utf-8")
        assert 'href="../../meetings/meeting.html#who-comes"' in html
        (crumbs,) = re.findall(r'<nav class="crumbs".*?</nav>', html, re.DOTALL)
        assert 'href="../find.html"' in crumbs


def test_a_problem_in_a_step_names_the_line_of_the_file(tmp_path):
    made = project(tmp_path, DATA.replace("Look at the top.", "Call 0808 801 0366 now."))
    with pytest.raises(ProblemsFound) as caught:
        find_page_messages(made)
    assert {problem.where for problem in caught.value.problems} == {f"docs/{PAGE}.yml:7"}


def test_a_broken_page_of_steps_leaves_the_other_pages_readable(tmp_path):
    read = read_all(project(tmp_path, DATA.replace("page: meetings/meeting", "page: gone", 1)))
    assert [problem.what for problem in read.problems] == ["There is no page docs/gone.md."]
    assert "index" in read.sources


def taps(start: str) -> dict[str, int]:
    """For each page of this site, how many taps it is from `start`."""
    sources = read_all(REAL).sources
    found, waiting = {start: 0}, [start]
    while waiting:
        page = waiting.pop(0)
        for address in re.findall(r"\]\(([^)#\s]+)\.md", sources[page].markdown):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
            if target not in found:
                found[target] = found[page] + 1
                waiting.append(target)
    return found


def test_every_stage_is_at_most_four_taps_from_the_first_question():
    away = taps("start/find-your-stage")
    stages = [page for page in REAL.pages() if page.startswith("stages/")]
    assert len(stages) == 17
    assert {page: away[page] for page in stages if away[page] > 4} == {}


def test_what_is_needed_at_once_is_at_most_two_taps_from_home():
    away = taps("index")
    assert away["start/at-the-door"] <= 2 and away["start/asked-to-sign"] <= 2


def test_every_page_can_be_reached_by_links_in_the_text_of_pages():
    assert [page for page in read_all(REAL).sources if page not in taps("index")] == []
