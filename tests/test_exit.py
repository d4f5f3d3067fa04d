"""Leaving the site fast: from every kind of page, with a script and without one."""

from __future__ import annotations

import re

import pytest

from scripts.addresses import page_file
from scripts.languages import read_languages
from scripts.organisation import read_organisation
from tests.projects import REAL
from tests.server import serve

LANGUAGES = read_languages(REAL.languages)
EXITS = read_organisation(REAL, LANGUAGES).exits
PHONE = {"width": 360, "height": 640}
HOME, PAGE = "index", "start/at-the-door"
HARMLESS = "<!doctype html><title>Weather</title><p>It will rain."
in_every_language = pytest.mark.parametrize("language", LANGUAGES.all, ids=lambda each: each.code)


@pytest.fixture(scope="module")
def root(real_site):
    with serve(real_site, "/families/") as root:
        yield root


@pytest.fixture(params=[True, False], ids=["with a script", "without a script"])
def scripted(request):
    return request.param


@pytest.fixture
def open_page(browser):
    """Opens a page on a telephone; another site answers there as the weather does, or with nothing
    at all (RFC 9110, 204): a browser then stays where it is, as while a site is slow."""
    contexts, asked = [], []

    def open_page(scripted=True, silent=False):
        context = browser.new_context(viewport=PHONE, java_script_enabled=scripted)
        contexts.append(context)

        def answer(route):
            asked.append(route.request)
            if silent:
                route.fulfill(status=204)
            else:
                route.fulfill(body=HARMLESS, content_type="text/html")

        context.route(re.compile("https://"), answer)
        page = context.new_page()
        page.asked = asked
        return page

    yield open_page
    for context in contexts:
        context.close()


def visit(page, root, language, *names):
    for name in names:
        page.goto(root + page_file(name, language, LANGUAGES))


def blank(page):
    return page.evaluate("document.documentElement.getBoundingClientRect().height") == 0


@in_every_language
def test_it_leads_to_the_page_that_the_host_chose_for_the_language(
    open_page, root, language, scripted
):
    page = open_page(scripted)
    visit(page, root, language, PAGE)
    page.locator("#shell-exit").click()
    page.wait_for_url(EXITS[language.code])
    assert page.title() == "Weather"


def test_the_other_site_is_not_told_where_the_reader_was(open_page, root, scripted):
    page = open_page(scripted)
    visit(page, root, LANGUAGES.source, PAGE)
    page.locator("#shell-exit").click()
    page.wait_for_url(EXITS["en"])
    assert [request.headers.get("referer") for request in page.asked] == [None]


@in_every_language
def test_the_way_back_does_not_lead_to_the_page_that_was_left(open_page, root, language):
    page = open_page()
    visit(page, root, language, HOME, PAGE)
    page.locator("#shell-exit").click()
    page.wait_for_url(EXITS[language.code])
    page.go_back()
    assert page.url == root + page_file(HOME, language, LANGUAGES)


@in_every_language
def test_the_page_is_blank_and_its_title_says_nothing_until_the_other_site_comes(
    open_page, root, language
):
    page = open_page(silent=True)
    visit(page, root, language, PAGE)
    page.locator("#shell-exit").click()
    assert blank(page)
    assert page.title() in EXITS[language.code]


@in_every_language
def test_escape_three_times_leaves(open_page, root, language):
    page = open_page()
    visit(page, root, language, PAGE)
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url(EXITS[language.code])


@pytest.mark.parametrize("keys", ["Escape Escape", "Escape Escape Tab Escape Escape"])
def test_fewer_presses_or_other_keys_between_them_do_not(open_page, root, keys):
    page = open_page()
    visit(page, root, LANGUAGES.source, PAGE)
    for key in keys.split():
        page.keyboard.press(key)
    assert not blank(page)


def test_a_key_that_is_held_down_counts_once(open_page, root):
    page = open_page()
    visit(page, root, LANGUAGES.source, PAGE)
    for _ in range(4):
        page.keyboard.down("Escape")
    assert not blank(page)


@in_every_language
def test_it_is_the_first_stop_of_the_keyboard_and_the_way_past_the_menus_the_second(
    open_page, root, language
):
    page = open_page(scripted=False)
    visit(page, root, language, PAGE)
    stops = []
    for _ in range(2):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.id || document.activeElement.hash"))
    assert stops == ["shell-exit", "#main"]


@in_every_language
def test_it_stays_at_the_top_of_the_screen_however_far_a_reader_scrolls(open_page, root, language):
    page = open_page()
    visit(page, root, language, PAGE)
    places = []
    for place in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
        page.evaluate(f"scrollTo(0, {place})")
        places.append(page.locator(".leave").evaluate("bar => bar.getBoundingClientRect().top"))
    assert places == [0, 0, 0]


def test_it_is_on_every_page(real_site):
    without = [
        path
        for path in real_site.rglob("*.html")
        if EXITS[language_of(path, real_site)] not in path.read_text(encoding="utf-8")
    ]
    assert without == []


def language_of(path, site):
    folder = path.relative_to(site).parts[0]
    return folder if folder in EXITS else LANGUAGES.source.code


@pytest.mark.parametrize("missed", ["nowhere", "pl/nowhere", "ur/a/b/nowhere"])
def test_the_page_for_missing_addresses_has_the_way_out_of_its_language(open_page, root, missed):
    page = open_page()
    visit(page, root, LANGUAGES.source, HOME)
    page.goto(root + missed)
    page.locator("#exit").click()
    code = missed.split("/")[0]
    page.wait_for_url(EXITS.get(code, EXITS["en"]))
    page.go_back()
    assert page.url == root + page_file(HOME, LANGUAGES.source, LANGUAGES)


NAMED = ("abuse", "violen", "przemoc", "تشدد", "زیادتی")
"""Words that the name of an open page shows to whoever looks at the screen."""


def test_no_title_says_that_somebody_is_hurt(real_site):
    titles = {
        path: path.read_text(encoding="utf-8").partition("<title")[2].partition("</title>")[0]
        for path in real_site.rglob("*.html")
    }
    assert [path for path, title in titles.items() if any(w in title.lower() for w in NAMED)] == []
