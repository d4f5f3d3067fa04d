"""Who reads what stays with the reader: a page asks nobody else for anything, leaves nothing in the
browser, and may run nothing but the site's own files."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from lxml import html as lxml_html

from tests.axe import heard
from tests.conftest import SUB_PATH
from tests.server import serve
from tests.templates import FILES, NOT_FOUND, every_kind

EVERY_FILE = [*FILES, NOT_FOUND]
every_page = pytest.mark.parametrize("file", EVERY_FILE)

NO_REFERRER = "no-referrer"
HASH = re.compile(r"'sha(256|384|512)-[A-Za-z0-9+/=]+'")
SOURCES = {"'none'", "'self'", "'wasm-unsafe-eval'"}
"""What a policy may allow; WebAssembly is for the search, and runs no other site's code."""


@pytest.fixture(scope="module")
def root(real_site):
    with serve(real_site, SUB_PATH) as root:
        yield root


def head(real_site, file):
    return lxml_html.document_fromstring((real_site / file).read_bytes()).head


def policy(real_site, file):
    """The directives of a page's policy, each with what it allows."""
    query = "meta[@http-equiv='Content-Security-Policy']/@content"
    [written] = head(real_site, file).xpath(query)
    parts = [part.split() for part in written.split(";") if part.strip()]
    return {name: sources for name, *sources in parts}


@every_page
def test_other_sites_are_not_told_where_a_reader_comes_from(real_site, file):
    assert head(real_site, file).xpath("meta[@name='referrer']/@content") == [NO_REFERRER]


@every_page
def test_a_page_says_first_what_it_may_load(real_site, file):
    first, second = head(real_site, file).xpath("*")[:2]
    assert first.get("charset") == "utf-8"
    assert second.get("http-equiv") == "Content-Security-Policy"


@every_page
def test_a_page_may_load_nothing_but_the_sites_own_files(real_site, file):
    allowed = policy(real_site, file)
    assert allowed["default-src"] == ["'none'"]
    assert {"base-uri", "form-action"} <= allowed.keys()
    if file == NOT_FOUND:
        assert allowed.pop("img-src") == ["data:"]  # its icon, which is in the page itself
    sources = {source for each in allowed.values() for source in each}
    hashes = {source for source in sources if HASH.fullmatch(source)}
    assert sources - hashes <= SOURCES
    assert bool(hashes) is (file == NOT_FOUND)


@pytest.mark.parametrize("file", FILES)
def test_no_style_and_no_script_stands_in_a_page(real_site, file):
    page = lxml_html.document_fromstring((real_site / file).read_bytes())
    inline = "//@style | //style | //script[not(@src)] | //@*[starts-with(name(), 'on')]"
    assert page.xpath(inline) == []
    assert page.xpath("//@href[starts-with(., 'javascript:')]") == []


USE = """() => {
    document.querySelectorAll("details").forEach(details => details.open = true);
    document.querySelectorAll("main input[type=checkbox], main [type=radio]").forEach(
        box => box.click());
    document.querySelectorAll("main [type=search], main [type=text], main textarea").forEach(
        field => {
            field.value = "letter";
            field.dispatchEvent(new InputEvent("input", {bubbles: true}));
        });
    location.hash = "main";
}"""
"""What a reader may do on a page without leaving it."""

KEPT = """async () => [
    document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(each => each.name), ...await caches.keys(),
    ...(await navigator.serviceWorker.getRegistrations()).map(each => each.scope),
].filter(Boolean)"""


@pytest.mark.parametrize("file", every_kind())
def test_a_page_that_is_used_tells_nobody_and_leaves_nothing(browser, root, file):
    requests, messages = [], []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on("console", lambda message: messages.append(message.text))
        page.goto(root + file)
        page.evaluate(USE)
        page.wait_for_load_state("networkidle")
        assert (page.evaluate(KEPT), context.cookies()) == ([], [])
        address = urlsplit(page.url)
        assert page.url.startswith(f"{root}{file}")
        assert address.query in ("", "english=off")  # a choice that links carry, and no more
    assert [url for url in requests if not url.startswith(root)] == []
    assert heard(messages, file) == []
