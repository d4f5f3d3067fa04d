"""The page by its keyboard alone: every stop can be reached and seen, in the order of the page."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

import pytest

from tests.conftest import SUB_PATH
from tests.seeing import ALIKE, REACHABLE, STOP, TRIM
from tests.server import serve
from tests.templates import NOT_FOUND, every_way

SMALL_PHONE = {"width": 360, "height": 640}
MOST_STOPS = 2000
"""So many that a page which never lets the keyboard go is told from a long one."""


class Walk(NamedTuple):
    """What the keyboard comes to on a page, forwards and backwards, and what it should come to."""

    file: str
    forwards: list[dict]
    backwards: list[dict]
    expected: list[int]
    skipped: bool
    """Whether the skip link brought the keyboard to the main text."""

    @property
    def stops(self):
        return self.forwards + self.backwards


@pytest.fixture(scope="module")
def root(real_site):
    with serve(real_site, SUB_PATH) as root:
        yield root


@pytest.fixture(scope="module", params=every_way())
def walked(request, browser, root):
    with browser.new_context(viewport=SMALL_PHONE) as context:
        page = context.new_page()
        page.goto(root + request.param)
        skipped = request.param != NOT_FOUND and skips(page)
        page.goto(root + request.param)
        page.evaluate(TRIM, ALIKE)
        expected = page.evaluate(REACHABLE)
        forwards = list(stops(page, "Tab"))
        backwards = list(islice(stops(page, "Shift+Tab"), len(forwards)))
        yield Walk(request.param, forwards, backwards, expected, skipped)


def skips(page):
    """Whether the stop after the skip link is in the main text."""
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    return page.evaluate("Boolean(document.activeElement.closest('main'))")


def stops(page, key):
    """Every element that the key comes to, until it leaves the page."""
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None:
            return
        yield stop
    raise AssertionError("the keyboard never leaves the page")


def test_every_stop_is_on_the_screen(walked):
    assert [stop["element"] for stop in walked.stops if not stop["seen"]] == []


def test_every_stop_has_an_outline(walked):
    assert [stop["element"] for stop in walked.stops if not stop["outlined"]] == []


def test_nothing_covers_a_stop(walked):
    assert [stop["element"] for stop in walked.stops if stop["covered"]] == []


def test_the_keyboard_comes_to_everything_in_the_order_of_the_page(walked):
    assert [stop["number"] for stop in walked.forwards] == walked.expected


def test_backwards_it_comes_to_the_same(walked):
    assert [stop["number"] for stop in walked.backwards] == walked.expected[::-1]


def test_the_first_stop_leaves_the_site_and_the_second_skips_to_the_text(walked, root):
    first, second, *_ = walked.forwards
    assert not first["href"].startswith(root)
    assert walked.file == NOT_FOUND or second["name"] == "skip"


def test_the_skip_link_brings_the_keyboard_to_the_main_text(walked):
    assert walked.skipped or walked.file == NOT_FOUND
