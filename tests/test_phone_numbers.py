"""What is a phone number that somebody typed: cases/phone_numbers.yml, the pages, the register."""

from __future__ import annotations

import re

import pytest

from scripts.catalogues import read_catalogue
from scripts.contacts import Contact, known_numbers, read_contacts
from scripts.facts import read_facts
from scripts.phone_numbers import find_phone_numbers, find_runs
from tests.cases import read_cases
from tests.projects import REAL

CONTACTS = {
    "helpline": Contact("Helpline", "0808 801 0366", "https://example.org/", relay="18001"),
    "police": Contact("Police", "101", None),
    "samaritans": Contact("Samaritans", "116 123", None),
    "childline": Contact("Childline", "0800 1111", None),
    "shout": Contact("Shout", None, None, text="85 258"),
}
LANGUAGES = sorted(path.name for path in REAL.locale("x").parent.iterdir() if path.is_dir())


@pytest.mark.parametrize("case", read_cases("phone_numbers"))
def test_what_is_a_phone_number_and_what_is_none(case):
    assert find_phone_numbers(case["text"], known_numbers(CONTACTS)) == case["found"]


@pytest.mark.parametrize(
    ("digits", "name"),
    [
        ("08088010366", "helpline"),
        ("448088010366", "helpline"),
        ("1800108088010366", "helpline.relay"),
        ("18001", "NAME.relay"),
        ("101", "police"),
        ("85258", "shout"),
        ("01614960123", None),
    ],
)
def test_the_contact_of_a_number_is_known_however_it_is_written(digits, name):
    assert known_numbers(CONTACTS).get(digits) == name


def test_a_number_that_may_not_be_shown_is_known_all_the_same():
    withheld = Contact("Helpline", "116 123", "https://example.org/", confirmed=False)
    assert known_numbers({"helpline": withheld}) == {"116123": "helpline"}


def test_every_number_of_a_helpline_in_the_register_is_found_where_it_is_typed():
    known = known_numbers(read_contacts(REAL))
    figures = [f.figure for f in read_facts(REAL.facts).values() if f.id.startswith("help-")]
    numbers = [n for figure in figures if figure for n in re.findall(r"[0-9][0-9 ]*[0-9]", figure)]
    assert {n for n in numbers if find_phone_numbers(f"Call {n}.", known) != [n]} == set()


def test_no_fact_and_no_translation_of_the_real_pages_is_taken_for_a_phone_number():
    known = known_numbers(read_contacts(REAL))
    facts = [fact.text for fact in read_facts(REAL.facts).values() if "help-" not in fact.id]
    translations = [
        entry.text
        for language in LANGUAGES
        for page in REAL.catalogues(language)
        if (path := REAL.catalogue(language, page)).exists()
        for entry in read_catalogue(path.read_bytes(), "x.po", language).entries.values()
    ]
    found = {text: find_phone_numbers(text, known) for text in [*facts, *translations]}
    assert {text: numbers for text, numbers in found.items() if numbers} == {}


def test_all_runs_of_digits_are_found_with_and_without_their_groups():
    assert find_runs("116,123 of 10\u00a0000 on ২১/১১") == {
        "116", "123", "116123", "10", "000", "10000", "21", "11", "2111",
    }  # fmt: skip


def test_a_long_text_of_digits_is_no_phone_number():
    assert find_phone_numbers("2 " * 5_000, known_numbers(CONTACTS)) == []
