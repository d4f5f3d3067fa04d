"""The last look at a finished site: nothing that is not whole takes the place of the old one."""

from __future__ import annotations

import shutil

import pytest

from scripts.build import build_site
from scripts.finished import check_finished
from scripts.problems import ProblemsFound
from scripts.sources import read_sources
from tests.builds import digests
from tests.projects import make_project, write


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """What a project has whose site was built; no test may change it."""
    project = make_project(tmp_path_factory.mktemp("project"))
    build_site(project)
    return read_sources(project)


@pytest.fixture
def site(sources, tmp_path):
    """The finished site, in a folder in which a test may change it."""
    return shutil.copytree(sources.project.site, tmp_path / "site")


def check(site, sources, *codes):
    codes = codes or sources.languages.codes
    check_finished(site, sources, [sources.languages[code] for code in codes])


def problems(site, sources):
    with pytest.raises(ProblemsFound) as found:
        check(site, sources)
    return found.value.problems


def add(site, html):
    """Put this at the end of the Polish page of the meeting."""
    page = site / "pl" / "meetings" / "meeting.html"
    text = page.read_text(encoding="utf-8")
    write(page, text.replace("</body>", f"{html}\n</body>"))


def test_a_whole_site_is_welcome(site, sources):
    check(site, sources)


def test_a_page_that_was_not_written_is_named(site, sources):
    (site / "pl" / "meetings" / "meeting.html").unlink()
    assert "docs/meetings/meeting.md" in {problem.path for problem in problems(site, sources)}


CUT = (
    "docs/meetings/meeting.md: The page pl/meetings/meeting.html was not written, or not to its "
    "end, or without its heading.\n"
    "    Reader: Readers would find nothing here.\n"
    "    Mend: Look in overrides/main.html for what leaves the page empty or cuts it."
)


@pytest.mark.parametrize("kept", [0, 200, -9], ids=["nothing", "the beginning", "nearly all"])
def test_a_page_that_is_cut_is_said_in_these_words(site, sources, kept):
    page = site / "pl" / "meetings" / "meeting.html"
    write(page, page.read_text(encoding="utf-8")[:kept])
    assert list(map(str, problems(site, sources))) == [CUT]


def test_a_page_without_its_heading_is_said_in_the_same_words(site, sources):
    write(site / "pl" / "meetings" / "meeting.html", "<html><body></body></html>\n")
    assert list(map(str, problems(site, sources))) == [CUT]


@pytest.mark.parametrize("name", ["404.html", "assets/alongside.css"])
def test_what_the_next_build_knows_the_site_by_must_be_there(site, sources, name):
    (site / name).unlink()
    assert f"overrides/{name}" in {problem.path for problem in problems(site, sources)}


@pytest.mark.parametrize(
    "html",
    [
        '<a href="gone.html">',
        "<a class=x href='gone.html'>",
        '<A HREF = "gone.html">',
        '<script\nsrc="gone.js"></script>',
        '<img alt="" src="../../assets/gone.svg">',
        '<a href="../../index.html/">',
        '<a href="../../../index.html">',
        '<a href="../../../site/index.html">',
        '<a href="/index.html">',
        '<a href="../../">',
        '<a href="%2e%2e/%2e%2e/gone.html">',
        '<a href="gone.html?from=here#part">',
        '<a href="R&amp;D.html">',
        '<a href="http://[">',
    ],
)
def test_a_link_that_leads_nowhere_is_found(site, sources, html):
    add(site, html)
    assert len(problems(site, sources)) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<a href="">',
        '<a href="#part">',
        '<a href="meeting.html#part">',
        '<a href="../index.html?from=here">',
        '<a href="../../pl/./meetings/../index.html">',
        '<a href="../%69ndex.html">',
        '<a href="R&amp;D.html">',
        '<a href="a%20b.html">',
        '<a href="R&amp;D.html?a=1&amp;b=2">',
        '<a href="https://example.org/gone.html">',
        '<a href="//example.org/gone.html">',
        '<a href="tel:08088010366">',
        '<link rel="icon" href="data:,">',
        '<a data-href="gone.html">',
        '<code>&lt;a href="gone.html"&gt;</code>',
    ],
)
def test_a_link_that_leads_somewhere_is_welcome(site, sources, html):
    for name in ("R&D.html", "a b.html"):
        write(site / "pl" / "meetings" / name, "")
    add(site, html)
    check(site, sources)


def test_a_link_that_leads_nowhere_is_said_in_these_words(site, sources):
    add(site, '<a href="../R&amp;D.html">')
    assert list(map(str, problems(site, sources))) == [
        "docs/meetings/meeting.md: The page pl/meetings/meeting.html leads to ../R&amp;D.html, "
        "which is not in the site.\n"
        "    Reader: Readers would come to a page that is not there.\n"
        "    Mend: Mend the link in the page, or the address in the template that made it."
    ]


def test_everything_is_said_at_once(site, sources):
    add(site, '<a href="gone.html"><a href="away.html">')
    write(site / "index.html", "")
    assert len(problems(site, sources)) == 3


def test_in_the_build_of_one_language_links_to_the_others_are_welcome(site, sources):
    for name in ("index.html", "meetings", "ur"):
        shutil.move(site / name, site.parent / name)
    check(site, sources, "pl")


def test_in_the_build_of_one_language_its_own_pages_must_be_there(site, sources):
    shutil.rmtree(site / "pl" / "meetings")
    with pytest.raises(ProblemsFound, match="was not written"):
        check(site, sources, "pl")


@pytest.mark.parametrize(
    ("place", "text", "found"),
    [
        ("main.html", "", "was not written"),
        ("main.html", "<!doctype html>\n<html><h1>{{ page.title }}</h1>\n", "not to its end"),
        ("partials/page.html", "", "without its heading"),
        ("partials/footer.html", '<a href="{{ base_url }}/gone.html">x</a>', "/gone.html, which"),
        ("404.html", "", "overrides/404.html: This file is not in the site"),
    ],
    ids=["an empty page", "a cut page", "a page without text", "a dead link", "no 404.html"],
)
def test_a_template_that_breaks_pages_leaves_the_old_site(sources, tmp_path, place, text, found):
    project = make_project(tmp_path)
    shutil.copytree(sources.project.site, project.site)
    write(project.root / "overrides" / place, text)
    with pytest.raises(ProblemsFound, match=found):
        build_site(project)
    assert digests(project.site) == digests(sources.project.site)
