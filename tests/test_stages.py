"""The map of stages: its file, its page, and the line on the pages of each step."""

from __future__ import annotations

import re

import pytest

from scripts.build import build_site
from scripts.extract import find_page_messages
from scripts.lined_yaml import load_lined
from scripts.made import read_all
from scripts.problems import ProblemsFound
from scripts.stage_rules import read_stages
from scripts.stages import PAGE
from tests.cases import read_cases
from tests.projects import MEETING, REAL, make_project, write, write_catalogue

MAP = """\
---
title: Map
description: Where you are.
---
# The map

<!-- made here -->

Ask us.
"""
DATA = """\
stages:
  - title: All children
    page: index
    text: You can ask for help.
    facts: [help-line]
    links:
      - {page: stages/plan, words: The plan, says: what will change}
  - title: Court
    page: stages/court
    text: A court decides.
    also: [stages/plan]
"""
HEADING = "**[Court](court.md)**"


@pytest.mark.parametrize("case", read_cases("stages"))
def test_a_file_of_stages_is_read_so(case):
    pages = {"index", "stages/map", "stages/one", "stages/two"}
    entries = load_lined(case["file"])["stages"]
    stages, problems = read_stages(entries, "stages/map", "map.yml", pages)
    found = [f"{problem.line}: {problem.what} {problem.remedy}" for problem in problems]
    assert found == case.get("problems", [])
    assert [stage.title for stage in stages] == case.get("titles", [])


def project(tmp_path, data=DATA):
    text = "---\ntitle: {0}\n---\n# {0}\n\nRead this.\n"
    named = {"index": "Home", "stages/plan": "Plan", "stages/court": "At court"}
    pages = {page: text.format(title) for page, title in named.items()}
    pages |= {"meetings/meeting": MEETING, PAGE: MAP}
    made = make_project(tmp_path, pages)
    write(made.page_data(PAGE), data)
    return made


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site with a map, whose title of one step is translated into Polish and of none into
    Urdu."""
    made = project(tmp_path_factory.mktemp("project"))
    write_catalogue(made, "pl", PAGE, {HEADING: "**[Sąd (court)](court.md)**"})
    build_site(made)
    return made.site


def strip(site, page):
    """The line of a page: of each step the address, attribute, title and the mark after it."""
    html = (site / f"{page}.html").read_text(encoding="utf-8")
    line = "".join(re.findall(r'<nav class="stages".*?</nav>', html, re.DOTALL))
    step = r'<li><a href="([^"]*)"([^>]*)>(.*?)</a>(?: <b>(.*?)</b>)?</li>'
    return re.findall(step, line)


def test_the_steps_are_messages_of_the_map_where_it_says_so(tmp_path):
    texts = [message.text for message in find_page_messages(project(tmp_path))[PAGE]]
    assert texts == [
        "Map", "Where you are.", "The map", "**[All children](../index.md)**",
        "You can ask for help.", "[The plan](plan.md): what will change", HEADING,
        "A court decides.", "Ask us.",
    ]  # fmt: skip


@pytest.mark.parametrize(("words", "line"), [("A court decides", 8), ("what will change", 7)])
def test_a_problem_in_a_step_or_a_link_names_its_line_of_the_file(tmp_path, words, line):
    with pytest.raises(ProblemsFound) as caught:
        find_page_messages(project(tmp_path, DATA.replace(words, "call 0808 801 0366")))
    assert {problem.where for problem in caught.value.problems} == {f"docs/{PAGE}.yml:{line}"}


def test_the_map_is_an_ordered_list_of_links_whose_facts_nobody_is_shown(site):
    html = (site / f"{PAGE}.html").read_text(encoding="utf-8")
    (drawn,) = re.findall(r'<div class="stage-map">\n(<ol>.*?</ol>)\n</div>', html, re.DOTALL)
    assert re.findall(r'href="([^"]*)"', drawn) == ["../index.html", "plan.html", "court.html"]
    assert "help-line" not in drawn


def test_a_page_of_one_step_says_you_are_here_in_words_and_to_those_who_listen(site):
    here = ' aria-current="step"'
    assert strip(site, "stages/court") == [
        ("../index.html", "", "All children", ""),
        ("court.html", here, "Court", "You are here"),
    ]


def test_a_page_of_several_steps_says_that_you_may_be_at_each_and_calls_none_current(site):
    # WAI-ARIA 1.2, aria-current: only one element of a set should have it.
    marks = [(current, mark) for _, current, _, mark in strip(site, "stages/plan")]
    assert marks == [("", "You may be here")] * 2


def test_a_page_of_a_step_leads_to_the_map_and_other_pages_have_no_line(site):
    html = (site / "stages" / "court.html").read_text(encoding="utf-8")
    assert '<a class="tap" href="stage-map.html">The whole map of stages</a>' in html
    assert strip(site, PAGE) == strip(site, "meetings/meeting") == []


def test_a_title_is_that_of_the_translated_map_without_the_english_in_brackets(site):
    titles = [title for _, _, title, _ in strip(site, "pl/stages/court")]
    assert titles == ['<span lang="en" dir="ltr">All children</span>', "Sąd"]


def test_a_title_that_may_not_be_shown_is_english_and_marked_so(tmp_path):
    made = project(tmp_path)
    write_catalogue(made, "pl", PAGE, {HEADING: "**[Sąd 999](court.md)**"})
    build_site(made, keep_going=True)
    (title,) = [t for url, _, t, _ in strip(made.site, "pl/stages/court") if url == "court.html"]
    assert title == '<span lang="en" dir="ltr">Court</span>'


def test_every_stage_page_of_this_site_belongs_to_a_step():
    stages = read_all(REAL).stages
    known = set().union(*(stage.pages for stage in stages))
    assert len(stages) == 7
    assert {page for page in REAL.pages() if page.startswith("stages/")} - known == {PAGE}
