"""States: derived from fingerprints, so that an edit takes a claim away by itself."""

from __future__ import annotations

from datetime import date

import pytest

from scripts.catalogues import Catalogue, Entry
from scripts.messages import Message
from scripts.problems import ProblemsFound
from scripts.recording import record_checked, record_drafted, write_states
from scripts.state_rules import LONGEST, find_name_faults
from scripts.states import (
    CHANGED,
    CHECKED,
    DRAFT,
    EDITED,
    UNCHECKED,
    UNTRANSLATED,
    digest,
    read_states,
    state_of,
)
from tests.cases import read_cases, told

SHORT = "locale/ckb/state.yml"
PAGE = "start/first-contact"
DAY = date(2026, 11, 21)
UNREADABLE = "The file cannot be read: "
ONE, TWO = "1" * 16, "2" * 16
MESSAGES = [Message("Ask for help."), Message("May", "month")]
SORANI = {(None, "Ask for help."): "داوای یارمەتی بکە.", ("month", "May"): "ئایار"}


def catalogue(translations: dict, fuzzy: tuple = (), line: int = 1) -> Catalogue:
    entries = {key: Entry(text, key in fuzzy, line) for key, text in translations.items()}
    return Catalogue("locale/ckb/start/first-contact.po", entries)


def drafted(translations: dict) -> dict:
    return {PAGE: {"drafted": digest(catalogue(translations), MESSAGES)}}


def checked(translations: dict, before: dict | None = None) -> dict:
    digests = {PAGE: digest(catalogue(translations), MESSAGES)}
    return record_checked(before or {}, digests, "Leeds Sorani Group", DAY)


def test_a_page_as_a_machine_drafted_it_is_a_draft():
    assert state_of(PAGE, catalogue(SORANI), MESSAGES, drafted(SORANI)) == DRAFT


def test_a_page_that_nobody_called_a_draft_is_only_unchecked():
    assert state_of(PAGE, catalogue(SORANI), MESSAGES, {}) == UNCHECKED


def test_the_draft_of_another_page_says_nothing():
    states = {"index": drafted(SORANI)[PAGE]}
    assert state_of(PAGE, catalogue(SORANI), MESSAGES, states) == UNCHECKED


def test_a_page_without_a_catalogue_is_untranslated_even_where_it_was_drafted():
    assert state_of(PAGE, None, MESSAGES, drafted(SORANI)) == UNTRANSLATED


@pytest.mark.parametrize("fuzzy", [(), tuple(SORANI)], ids=["empty", "fuzzy"])
def test_a_page_of_which_nothing_can_be_shown_is_untranslated(fuzzy):
    shown = catalogue(SORANI if fuzzy else dict.fromkeys(SORANI, ""), fuzzy)
    assert state_of(PAGE, shown, MESSAGES, drafted(SORANI)) == UNTRANSLATED


EDITS = {
    "one word changed": (catalogue({**SORANI, ("month", "May"): "مایس"}), MESSAGES),
    "one translation emptied": (catalogue({**SORANI, ("month", "May"): ""}), MESSAGES),
    "one translation marked fuzzy": (catalogue(SORANI, (("month", "May"),)), MESSAGES),
    "a message put into the page": (catalogue(SORANI), [*MESSAGES, Message("New.")]),
    "a message taken from the page": (catalogue(SORANI), MESSAGES[:1]),
    "messages in another order": (catalogue(SORANI), MESSAGES[::-1]),
    "a message with another context": (catalogue(SORANI), [MESSAGES[0], Message("May")]),
}


@pytest.mark.parametrize(("shown", "messages"), EDITS.values(), ids=EDITS)
def test_an_edit_takes_the_draft_away(shown, messages):
    assert state_of(PAGE, shown, messages, drafted(SORANI)) == EDITED


@pytest.mark.parametrize(("shown", "messages"), EDITS.values(), ids=EDITS)
def test_an_edit_takes_the_check_away_and_leaves_that_there_was_one(shown, messages):
    assert state_of(PAGE, shown, messages, checked(SORANI)) == CHANGED


def test_a_page_as_people_checked_it_is_checked_also_where_a_computer_drafted_it():
    assert state_of(PAGE, catalogue(SORANI), MESSAGES, checked(SORANI)) == CHECKED
    assert state_of(PAGE, catalogue(SORANI), MESSAGES, checked(SORANI, drafted(SORANI))) == CHECKED


def test_a_page_that_is_put_back_to_what_a_computer_drafted_is_a_draft_again():
    mended = {**SORANI, ("month", "May"): "مایس"}
    states = checked(mended, drafted(SORANI))
    assert state_of(PAGE, catalogue(mended), MESSAGES, states) == CHECKED
    assert state_of(PAGE, catalogue(SORANI), MESSAGES, states) == DRAFT


def test_a_page_that_was_never_translated_is_not_checked_whatever_its_file_says():
    nothing = dict.fromkeys(SORANI, "")
    assert state_of(PAGE, catalogue(nothing), MESSAGES, checked(nothing)) == UNTRANSLATED


def test_a_page_with_gaps_is_not_checked_whatever_its_file_says():
    gap = {**SORANI, ("month", "May"): ""}
    assert state_of(PAGE, catalogue(gap), MESSAGES, checked(gap)) == CHANGED


def test_a_check_keeps_the_mark_of_the_draft_beside_it():
    assert checked(SORANI, drafted(SORANI))[PAGE]["drafted"] == drafted(SORANI)[PAGE]["drafted"]


def test_of_two_checks_the_last_is_kept():
    first = checked(SORANI)
    second = record_checked(first, {PAGE: ONE}, "Hull Sorani Group", date(2027, 1, 2))
    assert second == {PAGE: {"checked": ONE, "by": "Hull Sorani Group", "date": "2027-01-02"}}


def test_a_new_draft_takes_an_older_check_out():
    assert record_drafted(checked(SORANI), {PAGE: ONE}) == {PAGE: {"drafted": ONE}}


def test_lines_and_comments_are_no_edit():
    messages = [Message(m.text, m.context, ("A remark.",), 9) for m in MESSAGES]
    assert state_of(PAGE, catalogue(SORANI, line=40), messages, drafted(SORANI)) == DRAFT


def test_two_texts_side_by_side_are_told_apart_by_where_one_ends():
    one = digest(catalogue({(None, "ab"): "x"}), [Message("ab")])
    other = digest(catalogue({(None, "a"): "bx"}), [Message("a")])
    assert one != other


def test_a_context_is_part_of_the_fingerprint():
    one = digest(catalogue({(None, "May"): "maj"}), [Message("May")])
    other = digest(catalogue({("month", "May"): "maj"}), [Message("May", "month")])
    assert one != other


def test_what_was_written_is_read_again(tmp_path):
    path = tmp_path / "state.yml"
    states = checked(SORANI, drafted(SORANI)) | {"index": {"drafted": ONE}}
    write_states(path, states)
    assert read_states(path, SHORT) == states


def test_pages_that_are_not_named_keep_their_states():
    before = {"index": {"drafted": ONE}, PAGE: {"drafted": TWO}}
    assert record_drafted(before, {PAGE: ONE})["index"] == {"drafted": ONE}
    assert record_checked(before, {PAGE: ONE}, "Us", DAY)["index"] == {"drafted": ONE}


def test_the_order_in_which_pages_are_named_changes_no_byte(tmp_path):
    one, other = tmp_path / "one.yml", tmp_path / "other.yml"
    write_states(one, record_drafted({}, {"b": ONE, "a": TWO}))
    write_states(other, record_drafted({}, {"a": TWO, "b": ONE}))
    assert one.read_bytes() == other.read_bytes()


def test_a_fingerprint_of_digits_alone_is_read_as_it_was_written(tmp_path):
    path = tmp_path / "state.yml"
    states = {PAGE: {"drafted": "0123456712345670"}, "index": {"drafted": "12345678e1234567"}}
    write_states(path, states)
    assert read_states(path, SHORT) == states


def test_the_file_says_what_it_is_for(tmp_path):
    path = tmp_path / "state.yml"
    write_states(path, {})
    assert path.read_text(encoding="utf-8").startswith("# How each page of this language came")


def test_no_file_says_nothing(tmp_path):
    assert read_states(tmp_path / "state.yml", SHORT) == {}


@pytest.mark.parametrize("case", read_cases("states"))
def test_a_file_that_cannot_be_used_is_told(tmp_path, case):
    path = tmp_path / "state.yml"
    path.write_bytes(case["file"].encode(case.get("encoding", "utf-8")))
    with pytest.raises(ProblemsFound) as error:
        read_states(path, SHORT)
    found = told(error.value.problems)
    for problem in found:  # what is wrong with YAML is said in other words by other readers of it
        if problem["what"].startswith(UNREADABLE):
            problem["what"] = UNREADABLE
    assert found == case["says"]


@pytest.mark.parametrize("case", read_cases("team_names"))
def test_a_name_is_that_of_a_team_and_leads_to_nobody(case):
    assert [fault.what for fault in find_name_faults(case["name"])] == case["says"]


def test_a_name_may_be_as_long_as_a_line_and_no_longer():
    assert not list(find_name_faults("a" * LONGEST))
    assert list(find_name_faults("a" * (LONGEST + 1)))
