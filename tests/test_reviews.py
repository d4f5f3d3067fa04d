"""Pages that should have been checked again: who is told of them, and how."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from lxml import html as lxml_html

from scripts.build import build_site
from tests.cases import read_cases, told
from tests.projects import REAL, look, make_project, write_catalogue

REVIEW = date(2026, 11, 20)
PAGE = """\
---
title: Home page
description: Where to begin.
review_by: {review_by}
facts: [help-line]
---
# Welcome

Read this first.
"""
LATE = "We have not yet checked this page again. We said that we would do it by:"
LATE_IN_URDU = "ہم نے یہ صفحہ دوبارہ چیک نہیں کیا:"
PROMISE = "We will check it again by:"


@pytest.mark.parametrize("case", read_cases("checks/reviews"))
def test_a_page_is_late_so(tmp_path, case):
    project = make_project(tmp_path, {"index": PAGE.format(review_by=case["review_by"])})
    found = look(project, "reviews")
    assert (told(found.problems), found.notes) == (case["problems"], case["notes"])


def test_pages_made_from_data_are_counted_with_the_page_that_they_belong_to():
    named = {problem.path for problem in look(REAL, "reviews", date(9999, 1, 1)).problems}
    assert named == {REAL.short(REAL.page(page)) for page in REAL.pages()}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The text of a page by its language and by the day of the build."""
    project = make_project(
        tmp_path_factory.mktemp("late"), {"index": PAGE.format(review_by=REVIEW)}
    )
    write_catalogue(project, "ur", "interface", {LATE: LATE_IN_URDU})
    found = {}
    for day in (REVIEW, REVIEW + timedelta(days=1)):
        build_site(project, today=day)
        for code in ("", "ur/"):
            text = (project.site / f"{code}index.html").read_text(encoding="utf-8")
            found[code, day] = lxml_html.document_fromstring(text)
    return found


IN_TIME, TOO_LATE = REVIEW, REVIEW + timedelta(days=1)


@pytest.mark.parametrize(("code", "words"), [("", LATE), ("ur/", LATE_IN_URDU)])
def test_readers_are_told_of_a_page_that_is_late_in_their_language(built, code, words):
    notes = [note.text_content() for note in built[code, TOO_LATE].xpath("//main/*[@role='note']")]
    assert any(words in note and "20/11/2026" in note for note in notes)


@pytest.mark.parametrize(("code", "words"), [("", LATE), ("ur/", LATE_IN_URDU)])
def test_readers_are_told_nothing_on_the_day_itself(built, code, words):
    assert words not in built[code, IN_TIME].text_content()


def test_the_day_keeps_its_order_in_a_text_that_runs_from_right_to_left(built):
    (note,) = built["ur/", TOO_LATE].xpath("//main/*[@role='note'][.//time]")
    assert note.xpath(".//time/bdi/@dir") == ["ltr"]


def test_a_page_that_is_late_no_longer_promises_to_be_in_time(built):
    assert [PROMISE in built["", day].text_content() for day in (IN_TIME, TOO_LATE)] == [
        True,
        False,
    ]


def test_the_note_is_printed_too(built):
    (note,) = built["", TOO_LATE].xpath("//main/*[@role='note']")
    style = (REAL.overrides / "assets" / "alongside.css").read_text(encoding="utf-8")
    printed = style.partition("@media print")[2]
    (hidden,) = re.findall(r"([^{}]+)\{ display: none !important; \}", printed)
    assert not {f".{name}" for name in note.get("class").split()} & set(re.split(r"[ ,]+", hidden))
