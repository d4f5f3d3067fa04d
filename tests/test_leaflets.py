"""Leaflets of a small project: which there are, what they say, and when they are made again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from lxml import html

from scripts.build import build_site
from scripts.coverage import describe
from scripts.leaflets import cache, fonts, making, names, orders
from scripts.leaflets.batch import print_batch
from scripts.leaflets.names import file_of, number_of
from scripts.leaflets.typesetting import LARGE, MOST_PAGES, SIZES, Paper
from scripts.messages import Language
from scripts.page_records import PageRecord
from scripts.paths import INTERFACE
from scripts.problems import Problem, ProblemsFound
from scripts.sources import read_sources
from scripts.states import CHANGED, CHECKED, DRAFT, EDITED, ENGLISH, UNCHECKED, UNTRANSLATED
from scripts.translate import Original
from tests import paper
from tests.paper import bare
from tests.projects import HOME, TODAY, make_project, write, write_catalogue

PAGE = "meetings/meeting"
MEETING = """\
---
title: Your meeting
description: What happens at the meeting.
leaflet: true
checked: 2026-11-21
---
# The meeting

Call {{ contact.helpline }} today.

## Who comes

1. You.
2. The social worker.

## What next?

- [Home](../index.md)
"""
POLISH = {
    "The meeting": "Spotkanie",
    "Call {{ contact.helpline }} today.": "Zadzwoń dziś: {{ contact.helpline }}.",
    "Who comes": "Kto przychodzi",
    "You.": "Ty.",
}
LANGUAGES = (("en", "English", "ltr"), ("pl", "Polski", "ltr"))


def project_in(root: Path, meeting: str = MEETING, **options):
    """A project with one page that has a leaflet, in English and Polish."""
    pages = {"index": HOME, PAGE: meeting}
    project = make_project(root, pages, LANGUAGES, **options)
    write_catalogue(project, "pl", PAGE, POLISH)
    return project


def leaflet(project, language: str) -> Path:
    return project.site / file_of(PAGE, language)


def page_of(path: Path):
    return html.parse(str(path)).getroot()


def refused(project) -> list[Problem]:
    """What stops the build."""
    with pytest.raises(ProblemsFound) as caught:
        build_site(project, workers=1)
    return caught.value.problems


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """The languages of the leaflets that were really made, and not found in the cache."""
    found = []
    make = making._make

    def note(project, jobs, *rest):
        found.extend(job.setting.language for job in jobs)
        return make(project, jobs, *rest)

    monkeypatch.setattr(making, "_make", note)
    return found


def build(project, **options) -> None:
    build_site(project, workers=1, today=TODAY, **options)


def test_a_page_with_a_leaflet_leads_to_it_in_each_language_with_its_pages_and_size(tmp_path):
    project = project_in(tmp_path)
    build(project)
    for folder, language in (("", "en"), ("pl/", "pl")):
        root = page_of(project.site / f"{folder}{PAGE}.html")
        (line,) = root.xpath("//p[@class='paper']")
        (link,) = line.xpath("a")
        target = (project.site / f"{folder}{PAGE}.html").parent / link.get("href")
        assert target.resolve() == leaflet(project, language).resolve()
        size = round(target.stat().st_size / 10_000) * 10
        assert bare(line.text_content()).endswith(bare(f"PDF, {size} kB, pages: 1"))


def test_a_page_without_a_leaflet_leads_to_none_and_nothing_else_is_printed(tmp_path):
    project = project_in(tmp_path)
    build(project)
    assert not page_of(project.site / "index.html").xpath("//p[@class='paper']")
    assert sorted(path.name for path in project.site.rglob("*.pdf")) == [
        leaflet(project, "en").name
    ] * 2


FEW_THEN_MANY = """
from pathlib import Path
from scripts.leaflets.job import Job
from scripts.leaflets.making import FEW, make_leaflets
from scripts.leaflets.typesetting import Setting
from scripts.paths import Project

setting = Setting("en", "en", {"en": {"family": "Noto Sans", "direction": "ltr"}}, "A", "B")
jobs = [Job(f"p{n}", "p.md", f"{n}.pdf", f"<h1>{n}</h1>", None, False, setting)
        for n in range(FEW + 2)]
project = Project(Path.cwd())
for some in (jobs[:1], jobs[1:]):
    make_leaflets(project, some, project.site, 2, lambda: None)
"""


def test_many_leaflets_are_made_after_few_by_the_same_process(tmp_path):
    project = project_in(tmp_path)
    command = [sys.executable, "-c", FEW_THEN_MANY]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=60)  # it would wait for ever
    assert len(list(project.site.glob("*.pdf"))) == making.FEW + 2


def test_the_name_of_a_file_says_nothing_of_its_page(tmp_path):
    assert file_of("rights/domestic-abuse", "ur") == "paper/ur/leaflet-100777.pdf"


def test_two_pages_with_one_number_are_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(names, "NUMBERS", 1)
    assert number_of("a") == number_of("b") == 0
    with pytest.raises(ProblemsFound) as caught:
        names.refuse_same_numbers(["b", "a"])
    assert [problem.where for problem in caught.value.problems] == ["docs/b.md"]


@pytest.mark.parametrize(
    ("state", "forms"),
    [
        (ENGLISH, [False]),
        (UNTRANSLATED, [False]),
        (DRAFT, [True]),
        (EDITED, [True]),
        (UNCHECKED, [True]),
        (CHANGED, [True]),
        (CHECKED, [False, True]),
    ],
)
def test_the_english_stands_beside_a_translation_that_nobody_checked(state, forms):
    record = PageRecord("a", Original("", 0), state, Language)
    assert orders.forms(record) == forms


def test_both_languages_have_the_same_numbers_beside_each_other(tmp_path):
    project = project_in(tmp_path)
    build(project)
    tags = paper.Paper(leaflet(project, "pl")).tags
    title, other = (bare(tag.text) for tag in tags.holds[0].holds)
    assert (title, other) == ("1Spotkanie", "1Themeeting")
    own, english = tags.all("L")[:2]
    assert bare(own.text) == "1.4Ty.2.5Thesocialworker."
    assert bare(english.text) == "1.4You.2.5Thesocialworker."
    assert [tag.language for tag in tags.all("Div") if tag.language] == ["en"] * 5


def test_a_leaflet_says_who_to_call_where_it_comes_from_and_who_translated_it(tmp_path):
    project = project_in(tmp_path, site_url="https://example.org/families/")
    build(project)
    text = paper.Paper(leaflet(project, "pl")).tags.text
    for said in (
        "Helpline: 0808 801 0366",
        "Nobody has checked this translation yet.",
        "We last checked the English on this page on: 21/11/2026.",
        "This page on the internet: https://example.org/families/pl/meetings/meeting.html",
    ):
        assert bare(said) in bare(text)
    assert "What next" not in text


def test_an_address_stands_on_paper_only_where_the_site_knows_its_own(tmp_path):
    project = project_in(tmp_path)
    build(project)
    assert "on the internet" not in paper.Paper(leaflet(project, "pl")).tags.text


def test_a_character_without_a_glyph_is_refused_with_its_page_and_language(tmp_path):
    project = project_in(tmp_path)
    write_catalogue(project, "pl", PAGE, POLISH | {"You.": "Ty \U00013080."})
    (problem,) = refused(project)
    assert problem.where == "locale/pl/meetings/meeting.po"
    assert problem.what == (
        'The font Noto Sans has no glyph for "\U00013080" (U+13080 EGYPTIAN HIEROGLYPH D010).'
    )
    assert problem.harm == "The leaflet of meetings/meeting in pl would have a hole there."


def test_a_font_that_is_not_here_is_refused(tmp_path):
    project = project_in(tmp_path)
    text = project.languages.read_text(encoding="utf-8")
    write(project.languages, text.replace("font: Noto Sans", "font: Comic Sans", 1))
    (problem,) = refused(project)
    assert problem.what == "The font Comic Sans of English (en) is not here."
    assert problem.where == "languages.yml"
    assert "Noto Sans Tamil" in problem.remedy


def test_a_mistake_in_the_template_of_a_host_is_refused_with_its_line(tmp_path):
    project = project_in(tmp_path)
    write(project.leaflet, "#let a = b\n")
    (problem,) = refused(project)
    assert problem.where == "overrides/leaflet.typ"
    assert "in en cannot be set: error: unknown variable: b" in problem.what
    assert "leaflet.typ:1:9" in problem.what


def test_a_template_that_is_gone_is_refused(tmp_path):
    project = project_in(tmp_path)
    project.leaflet.unlink()
    (problem,) = refused(project)
    assert problem.where == "overrides/leaflet.typ"
    assert problem.what == "The template of leaflets is not there."


def test_nothing_that_stayed_as_it_was_is_made_again(tmp_path, made):
    project = project_in(tmp_path)
    build(project)
    assert sorted(made) == ["en", "pl"]
    before = leaflet(project, "pl").read_bytes()
    made.clear()
    build(project)
    assert (made, leaflet(project, "pl").read_bytes()) == ([], before)


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    write(path, text.replace(old, new))


CHANGES = {
    "the page": (lambda p: replace_in(p.page(PAGE), "1. You.", "1. Me."), ["en", "pl"]),
    "its translation": (lambda p: replace_in(p.catalogue("pl", PAGE), "Ty.", "Wy."), ["pl"]),
    "the words of the interface": (
        lambda p: write_catalogue(p, "pl", "interface", {"This page is for England.": "Anglia."}),
        ["pl"],
    ),
    "a telephone number": (
        lambda p: (
            replace_in(p.contacts, "0808 801 0366", "0808 801 0377"),
            replace_in(p.facts, "0808 801 0366", "0808 801 0377"),
        ),
        ["en", "pl"],
    ),
    "the name of the site": (
        lambda p: replace_in(p.organisation, "name: Alongside", "name: Beside"),
        ["en", "pl"],
    ),
    "its address": (
        lambda p: write(p.organisation, p.organisation.read_text() + "address: https://a.org/\n"),
        ["en", "pl"],
    ),
    "the font of a language": (
        lambda p: replace_in(
            p.languages, "font: Noto Sans\n  name: Polski", "font: Noto Sans Tamil\n  name: Polski"
        ),
        ["pl"],
    ),
    "the template": (lambda p: replace_in(p.leaflet, "1.2em", "1.3em"), ["en", "pl"]),
    "the words around the text": (
        lambda p: replace_in(p.overrides / "leaflet.html", "<h2>", "<h2> "),
        ["en", "pl"],
    ),
    "a font in the project": (
        lambda p: write(p.fonts / "more.ttf", "not really a font"),
        ["en", "pl"],
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_leaflet_is_made_again_after_a_change_of(change, tmp_path, made):
    project = project_in(tmp_path)
    build(project)
    made.clear()
    fonts.read_fonts.cache_clear()
    make_it, again = CHANGES[change]
    make_it(project)
    build(project)
    assert sorted(made) == again


@pytest.mark.parametrize("name", [*cache.MAKERS, *fonts.PACKAGES.values()])
def test_a_leaflet_is_made_again_with_another_version_of(name, tmp_path, monkeypatch):
    project = project_in(tmp_path)
    before = cache.print_of_press(project)
    version = metadata.version

    def other(asked: str) -> str:
        return "999" if asked == name else version(asked)

    monkeypatch.setattr(cache, "version", other)
    monkeypatch.setattr(fonts, "version", other)
    assert cache.print_of_press(project) != before


def test_a_leaflet_is_made_again_when_the_program_that_makes_it_changes(tmp_path, monkeypatch):
    project = project_in(tmp_path)
    before = cache.print_of_press(project)
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "cache.py"))
    assert cache.print_of_press(project) != before


def test_the_same_input_gives_the_same_bytes(tmp_path, made):
    digests = []
    for name in ("one", "two"):
        project = project_in(tmp_path / name)
        build(project)
        digests.append([leaflet(project, code).read_bytes() for code in ("en", "pl")])
    assert digests[0] == digests[1]
    assert len(made) == 4


def test_a_cache_that_grows_too_large_loses_what_was_used_longest_ago(tmp_path):
    for age, key in enumerate("abc"):
        cache.keep(tmp_path, key, Paper(b"x" * 10, 1, 12.0))
        os.utime(tmp_path / f"{key}-1-12.0.pdf", (age, age))
    assert cache.find(tmp_path, "a").pages == 1  # used now
    cache.prune(tmp_path, room=25)
    assert [key for key in "abc" if cache.find(tmp_path, key)] == ["a", "c"]


def long_page(paragraphs: int) -> str:
    return MEETING + "".join(
        "\nThe worker says what happens then, and you say what you think of it. "
        "Nobody may hurry you. You may ask for it in writing.\n"
        for _ in range(paragraphs)
    )


def test_the_build_names_leaflets_that_are_too_long_in_every_size(tmp_path):
    project = project_in(tmp_path, long_page(260))
    english, polish = build_site(project, workers=1, today=TODAY)
    assert (english.too_long, polish.too_long) == ((PAGE,), (PAGE,))
    assert describe(english).endswith(f"; leaflets of more than 4 pages: {PAGE}")


def sizes_in(path: Path) -> set[float]:
    """The sizes of the text of paragraphs, in points."""
    return {round(size, 1) for size in paper.sizes(path)}


def test_a_long_page_is_set_smaller_so_that_it_has_at_most_four_pages(tmp_path):
    project = project_in(tmp_path, long_page(110))
    build(project)
    made = paper.Paper(leaflet(project, "pl"))
    assert len(made.pdf.pages) <= MOST_PAGES
    assert SIZES[0] not in sizes_in(leaflet(project, "pl"))


def test_large_print_is_in_18_point_as_long_as_it_is(tmp_path):
    project = project_in(tmp_path, long_page(60))
    (printed,) = print_batch(project, ["pl"], [PAGE], tmp_path / "out", large_print=True)
    assert printed.path == tmp_path / "out" / "pl" / Path(file_of(PAGE, "pl")).name
    assert printed.made.pages > MOST_PAGES
    assert max(sizes_in(printed.path), key=list(paper.sizes(printed.path)).count) == LARGE == 18


def test_nothing_on_paper_escapes_translation(tmp_path):
    more = "\n!!! warning\n\n    Ask first.\n\n| A | B |\n| - | - |\n| C | |\n"
    project = project_in(tmp_path, MEETING + more)
    messages = read_sources(project).messages
    for page in (PAGE, INTERFACE):
        marked = {message.text: f"«{message.text}»" for message in messages[page]}
        write_catalogue(project, "pl", page, marked)
    build(project)
    said = without_english(paper.Paper(leaflet(project, "pl")).tags)
    assert said.count("«") > 10
    assert re.findall(r"[^\W\d_]+", re.sub("«[^»]*»", "", said)) == []


def without_english(tag: paper.Tag) -> str:
    """The text of a tag, but for what is marked as English."""
    inner = [each if isinstance(each, str) else without_english(each) for each in tag.holds]
    return "" if tag.language == "en" else "".join(inner)


@pytest.mark.parametrize("code", ["zh-Hant", "es-419", "pt-BR", "en-XA"])
def test_a_language_with_a_script_or_a_region_can_be_printed(code, tmp_path):
    project = make_project(
        tmp_path, {"index": HOME, PAGE: MEETING}, [LANGUAGES[0], (code, code, "ltr")]
    )
    write_catalogue(project, code, PAGE, {"You.": "Tu."})
    build(project)
    made = paper.Paper(leaflet(project, code))
    assert str(made.pdf.Root.Lang).split("-")[0] == code.split("-")[0]


def test_a_batch_for_a_page_without_a_leaflet_is_refused(tmp_path):
    project = project_in(tmp_path)
    with pytest.raises(ProblemsFound) as caught:
        print_batch(project, [], ["index"], tmp_path / "out")
    assert [problem.what for problem in caught.value.problems] == ["This page has no leaflet."]


def test_an_untranslated_page_is_on_paper_in_english_and_says_so(tmp_path):
    project = make_project(tmp_path, {"index": HOME, PAGE: MEETING}, LANGUAGES)
    write_catalogue(project, "pl", "index", {})
    build(project)
    tags = paper.Paper(leaflet(project, "pl")).tags
    assert bare("This page is not translated yet. Here it is in English.") in bare(tags.text)
    assert bare(tags.all("L")[0].text) == "1.4You.2.5Thesocialworker."
    assert len(tags.all("L")) == 2  # the list, and whom to call

