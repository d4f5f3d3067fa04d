"""What a new wording may not change unseen."""

from __future__ import annotations

import pytest

from scripts.meaning import find_changes
from tests.cases import read_cases


@pytest.mark.parametrize("case", read_cases("wordings"))
def test_a_change_of_meaning_is_named(case):
    assert find_changes(case["old"], case["new"]) == case["changed"]


@pytest.mark.parametrize("case", read_cases("wordings"))
def test_a_change_of_meaning_is_one_both_ways(case):
    assert find_changes(case["new"], case["old"]) == case["changed"]
