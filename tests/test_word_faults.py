"""The rules for words: sentences of the pages pass, and slips of units, modals and terms do not."""

from __future__ import annotations

import pytest

from scripts.glossary import NO_WORDS, Glossary, Meant, Term, read_glossary
from scripts.sources import read_sources
from scripts.word_faults import find_word_faults
from tests.cases import read_cases
from tests.projects import REAL, look, make_project, write, write_catalogue

CASES = read_cases("word_faults")


@pytest.fixture(scope="module")
def glossaries() -> dict[str, Glossary]:
    """The agreed words of the real project."""
    sources = read_sources(REAL)
    return {code: sources.glossary(code) for code in ("pl", "ur")}


@pytest.mark.parametrize("case", CASES)
def test_a_translation_is_stopped_for_the_words_that_it_changes(case, glossaries):
    found = find_word_faults(case["english"], case["translation"], glossaries[case["language"]])
    assert [fault.what for fault in found] == case["faults"]


@pytest.mark.parametrize("case", CASES)
def test_without_a_glossary_there_are_no_rules_for_words(case):
    assert find_word_faults(case["english"], case["translation"], NO_WORDS) == []


@pytest.mark.parametrize("case", read_cases("word_remedies"))
def test_a_fault_of_words_says_what_mends_it(case, glossaries):
    found = find_word_faults(case["english"], case["translation"], glossaries[case["language"]])
    assert [fault.remedy for fault in found] == case["remedies"]


def held(**words) -> Glossary:
    return Glossary(language="xx", path="locale/xx/glossary.yml", **words)


def whats(english: str, translation: str, glossary: Glossary) -> list[str]:
    return [fault.what for fault in find_word_faults(english, translation, glossary)]


def test_a_pair_is_excused_only_when_both_are_exact():
    glossary = held(negation=("ma",), as_meant=(Meant("Not so.", "Haa."),))
    assert whats("Not so.", "Haa.", glossary) == []
    assert whats("Not so.", "Haa!", glossary) != []


def test_a_list_that_is_not_there_has_no_rule():
    assert whats("You must not wait 15 days.", "Sug.", held(terms=(Term(("x",), ("y",)),))) == []


def test_a_unit_without_agreed_words_has_no_rule_though_others_have_some():
    glossary = held(units={"days": ("maalmood",)})
    assert whats("Go within 15 working days.", "Tag 15 maalmood.", glossary) == []
    assert whats("Go within 15 days.", "Tag 15 saac.", glossary) != []


def test_the_longest_form_is_read_and_not_the_one_inside_it():
    glossary = held(modals={"must": ("waa",), "do not have to": ("waa in la iska daayo",)})
    assert whats("You do not have to go.", "waa in la iska daayo", glossary) == []


def test_a_language_without_blanks_is_searched_inside_its_lines():
    glossary = Glossary(language="th", units={"days": ("วัน",), "weeks": ("สัปดาห์",)})
    assert whats("In 5 days.", "ภายใน5สัปดาห์", glossary) == [
        'English says "5 days"; the translation does not say so with any of the agreed words: วัน.'
    ]


PAGE = """\
---
title: You must ask
description: Ask within 5 days.
search_words: must, not, 5 days
---
# Welcome

You must go.
"""
WORDS = """\
language: pl
modals: {must: [musisz], can: [możesz]}
units: {days: [dni], weeks: [tygodni]}
negation: [nie]
"""


@pytest.fixture
def project(tmp_path):
    project = make_project(tmp_path, {"index": PAGE})
    write(project.glossary("pl"), WORDS)
    return project


def errors(project) -> list[str]:
    problems = look(project, "catalogues").problems
    return [problem.what for problem in problems if not problem.warning]


def test_search_words_are_held_to_no_words(project):
    write_catalogue(project, "pl", "index", {"must, not, 5 days": "możesz, tygodni 5"})
    assert errors(project) == []


def test_titles_descriptions_and_blocks_are_held_to_the_agreed_words(project):
    write_catalogue(project, "pl", "index", {
        "You must ask": "Możesz zapytać",
        "Ask within 5 days.": "Zapytaj w ciągu 5 tygodni.",
        "You must go.": "Możesz iść.",
    })  # fmt: skip
    assert len(errors(project)) == 3


def test_a_glossary_of_another_language_is_not_used(project):
    write_catalogue(project, "ur", "index", {"You must go.": "Możesz iść."})
    assert errors(project) == []


def test_the_real_glossaries_can_be_read():
    for code in ("pl", "ur"):
        path = REAL.glossary(code)
        assert read_glossary(path, REAL.short(path), code).language == code
