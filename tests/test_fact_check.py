"""The check of facts: each figure of a page is that of a fact which it names."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from scripts.__main__ import main
from scripts.block_facts import BlockFacts, parse_facts
from tests.cases import read_cases, told
from tests.projects import look, make_project, write

REGISTER = """\
- {id: conference, fact: A conference should be held within 15 working days., verified: 'yes',
   figure: 15 working days, source: Working Together 2026, note: One page says 20 working days.}
- {id: core-group, fact: The core group should meet within ten working days., verified: 'yes',
   figure: 10 working days, source: Working Together 2026}
- {id: review, fact: 'A review within three months, then at least every six months.',
   verified: 'yes', figure: 3 to 6 months}
- {id: records, fact: The council must answer within one month., figure: 1 month, verified: 'yes'}
- {id: appeal, fact: You usually have 21 days to appeal., figure: 21 days, verified: 'yes'}
- {id: police, fact: The police can keep a child safe for up to 72 hours., figure: 72 hours,
   verified: 'yes', source: Children Act 1989 s46(6)}
- {id: enquiry, fact: Section 47 enquiries look into harm., figure: null, verified: 'yes',
   source: Children Act 1989 s47(1)}
- {id: in-need, fact: Section 17 is help for a child in need., figure: null, verified: 'yes',
   source: Children Act 1989 s17(10)}
- {id: adults, fact: An adult with care needs can ask for an assessment., figure: null,
   verified: 'yes', source: Care Act 2014 s9}
- {id: means, fact: 'You may pay up to £1,500 a year.', figure: '£1,500', verified: 'yes'}
- {id: line, fact: A free line., figure: null, verified: 'yes', note: Open 9.30am to 3pm.}
- {id: young-carer, fact: A young carer is under 18., figure: under 18, verified: 'yes'}
- {id: help-line, figure: 0808 801 0366, verified: 'yes', checked: '2026-11-21',
   url: 'https://example.org/', note: 'Website: https://www.example.org/'}
"""
PAGE = """\
---
title: {title}
description: {description}
facts: [{facts}]
---
# Welcome

{text}
"""


def make(folder, facts: list[str], text: str, title="Home", description="Where to begin."):
    page = PAGE.format(title=title, description=description, facts=", ".join(facts), text=text)
    project = make_project(folder, {"index": page})
    write(project.facts, REGISTER)
    return project


@pytest.mark.parametrize("case", read_cases("checks/facts"))
def test_a_page_and_its_facts(case, tmp_path):
    entries = {key: case[key] for key in ("title", "description") if key in case}
    project = make(tmp_path, case["facts"], case["text"], **entries)
    assert told(look(project, "facts").problems) == case["problems"]


def test_facts_that_no_page_rests_on_are_listed(tmp_path):
    project = make(tmp_path, ["conference", "core-group", "review"], "Read this.")
    (note,) = look(project, "facts").notes
    assert note == (
        "13 facts, of which no page rests on 10: records, appeal, police, enquiry, in-need, "
        "adults, means, line, young-carer, help-line."
    )


@pytest.mark.parametrize(
    ("comment", "named"),
    [
        ("a", BlockFacts(("a",))),
        ("a, b", BlockFacts(("a", "b"))),
        ("a.note, b", BlockFacts(("a", "b"), frozenset({"a"}))),
        ("none because it is an example", BlockFacts(why="it is an example")),
        ("none", BlockFacts(why="")),
        ("nonesuch", BlockFacts(("nonesuch",))),
    ],
)
def test_what_a_block_says_of_its_facts(comment, named):
    assert parse_facts(comment) == named


def run(*words):
    return CliRunner().invoke(main, ["facts", *words])


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a page that rests on two facts of a kind."""
    text = (
        "Within 15 working days. <!-- facts: conference -->\n\n"
        "Within 10 working days. <!-- facts: core-group -->\n\n"
        "It is never kept for 72 hours."
    )
    monkeypatch.chdir(tmp_path)
    return make(tmp_path, ["conference", "core-group", "police"], text)


def test_the_command_shows_the_pages_and_sentences_that_rest_on_a_fact(project):
    result = run("conference")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "conference: A conference should be held within 15 working days.",
        "Figure: 15 working days",
        "Note: One page says 20 working days.",
        "Source: Working Together 2026",
        "Confirmed: yes, checked on ",
        "docs/index.md:4: Home",
        "  docs/index.md:8: Within 15 working days.",
    ]


def test_a_sentence_that_names_no_fact_is_shown_under_the_one_whose_figure_it_says(project):
    assert run("police").stdout.splitlines()[-1] == (
        "  docs/index.md:12: It is never kept for 72 hours."
    )


def test_the_command_says_when_no_page_rests_on_a_fact(project):
    assert run("means").stdout.splitlines()[-1] == "No page rests on it."


def test_the_command_counts_the_pages_of_every_fact(project):
    lines = run().stdout.splitlines()
    assert lines[:3] == [
        "fact         pages  figure",
        "conference       1  15 working days",
        "core-group       1  10 working days",
    ]
    assert len(lines) == 14


def test_the_command_knows_the_nearest_fact(project):
    result = run("conferences")
    assert result.exit_code == 2
    assert "There is no fact conferences in the register. Write conference." in result.stderr
