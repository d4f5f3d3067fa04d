"""What every page of the real guidance has, so that no reader comes to a dead end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from scripts.checks import CHECKS
from scripts.lined_yaml import load_lined
from scripts.made import read_all
from scripts.subject import Subject
from scripts.words import PAGE as WORDS
from tests.projects import CHECKS_AT_HOME, REAL, TODAY

PAGES = read_all(REAL).sources
WRITTEN = REAL.pages()
QUESTIONS = yaml.safe_load((Path(__file__).parent / "cases" / "questions.yml").read_text())
NO_END = {"index", "start/find-your-stage", WORDS, "about/how-we-check", "help/find-a-page"}
"""Pages that end with choices, or with a list that readers look things up in."""

every_written_page = pytest.mark.parametrize("page", WRITTEN)


def words(text: str) -> str:
    """The letters and digits of a text, without case, for comparing a question with a heading."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


@pytest.fixture(scope="module")
def this_site(real_site):
    """The real project with its site, as it was on one day: a test must not fail by itself when
    the day comes on which a page is to be checked again."""
    return Subject(REAL, TODAY, built=real_site)


@pytest.mark.parametrize("check", CHECKS_AT_HOME)
def test_no_check_finds_anything_wrong_with_this_site(this_site, check):
    assert list(map(str, CHECKS[check](this_site).problems)) == []


@every_written_page
def test_a_page_says_who_can_help_and_what_comes_next(page):
    headings = re.findall(r"^## (.+)$", PAGES[page].markdown, re.MULTILINE)
    if page in NO_END:
        assert "](" in PAGES[page].markdown
    elif page != "help/help-now":  # which is about nothing else than who can help
        assert "Who can help?" in headings
    assert page in NO_END or headings[-1] == "What next?"


@pytest.mark.parametrize(("question", "page"), QUESTIONS.items(), ids=QUESTIONS)
def test_a_question_that_parents_ask_is_a_heading_with_an_answer_below_it(question, page):
    parts = re.split(r"^#+ (.+)$", PAGES[page].markdown, flags=re.MULTILINE)
    texts = {words(head): text for head, text in zip(parts[1::2], parts[2::2], strict=True)}
    found = [text for head, text in texts.items() if words(question) in head]
    assert found and re.match(r'\s*["*]{0,2}[A-Z]', found[0])


def test_each_word_from_letters_has_a_place_and_a_plain_meaning():
    listed = load_lined(REAL.page_data(WORDS).read_text(encoding="utf-8"))["words"]
    assert len(listed) >= 90
    assert [entry["term"] for entry in listed if len(entry["meaning"].split()) > 40] == []


