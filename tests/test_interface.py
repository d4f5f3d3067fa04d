"""The words of the interface: translated where that is safe, else English and marked so."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from scripts.catalogues import Catalogue, Entry
from scripts.interface import Interface, Text, translate_plain
from scripts.languages import Language
from tests.cases import read_cases

ENGLISH = Language("en", "English", "ltr")


def interface(text: str | None, fuzzy: bool = False, context: str | None = None,
              message: str = "Close the menu") -> Interface:  # fmt: skip
    entries = {} if text is None else {(context, message): Entry(text, fuzzy, 1)}
    return Interface(Catalogue("locale/ur/interface.po", entries), ENGLISH)


def test_a_translated_message_is_shown_without_a_mark():
    text = interface("مینو بند کریں").gettext("Close the menu")
    assert (str(text), text.language) == ("مینو بند کریں", None)
    assert text.__html__() == "مینو بند کریں"


@pytest.mark.parametrize(
    ("text", "fuzzy"),
    [(None, False), ("", False), ("Zamknij menu", True), ("Zamknij <b>menu</b>", False)],
    ids=["missing", "empty", "fuzzy", "unsafe"],
)
def test_a_message_that_cannot_be_shown_is_english_and_marked_so(text, fuzzy):
    shown = interface(text, fuzzy).gettext("Close the menu")
    assert (str(shown), shown.language) == ("Close the menu", ENGLISH)
    assert shown.__html__() == '<span lang="en" dir="ltr">Close the menu</span>'


@pytest.mark.parametrize("case", read_cases("plain_messages"))
def test_a_translation_is_shown_where_it_has_no_fault(case):
    shown = interface(case["translation"], message=case["english"]).gettext(case["english"])
    assert str(shown) == (case["english"] if case["faults"] else case["translation"])


def test_a_page_in_its_own_language_has_no_marks():
    text = Interface(None, ENGLISH).gettext("Close the menu")
    assert (str(text), text.language) == ("Close the menu", None)


@pytest.mark.parametrize(("words", "language"), [("a < b & c", None), ("a < b & c", ENGLISH)])
def test_words_are_escaped_in_html(words, language):
    html = Text(words, language).__html__()
    assert isinstance(html, Markup)
    assert "a &lt; b &amp; c" in html


def test_a_variable_is_put_into_the_translation():
    text = interface("Strona %(number)s z 3", message="Page %(number)s of 3")
    assert str(text.gettext("Page %(number)s of 3", number=2)) == "Strona 2 z 3"


def test_a_variable_in_english_keeps_the_mark():
    text = interface(None).gettext("Page %(number)s", number=2)
    assert text.__html__() == '<span lang="en" dir="ltr">Page 2</span>'


def test_a_variable_is_escaped_with_the_words():
    text = interface(None).gettext("Page %(name)s", name="<b>")
    assert text.__html__() == '<span lang="en" dir="ltr">Page &lt;b&gt;</span>'


def test_a_percent_sign_without_variables_stays():
    text = interface("50% dzieci", message="50% of children").gettext("50% of children")
    assert str(text) == "50% dzieci"


@pytest.mark.parametrize("text", ["Strona %(number)s %", "% strona %(number)s", "%%(number)s str."])
def test_a_stray_percent_sign_in_a_translation_breaks_no_build(text):
    shown = interface(text, message="Page %(number)s").gettext("Page %(number)s", number="x")
    assert str(shown) == text.replace("%(number)s", "x")


def test_a_context_tells_two_meanings_apart():
    month = interface("maj", context="month", message="May")
    assert str(month.pgettext("month", "May")) == "maj"
    assert str(month.pgettext("may I", "May")) == "May"
    assert str(month.gettext("May")) == "May"


def test_a_fault_is_measured_against_the_message_with_its_context():
    entries = {("menu", "3 pages"): Entry("4 bog", fuzzy=False, line=1)}
    text = translate_plain(Catalogue("so.po", entries), "menu", "3 pages", ENGLISH)
    assert (str(text), text.language) == ("3 pages", ENGLISH)
