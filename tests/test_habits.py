"""Warnings of catalogues: few, in plain words, and none of them stops anything."""

from __future__ import annotations

import pytest

from scripts.habits import FEWER, HABITS, find_habits
from tests.cases import read_cases, told
from tests.projects import look, make_project, write_catalogue

PAGE = """\
---
title: Home
description: Where to begin.
search_words: start, GP
---
# Welcome

Ask for help.
"""


@pytest.mark.parametrize("case", read_cases("habits"))
def test_a_volunteer_is_asked_to_look_again(case):
    found = find_habits(case["english"], case["translation"], case["language"])
    assert [warning.what for warning in found] == case["warnings"]


@pytest.mark.parametrize("warning", [*HABITS.values(), FEWER], ids=lambda each: each.what)
def test_a_warning_says_what_to_do_and_that_nothing_is_stopped(warning):
    assert warning.remedy.endswith("If it is right, leave it: nothing is stopped.")


def test_the_check_says_where_and_what_as_a_warning(tmp_path):
    project = make_project(tmp_path, {"index": PAGE})
    write_catalogue(project, "pl", "index", {"Ask for help.": "Poproś o o pomoc."})
    problems = look(project, "catalogues").problems
    assert told(problems) == [
        {
            "where": "locale/pl/index.po:5",
            "what": "A word stands twice, one after the other. English: Ask for help.",
            "remedy": HABITS["doublewords"].remedy,
            "warning": True,
        }
    ]
    assert problems[0].harm == (
        "A reader may stumble here, or miss something. The translation is shown all the same."
    )


TWO = {
    "Ask for help.": "Najpierw poproś o pomoc.",
    "Where to begin.": "Najpierw poproś o pomoc.",
}


def test_a_translation_that_stands_at_two_messages_is_named_at_the_second(tmp_path):
    project = make_project(tmp_path, {"index": PAGE})
    write_catalogue(project, "pl", "index", TWO)
    problems = look(project, "catalogues").problems
    assert [(problem.what, problem.warning) for problem in problems] == [
        (
            "The same translation stands at another message: Where to begin. "
            "English: Ask for help.",
            True,
        )
    ]


@pytest.mark.parametrize(
    ("english", "same"),
    [
        ("Ask for help.", "Pomoc."),  # so short that it may well be the same
        ("Begin here.", "Od tego trzeba zacząć."),  # the English says the same in other words
    ],
)
def test_two_messages_may_have_one_translation(tmp_path, english, same):
    project = make_project(tmp_path, {"index": PAGE.replace("Ask for help.", english)})
    write_catalogue(project, "pl", "index", {english: same, "Where to begin.": same})
    assert look(project, "catalogues").problems == []


def test_words_that_people_type_have_no_habits(tmp_path):
    project = make_project(tmp_path, {"index": PAGE})
    write_catalogue(project, "pl", "index", {"start, GP": "start start"})
    assert look(project, "catalogues").problems == []
