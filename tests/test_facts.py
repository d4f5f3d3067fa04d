"""The register of facts: what is read of it, and what is said where it cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.facts import Fact, read_facts
from scripts.problems import ProblemsFound

UNREADABLE = {
    "no YAML": b"- id: [\n",
    "not UTF-8": "- {id: pl, figure: dni, verified: świeże}\n".encode("cp1250"),
    "empty": b"",
    "no list": b"id: frg\n",
    "words in place of a fact": b"- frg\n",
    "a fact without a figure": b"- {id: frg, verified: 'yes'}\n",
    "a day that does not exist": b"- {id: a, figure: null, verified: 'yes', checked: 2026-11-31}\n",
    "a fact without an id": b"- {figure: null, verified: 'yes'}\n",
}


def register(folder: Path, content: bytes) -> Path:
    path = folder / "england.yml"
    path.write_bytes(content)
    return path


def test_facts_are_found_by_their_id(tmp_path):
    days = (
        "- {id: days, figure: ১৫ দিন, verified: 'no', fact: It takes days., note: x,\n"
        "   url: 'https://example.org/', checked: '2026-11-21', topic: y,\n   source: An Act s1}\n"
    )
    other = "- {id: a, figure: null, verified: 'yes'}\n"
    assert read_facts(register(tmp_path, (days + other).encode())) == {
        "days": Fact(
            "days", "১৫ দিন", "no", "It takes days.", "x", "https://example.org/", "2026-11-21",
            "An Act s1", "y",
        ),
        "a": Fact("a", None, "yes"),
    }


@pytest.mark.parametrize(
    ("verified", "confirmed"),
    [("yes", True), ("corroborated", True), ("no", False), (True, False), (None, False)],
)
def test_only_a_fact_that_was_confirmed_is_confirmed(verified, confirmed):
    assert Fact("frg", "101", verified).confirmed is confirmed


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_a_register_that_cannot_be_read_is_refused_with_what_mends_it(content, tmp_path):
    with pytest.raises(ProblemsFound) as caught:
        read_facts(register(tmp_path, content))
    (problem,) = caught.value.problems
    assert problem.where == "facts/england.yml"
    assert problem.what.startswith("The register of facts cannot be read: ")
    assert problem.remedy == "Mend the file, or take it from the last version that worked."


def test_a_register_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ProblemsFound, match=r"The register of facts cannot be read: \[Errno 2\]"):
        read_facts(tmp_path / "england.yml")
