"""The ids of headings, held against cases/headings.yml."""

from __future__ import annotations

import pytest

from scripts.translate import Original
from tests import html
from tests.cases import read_cases
from tests.laws import catalogue_of, extracted, render, translated


@pytest.mark.parametrize("case", read_cases("headings"))
def test_headings_have_these_ids(case):
    assert html.heading_ids(render(case["page"], Original("page.md", 1))) == case["ids"]


@pytest.mark.parametrize("case", read_cases("headings"))
def test_a_translation_has_the_ids_of_the_english(case):
    catalogue = catalogue_of(extracted(case["page"]), lambda text: f"{text} تە")
    assert html.heading_ids(translated(case["page"], catalogue)[0]) == case["ids"]
