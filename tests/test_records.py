"""What changed in the files beside the catalogues."""

from __future__ import annotations

import string

import pytest

from scripts.proposals.records import MOST, Difference, find_differences, read_entries
from tests.projects import write

PAIR = "- {{english: You must come., translation: {}}}\n"
RIGHT, WRONG = PAIR.format("Trzeba przyjść."), PAIR.format("Można przyjść.")
BOMB = "a: &a [x, [], {}]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 40)}]\n"
    for before, name in zip(string.ascii_lowercase, string.ascii_lowercase[1:12], strict=False)
)
"""Lists of lists: written out, more entries than any computer holds."""


@pytest.fixture
def differences(tmp_path):
    def found(before, after):
        write(tmp_path / "before.yml", before)
        write(tmp_path / "after.yml", after)
        return find_differences(*(read_entries(tmp_path / f"{name}.yml")
                                  for name in ("before", "after")))  # fmt: skip

    return found


@pytest.mark.parametrize("after", [RIGHT + WRONG, WRONG + RIGHT])
def test_no_entry_hides_behind_another_of_its_name(differences, after):
    found = differences(f"as_meant:\n{RIGHT}", f"as_meant:\n{after}")
    assert any("Można przyjść." in each.new for each in found)


def test_words_that_yaml_takes_for_a_truth_value_are_words(differences):
    assert differences("negation: {no: nie}\n", "negation: {no: off}\n") == [
        Difference("negation / no", "nie", "off")
    ]


@pytest.mark.parametrize("content", ["", "a: &a {b: *a}\n", "[" * 900, "- " * 5000, "\x00"])
def test_what_cannot_be_read_has_no_entries_and_stops_nothing(tmp_path, content):
    write(tmp_path / "x.yml", content)
    assert set(read_entries(tmp_path / "x.yml")) <= {""}


def test_lists_that_hold_each_other_many_times_are_read_up_to_a_bound(tmp_path):
    write(tmp_path / "x.yml", BOMB)
    assert len(read_entries(tmp_path / "x.yml")) == MOST
