"""What strangers and tired volunteers send: each is told so, the reader gets English in that place,
and nothing else of the site changes."""

from __future__ import annotations

from collections import Counter

import pytest

from scripts.paths import INTERFACE
from scripts.po_lines import shorten
from tests.attacks import Attacked, honest, in_english
from tests.cases import read_cases

CASES = read_cases("attacks")
CLASSES, IN_EACH, ALL = 19, 4, 96
PAGE = "meetings/meeting"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    return Attacked.make(tmp_path_factory.mktemp("attacked"))


def place(case):
    return case["language"], case.get("page", PAGE)


def sent(case, attacked):
    """The catalogue that somebody sent: with another translation, or edited as a file."""
    language, page = place(case)
    if "edited" not in case:
        return honest(language, page) | {case["english"]: case["sent"]}
    text = attacked.catalogue(language, page).read_text(encoding="utf-8")
    assert case["edited"] in text
    return text.replace(case["edited"], case["sent"], 1)


def as_told(case, problem):
    """A problem as the case has it: what, and what mends it. What to do where the translation is
    right all the same is in cases/word_remedies.yml."""
    english = case.get("english", "")
    remedy = problem.remedy.partition(" If the translation is right as it is,")[0]
    return problem.what.removesuffix(f" English: {shorten(english)}"), remedy


def line_of(case, attacked):
    """The line that is told: of the message, or in an edited file the line that a case names."""
    return case.get("line") or attacked.line(*place(case), case["english"])


@pytest.mark.parametrize("case", CASES)
def test_what_was_sent_is_told_in_its_place(attacked, case):
    language, page = place(case)
    with attacked.sent(language, page, sent(case, attacked)):
        problems, line = attacked.errors(), line_of(case, attacked)
    found = [as_told(case, problem) for problem in problems]
    assert found == [(each["what"], each["remedy"]) for each in case["said"]]
    assert {problem.where for problem in problems} == {f"locale/{language}/{page}.po:{line}"}


@pytest.mark.parametrize("case", CASES)
def test_a_reader_gets_english_in_its_place_and_nothing_else_changes(attacked, case):
    language, page = place(case)
    with attacked.sent(language, page, sent(case, attacked)):
        found = attacked.build(language)
    without = attacked.build_once(language, page, case.get("english", ""))
    assert found == without  # the English in its place, byte for byte
    well = attacked.build_once(language)
    reader = f"{language}/{case.get('seen_on', page)}.html"
    assert case["reads"] in in_english(found[reader])
    assert case["reads"] not in in_english(well[reader])
    if not case.get("seen_elsewhere"):
        assert {path for path in well if found[path] != well[path]} == {reader}


def test_there_are_cases_enough_in_each_class_and_half_are_honest_slips():
    cases = [case.values[0] for case in CASES]
    classes = Counter(case["class"] for case in cases)
    assert len(classes) >= CLASSES
    assert min(classes.values()) >= IN_EACH
    assert len(cases) >= ALL
    assert 2 * sum(case["slip"] for case in cases) >= len(cases)
    assert {case["language"] for case in cases} == {"pl", "ur"}
    assert INTERFACE in {case.get("page") for case in cases}
