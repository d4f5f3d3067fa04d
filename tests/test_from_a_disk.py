"""What Chromium makes of the site where it is opened from a disk, as from a USB stick."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote, urldefrag

import pytest

from scripts.addresses import page_file
from scripts.languages import read_languages
from tests.projects import REAL
from tests.templates import NOT_FOUND, every_kind_in_every_language
from tests.walk import OK, ask

LANGUAGES = read_languages(REAL.languages)


@pytest.fixture(scope="module", params=["real_site", "odd_site"])
def site(request):
    return request.getfixturevalue(request.param)


class Visit(NamedTuple):
    """What the browser met on a page that it opened from a disk."""

    requests: list[str]
    failed: list[str]
    messages: list[str]
    margin: str
    links: list[str]
    places_kept: list[str]


LEFT_BEHIND = "net::ERR_ABORTED"
"""What becomes of an icon that was still to be read when the next page was opened."""

LOOK = """() => ({
    margin: getComputedStyle(document.body).margin,
    links: Array.from(document.links, link => link.href),
    places_kept: Array.from(document.querySelectorAll("a[hreflang]"), link => link.hash),
})"""


@pytest.fixture(scope="module")
def visits(browser, site, real_site):
    """Pages of a site, opened from the disk at their main part: every kind of page in every
    language of the real one, and all of the other."""
    files = every_kind_in_every_language() if site == real_site else site.rglob("*.html")
    paths = sorted(site / file for file in files)
    with browser.new_context() as context:
        page = context.new_page()
        return {
            path: visit(page, f"{path.as_uri()}#main") for path in paths if path.name != NOT_FOUND
        }


def visit(page, address):
    requests, failed, messages = [], [], []

    def note_failure(request):
        if request.failure != LEFT_BEHIND:
            failed.append(request.url)

    listeners = {
        "request": lambda request: requests.append(request.url),
        "requestfailed": note_failure,
        "console": lambda message: messages.append(message.text),
        "pageerror": lambda error: messages.append(str(error)),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    page.goto(address)
    seen = page.evaluate(LOOK)
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    return Visit(requests, failed, messages, **seen)


def test_no_request_fails(visits):
    assert [url for visit in visits.values() for url in visit.failed] == []


def test_nothing_is_asked_of_a_network(visits):
    requests = [url for visit in visits.values() for url in visit.requests]
    assert [url for url in requests if not url.startswith("file:///")] == []


def test_the_browser_complains_of_nothing(visits):
    assert [message for visit in visits.values() for message in visit.messages] == []


def test_the_style_is_applied(visits):
    assert {visit.margin for visit in visits.values()} == {"0px"}


def test_the_script_keeps_the_readers_place_in_other_languages(visits):
    assert {place for visit in visits.values() for place in visit.places_kept} == {"#main"}


def test_every_link_leads_to_a_place_in_the_folder(visits, site):
    links = {link for visit in visits.values() for link in visit.links if link.startswith("file:")}
    assert links
    assert [link for link in links if not leads_somewhere(link, site)] == []


def leads_somewhere(link, site):
    file, anchor = urldefrag(link)
    answer = ask(file)
    inside = file.startswith(f"{site.as_uri()}/")
    return inside and answer.status == OK and (not anchor or unquote(anchor) in answer.anchors)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_reader_keeps_her_page_from_language_to_language(browser, real_site, script):
    name = "start/first-contact"
    with browser.new_context(java_script_enabled=script) as context:
        page = context.new_page()
        page.goto((real_site / "index.html").as_uri())
        language = LANGUAGES.source
        for other in (*LANGUAGES.translations, language):
            in_text = page.locator("main a[href$='first-contact.html']").first
            follow(in_text, real_site / page_file(name, language, LANGUAGES))
            page.locator(".languages summary").click()
            switch = page.locator(f".languages a[hreflang='{other.code}']")
            follow(switch, real_site / page_file(name, other, LANGUAGES))
            follow(page.locator(".brand"), real_site / page_file("index", other, LANGUAGES))
            language = other


def follow(link, file):
    """Click a link that must lead to a file."""
    link.click()
    link.page.wait_for_url(lambda url: urldefrag(url).url == file.as_uri())
