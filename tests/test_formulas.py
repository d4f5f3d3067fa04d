"""How hard other languages are to read: the formulas, held against values worked out by hand."""

from __future__ import annotations

from math import sqrt

import pytest

from scripts.formulas import FORMULAS, polish_syllables
from scripts.sentences import find_sentences, find_words
from tests.cases import read_cases


@pytest.mark.parametrize("case", read_cases("sentences"))
def test_sentences_of_any_script_have_these_words(case):
    assert [len(sentence) for sentence in find_sentences([case["message"]])] == case["words"]


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("pracownia", 3),  # pra-cow-nia
        ("idę", 2),
        ("historii", 3),  # hi-sto-rii
        ("nauczyciel", 4),  # na-u-czy-ciel
        ("nieumyślny", 4),  # nie-u-myśl-ny
        ("autor", 2),
        ("Europa", 3),
        ("ŁÓDŹ", 1),
        ("z", 0),
        ("47", 0),
    ],
)
def test_polish_syllables_are_those_that_are_said(word, syllables):
    assert polish_syllables(word) == syllables


def score(language: str, *sentences: str) -> float:
    return FORMULAS[language].score([find_words(sentence) for sentence in sentences])


def test_polish_is_scored_by_the_length_of_sentences_and_by_words_of_four_syllables():
    found = score(
        "pl",
        "Pracownik socjalny przychodzi do domu.",
        "Rozmawia z nauczycielem o odpowiedzialności.",  # na-u-czy-cie-lem, od-po-wie-dzial-no-ści
    )
    words_a_sentence, percent_hard = 5, 20
    assert found == pytest.approx(sqrt(words_a_sentence**2 + percent_hard**2) / 2)


def test_polish_names_are_no_hard_words():
    assert score("pl", "Proszę zapytać dziś Eleonorę Wiśniewską.") == pytest.approx(2.5)


def test_a_hard_polish_word_counts_at_the_start_of_a_sentence_too():
    hard = score("pl", "Odpowiedzialność za to ma urząd.")
    assert hard == pytest.approx(sqrt(5**2 + 20**2) / 2)


def test_italian_is_scored_by_letters_and_sentences():
    letters, words = 16, 5
    assert score("it", "La mamma ha una casa.") == pytest.approx(89 + (300 - 10 * letters) / words)


def test_turkish_is_scored_by_syllables_and_sentences():
    found = score("tr", "Ali okula gitti.", "Ayşe ev aldı.")  # 12 syllables in 6 words
    assert found == pytest.approx(198.825 - 40.175 * 2 - 2.610 * 3)


def test_the_two_letters_i_of_turkish_are_vowels():
    assert score("tr", "IŞIK İZMİR.") == pytest.approx(198.825 - 40.175 * 2 - 2.610 * 2)


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=FORMULAS)
def test_a_formula_says_its_year_and_which_way_is_easier(formula):
    assert any(part.isdigit() for part in formula.source.replace(",", "").split())
    assert formula.scale.endswith("is easier")
