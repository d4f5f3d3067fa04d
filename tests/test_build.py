"""Whole builds: what is in the site, and what in the files of a project stops a build."""

from __future__ import annotations

import gc

import pytest

from scripts.build import build_site
from scripts.edition import Edition
from scripts.paths import Project
from scripts.problems import ProblemsFound
from tests.builds import at_page, digests, left_beside
from tests.projects import HOME, make_project, write, write_catalogue

POLISH = {"Welcome": "Witamy", "Read this first.": "Najpierw to przeczytaj."}


def read(project: Project, path: str) -> str:
    return (project.site / path).read_text(encoding="utf-8")


def test_nothing_of_the_themes_own_files_is_published(tmp_path):
    build_site(make_project(tmp_path))
    assets = {path.name for path in (tmp_path / "site" / "assets").rglob("*")}
    assert assets == {
        "alongside.css",
        "alongside.js",
        "english.js",
        "icon.svg",
        "letter.js",
        "search.js",
    }


def test_a_language_that_is_named_twice_is_built_once(tmp_path):
    project = make_project(tmp_path)
    (covered,) = build_site(project, ["pl", "pl"])
    assert covered.language.code == "pl"


def test_a_file_of_all_languages_that_they_make_differently_stops_the_build(tmp_path):
    project = make_project(tmp_path)
    write(
        project.root / "overrides" / "404.html", '{{ config.plugins["i18n"].current_language }}\n'
    )
    with pytest.raises(ProblemsFound, match=r"^404\.html: Two languages make this file diff"):
        build_site(project)


def test_a_build_has_one_language_at_a_time_in_its_memory(tmp_path, monkeypatch):
    held = []

    def editions():
        gc.collect()
        return [each for each in gc.get_objects() if isinstance(each, Edition)]

    def count():
        held.append(sum(not any(each is other for other in before) for each in editions()))

    before = editions()  # what other tests have left
    for code in ("en", "pl", "ur"):
        at_page(monkeypatch, code, count)
    build_site(make_project(tmp_path), workers=1)
    assert held == [1, 1, 1]


BROKEN = 'msgid ""\nmsgstr ""\n"Language: pl\\n"\n\nmsgid "Welcome"\nmsgstr "Witamy\n'


def test_a_broken_catalogue_stops_the_build_and_leaves_the_old_site(tmp_path):
    project = make_project(tmp_path)
    build_site(project)
    before = digests(project.site)
    write_catalogue(project, "pl", "index", BROKEN)
    with pytest.raises(ProblemsFound) as stopped:
        build_site(project)
    assert [problem.where for problem in stopped.value.problems] == ["locale/pl/index.po:6"]
    assert digests(project.site) == before
    assert left_beside(project.site) == []


def test_an_empty_catalogue_is_refused_and_not_taken_for_none(tmp_path):
    project = make_project(tmp_path)
    write(project.catalogue("pl", "index"), "")
    with pytest.raises(ProblemsFound, match="The file has no header"):
        build_site(project)


def test_kept_going_the_page_of_a_broken_catalogue_is_in_english_and_says_so(tmp_path):
    project = make_project(tmp_path)
    write_catalogue(project, "pl", "index", BROKEN)
    write_catalogue(
        project,
        "pl",
        "interface",
        {"This page is not translated yet. Here it is in English.": "Ta strona jest po angielsku."},
    )
    build_site(project, keep_going=True)
    page = read(project, "pl/index.html")
    assert "Ta strona jest po angielsku." in page
    assert '<p data-n="2" dir="ltr" lang="en">Read this first.</p>' in page


def test_a_page_that_cannot_be_read_stops_the_build_with_all_problems_at_once(tmp_path):
    project = make_project(
        tmp_path, {"index": "no front matter\n", "other": "---\ntitle: Other\n---\n<b>raw</b>\n"}
    )
    with pytest.raises(ProblemsFound) as stopped:
        build_site(project)
    assert [p.where for p in stopped.value.problems] == ["docs/index.md:1", "docs/other.md:4"]
    assert not project.site.exists()


def test_a_link_to_a_page_that_is_not_there_stops_the_build(tmp_path):
    project = make_project(tmp_path)
    write(project.page("index"), "---\ntitle: Home\n---\n# Home\n\n[Gone](gone.md)\n")
    with pytest.raises(ProblemsFound, match="gone"):
        build_site(project)


def test_a_link_to_a_heading_that_is_not_there_stops_the_build(tmp_path):
    project = make_project(tmp_path)
    write(
        project.page("index"), "---\ntitle: Home\n---\n# Home\n\n[Gone](meetings/meeting.md#gone)\n"
    )
    with pytest.raises(ProblemsFound, match="gone"):
        build_site(project)


def test_a_page_named_like_a_translation_is_refused(tmp_path):
    project = make_project(tmp_path, {"index": HOME, "rights.pl": HOME})
    with pytest.raises(ProblemsFound, match="The name of the page has a dot in it"):
        build_site(project)


def test_a_page_in_a_folder_that_is_a_link_is_built(tmp_path):
    project = make_project(tmp_path / "project")
    write(tmp_path / "elsewhere" / "guide.md", HOME)
    (project.docs / "linked").symlink_to(tmp_path / "elsewhere")
    config = project.config.read_text(encoding="utf-8")
    write(project.config, config.replace("- index.md", "- index.md\n- linked/guide.md"))
    build_site(project)
    assert (project.site / "linked" / "guide.html").is_file()


def test_a_page_in_a_hidden_folder_is_no_page(tmp_path):
    project = make_project(tmp_path)
    write(project.docs / ".drafts" / "x.md", HOME)
    assert project.pages() == ["index", "meetings/meeting"]


def test_a_name_that_the_navigation_gives_a_page_is_refused_at_its_line(tmp_path):
    project = make_project(tmp_path)
    write(
        project.config,
        project.config.read_text(encoding="utf-8").replace("- index.md", "- Start here: index.md"),
    )
    with pytest.raises(ProblemsFound, match="a name: Start here"):
        build_site(project)


def test_a_broken_state_file_is_said_once_and_by_its_name(tmp_path):
    project = make_project(tmp_path)
    write_catalogue(project, "pl", "index", POLISH)
    write(project.state("pl"), "index: [\n")
    with pytest.raises(ProblemsFound) as stopped:
        build_site(project)
    assert [problem.where for problem in stopped.value.problems] == ["locale/pl/state.yml:2"]


def test_an_option_that_mkdocs_does_not_know_stops_the_build(tmp_path):
    project = make_project(tmp_path)
    write(project.config, project.config.read_text(encoding="utf-8") + "bogus: 1\n")
    with pytest.raises(ProblemsFound, match="bogus"):
        build_site(project)


def test_with_a_site_url_the_sitemap_names_every_page_in_every_language(tmp_path):
    project = make_project(tmp_path, site_url="https://example.org/families/")
    build_site(project)
    sitemap = read(project, "sitemap.xml")
    for path in ("index.html", "pl/index.html", "ur/meetings/meeting.html"):
        assert f"<loc>https://example.org/families/{path}</loc>" in sitemap


def test_without_a_site_url_there_are_no_absolute_addresses(tmp_path):
    project = make_project(tmp_path)
    build_site(project)
    assert not (project.site / "sitemap.xml").exists()
    assert "canonical" not in read(project, "index.html")
    assert 'rel="alternate"' not in read(project, "index.html")
