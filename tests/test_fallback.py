"""A page that is translated in part: English stands where a translation may not, and says so."""

from __future__ import annotations

from string import ascii_uppercase

import pytest
from lxml import html as lxml_html

from scripts.build import build_site
from scripts.made import read_all
from tests.html import unwrapped
from tests.projects import (
    LANGUAGES,
    REAL,
    make_project,
    unprinted,
    write,
    write_catalogue,
    write_pseudo_locale,
)

NOTE = "Parts of this page are not translated yet. They are in English."
POLISH_NOTE = "Część tej strony jest po angielsku."


def build(project, codes=()):
    build_site(project, codes)


def page(project, path):
    return lxml_html.document_fromstring((project.site / path).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def partly(tmp_path_factory):
    """A site whose Polish meeting page has only one good translation, of its paragraph."""
    project = make_project(tmp_path_factory.mktemp("partly"))
    write_catalogue(project, "pl", "interface", {NOTE: POLISH_NOTE})
    write_catalogue(project, "pl", "index", {"Home page": "Początek", "Welcome": "Witamy"})
    write_catalogue(
        project,
        "pl",
        "meetings/meeting",
        {"Call {{ contact.helpline }} today.": "Zadzwoń dziś: {{ contact.helpline }}."},
    )
    build(project)
    return project


def english(elements):
    return [(e.text_content(), e.get("dir")) for e in elements if e.get("lang") == "en"]


def test_a_block_without_translation_is_marked_as_english(partly):
    blocks = page(partly, "pl/meetings/meeting.html").xpath("//main//h1 | //main//li")
    assert english(blocks) == [("The meeting", "ltr"), ("You and the social worker.", "ltr")]


def test_the_title_of_the_document_is_marked_as_english(partly):
    title = page(partly, "pl/meetings/meeting.html").find("head/title")
    assert (title.get("lang"), title.get("dir")) == ("en", "ltr")
    assert title.text.startswith("Your meeting")


def test_the_name_of_a_section_without_translation_is_marked_in_the_menu(partly):
    found = page(partly, "pl/index.html").xpath("//nav[@id='menu']//summary//span")
    assert english(found) == [("Meetings", "ltr")]


def test_a_title_without_translation_is_marked_in_the_menu_and_in_the_next_link(partly):
    links = page(partly, "pl/index.html").xpath(
        "//a[contains(@href, 'meeting.html') and not(@hreflang)]//span[text()='Your meeting']"
    )
    assert english(links) == [("Your meeting", "ltr")] * 2


def test_a_heading_without_translation_is_marked_in_the_list_of_contents(tmp_path):
    text = "---\ntitle: Home\n---\n# Home\n\n## One\n\n## Two\n\n## Three\n"
    project = make_project(tmp_path, {"index": text})
    write_catalogue(project, "pl", "index", {"Home": "Dom", "One": "Raz", "Two": "Dwa"})
    build(project, ["pl"])
    entries = page(project, "pl/index.html").xpath("//nav[@class='contents']//li/a")
    assert [entry.text_content() for entry in entries] == ["Raz", "Dwa", "Three"]
    assert english(entries[2].xpath("span")) == [("Three", "ltr")]


def test_the_way_down_to_a_page_is_marked_where_it_is_english(partly):
    crumbs = page(partly, "pl/meetings/meeting.html").xpath(
        "//nav[@class='crumbs']//li//span[@lang]"
    )
    assert english(crumbs) == [("Home", "ltr"), ("Meetings", "ltr")]


def test_a_note_in_the_readers_language_says_that_parts_are_in_english(partly):
    assert POLISH_NOTE in page(partly, "pl/meetings/meeting.html").text_content()


def test_a_fuzzy_title_is_not_shown_anywhere(tmp_path):
    project = make_project(tmp_path)
    write(
        project.catalogue("pl", "meetings/meeting"),
        'msgid ""\nmsgstr ""\n"Language: pl\\n"\n\n#, fuzzy\nmsgid "Your meeting"\n'
        'msgstr "Stare spotkanie"\n',
    )
    build(project)
    for path in (tmp_path / "site").rglob("*.html"):
        assert "Stare" not in path.read_text(encoding="utf-8")


def test_words_of_the_interface_are_escaped_like_any_text(tmp_path):
    project = make_project(tmp_path)
    write_catalogue(project, "pl", "interface", {"Menu": "<i>Menu</i>", "Languages": "A & B"})
    build(project, ["pl"])
    assert page(project, "pl/index.html").xpath("//i") == []
    assert "A & B" in page(project, "pl/index.html").text_content()


@pytest.mark.parametrize(
    ("code", "name", "direction"),
    [("pa", "ਪੰਜਾਬੀ", "ltr"), ("so", "Soomaali", "ltr"), ("ckb", "کوردیی ناوەندی", "rtl")],
)
def test_a_language_that_the_theme_does_not_know_builds_like_any_other(
    tmp_path, code, name, direction
):
    project = make_project(tmp_path, languages=[*LANGUAGES, (code, name, direction)])
    write_catalogue(project, code, "index", {"Welcome": "X"})
    write_catalogue(project, code, "interface", {"Menu": "Y"})
    build(project)
    root = page(project, f"{code}/index.html")
    assert (root.get("lang"), root.get("dir")) == (code, direction)
    assert root.xpath("//h1")[0].text_content() == "X"
    assert name in page(project, "index.html").text_content()


PSEUDO = ("en-XA", "Pseudo", "ltr")
NAMES = ("Alongside", "English", "Polski", "اردو", "Pseudo", *ascii_uppercase)
"""Names, which no language translates, and the letters that English words are found under."""


def test_nothing_visible_escapes_translation_on_the_real_pages(tmp_path):
    # No font has the marks; tests/test_leaflets.py looks at leaflets.
    pages = {name: unprinted(REAL.page(name).read_text(encoding="utf-8")) for name in REAL.pages()}
    project = make_project(tmp_path, pages, [*LANGUAGES, PSEUDO])
    write(project.contacts, REAL.contacts.read_text(encoding="utf-8"))
    write(project.facts, REAL.facts.read_text(encoding="utf-8"))
    for name in REAL.data():
        write(project.page_data(name), REAL.page_data(name).read_text(encoding="utf-8"))
    write_pseudo_locale(project, "en-XA")
    build(project, ["en-XA"])
    names = read_all(REAL).sources
    found = {name: escaped(project, f"en-XA/{name}.html") for name in names}
    assert found == {name: [] for name in names}


def escaped(project, path):
    root = page(project, path)
    title = root.find("head/title")
    title.text = title.text.removesuffix(" - Alongside")
    description = root.xpath("//meta[@name='description']/@content")
    bare = [text for text in description if not text.startswith("\u27e6")]
    return [text for text in unwrapped(root) if text not in NAMES] + bare


def test_the_page_for_a_missing_address_speaks_every_language(tmp_path):
    project = make_project(tmp_path, languages=[*LANGUAGES, PSEUDO])
    write_pseudo_locale(project, "en-XA")
    build(project)
    items = page(project, "404.html").xpath("//li[@lang='en-XA']")
    assert [unwrapped(item) for item in items] == [[]]
