"""Alignment: place decides which old message a new one replaced."""

from __future__ import annotations

import pytest

from scripts.align import align
from tests.cases import read_cases


def keys(texts: list[str]) -> list[tuple[None, str]]:
    return [(None, text) for text in texts]


@pytest.mark.parametrize("case", read_cases("align"))
def test_a_new_message_has_the_old_message_of_its_place_as_partner(case):
    found = align(keys(case["old"]), keys(case["new"]))
    assert {new: old for (_, new), (_, old) in found.items()} == case["partners"]


def test_a_message_that_gets_another_context_has_itself_as_partner():
    assert align([(None, "May")], [("month", "May")]) == {("month", "May"): (None, "May")}


def test_words_that_stand_often_on_a_long_page_still_tell_places_apart():
    page = keys(["Yes", "No"] * 150)
    assert align([*page, (None, "Ask.")], [(None, "Ask them."), *page]) == {}
