"""The agreed words of a language: what is refused, what is read, and what a build makes of them."""

from __future__ import annotations

import pytest

from scripts.edition import Edition
from scripts.glossary import NO_WORDS, Glossary, Term, read_glossary
from scripts.options import Options
from scripts.problems import ProblemsFound
from scripts.shelves import read_shelf
from scripts.sources import read_sources
from tests.cases import read_cases, told
from tests.projects import look, make_project, write, write_catalogue

WORDS = 'language: pl\nmodals:\n  must: [musisz]\nnegation: [nie]\n'
EXCUSE = 'as_meant:\n  - {english: "Read this first.", translation: "Nie.", why: so it is said}\n'


@pytest.fixture
def project(tmp_path):
    project = make_project(tmp_path)
    write(project.glossary("pl"), WORDS)
    return project


def read(tmp_path, text: str) -> Glossary:
    path = tmp_path / "glossary.yml"
    write(path, text)
    return read_glossary(path, "locale/pl/glossary.yml", "pl")


@pytest.mark.parametrize("case", read_cases("glossaries"))
def test_a_glossary_that_cannot_be_used_is_refused(case, tmp_path):
    with pytest.raises(ProblemsFound) as found:
        read(tmp_path, case["glossary"])
    assert told(found.value.problems) == case["problems"]


def test_a_language_without_a_glossary_has_no_agreed_words(tmp_path):
    assert read_glossary(tmp_path / "glossary.yml", "glossary.yml", "so") is NO_WORDS


def test_terms_that_stand_together_are_parted_and_their_brackets_left_out(tmp_path):
    entry = "  - {english: report / minutes (of a meeting), translation: raport / protokół}\n"
    found = read(tmp_path, f"language: pl\nterms:\n{entry}")
    assert found.terms == (Term(("report", "minutes"), ("raport", "protokół")),)


def test_a_no_in_a_glossary_is_a_word(tmp_path):
    assert read(tmp_path, "language: pl\nnegation: [no, yes]").negation == ("no", "yes")


def test_cannot_is_a_negation_and_a_form_of_can():
    modals = {"must not": ("nie może", "zakazane"), "can": ("może",)}
    assert Glossary(modals=modals, negation=("nie",)).cannot == {"nie może"}


def test_a_broken_glossary_is_said_by_the_check_and_stops_the_build(project):
    write(project.glossary("pl"), "language: pl\nunits: [dni]\n")
    problems = look(project, "catalogues").problems
    assert [problem.where for problem in problems] == ["locale/pl/glossary.yml:2"]
    with pytest.raises(ProblemsFound):
        Edition.open(read_sources(project), "pl")


def test_a_broken_glossary_leaves_a_build_that_goes_on_in_english(project):
    write_catalogue(project, "pl", "index", {"Welcome": "Witamy"})
    write(project.glossary("pl"), "language: pl\nunits: [dni]\n")
    edition = Edition.open(read_sources(project), "pl", Options(keep_going=True))
    assert edition.shelf.catalogues == {}


def test_a_glossary_that_changed_is_used_for_catalogues_that_did_not(project):
    write_catalogue(project, "pl", "index", {"Welcome": "Witamy"})
    before = read_shelf(read_sources(project), "pl")
    write(project.glossary("pl"), f"{WORDS}no_negation: [nie tylko]\n")
    after = read_shelf(read_sources(project), "pl", before)
    assert after.get("index").glossary.no_negation == ("nie tylko",)
    assert after.get("index") != before.get("index")


def test_the_interface_is_held_to_the_agreed_words(project):
    write_catalogue(project, "pl", "interface", {"Menu": "Nie menu"})
    assert read_sources(project).interface("pl").gettext("Menu") == "Menu"


def test_a_pair_that_is_meant_is_shown(project):
    write(project.glossary("pl"), f"{WORDS}{EXCUSE}")
    write_catalogue(project, "pl", "index", {"Read this first.": "Nie."})
    assert look(project, "catalogues").problems == []


@pytest.mark.parametrize("translation", ["To najpierw.", ""], ids=["another", "none"])
def test_an_excuse_that_excuses_nothing_is_a_warning(translation, project):
    write(project.glossary("pl"), f"{WORDS}{EXCUSE}")
    write_catalogue(project, "pl", "index", {"Read this first.": translation})
    assert told(look(project, "catalogues").problems) == [
        {
            "where": "locale/pl/glossary.yml:6",
            "what": "This pair under as_meant excuses nothing: "
            "no translation with these words breaks a rule.",
            "remedy": "Take the entry out, or copy both again from the catalogue.",
            "warning": True,
        }
    ]
