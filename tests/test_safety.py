"""Which translations may be shown: honest ones pass, and each rule has what it must stop."""

from __future__ import annotations

import pytest

from scripts.contacts import Contact, known_numbers
from scripts.definitions import Definitions
from scripts.dialect import make_bare_markdown
from scripts.probe import Probe
from scripts.safety import Fault, find_faults, find_plain_faults
from tests.cases import read_cases

CONTACTS = {
    "helpline": Contact("Helpline", "0808 801 0366", "https://example.org/", relay="18001"),
    "police": Contact("Police", "101", None),
    "advice": Contact("Family Rights Group", None, "https://example.org/advice"),
    "mens-line": Contact("Men's Advice Line", None, "https://example.org/men"),
    "samaritans": Contact("Samaritans", "116 123", None),
    "contact": Contact("Contact", None, "https://example.org/contact"),
}
CASES = read_cases("safety")


def page_probe(kind: type[Probe] = Probe) -> Probe:
    links, notes = {"a-name": ("../other.md", None)}, ("law", "court")
    known = Definitions(links, notes, CONTACTS, known_numbers(CONTACTS))
    return kind(make_bare_markdown(CONTACTS), known)


def faults(case: dict, probe: Probe) -> list[Fault]:
    return find_faults(case["english"], case["translation"], probe)


@pytest.mark.parametrize("case", CASES)
def test_a_translation_is_stopped_for_its_faults_and_no_others(case):
    assert [fault.what for fault in faults(case, page_probe())] == case["faults"]


@pytest.mark.parametrize("case", read_cases("remedies"))
def test_a_fault_says_what_mends_it(case):
    found = {fault.what: fault.remedy for fault in faults(case, page_probe())}
    assert found[case["claim"]] == case["remedy"]


@pytest.mark.parametrize("case", CASES)
def test_the_english_itself_has_no_fault(case):
    assert faults({**case, "translation": case["english"]}, page_probe()) == []


def test_no_message_changes_what_is_found_in_the_next():
    probe = page_probe()
    found = [[fault.what for fault in faults(case.values[0], probe)] for case in CASES]
    assert found == [case.values[0]["faults"] for case in CASES]


@pytest.mark.parametrize("case", read_cases("plain_messages"))
def test_a_message_without_markdown_is_held_to_the_rules_that_need_none(case):
    found = find_plain_faults(case["english"], case["translation"])
    assert [fault.what for fault in found] == case["faults"]
