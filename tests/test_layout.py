"""The page on small screens, in large letters and to fingers: all of it can be read and tapped."""

from __future__ import annotations

import pytest

from tests.conftest import SUB_PATH
from tests.seeing import CUT, NUMBERS, OUTSIDE, SMALL_TARGETS
from tests.server import serve
from tests.templates import (
    LANGUAGES,
    NOT_FOUND,
    every_kind,
    every_kind_in_every_language,
    page_file,
)

TARGET = 24
"""Pixels in width and height (WCAG 2.2, 2.5.8)."""

ZOOMED = {"width": 320, "height": 256}
"""A screen of 1280 × 1024 px at 400 % (WCAG 2.2, 1.4.10)."""

SMALL_PHONE = {"width": 360, "height": 640}
USUAL_LETTERS, USUAL_CODE = 16, 13
TWICE = 2
"""WCAG 2.2, 1.4.4: text at 200 %."""

UNFOLD = "document.querySelectorAll('details').forEach(details => details.open = true)"
MIRRORED_CORE = [
    page_file(page, language, LANGUAGES)
    for language in LANGUAGES.all
    if language.direction == "rtl"
    for page in LANGUAGES.core
]


ONLY_FOR_SCREENS = (
    ".leave, .skip, .to-search, .to-menu, .languages, .crumbs, .contents, .menu, form.search, "
    ".copying"
)


@pytest.fixture(scope="module")
def root(real_site):
    with serve(real_site, SUB_PATH) as root:
        yield root


@pytest.fixture(scope="module")
def screen(browser):
    """A page whose parts are all unfolded when a test has it."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def opened(screen, root):
    def show(file, size):
        screen.set_viewport_size(size)
        screen.goto(root + file)
        screen.evaluate(UNFOLD)
        return screen

    return show


def told(found):
    return "\n".join(found)


def enlarge(screen, times):
    """Letters in the size that a reader has chosen in the settings of her browser."""
    sizes = {"standard": USUAL_LETTERS * times, "fixed": USUAL_CODE * times}
    screen.context.new_cdp_session(screen).send("Page.setFontSizes", {"fontSizes": sizes})


@pytest.fixture
def large_letters(screen):
    enlarge(screen, TWICE)
    yield
    enlarge(screen, 1)


@pytest.mark.parametrize("file", every_kind_in_every_language())
def test_at_400_per_cent_nothing_has_to_be_scrolled_sideways(opened, file):
    assert told(opened(file, ZOOMED).evaluate(OUTSIDE)) == ""


@pytest.mark.parametrize("file", every_kind_in_every_language())
def test_in_letters_of_twice_the_size_nothing_is_cut_off_or_sticks_out(opened, large_letters, file):
    page = opened(file, SMALL_PHONE)
    assert told(page.evaluate(OUTSIDE) + page.evaluate(CUT)) == ""


@pytest.mark.parametrize("file", every_kind())
def test_whatever_can_be_tapped_is_large_enough_for_a_finger(opened, file):
    assert told(opened(file, SMALL_PHONE).evaluate(SMALL_TARGETS, TARGET)) == ""


@pytest.mark.parametrize("file", MIRRORED_CORE)
def test_numbers_in_text_from_right_to_left_stand_in_order_by_their_glyphs(opened, file):
    assert told(opened(file, SMALL_PHONE).evaluate(NUMBERS)["wrong"]) == ""


def test_numbers_in_text_from_right_to_left_are_looked_at(opened):
    seen = [opened(file, SMALL_PHONE).evaluate(NUMBERS)["seen"] for file in MIRRORED_CORE]
    assert min(seen) > 0


@pytest.fixture(scope="module")
def paper(browser):
    """A page of the browser that shows what would be printed."""
    with browser.new_context() as context:
        page = context.new_page()
        page.emulate_media(media="print")
        yield page


@pytest.mark.parametrize("file", [file for file in every_kind() if file != NOT_FOUND])
def test_nothing_that_only_a_screen_can_do_is_printed(paper, root, file):
    paper.goto(root + file)
    printed = paper.locator(ONLY_FOR_SCREENS).filter(visible=True)
    assert printed.evaluate_all("all => all.map(each => each.outerHTML)") == []
