"""The pages of the real site as they are built: language, direction, switcher, labels."""

from __future__ import annotations

import posixpath

import pytest
from lxml import html as lxml_html

from scripts.catalogues import read_catalogue
from scripts.languages import read_languages
from scripts.made import read_all
from scripts.paths import INTERFACE
from tests.projects import REAL

LANGUAGES = read_languages(REAL.languages)
PLACES = [(language, page) for language in LANGUAGES.all for page in read_all(REAL).sources]
TRANSLATED = [place for place in PLACES if place[0] is not LANGUAGES.source]
COMPLETE = [place for place in TRANSLATED if place[1] in LANGUAGES.core]
in_every_language = pytest.mark.parametrize(
    ("language", "page"), PLACES, ids=lambda value: getattr(value, "code", value)
)
in_translation = pytest.mark.parametrize(
    ("language", "page"), TRANSLATED, ids=lambda value: getattr(value, "code", value)
)


@pytest.fixture
def site(real_site):
    return real_site


def path_of(language, page):
    return f"{page}.html" if language is LANGUAGES.source else f"{language.code}/{page}.html"


def read(site, language, page):
    path = site / path_of(language, page)
    return lxml_html.document_fromstring(path.read_text(encoding="utf-8"))


@in_every_language
def test_a_page_says_its_language_and_direction(site, language, page):
    root = read(site, language, page)
    assert (root.get("lang"), root.get("dir")) == (language.code, language.direction)


@in_every_language
def test_the_switcher_offers_the_same_page_in_every_language(site, language, page):
    links = read(site, language, page).xpath("//nav[contains(@class, 'languages')]//a")
    names = [link.find("span") for link in links]
    assert [(name.get("lang"), name.get("dir"), name.text) for name in names] == [
        (other.code, other.direction, other.name) for other in LANGUAGES.all
    ]
    here = posixpath.dirname(path_of(language, page))
    found = [posixpath.normpath(posixpath.join(here, link.get("href"))) for link in links]
    assert found == [path_of(other, page) for other in LANGUAGES.all]


@in_translation
def test_heading_ids_are_those_of_the_english_page(site, language, page):
    query = "//main//*[self::h1 or self::h2 or self::h3][not(starts-with(@id, 'shell-'))]/@id"
    assert read(site, language, page).xpath(query) == read(site, LANGUAGES.source, page).xpath(
        query
    )


NOT_CHECKED = (
    "A computer made this translation. Nobody has checked it yet. If in doubt, trust the English.",
    "A computer made this translation. Parts of it have changed since. "
    "Nobody has checked the whole page yet. If in doubt, trust the English.",
)
NOT_BEGUN = "This page is not translated yet. Here it is in English."


@in_translation
def test_a_page_says_in_its_language_who_translated_it_and_that_nobody_has_checked_it(
    site, language, page
):
    path = REAL.catalogue(language.code, INTERFACE)
    words = read_catalogue(path.read_bytes(), str(path), language.code)
    note = read(site, language, page).xpath("//*[@role='note']")[0].text_content()
    labels = NOT_CHECKED if page in LANGUAGES.core else (*NOT_CHECKED, NOT_BEGUN)
    assert any(words.get(None, label) in note for label in labels)


@pytest.mark.parametrize(
    ("language", "page"), COMPLETE, ids=lambda value: getattr(value, "code", value)
)
def test_what_families_need_first_shows_no_english_but_words_from_letters_and_names_of_laws(
    site, language, page
):
    root = read(site, language, page)
    for kept in root.xpath("//*[@translate='no'] | //*[@class='word']/span | //*[@class='latin']"):
        kept.clear(keep_tail=True)
    titles = "ancestor::nav or ancestor::*[@class='elsewhere' or @class='crumbs']"
    assert root.xpath(f"//*[self::main or self::footer]//*[@lang='en'][not({titles})]") == []
