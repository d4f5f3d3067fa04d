"""Showing and hiding the English beside a translation, in a browser."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from tests.server import serve

PAGE = "pl/start/at-the-door.html"
BOX = "#shell-beside"
COPY = ".text .beside"


@pytest.fixture(scope="module", params=["a host", "a disk"])
def root(request, real_site):
    """Where the real site is opened: an address below a path, and a folder."""
    if request.param == "a disk":
        yield f"{real_site.as_uri()}/"
    else:
        with serve(real_site, "/families/") as address:
            yield address


@pytest.fixture
def page(browser):
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def without_script(browser):
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


def is_shown(page) -> bool:
    return page.locator(COPY).first.is_visible()


def tap(page) -> None:
    page.locator(".switch label").click()


def follow(page, link) -> str:
    """Click a link, and say what its address asks for."""
    with page.expect_navigation():
        link.click()
    return urlsplit(page.url).query


def test_one_tap_hides_the_english_and_one_shows_it_without_a_script(without_script, root):
    without_script.goto(root + PAGE)
    seen = [is_shown(without_script)]
    for _ in range(2):
        tap(without_script)
        seen.append(is_shown(without_script))
    assert seen == [True, False, True]


def test_print_shows_the_english_that_is_hidden_on_the_screen(without_script, root):
    without_script.goto(root + PAGE)
    tap(without_script)
    without_script.emulate_media(media="print")
    hidden = without_script.locator(f".beside:not(:visible), {BOX}:visible")
    assert (is_shown(without_script), hidden.count()) == (True, 0)


def test_a_choice_goes_along_to_the_next_page(page, root):
    page.goto(root + PAGE)
    tap(page)
    assert follow(page, page.locator(".text a[href*='asked-to-sign']").first) == "english=off"
    assert (is_shown(page), page.locator(BOX).is_checked()) == (False, False)


def test_a_choice_goes_along_to_another_language_with_the_place(page, root):
    page.goto(f"{root}{PAGE}#what-happens-if-i-say-no")
    tap(page)
    page.locator(".languages summary").click()
    follow(page, page.locator(".languages a[hreflang=ur]"))
    assert page.url.endswith("at-the-door.html?english=off#what-happens-if-i-say-no")
    assert not is_shown(page)


def test_a_choice_goes_through_a_page_in_english(page, root):
    page.goto(root + PAGE)
    tap(page)
    follow(page, page.locator(".state a[hreflang=en]"))
    page.locator(".languages summary").click()
    follow(page, page.locator(".languages a[hreflang=pl]"))
    assert not is_shown(page)


def test_a_choice_that_was_undone_is_carried_too(page, root):
    page.goto(f"{root}{PAGE}?english=off")
    tap(page)
    assert follow(page, page.locator(".text a[href*='asked-to-sign']").first) == "english=on"
    assert is_shown(page)


def test_a_choice_stays_when_the_page_is_loaded_again(page, root):
    page.goto(root + PAGE)
    tap(page)
    page.reload()
    assert not is_shown(page)


def test_a_choice_changes_no_link_within_the_page_to_a_number_or_out_of_the_site(page, root):
    page.goto(f"{root}{PAGE}?english=off")
    links = page.evaluate("Array.from(document.querySelectorAll('a'), a => a.getAttribute('href'))")
    asking = {link for link in links if "english=off" in link}
    assert {link.startswith(root) for link in asking} == {True}
    left = {re.match("#|[a-z]*:", link)[0] for link in {*links} - asking}
    assert left == {"#", "tel:", "https:"}


def test_without_a_choice_no_link_asks_for_anything(page, root):
    page.goto(root + PAGE)
    assert page.locator("a[href*='english=']").count() == 0


def test_the_choice_is_shown_before_the_script_that_waits_for_the_whole_page(page, root):
    page.route("**/alongside.js", lambda route: route.abort())
    page.goto(f"{root}{PAGE}?english=off")
    assert (is_shown(page), page.locator(BOX).is_checked()) == (False, False)


def test_the_english_page_shows_its_numbers_when_asked(without_script, root):
    without_script.goto(f"{root}start/at-the-door.html")
    number = "getComputedStyle(document.querySelector('.text [data-n]'), '::before').display"
    seen = [without_script.evaluate(number)]
    without_script.locator(".switch label").click()
    seen.append(without_script.evaluate(number))
    assert seen == ["none", "block"]


def test_a_listener_hears_no_numbers(page, root):
    page.goto(root + PAGE)
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    heard = [node for node in nodes if "name" in node and not node["ignored"]]
    whole = [node for node in heard if node["role"]["value"] != "InlineTextBox"]  # a line of a text
    names = [node["name"]["value"] for node in whole]
    assert any(names)
    assert [name for name in names if re.fullmatch(r"\d{1,2}", name.strip())] == []


def test_the_english_is_never_smaller_than_16_pixels(page, root):
    page.goto(root + PAGE)
    sizes = page.evaluate(
        "Array.from(document.querySelectorAll('.beside'), e => getComputedStyle(e).fontSize)"
    )
    assert min(float(size.removesuffix("px")) for size in sizes) >= 16
