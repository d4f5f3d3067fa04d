"""How hard English is to read, and what an author is told of a page that is too hard."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest
from click.testing import CliRunner

from scripts.__main__ import main
from scripts.exemptions import read_exemptions
from scripts.page_report import PageReport, describe_pages
from scripts.page_text import read_texts
from scripts.plain import plain_words
from scripts.reading import count_syllables, find_sentences, grade, reading_age
from tests.cases import read_cases
from tests.projects import HOME, REAL, look, make_project, write

CASES = read_cases("reading")
PAGE = "---\ntitle: Home page\ndescription: Where to begin.\n---\n# Welcome\n\n{text}\n"
HELP = PAGE.replace("Home page", "Help").replace("Welcome", "Help")
EXEMPT = "- page: help\n  why: These are the words of the Act itself.\n"
LONG = "You can ask " + "the social worker " * 8 + "now."
HARD = "Multidisciplinary organisations communicate individual recommendations."


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


@pytest.mark.parametrize("case", read_cases("checks/reading"))
def test_a_page_and_its_exemptions_are_judged_so(case, tmp_path):
    project = make_project(tmp_path, {"index": HOME, "help": HELP.format(text=case["page"])})
    if "exemptions" in case:
        write(project.exemptions, case["exemptions"])
    found = [f"{problem}\n" for problem in look(project, "reading").problems]
    assert found == case["problems"]


def test_exemptions_that_are_not_utf_8_are_refused_at_their_line(tmp_path):
    project = make_project(tmp_path)
    project.exemptions.write_bytes(b"# \xa3\n[]\n")
    (problem,) = look(project, "reading").problems
    assert (problem.where, problem.what) == ("exemptions.yml:1", "The file is not UTF-8.")


def test_an_exemption_of_a_page_that_cannot_be_read_is_not_judged(tmp_path):
    project = make_project(tmp_path, {"index": HOME, "help": "No front matter."})
    write(project.exemptions, EXEMPT)
    assert look(project, "reading").problems == []


def test_the_exemptions_of_this_site_can_be_read():
    assert read_exemptions(REAL)[1] == []


def test_the_median_and_the_highest_reading_age_are_said(tmp_path):
    pages = {"index": HOME, "help": HELP.format(text=HARD), "other": HELP.format(text="Ask us.")}
    assert look(make_project(tmp_path, pages), "reading").notes == [
        "Half of the pages have a reading age of 5.0 or less, and the hardest 52.7; "
        "alongside pages shows each."
    ]


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
    assert result.output.endswith(
        "\nThe hardest sentences of index:\n"
        "docs/index.md:7: Ask the social worker about the assessment. "
        "(7 words; long words: assessment)\n"
        "docs/index.md:7: Ask for help with it. (5 words; long words: none)\n"
    )


def test_the_command_fails_on_a_page_that_is_too_hard(tmp_path, monkeypatch):
    make_project(tmp_path, {"index": PAGE.format(text=LONG)})
    result = run(tmp_path, monkeypatch)
    assert (result.exit_code, "the most is 25" in result.output) == (1, True)


def test_the_command_lets_pass_what_is_exempt(tmp_path, monkeypatch):
    project = make_project(tmp_path, {"index": HOME, "help": HELP.format(text=HARD)})
    write(project.exemptions, EXEMPT)
    assert run(tmp_path, monkeypatch).exit_code == 0


def test_the_command_says_what_is_wrong_with_the_exemptions(tmp_path, monkeypatch):
    write(make_project(tmp_path).exemptions, "help: It is hard.\n")
    result = run(tmp_path, monkeypatch)
    assert (result.exit_code, "The file holds no list." in result.output) == (1, True)


def test_a_broken_page_stops_only_those_who_ask_for_it(tmp_path, monkeypatch):
    make_project(tmp_path, {"index": "No front matter.", "help": PAGE.format(text="Ask us.")})
    assert run(tmp_path, monkeypatch, "help").exit_code == 0
    assert run(tmp_path, monkeypatch).exit_code == 1


def test_this_site_can_be_read_by_a_child_of_nine():
    texts = read_texts(REAL)[0].values()
    assert median(PageReport(text).age for text in texts) <= 9, "\n".join(describe_pages(texts))
