"""What readers come for, from the first page to the last tap: on a host below a path, there without
a script, and from a disk; in every language."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from scripts.addresses import page_file
from scripts.languages import read_languages
from scripts.organisation import read_organisation
from tests.projects import REAL
from tests.server import serve

LANGUAGES = read_languages(REAL.languages)
EXITS = read_organisation(REAL, LANGUAGES).exits
PHONE = {"width": 360, "height": 640}
CONFERENCE = "stages/child-protection-conference"
PART = "who-comes"
HOST, NO_SCRIPT, DISK = "host", "host without a script", "disk"
TO_THE_CONFERENCE = (
    "start/find-your-stage",
    "start/find-your-stage/letter",
    "start/find-your-stage/letter-child-protection",
    CONFERENCE,
)


class Reader(NamedTuple):
    """Somebody with a telephone, a language and a way to the site."""

    page: object
    language: object
    place: str
    root: str

    def address(self, name, language=None):
        return self.root + page_file(name, language or self.language, LANGUAGES)

    def begin(self, name="index"):
        self.page.goto(self.address(name))

    def tap(self, name, within="main"):
        """Tap the first link that leads to a page, and see that it does."""
        links = self.page.locator(f"{within} a[href]")
        target = self.address(name)
        at = links.evaluate_all(
            "(links, to) => links.findIndex(link => link.href.split(/[?#]/)[0] === to)", target
        )
        assert at >= 0, f"{self.page.url} does not lead to {name}"
        links.nth(at).click()
        self.page.wait_for_url(lambda url: url.split("?")[0].split("#")[0] == target)


@pytest.fixture(scope="module")
def root(real_site):
    with serve(real_site, "/families/a/") as root:
        yield root


@pytest.fixture(params=[HOST, NO_SCRIPT, DISK])
def place(request):
    return request.param


@pytest.fixture(params=LANGUAGES.all, ids=lambda each: each.code)
def reader(browser, root, real_site, place, request):
    start = f"{real_site.as_uri()}/" if place == DISK else root
    with browser.new_context(viewport=PHONE, java_script_enabled=place != NO_SCRIPT) as context:
        yield Reader(context.new_page(), request.param, place, start)


def test_from_a_letter_about_a_conference_to_its_page_in_both_languages(reader):
    reader.begin()
    for name in TO_THE_CONFERENCE:
        reader.tap(name)
    english = reader.page.locator(".beside")
    if reader.language == LANGUAGES.source:
        assert english.count() == 0
        return
    seen = [english.first.is_visible()]
    for _ in range(2):
        reader.page.locator("label:has(#shell-beside)").click()
        seen.append(english.first.is_visible())
    assert seen == [True, False, True]


@pytest.mark.parametrize("place", [HOST, DISK], indirect=True)
@pytest.mark.parametrize("reader", LANGUAGES.translations, ids=lambda e: e.code, indirect=True)
def test_without_english_beside_it_the_next_page_is_without_it_too(reader):
    reader.begin(CONFERENCE)
    reader.page.locator("label:has(#shell-beside)").click()
    reader.tap("help/help-now")
    assert not reader.page.locator(".beside").first.is_visible()


def test_a_search_leads_to_the_page_or_else_to_the_a_to_z_and_the_list_of_pages(reader):
    reader.begin()
    reader.tap("help/find-a-page", "header")
    if reader.place == HOST:
        reader.page.locator("#shell-search").fill("section 47")
        reader.page.locator("form.search ol a").first.wait_for()
        reader.tap("stages/section-47-enquiry", "form.search")
    else:
        assert not reader.page.locator("#shell-search").is_visible()
        reader.tap("start/words-in-your-letter")
        reader.page.go_back()
        reader.tap("stages/section-47-enquiry", ".pages")


def test_another_language_opens_at_the_same_place(reader):
    for other in LANGUAGES.all:
        reader.page.goto("about:blank")
        reader.page.goto(f"{reader.address(CONFERENCE)}#{PART}")
        reader.page.locator("nav.languages summary").click()
        reader.page.locator(f"nav.languages a[hreflang={other.code}]").click()
        place = "" if reader.place == NO_SCRIPT else f"#{PART}"
        reader.page.wait_for_url(f"{reader.address(CONFERENCE, other)}{place}")


def test_the_place_is_there_in_every_language(reader):
    reader.page.goto(f"{reader.address(CONFERENCE)}#{PART}")
    assert reader.page.locator(f"h2#{PART}").is_visible()


def test_the_way_out_leads_away(reader):
    reader.page.route(lambda url: url.startswith("https:"), answer)
    reader.begin(CONFERENCE)
    reader.page.locator("#shell-exit").click()
    reader.page.wait_for_url(EXITS[reader.language.code])
    assert reader.page.title() == "Weather"


def answer(route):
    route.fulfill(body="<!doctype html><title>Weather</title>", content_type="text/html")
