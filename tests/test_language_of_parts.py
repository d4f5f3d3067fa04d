"""Every word stands in an element that names a language of its script (WCAG 2.2, 3.1.1, 3.1.2): a
screen reader and the browser's fonts go by that."""

from __future__ import annotations

import unicodedata
from functools import cache

import pytest
from lxml import html as lxml_html

from scripts.languages import read_languages
from tests.html import READ_ALOUD, texts
from tests.projects import REAL
from tests.templates import FILES, NOT_FOUND

LANGUAGES = read_languages(REAL.languages)
SILENT = ("script", "style", "code")


@cache
def script_of(letter):
    """LATIN, ARABIC ...: the first word of the letter's name."""
    return unicodedata.name(letter, "").split(" ")[0]


SCRIPTS = {each.code: script_of(each.name[0]) for each in LANGUAGES.all}
"""The script of each language: that in which it writes its own name."""


def scripts_in(words):
    return {script_of(letter) for letter in words if letter.isalpha()}


def language_of(element):
    return next(e.get("lang") for e in (element, *element.iterancestors()) if e.get("lang"))


def is_name(element):
    """Whether the words are a name or an address, which is the same in every language."""
    family = (element, *element.iterancestors())
    return any(
        e.tag in SILENT
        or "brand" in e.get("class", "").split()
        or "contact" in e.get("class", "").split()
        for e in family
    )


def misread(body):
    """Words in a script that the language of their element is not written in."""
    for element, words in texts(body):
        if not is_name(element) and scripts_in(words) - {SCRIPTS[language_of(element)]}:
            yield f"{language_of(element)}: {words.strip()}"


def misread_names(body):
    """The same for names that are read aloud and not shown. A part of one cannot be marked, so it
    is enough that the language has letters in it."""
    for element in body.iter("*"):
        for words in filter(None, map(element.get, READ_ALOUD)):
            if {SCRIPTS[language_of(element)]} - scripts_in(words) and scripts_in(words):
                yield f"{language_of(element)}: {words}"


@pytest.mark.parametrize("file", [*FILES, NOT_FOUND])
def test_words_are_in_the_script_of_the_language_that_their_element_names(real_site, file):
    body = lxml_html.document_fromstring((real_site / file).read_bytes()).body
    assert [*misread(body), *misread_names(body)] == []
