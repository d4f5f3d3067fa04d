"""What a page must be so that people find it and find their way in it: as written, and as built."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from scripts.checks import pages as pages_check
from scripts.checks.pages import find_in_texts
from scripts.findings import Findings
from scripts.page_text import read_texts
from scripts.sources import read_sources
from scripts.subject import Subject
from tests.cases import read_cases, told
from tests.projects import (
    FACTS,
    TODAY,
    WELL,
    look,
    make_project,
    write,
    write_catalogue,
    write_page,
)

TEXT = "# Welcome\n\nRead this first.\n"
LANGUAGES = (("en", "English", "ltr"), ("pl", "Polski", "ltr"))


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """A project, and what a build reads of it."""
    project = make_project(tmp_path_factory.mktemp("project"), languages=LANGUAGES)
    return project, read_sources(project)


@pytest.fixture
def project(shared):
    """A project with the pages of the test that runs, which has none to begin with."""
    project, _ = shared
    shutil.rmtree(project.docs)
    shutil.rmtree(project.locale("pl"), ignore_errors=True)
    return project


def write_pages(project, pages):
    for page, text in pages.items():
        write(project.page(page), text)


@pytest.mark.parametrize("case", read_cases("checks/pages"))
def test_a_page_must_be_so(project, case):
    write_pages(project, {"index": WELL["index"].replace("Home", "First")})
    write_pages(project, {p: write_page(TEXT, **h) for p, h in case.get("others", {}).items()})
    own = write_page(case.get("text", TEXT), **case.get("head", {}))
    write(project.page(case.get("page", "index")), own)
    for page, data in case.get("data", {}).items():
        write(project.page_data(page), data)
    texts, _ = read_texts(project)
    assert told(Findings.of(find_in_texts(texts)).problems) == case["problems"]


WAYS = {
    "index.html": '<a href="meetings/meeting.html">Your meeting</a>',
    "meetings/meeting.html": "",
    "pl/index.html": '<a href="meetings/meeting.html">Spotkanie</a>',
    "pl/meetings/meeting.html": "",
}


def write_site(folder, case):
    """The site of a case: each page with a heading, the ways between them, and what is added."""
    added = case.get("add", {})
    for name in (WAYS.keys() | added.keys()) - set(case.get("remove", ())):
        heading = "" if name in case.get("bare", ()) else "<h1>Welcome</h1>"
        write(folder / name, f"{heading}\n{WAYS.get(name, '')}\n{added.get(name, '')}\n")


@pytest.mark.parametrize("case", read_cases("checks/built"))
def test_a_site_must_be_so(shared, project, tmp_path, case):
    write_pages(project, {"index": write_page(f"{TEXT}\n"), **dict([*WELL.items()][1:])})
    for page, added in case.get("text", {}).items():
        path = project.page(page)
        before = path.read_text(encoding="utf-8") if path.exists() else write_page("", title=page)
        write(path, f"{before}{added}\n")
    for page, content in case.get("catalogue", {}).items():
        write_catalogue(project, "pl", page, content)
    write(project.facts, FACTS + case.get("facts", ""))
    write_site(tmp_path, case)
    subject = Subject(project, TODAY, built=tmp_path)
    subject.offered = replace(
        shared[1], pages={page: text.source for page, text in subject.texts.items()}
    )  # reading them from the start takes a third of a second, for the words of templates
    assert told(pages_check.check(subject).problems) == case["problems"]


@pytest.fixture
def well(tmp_path):
    """A project in which nothing is wrong."""
    return make_project(tmp_path, WELL, LANGUAGES)


def test_what_was_looked_at_is_counted(well, tmp_path):
    write(tmp_path / "a" / "index.html", '<h1>A</h1><a href="#">1</a><a href="index.html">2</a>')
    subject = Subject(well, TODAY, built=tmp_path / "a")
    assert pages_check.check(subject).notes == [
        "Looked at 1 page in 2 languages, with 2 links, 1 of them to a part of a page."
    ]


def test_what_a_template_breaks_on_every_page_is_found_by_building_the_site_and_said_once(well):
    with (well.overrides / "partials" / "footer.html").open("a", encoding="utf-8") as footer:
        footer.write('<a href="#gone">Gone</a>')
    (problem,) = look(well, "pages").problems
    assert problem.what == (
        "A link leads to #gone in its own page, which has no such part. "
        "It stands on 4 pages of the site, such as index.html."
    )


@pytest.mark.parametrize("case", read_cases("checks/dead_links"))
def test_a_dead_link_that_stops_the_build_is_said_so(well, case):
    write(well.page("index"), write_page(f"# Welcome\n\nSee [who comes]({case['link']}).\n"))
    assert told(look(well, "pages").problems) == case["problems"]


def test_a_page_that_cannot_be_read_does_not_hide_what_is_wrong_with_others(well):
    write(well.page("index"), "No front matter.\n")
    write(well.page("meetings/meeting"), write_page(TEXT, section="home"))
    assert [problem.what for problem in look(well, "pages").problems] == [
        "The page has no front matter.",
        "The section is home, but the page lies in meetings.",
    ]
