"""Catalogues as people edit them: every slip is told with its line, and good files are read."""

from __future__ import annotations

import pytest

from scripts.catalogue_rules import find_duplicates
from scripts.catalogues import read_catalogue
from scripts.po_lines import shorten
from scripts.po_units import messages_of, parse_catalogue
from scripts.problems import ProblemsFound
from tests.cases import read_cases

PATH = "locale/pl/index.po"
HEADER = (
    'msgid ""\n'
    'msgstr ""\n'
    '"Language: pl\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    "\n"
)  # fmt: skip


def content(case: dict) -> bytes:
    text = case["file"] if "file" in case else HEADER + case["messages"]
    return text.replace("\n", case.get("newline", "\n")).encode(case.get("encoding", "utf-8"))


@pytest.mark.parametrize("case", read_cases("catalogues"))
def test_a_broken_catalogue_is_told_with_its_line_and_what_mends_it(case):
    elsewhere = {(None, text): page for text, page in case.get("elsewhere", {}).items()}
    with pytest.raises(ProblemsFound) as error:
        read_catalogue(content(case), PATH, "pl", elsewhere)
    told = [{"line": p.line, "what": p.what, "remedy": p.remedy} for p in error.value.problems]
    assert told == case["problems"]


@pytest.mark.parametrize("case", read_cases("catalogues"))
def test_a_problem_names_the_file_and_what_a_reader_would_suffer(case):
    elsewhere = {(None, text): page for text, page in case.get("elsewhere", {}).items()}
    with pytest.raises(ProblemsFound) as error:
        read_catalogue(content(case), PATH, "pl", elsewhere)
    assert {problem.path for problem in error.value.problems} == {PATH}
    assert all(problem.harm for problem in error.value.problems)


@pytest.mark.parametrize("case", read_cases("good_catalogues"))
def test_a_good_catalogue_is_read(case):
    catalogue = read_catalogue(content(case), PATH, "pl")
    assert {text: catalogue.get(None, text) for text in case["read"]} == case["read"]


def test_a_message_with_a_context_is_found_only_with_it():
    case = {"messages": 'msgctxt "month"\nmsgid "May"\nmsgstr "maj"\n'}
    catalogue = read_catalogue(content(case), PATH, "pl")
    assert (catalogue.get("month", "May"), catalogue.get(None, "May")) == ("maj", None)


def test_a_catalogue_knows_the_line_of_each_message():
    case = {"messages": 'msgid "a"\nmsgstr "A"\n\n# who\nmsgid "b"\nmsgstr "B"\n'}
    catalogue = read_catalogue(content(case), PATH, "pl")
    assert [catalogue.line(None, text) for text in ("a", "b", "unknown")] == [6, 9, 0]


def test_lines_are_never_wrapped():
    store = parse_catalogue(content({"messages": 'msgid "very"\nmsgstr ""\n'}), PATH)
    next(messages_of(store)).target = "bardzo " * 40
    assert bytes(store).decode().endswith(f'msgstr "{"bardzo " * 40}"\n')


def test_a_message_three_times_is_told_twice_with_the_first_line():
    case = {"messages": 'msgid "a"\nmsgstr "A"\n\n' * 3}
    units = list(messages_of(parse_catalogue(content(case), PATH)))
    found = list(find_duplicates(units, PATH))
    assert [(problem.line, "line 6" in problem.remedy) for problem in found] == [
        (9, True),
        (12, True),
    ]


def test_a_text_is_shortened_only_where_it_is_long():
    assert shorten("Ask\nfor  help.", 13) == "Ask for help."
    assert shorten("Ask for help.", 9) == "Ask for…"
