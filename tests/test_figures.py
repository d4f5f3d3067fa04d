"""Which figures a text says, and which of them a fact gives."""

from __future__ import annotations

import pytest

from scripts.fact_figures import all_figures, gives, own_figures, states
from scripts.facts import Fact, read_facts
from scripts.figures import Figure, find_figures
from tests.cases import read_cases
from tests.projects import REAL


def said(figure: Figure) -> str:
    act = f" of {figure.act}" if figure.act else ""
    return f"{figure.value} {figure.unit}{act}"


@pytest.mark.parametrize("case", read_cases("figures"))
def test_a_text_says_these_figures(case):
    assert sorted(said(found.figure) for found in find_figures(case["text"])) == case["figures"]


def test_a_figure_comes_with_the_words_that_say_it():
    (found,) = find_figures("It should be held within Fifteen working days of that.")
    assert found.words == "Fifteen working days"


FACT = Fact(
    "review", "3 to 6 months", "yes", "A review is held by 18 March 2026.",
    note="One page says 9 months.", source="Children Act 1989 s47(1), s17; Care Act 2014 s9",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("3 to 6 months", True),
        ("6 months", True),  # the end of a range
        ("3 to 5 months", False),
        ("3 weeks", False),
        ("18 March 2026", True),
        ("March 2026", True),
        ("2026", True),
        ("8 March 2026", False),
        ("18 March 2025", False),
        ("section 47", True),
        ("section 47(1)", True),
        ("section 47(6)", False),
        ("section 4", False),
        ("section 47 of the Children Act 1989", True),
        ("section 47 of the Care Act 2014", False),
        ("section 9 of the Care Act 2014", True),
        ("section 9", False),  # without a name it is one of the Children Act
        ("9 months", False),  # only its note says so
        ("in March", True),  # the month of a day
        ("in April", False),
        ("section 9 of the Care Act", True),  # the Act without its year
        ("section 47 of the Care Act", False),
    ],
)
def test_a_fact_gives_its_own_figures_and_what_is_less(text, given):
    figure = find_figures(text)[0].figure
    assert gives(FACT, figure) is given


def test_two_ends_do_not_make_a_range():
    fact = Fact("review", "3 months, then every 6 months", "yes")
    assert not gives(fact, Figure("months", "3-6"))


def test_a_note_gives_its_figures_only_when_asked():
    assert gives(FACT, Figure("months", "9"), note=True)


def test_sections_of_the_source_are_given_and_not_stated():
    section = Figure("section", "17", "children act 1989")
    assert section in all_figures(FACT)
    assert section not in own_figures(FACT)


def test_a_fact_states_what_is_less_than_its_own_figures_and_nothing_of_its_source():
    assert states(FACT, Figure("date", "March 2026"))
    assert not states(FACT, Figure("section", "17"))


def test_figures_come_in_the_order_in_which_they_are_said():
    found = find_figures("Within 3 months, for £20, under section 47.")
    assert [str(each.figure) for each in found] == ["3 months", "£20", "section 47"]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("months", "3-6"), "3 to 6 months"),
        (Figure("weeks", "1"), "1 week"),
        (Figure("£", "1500"), "£1500"),
        (Figure("date", "2003-04"), "2003-04"),
    ],
)
def test_a_figure_is_told_as_people_say_it(figure, words):
    assert str(figure) == words


def test_every_figure_of_the_register_can_be_read():
    """A fact whose figure is a measure must give something, or no page could ever say it."""
    facts = read_facts(REAL.facts).values()
    words = ("day", "week", "month", "year", "hour")
    measured = [fact for fact in facts if any(word in (fact.figure or "") for word in words)]
    assert len(measured) > 20
    assert [fact.id for fact in measured if not own_figures(fact)] == []
