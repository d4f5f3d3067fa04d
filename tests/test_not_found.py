"""The page for an address that is not there: read at any depth, in every language, and it leads
home from wherever the folder lies."""

from __future__ import annotations

from contextlib import ExitStack
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from lxml import html as lxml_html

from scripts.addresses import page_file
from scripts.languages import read_languages
from scripts.sources import read_sources
from tests.conftest import SITE_URL
from tests.projects import REAL
from tests.server import serve
from tests.walk import MISSING, OK, ask

LANGUAGES = read_languages(REAL.languages)
BASES = ("/", "/families/a/")
MISSED = {
    "beside the first page": ("/", "missing"),
    "deep in Polish": ("/", "pl/a/b/missing.html"),
    "deep in Urdu, below a path": ("/families/a/", "ur/x/y/z"),
    "a folder of pages": ("/families/a/", "pl/rights/"),
}
FIRST = dict(zip(MISSED, ("en", "pl", "ur", "pl"), strict=True))
SMALL_PHONE = {"width": 360, "height": 640}
everywhere = pytest.mark.parametrize("missed", MISSED)


class Message(NamedTuple):
    """What one language says on the page, as a reader has it before her."""

    lang: str
    dir: str
    words: str
    visible: bool


MESSAGES = """items => items.map(item => [
    item.lang, item.dir, item.querySelector("h2").textContent,
    item.checkVisibility() && item.querySelector("h2").getBoundingClientRect().height > 0,
])"""
LINKED = """homes => homes.every(
    home => Array.from(document.links).some(link => link.href === home))"""


@pytest.fixture(scope="module")
def roots(real_site):
    """The addresses of hosts that show the real site, by the path below which they do."""
    with ExitStack() as stack:
        yield {base: stack.enter_context(serve(real_site, base)) for base in BASES}


@pytest.fixture(scope="module")
def words():
    """What the page says first, by language."""
    sources = read_sources(REAL)
    text = "This page is not here."
    return {code: str(sources.interface(code).gettext(text)) for code in LANGUAGES.codes}


@pytest.fixture(scope="module")
def scripted(browser):
    """The screen of a small phone, in English."""
    with browser.new_context(viewport=SMALL_PHONE, locale="en-GB") as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def plain(browser):
    """The same where scripts are switched off."""
    with browser.new_context(viewport=SMALL_PHONE, java_script_enabled=False) as context:
        yield context.new_page()


@pytest.fixture(params=["scripted", "plain"])
def screen(request):
    return request.getfixturevalue(request.param)


def address(roots, missed):
    base, path = MISSED[missed]
    return roots[base] + path


def homes(root):
    return {root + page_file("index", language, LANGUAGES) for language in LANGUAGES.all}


def links(page):
    return page.locator("main a").evaluate_all("links => links.map(link => link.href)")


def messages(page):
    return [Message(*each) for each in page.locator("li").evaluate_all(MESSAGES)]


@everywhere
def test_the_host_says_that_the_page_is_missing(roots, missed):
    assert ask(address(roots, missed)).status == MISSING


@everywhere
def test_it_speaks_every_language_in_its_direction(screen, roots, words, missed):
    screen.goto(address(roots, missed))
    assert set(messages(screen)) == {
        Message(language.code, language.direction, words[language.code], visible=True)
        for language in LANGUAGES.all
    }


@everywhere
def test_the_language_of_the_address_comes_first(scripted, roots, missed):
    scripted.goto(address(roots, missed))
    assert messages(scripted)[0].lang == FIRST[missed]


def test_where_the_address_has_no_language_that_of_the_browser_comes_first(browser, roots):
    with browser.new_context(locale="pl-PL") as context:
        page = context.new_page()
        page.goto(f"{roots['/']}missing")
        assert messages(page)[0].lang == "pl"


def test_its_title_is_in_the_language_that_comes_first(scripted, roots):
    scripted.goto(f"{roots['/']}ur/missing")
    root = scripted.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("ur", "rtl")
    assert scripted.title().startswith(messages(scripted)[0].words)


@everywhere
def test_its_links_lead_to_the_first_page_of_each_language(scripted, roots, missed):
    scripted.goto(address(roots, missed))
    expected = homes(roots[MISSED[missed][0]])
    scripted.wait_for_function(LINKED, arg=list(expected))
    assert set(links(scripted)) == expected


@pytest.mark.parametrize("base", BASES)
def test_the_first_pages_that_it_leads_to_are_there(roots, base):
    assert {ask(home).status for home in homes(roots[base])} == {OK}


def test_at_the_root_of_a_host_its_links_need_no_script(plain, roots):
    plain.goto(address(roots, "deep in Polish"))
    assert set(links(plain)) == homes(roots["/"])


def test_with_a_site_url_its_links_need_no_script_anywhere(plain, real_site_with_url):
    with serve(real_site_with_url, urlsplit(SITE_URL).path) as root:
        plain.goto(f"{root}ur/x/y/z")
        assert set(links(plain)) == homes(root)


def test_opened_from_a_disk_it_leads_home(scripted, real_site):
    scripted.goto((real_site / "404.html").as_uri())
    assert set(links(scripted)) == homes(f"{real_site.as_uri()}/")


@everywhere
def test_it_is_styled_without_asking_for_anything(plain, roots, missed):
    requests = []
    plain.on("request", lambda request: requests.append(request.url))
    plain.goto(address(roots, missed))
    assert plain.evaluate("getComputedStyle(document.body).margin") == "0px"
    assert requests == [address(roots, missed)]


def test_an_address_with_two_slashes_sends_nothing_to_another_host(scripted, roots):
    requests = []
    scripted.on("request", lambda request: requests.append(request.url))
    scripted.goto(f"{roots['/']}/example.org/x")
    scripted.wait_for_function(LINKED, arg=list(homes(roots["/"])))
    assert [url for url in requests if not url.startswith(roots["/"])] == []


@everywhere
def test_a_small_phone_shows_it_without_sideways_scrolling(screen, roots, missed):
    screen.goto(address(roots, missed))
    assert screen.evaluate("document.documentElement.scrollWidth") <= SMALL_PHONE["width"]


def test_search_engines_are_told_to_leave_it_out(real_site):
    page = lxml_html.document_fromstring((real_site / "404.html").read_bytes())
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
