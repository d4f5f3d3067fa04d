"""Cards to show: in two languages, and over the whole screen of a phone without a script."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from scripts.addresses import page_file
from scripts.languages import read_languages
from tests.copies import is_copy, own_words
from tests.laws import extracted
from tests.projects import REAL
from tests.seeing import REACHABLE
from tests.templates import KINDS

LANGUAGES = read_languages(REAL.languages)
SHEET = 8
"""Cards on a sheet of paper."""

PHONE = {"width": 360, "height": 640}
CARD, LARGE, CLOSE = "#card-interpreter", "#card-interpreter-large", "#card-interpreter .close"
SIZE = """card => [card.getBoundingClientRect(), innerWidth, innerHeight]
    .map(each => each.width ? [each.width, each.height] : each).flat()"""

in_every_language = pytest.mark.parametrize("language", LANGUAGES.all, ids=lambda each: each.code)
in_translations = pytest.mark.parametrize(
    "language", LANGUAGES.translations, ids=lambda each: each.code
)


def file_in(real_site, language):
    return real_site / page_file(KINDS["cards"], language, LANGUAGES)


def read(real_site, language):
    return lxml_html.document_fromstring(file_in(real_site, language).read_bytes())


@pytest.fixture
def open_cards(browser, real_site):
    """Opens the cards in a language from a disk, on a phone without a script."""
    with browser.new_context(viewport=PHONE, java_script_enabled=False) as context:
        page = context.new_page()

        def open_cards(language, part=""):
            page.goto(file_in(real_site, language).as_uri() + part)
            return page

        yield open_cards


@in_every_language
def test_the_cards_fill_whole_sheets_and_the_first_paragraph_of_each_has_its_words(
    real_site, language
):
    cards = read(real_site, language).find_class("card")
    words = [own_words(card.find("p")) for card in cards]
    assert all(words) and len(set(words)) == len(words)
    assert words and len(words) % SHEET == 0


@in_translations
def test_the_english_of_a_card_stands_beside_its_translation(real_site, language):
    for card in read(real_site, language).find_class("card"):
        words = card.find("p")
        copies = [child for child in words if is_copy(child)]
        assert len(copies) == (words.get("lang") != "en"), card.get("id")


@in_translations
def test_a_card_and_its_english_name_the_language_that_the_interpreter_speaks(real_site, language):
    words = read(real_site, language).get_element_by_id("card-interpreter").find("p")
    named = [name for name in words.iter("bdi") if name.text == language.english]
    assert [name.get("lang") for name in named] == ["en"] * len(named)
    assert f"speaks {language.english}." in " ".join(words.text_content().split())
    assert len(named) == (1 if words.get("lang") == "en" else 2)


def test_where_readers_speak_any_language_there_is_a_blank_to_write_on(real_site):
    words = read(real_site, LANGUAGES.source).get_element_by_id("card-interpreter").find("p")
    assert [blank.get("class") for blank in words] == ["blank"]
    assert own_words(words) == "I need an interpreter who speaks my language."


@in_every_language
def test_who_hears_the_links_can_tell_them_apart(real_site, language):
    page = read(real_site, language)
    links = page.find_class("enlarge")
    parts = [link.get("aria-labelledby").split() for link in links]
    assert [own for own, _ in parts] == [link.get("id") for link in links]
    names = {page.get_element_by_id(words).text_content() for _, words in parts}
    assert links and len(names) == len(links)


def test_a_card_that_has_no_name_has_no_links():
    page = '<div class="card" markdown="1">\n\nPlease wait.\n\n</div>'
    assert extracted(page) == [(None, "Please wait.")]


@in_every_language
def test_a_card_fills_the_screen_without_a_script_and_gives_it_back(open_cards, language):
    page = open_cards(language)
    seen = []
    for link in (LARGE, CLOSE):
        page.locator(link).click()
        card = page.locator(CARD)
        width, height, *screen = card.evaluate(SIZE)
        seen.append([width, height] == screen)
    assert seen == [True, False]
    assert page.locator(LARGE).is_visible() and not page.locator(CLOSE).is_visible()


@in_translations
def test_only_the_card_and_the_ways_out_are_there_while_it_fills_the_screen(open_cards, language):
    page = open_cards(language, CARD)
    numbers = page.evaluate(
        REACHABLE.replace("checkVisibility()", "checkVisibility({visibilityProperty: true})")
    )
    left = page.evaluate("ns => ns.map(n => document.querySelectorAll('*')[n].className)", numbers)
    assert len(left) == 2 and left[1] == "close"
    assert page.locator(".leave a").is_visible()


@in_translations
@pytest.mark.parametrize("part", ["", CARD])
def test_a_card_shows_its_english_when_the_english_of_the_page_is_hidden(
    open_cards, language, part
):
    page = open_cards(language)
    if page.locator("#shell-beside").is_checked():
        page.locator(".switch label").click()
    if part:
        page.locator(LARGE).click()
    assert page.locator(f"{CARD} .beside").is_visible()
    assert not page.locator(".text > p > .beside").first.is_visible()


@in_every_language
def test_a_card_that_fills_the_screen_is_printed_among_the_others(open_cards, language):
    page = open_cards(language, CARD)
    page.emulate_media(media="print")
    cards = page.locator(".card")
    assert cards.locator("p:first-child:visible").count() == cards.count()
    assert page.locator(".enlarge:visible, .close:visible").count() == 0
    assert page.locator(CARD).evaluate("card => getComputedStyle(card).position") == "static"
