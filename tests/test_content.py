"""What every page of the real guidance has, so that no reader comes to a dead end."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from scripts.citations import named_facts
from scripts.facts import read_facts
from scripts.lined_yaml import load_lined
from scripts.made import read_all
from scripts.words import PAGE as WORDS
from tests.projects import REAL

PAGES = read_all(REAL).sources
WRITTEN = REAL.pages()
FACTS = read_facts(REAL.facts)
QUESTIONS = yaml.safe_load((Path(__file__).parent / "cases" / "questions.yml").read_text())
LONGEST_REVIEW = timedelta(days=366)
NO_END = {"index", "start/find-your-stage", WORDS, "about/how-we-check"}
"""Pages that end with choices, or with a list that readers look things up in."""

every_page = pytest.mark.parametrize("page", PAGES)
every_written_page = pytest.mark.parametrize("page", WRITTEN)


def words(text: str) -> str:
    """The letters and digits of a text, without case, for comparing a question with a heading."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


@every_page
def test_a_page_says_what_people_type_to_find_it(page):
    typed = PAGES[page].meta["search_words"].split(",")
    assert len(typed) >= 4 and all(word.strip() for word in typed)


@every_page
def test_a_page_has_a_description_that_search_results_can_show(page):
    assert 20 <= len(PAGES[page].meta["description"]) <= 160


@every_written_page
def test_a_page_is_checked_again_within_12_months(page):
    meta = PAGES[page].meta
    assert isinstance(meta["review_by"], date)
    assert timedelta(0) < meta["review_by"] - meta["checked"] <= LONGEST_REVIEW


@every_written_page
def test_a_page_that_speaks_of_law_rests_on_facts_of_the_register(page):
    named = named_facts(PAGES[page].meta)
    assert set(named) <= FACTS.keys()
    assert named or page.startswith("about/")


@every_written_page
def test_a_page_says_who_can_help_and_what_comes_next(page):
    headings = re.findall(r"^## (.+)$", PAGES[page].markdown, re.MULTILINE)
    if page in NO_END:
        assert "](" in PAGES[page].markdown
    elif page != "help/help-now":  # which is about nothing else than who can help
        assert "Who can help?" in headings
    assert page in NO_END or headings[-1] == "What next?"


def test_no_two_pages_have_the_same_title():
    titles = [source.meta["title"] for source in PAGES.values()]
    assert sorted(set(titles)) == sorted(titles)


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


