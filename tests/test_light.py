"""How much a telephone must fetch before its owner can read, for every page of the real site."""

from __future__ import annotations

import time
from typing import NamedTuple
from urllib.parse import urljoin

import pytest

from tests.conftest import SUB_PATH
from tests.first_view import SHIFTS, SUM_OF_SHIFTS, WHOLE, first_view
from tests.server import serve
from tests.templates import FILES, NOT_FOUND, every_kind

MOST_BYTES, MOST_REQUESTS = 50_000, 6
MOST_STYLE = 8_000
FIRST_BYTES = 14_000
"""What a server sends before it hears from the browser again: ten packets (RFC 6928)."""

MOST_SHIFT = 0.02
"""Where a browser shows a page before it has all of it, the last word of a line that is half there
moves when the next one comes. A fifth of what is called good (web.dev, CLS)."""

TEXT, NO_TEXT = b'<div class="text', b"<main"
SMALL_PHONE = {"width": 360, "height": 640}
LATE = 0.3
"""Seconds: a script that comes long after the page was first shown."""

every_page = pytest.mark.parametrize("file", [*FILES, NOT_FOUND])


@pytest.fixture(scope="module")
def views(real_site):
    """The first view of each page that was looked at, by its file."""
    return {}


@pytest.fixture
def view(real_site, views, file):
    if file not in views:
        views[file] = first_view(real_site / file, NO_TEXT if file == NOT_FOUND else TEXT)
    return views[file]


@every_page
def test_the_first_view_is_light(view):
    assert view.bytes <= MOST_BYTES


@every_page
def test_the_first_view_needs_few_requests(view):
    assert view.requests <= MOST_REQUESTS


@every_page
def test_nothing_but_one_light_style_sheet_must_be_there_before_a_page_is_shown(view, file):
    assert [url.endswith(".css") for url in view.blocking] == [True] * (file != NOT_FOUND)
    assert sum(view.blocking.values()) <= MOST_STYLE


@every_page
def test_the_first_words_are_shown_before_the_server_hears_from_the_browser_again(view):
    assert view.bytes_to_text <= FIRST_BYTES


@pytest.fixture(scope="module")
def root(real_site):
    with serve(real_site, SUB_PATH) as root:
        yield root


class Visit(NamedTuple):
    """What came of opening a file of the site in a browser that has been nowhere."""

    file: str
    url: str
    requests: set[str]
    shift: float
    shift_once_whole: float


@pytest.fixture(scope="module", params=every_kind())
def visit(request, browser, root):
    """A first visit, on which scripts come late."""
    file, requests = request.param, set()

    def come_late(route):
        time.sleep(LATE)
        route.continue_()

    with browser.new_context(viewport=SMALL_PHONE) as context:
        page = context.new_page()
        page.route("**/*.js", come_late)
        page.on("request", lambda request: requests.add(request.url))
        page.add_init_script(f"({SHIFTS})()")
        page.goto(root + file)
        shifts = [page.evaluate(SUM_OF_SHIFTS, since) for since in (None, WHOLE)]
        yield Visit(file, root + file, requests, *shifts)


def test_nothing_moves_once_all_of_a_page_is_there(visit):
    assert visit.shift_once_whole == 0
    assert visit.shift <= MOST_SHIFT


def test_a_browser_asks_for_nothing_but_what_the_page_names(visit, real_site):
    if visit.file == NOT_FOUND:
        assert visit.requests >= {visit.url}
        return
    view = first_view(real_site / visit.file, TEXT)
    named = {urljoin(visit.url, other) for other in view.others}
    assert visit.url in visit.requests
    assert visit.requests <= {visit.url, *named}  # an icon may come when all else is there
