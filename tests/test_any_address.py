"""One folder works at the root of a host, below a path, and on a disk: all that its pages name is
there. What a browser makes of them on a disk is in test_from_a_disk.py."""

from __future__ import annotations

import re

import pytest

from scripts.paths import Project
from tests.projects import REAL
from tests.server import serve
from tests.walk import OK, walk

PLACES = {"root of a host": "/", "sub-path": "/families/a/", "disk": None}
FITTING = {
    "a": "text/html|application/pdf",
    "icon": "image/.+",
    "img": "image/.+",
    "script": "(text|application)/javascript",
    "source": "image/.+",
    "style": "(font|image)/.+",
    "stylesheet": "text/css",
    "use": "image/svg[+]xml",
}
"""What an element can use. One that is not listed has no place in a page."""

SPOKEN = ("tel:", "sms:", "mailto:")


@pytest.fixture(scope="module", params=["real_site", "odd_site"])
def site(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module", params=PLACES.values(), ids=PLACES)
def walked(request, site):
    """The walk over a site in one of the three places."""
    if request.param is None:
        yield walk(f"{site.as_uri()}/")
    else:
        with serve(site, request.param) as root:
            yield walk(root)


def test_everything_that_is_named_is_there(walked):
    assert [url for url, answer in walked.answers.items() if answer.status != OK] == []


def test_every_page_can_be_reached_from_the_first(walked, site):
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {file for file in walked.files() if file.endswith(".html")} == pages - {"404.html"}


def test_every_file_is_of_the_kind_that_its_element_uses(walked):
    assert [
        (named, walked.answers[named.url].kind)
        for named in walked.named
        if walked.is_here(named.url)
        and not re.fullmatch(FITTING.get(named.element, ""), walked.answers[named.url].kind)
    ] == []


def test_every_anchor_is_there(walked):
    assert [
        named
        for named in walked.named
        if walked.is_here(named.url)
        and named.anchor
        and named.anchor not in walked.answers[named.url].anchors
    ] == []


def test_nothing_but_a_link_or_a_number_leads_out_of_the_folder(walked):
    assert [
        named
        for named in walked.named
        if not walked.is_here(named.url)
        and not (
            named.element == "a"
            and (walked.is_on_another_host(named.url) or named.written.startswith(SPOKEN))
        )
    ] == []


def test_links_to_others_are_those_of_the_guidance_and_of_the_contacts(walked, site, real_site):
    project = REAL if site == real_site else Project(site.parent)
    own = [project.organisation, project.contacts, project.facts]
    sources = [*own, *map(project.page, project.pages())]
    written = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    others = {named.written for named in walked.named if walked.is_on_another_host(named.url)}
    assert {url for url in others if url not in written} == set()
