"""The laws of the walk over every page of docs/, over the cases, and over pages made at random."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from scripts.contacts import read_contacts
from scripts.made import read_all
from scripts.paths import Project
from tests import broken_walks, laws
from tests.cases import read_cases
from tests.maker import EVERYTHING, Maker

PROJECT = Project(Path(__file__).parent.parent)
CONTACTS = read_contacts(PROJECT)
PAGES = read_all(PROJECT).sources
"""Also those that are made from data."""
SEEDS = range(150)
AT_LEAST = 50


def made(seed: int) -> str:
    return Maker(seed).page()


@pytest.mark.parametrize("law", laws.LAWS, ids=lambda law: law.__name__)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_docs_keeps_the_law(page, law):
    law(PAGES[page].markdown, contacts=CONTACTS)


@pytest.mark.parametrize("law", laws.LAWS, ids=lambda law: law.__name__)
@pytest.mark.parametrize("case", read_cases("messages"))
def test_every_case_keeps_the_law(case, law):
    law(case["page"])


@pytest.mark.parametrize("law", laws.LAWS, ids=lambda law: law.__name__)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_page_made_at_random_keeps_the_law(seed, law):
    law(made(seed))


def test_the_random_pages_hold_everything_often_enough():
    seen: Counter[str] = Counter()
    for seed in SEEDS:
        maker = Maker(seed)
        maker.page()
        seen += maker.seen
    assert {kind: seen[kind] for kind in EVERYTHING if seen[kind] < AT_LEAST} == {}


@pytest.mark.parametrize(
    ("law", "broken"),
    [
        (laws.law_2, {"walk": broken_walks.FoldsEverything}),
        (laws.law_3, {"walk": broken_walks.NamesHeadingsByTranslation}),
        (laws.law_4, {"catalogue_type": broken_walks.ReturnsFuzzy}),
        (laws.law_2, {"walk": broken_walks.DropsAtomicString}),
        (laws.law_6, {"walk": broken_walks.SkipsTails}),
    ],
    ids=lambda value: value.__name__ if callable(value) else next(iter(value.values())).__name__,
)
def test_a_walk_that_is_wrong_is_caught(law, broken):
    assert any(is_broken(law, made(seed), broken) for seed in SEEDS)


def is_broken(law, page, broken):
    try:
        law(page, **broken)
    except AssertionError:
        return True
    return False
