"""What axe-core finds in the built site, what pages ask for and what they leave behind: nothing.

Each kind of page is looked at in all sizes, colours and directions, and every page of every
language as a small phone shows it; but not the colours of pages that have only the elements of an
English one in another language. One walk serves all of these tests.
"""

from __future__ import annotations

import pytest

from scripts.addresses import page_file
from tests.axe import SHAPE, SMALL_PHONE, TEXT, VIEWS, Visit, heard, look_at_all
from tests.server import serve
from tests.templates import FILES, LANGUAGES, NOT_FOUND, PAGES, every_kind, views_of

BARRED = """\
<!doctype html><html><title>x</title><meta charset="utf-8"><main>
<img src="a.svg"><p style="color: #ccc">Pale words</p>
<a href="#a" style="display: inline-block; font-size: 8px">a</a>
<a href="#b" style="display: inline-block; font-size: 8px">b</a></main></html>
"""


NOTHING = {"cookies": "", "local": [], "session": [], "databases": [], "caches": [], "workers": [],
           "name": "", "jar": []}  # fmt: skip
"""What a browser has of a site that leaves nothing."""


def told(barriers):
    return "\n".join(map(str, barriers))


@pytest.mark.parametrize("file", [*FILES, NOT_FOUND])
def test_nothing_bars_a_reader_from_a_page_on_a_small_phone(looks, file):
    assert told(looks[file].barriers[views_of(file)[0]]) == ""


@pytest.mark.parametrize("view", VIEWS, ids=str)
@pytest.mark.parametrize("file", every_kind())
def test_nothing_bars_a_reader_from_any_kind_of_page_in_any_size_and_colours(looks, file, view):
    assert told(looks[file].barriers[view]) == ""


@pytest.mark.parametrize("file", [*FILES, NOT_FOUND])
def test_a_page_asks_no_other_host_for_anything(looks, file):
    root = next(url for url in looks[file].requests).removesuffix(file)
    assert [url for url in looks[file].requests if not url.startswith(root)] == []


@pytest.mark.parametrize("file", [*FILES, NOT_FOUND])
def test_a_page_leaves_nothing_in_the_browser(looks, file):
    assert looks[file].kept == NOTHING


@pytest.mark.parametrize("file", [*FILES, NOT_FOUND])
def test_the_browser_complains_of_nothing(looks, file):
    assert heard(looks[file].messages, file) == []


def test_no_page_is_left_out(looks, real_site):
    built = {path.relative_to(real_site).as_posix() for path in real_site.rglob("*.html")}
    assert {*FILES, NOT_FOUND} == set(looks) == built


def test_the_colours_of_every_page_in_english_are_looked_at(looks):
    english = [page_file(page, LANGUAGES.source, LANGUAGES) for page in PAGES]
    assert [file for file in english if SMALL_PHONE not in looks[file].barriers] == []


def test_a_page_that_bars_readers_is_found_out_with_the_rule_and_the_element(tmp_path, chromium):
    (tmp_path / "404.html").write_text(BARRED, encoding="utf-8")
    with serve(tmp_path) as root:
        visit = Visit(NOT_FOUND, (SMALL_PHONE, SHAPE), TEXT)
        look = look_at_all(chromium, root, [visit])[NOT_FOUND]
    found, shape = (
        {(barrier.rule, barrier.element) for barrier in look.barriers[view]}
        for view in (SMALL_PHONE, SHAPE)
    )
    assert found - shape == {("color-contrast", "p")}
    assert shape == {
        ("html-has-lang", "html"),
        ("image-alt", "img"),
        ("page-has-heading-one", "html"),
        ("target-size", 'a[href="#a"]'),
        ("target-size", 'a[href="#b"]'),
    }
