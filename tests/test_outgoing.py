"""Which addresses of a page lead out of the site."""

from __future__ import annotations

import pytest

from scripts.links.outgoing import Outgoing, find_addresses, find_outgoing
from scripts.links.places import Places
from tests.projects import REAL, write

OUT = "https://a.test/page"


@pytest.mark.parametrize(
    "html",
    [
        f'<a href="{OUT}">Page</a>',
        f"<A HREF='{OUT}'>Page</A>",
        f"<a href={OUT}>Page</a>",
        f'<a class="button"\n   href=" {OUT}\n">Page</a>',
        '<a href="https://a.test/\npage">Page</a>',
        f'<a href="{OUT}#">Page</a>',
        '<a href="//a.test/page">Page</a>',
        f'<img src="{OUT}">',
        f'<img srcset="small.png 1x, {OUT} 2x">',
        f'<form action="{OUT}"></form>',
        f'<button formaction="{OUT}">Send</button>',
        f'<blockquote cite="{OUT}"></blockquote>',
        f'<link rel="stylesheet" href="{OUT}">',
        f'<script src="{OUT}"></script>',
        f'<iframe src="{OUT}"></iframe>',
    ],
)
def test_an_address_is_found_wherever_html_allows_one(html):
    assert find_addresses(html) == {OUT}


@pytest.mark.parametrize(
    "html",
    [
        '<a href="stages/early-help.html">Page</a>',
        '<a href="/">Home</a>',
        '<a href="#part">Part</a>',
        '<a href="tel:+448088010366">Call</a>',
        '<a href="mailto:help@a.test">Write</a>',
        "<a href>Nothing</a>",
        '<a href="">Nothing</a>',
        f"<p>{OUT}</p>",
        f"<p>&lt;a href={OUT}&gt;</p>",
        f'<!-- <a href="{OUT}">Page</a> -->',
        f"""<script>const link = '<a href="{OUT}">'</script>""",
        f'<p title="{OUT}">Page</p>',
    ],
)
def test_nothing_else_leads_out(html):
    assert find_addresses(html) == set()


@pytest.mark.parametrize("relation", ["canonical", "alternate", "Alternate nofollow"])
def test_a_pages_own_addresses_do_not_lead_out(relation):
    assert find_addresses(f'<link rel="{relation}" href="{OUT}">') == set()


def test_escapes_of_html_are_undone():
    assert find_addresses('<a href="https://a.test/?b=1&amp;c=%20">') == {"https://a.test/?b=1&c=%20"}


def test_parts_of_a_page_are_addresses_of_their_own():
    html = f'<a href="{OUT}#one">One</a><a href="{OUT}#two">Two</a>'
    assert find_addresses(html) == {f"{OUT}#one", f"{OUT}#two"}


def test_an_address_is_named_once_with_its_first_page_and_how_many_have_it(tmp_path):
    link = f'<a href="{OUT}">Page</a>'
    for name in ("pl/b.html", "a/b.html", "c.html"):
        write(tmp_path / name, link * 2)
    write(tmp_path / "d.html", '<a href="https://a.test/">Another</a>')
    write(tmp_path / "e.txt", link)
    assert find_outgoing(tmp_path) == [
        Outgoing("https://a.test/", "d.html", 1),
        Outgoing(OUT, "a/b.html", 3),
    ]


def test_every_link_out_of_this_site_can_be_mended_in_a_file(real_site):
    places = Places(REAL)
    links = [link.address for link in find_outgoing(real_site)]
    assert [link for link in links if not places.find(link)] == []
    assert links


@pytest.mark.parametrize("page", ["index.html", "pl/stages/early-help.html", "404.html"])
def test_a_site_that_knows_its_address_leads_nowhere_else(real_site, real_site_with_url, page):
    one, other = (
        find_addresses((site / page).read_text(encoding="utf-8"))
        for site in (real_site, real_site_with_url)
    )
    assert one == other
