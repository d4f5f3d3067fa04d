"""How hard English is to read, and what an author is told of a page that is too hard."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest
from click.testing import CliRunner

from scripts.__main__ import main
from scripts.page_text import read_texts
from scripts.plain import plain_words
from scripts.reading import count_syllables, find_sentences, grade, reading_age
from scripts.report import PageReport, describe_pages
from tests.cases import read_cases
from tests.projects import REAL, look, make_project

CASES = read_cases("reading")
PAGE = "---\ntitle: Home page\ndescription: Where to begin.\n---\n# Welcome\n\n{text}\n"
LONG = "You can ask " + "the social worker " * 8 + "now."
EASY = "You can ask for help here. It is free. " * 9
HARD = (
    "Multidisciplinary organisations subsequently communicate individual recommendations "
    "concerning accommodation, rehabilitation, administration and responsibility."
)


@pytest.mark.parametrize("case", [param for param in CASES if "sentences" in param.values[0]])
def test_sentences_are_found_so(case):
    found = [sentence.text for sentence in find_sentences([(case["message"], 1)])]
    assert found == case["sentences"]


@pytest.mark.parametrize("case", [param for param in CASES if "plain" in param.values[0]])
def test_marks_are_taken_out_of_a_message(case):
    assert " ".join(plain_words(case["message"]).split()) == case["plain"]


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("child", 1),
        ("enquiry", 3),
        ("solicitor", 4),
        ("council's", 2),
        ("Cafcass", 2),  # not in the dictionary
        ("stepped", 1),
        ("47", 2),
    ],
)
def test_syllables_are_those_that_are_said(word, syllables):
    assert count_syllables(word) == syllables


def test_the_grade_is_flesch_and_kincaids():
    found = list(find_sentences([("The social worker will call you. You can ask for help.", 1)]))
    words, sentences, syllables = 11, 2, 13  # so-cial wor-ker
    expected = 0.39 * words / sentences + 11.8 * syllables / words - 15.59
    assert grade(found) == pytest.approx(expected)
    assert reading_age(found) == max(5, 5 + expected)


def test_a_page_without_sentences_has_the_lowest_age():
    assert reading_age([]) == 5


def read_report(project):
    """The report on the one page of a project."""
    texts, _ = read_texts(project)
    return PageReport(texts["index"])


def test_an_item_of_a_list_is_no_part_of_the_next(tmp_path):
    text = "- Ask what the meeting is called\n- Ask who else will be there"
    report = read_report(make_project(tmp_path, {"index": PAGE.format(text=text)}))
    assert [sentence.text for sentence in report.sentences] == [
        "Ask what the meeting is called",
        "Ask who else will be there",
    ]


def test_what_stays_english_is_read_too(tmp_path):
    text = "Please send me all the reports for it. { translate=no }\n:   It asks for them."
    report = read_report(make_project(tmp_path, {"index": PAGE.format(text=text)}))
    assert "Please send me all the reports for it." in [each.text for each in report.sentences]


def test_a_sentence_of_too_many_words_is_named_with_its_line(tmp_path):
    project = make_project(tmp_path, {"index": PAGE.format(text=f"{EASY}\n\n{LONG}")})
    (problem,) = look(project, "reading").problems
    assert (problem.where, problem.what) == (
        "docs/index.md:9",
        f"A sentence has 28 words; the most is 25: {LONG}",
    )


def test_a_page_that_is_too_hard_is_named_with_its_hardest_sentence_and_words(tmp_path):
    text = f"You can ask for help here.\n\n{HARD}"
    (problem,) = look(make_project(tmp_path, {"index": PAGE.format(text=text)}), "reading").problems
    assert problem.where == "docs/index.md:9"
    assert problem.what.startswith("The page has a reading age of ")
    assert HARD in problem.remedy and "Multidisciplinary" in problem.remedy


def test_a_page_that_is_plain_passes(tmp_path):
    assert look(make_project(tmp_path), "reading").problems == []


def test_pages_that_cannot_be_read_are_left_to_the_check_of_pages(tmp_path):
    assert look(make_project(tmp_path, {"index": "No front matter."}), "reading").problems == []


def run(folder: Path, monkeypatch, *arguments: str):
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, ["pages", *arguments])


def test_the_command_shows_each_page_and_the_medians(tmp_path, monkeypatch):
    make_project(tmp_path)
    result = run(tmp_path, monkeypatch)
    names = [line.split()[0] for line in result.output.splitlines()]
    assert names == ["page", "index", "meetings/meeting", "median"]
    assert result.exit_code == 0


def test_the_command_shows_the_hardest_sentences_of_pages_that_are_named(tmp_path, monkeypatch):
    text = "Ask the social worker about the assessment. Ask for help with it."
    make_project(tmp_path, {"index": PAGE.format(text=text)})
    result = run(tmp_path, monkeypatch, "index")
    assert "docs/index.md:7: Ask the social worker about the assessment." in result.output


def test_the_command_fails_on_a_page_that_is_too_hard(tmp_path, monkeypatch):
    make_project(tmp_path, {"index": PAGE.format(text=LONG)})
    result = run(tmp_path, monkeypatch)
    assert (result.exit_code, "the most is 25" in result.output) == (1, True)


def test_a_broken_page_stops_only_those_who_ask_for_it(tmp_path, monkeypatch):
    make_project(tmp_path, {"index": "No front matter.", "help": PAGE.format(text="Ask us.")})
    assert run(tmp_path, monkeypatch, "help").exit_code == 0
    assert run(tmp_path, monkeypatch).exit_code == 1


def test_this_site_can_be_read_by_a_child_of_nine():
    texts = read_texts(REAL)[0].values()
    assert median(PageReport(text).age for text in texts) <= 9, "\n".join(describe_pages(texts))
