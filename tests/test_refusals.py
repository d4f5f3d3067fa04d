"""What a page may not contain, and what it is told: held against cases/refused.yml."""

from __future__ import annotations

from html import unescape

import pytest

from scripts.extract import Extraction
from scripts.problems import Problem, ProblemsFound
from scripts.translate import Original
from tests.cases import read_cases
from tests.laws import extracted, render

CASES = read_cases("refused")
REFUSED = [param for param in CASES if "what" in param.values[0]]
WELCOME = [param for param in CASES if "html" in param.values[0]]


def refuse(page: str, first_line: int = 1) -> list[Problem]:
    with pytest.raises(ProblemsFound) as caught:
        render(page, Extraction("docs/page.md", first_line))
    return caught.value.problems


@pytest.mark.parametrize("case", REFUSED)
def test_a_page_is_refused_in_these_words(case):
    (problem,) = refuse(case["page"])
    found = {"line": problem.line, "what": problem.what, "remedy": problem.remedy}
    assert found == {key: case[key] for key in found}


@pytest.mark.parametrize("case", WELCOME)
def test_a_page_that_only_looks_wrong_is_shown(case):
    extracted(case["page"])
    assert render(case["page"], Original("docs/page.md", 1)) == case["html"].rstrip("\n")


def test_an_email_address_between_angle_brackets_is_shown():
    html = unescape(render("<help@example.org>", Original("docs/page.md", 1)))
    assert html == '<p><a href="mailto:help@example.org">help@example.org</a></p>'


def test_a_page_is_told_everything_that_is_wrong_with_it_at_once():
    found = refuse("Call <b>now</b>.\n\n[TOC]\n\n{{ helpline }}\n", first_line=5)
    assert [(problem.line, problem.what) for problem in found] == [
        (5, "Raw HTML is not used in pages: <b>"),
        (7, "[TOC] is not used."),
        (9, "The placeholder {{ helpline }} is not known."),
    ]


@pytest.mark.parametrize("name", ["title", "aria-label", "onclick", "style", "href", "lang"])
def test_an_attribute_that_no_page_needs_is_refused(name):
    assert [p.what for p in refuse(f'[a](b.md){{ {name}="Twoje prawa" }}\n')] == [
        f"The attribute {name} is not used in pages."
    ]
