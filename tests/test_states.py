"""States: derived from fingerprints, so that an edit takes a claim away by itself."""

from __future__ import annotations

import pytest
import yaml

from scripts.catalogues import Catalogue, Entry
from scripts.messages import Message
from scripts.problems import ProblemsFound
from scripts.states import (
    DRAFT,
    EDITED,
    UNCHECKED,
    UNTRANSLATED,
    digest,
    draft_digests,
    read_states,
    state_of,
    write_drafted,
)
from tests.cases import read_cases
from tests.projects import make_project, write, write_catalogue

SHORT = "locale/ckb/state.yml"
PAGE = "start/first-contact"
MESSAGES = [Message("Ask for help."), Message("May", "month")]
SORANI = {(None, "Ask for help."): "داوای یارمەتی بکە.", ("month", "May"): "ئایار"}


def catalogue(translations: dict, fuzzy: tuple = (), line: int = 1) -> Catalogue:
    entries = {key: Entry(text, key in fuzzy, line) for key, text in translations.items()}
    return Catalogue("locale/ckb/start/first-contact.po", entries)


def drafted(translations: dict) -> dict:
    return {PAGE: {"drafted": digest(catalogue(translations), MESSAGES)}}


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
    write_drafted(path, SHORT, {PAGE: "0123456789abcdef"})
    assert read_states(path, SHORT) == {PAGE: {"drafted": "0123456789abcdef"}}


def test_pages_that_are_not_named_keep_their_states(tmp_path):
    path = tmp_path / "state.yml"
    write_drafted(path, SHORT, {"index": "1111111111111111", PAGE: "2222222222222222"})
    write_drafted(path, SHORT, {PAGE: "3333333333333333"})
    assert read_states(path, SHORT) == {
        "index": {"drafted": "1111111111111111"},
        PAGE: {"drafted": "3333333333333333"},
    }


def test_the_order_in_which_pages_are_named_changes_no_byte(tmp_path):
    one, other = tmp_path / "one.yml", tmp_path / "other.yml"
    write_drafted(one, SHORT, {"b": "1", "a": "2"})
    write_drafted(other, SHORT, {"a": "2", "b": "1"})
    assert one.read_bytes() == other.read_bytes()


def test_a_fingerprint_of_digits_alone_is_read_as_it_was_written(tmp_path):
    path = tmp_path / "state.yml"
    write_drafted(path, SHORT, {PAGE: "0123456712345670", "index": "12345678e1234567"})
    assert read_states(path, SHORT)[PAGE] == {"drafted": "0123456712345670"}
    assert read_states(path, SHORT)["index"] == {"drafted": "12345678e1234567"}


def test_the_file_says_what_it_is_for(tmp_path):
    path = tmp_path / "state.yml"
    write_drafted(path, SHORT, {PAGE: "0123456789abcdef"})
    assert path.read_text(encoding="utf-8").startswith("# How each page of this language came")


def test_no_file_says_nothing(tmp_path):
    assert read_states(tmp_path / "state.yml", SHORT) == {}


@pytest.mark.parametrize("case", read_cases("states"))
def test_a_file_that_cannot_be_read_is_told(tmp_path, case):
    path = tmp_path / "state.yml"
    path.write_bytes(case["file"].encode(case.get("encoding", "utf-8")))
    with pytest.raises(ProblemsFound) as error:
        read_states(path, SHORT)
    (problem,) = error.value.problems
    assert problem.what.startswith("The states of the pages cannot be read: ")
    assert (problem.where, problem.harm, problem.remedy) == (
        SHORT,
        "Readers could not be told that a computer made a translation.",
        "Take the file from the last version that worked.",
    )


# Whole projects ---------------------------------------------------------------------------------


def test_the_digest_of_a_page_is_that_of_its_messages_and_translations(tmp_path):
    project = make_project(tmp_path)
    write_catalogue(project, "pl", "index", {"Welcome": "Witamy"})
    before = draft_digests(project, "pl", ["index"])
    write_catalogue(project, "pl", "index", {"Welcome": "Witaj"})
    after = draft_digests(project, "pl", ["index"])
    assert list(before) == list(after) == ["index"]
    assert before != after


def test_a_page_without_a_catalogue_cannot_be_called_a_draft(tmp_path):
    project = make_project(tmp_path)
    with pytest.raises(ProblemsFound) as error:
        draft_digests(project, "ur", ["index"])
    (problem,) = error.value.problems
    assert (problem.where, problem.what, problem.remedy) == (
        "locale/ur/index.po",
        "There is no catalogue that can be read.",
        "Run alongside update first.",
    )


def test_a_page_with_a_broken_catalogue_is_told_with_what_is_broken(tmp_path):
    project = make_project(tmp_path)
    write(project.catalogue("pl", "index"), "oops\n")
    with pytest.raises(ProblemsFound) as error:
        draft_digests(project, "pl", ["index"])
    assert [problem.what for problem in error.value.problems] == [
        "There is no catalogue that can be read.",
        "This line cannot be read: oops",
    ]


def test_no_page_is_called_a_draft_while_another_catalogue_is_broken(tmp_path):
    project = make_project(tmp_path)
    write_catalogue(project, "pl", "index", {"Welcome": "Witamy"})
    write(project.catalogue("pl", "meetings/meeting"), "oops\n")
    with pytest.raises(ProblemsFound, match="This line cannot be read: oops"):
        draft_digests(project, "pl", ["index"])


def test_the_state_file_of_a_project_lies_beside_its_catalogues(tmp_path):
    project = make_project(tmp_path)
    write_catalogue(project, "pl", "index", {"Welcome": "Witamy"})
    path = project.state("pl")
    write_drafted(path, project.short(path), draft_digests(project, "pl", ["index"]))
    assert list(yaml.safe_load((tmp_path / "locale/pl/state.yml").read_text())) == ["index"]
