"""The English beside a translation, with numbers that are the same in every language."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import etree
from lxml import html as lxml_html

from scripts import edition
from scripts.addresses import page_file
from scripts.build import build_site
from scripts.catalogues import Catalogue
from scripts.languages import read_languages
from scripts.probe import Probes
from scripts.states import CHANGED, DRAFT, EDITED, NOT_CHECKED, UNCHECKED
from scripts.translate import Original, Translation
from tests import html
from tests.cases import read_cases
from tests.copies import blocks, copies, is_english, own_words, without_copies
from tests.laws import CONTACTS, ENGLISH, INTERFACE, catalogue_of, extracted, render, translated
from tests.maker import Maker
from tests.projects import REAL, make_project, write_catalogue
from tests.pseudo import pseudo

LANGUAGES = read_languages(REAL.languages)
SEEDS = range(20)
PAGES = [
    *read_cases("messages"),
    *(pytest.param({"page": Maker(seed).page()}, id=f"made at random, {seed}") for seed in SEEDS),
]


def side_by_side(page: str, catalogue: Catalogue) -> str:
    probes = Probes(CONTACTS)
    visitor = Translation("page.md", 1, catalogue, INTERFACE, probes, ENGLISH, beside=True)
    return render(page, visitor)


def numbered(page: str) -> str:
    return render(page, Original("page.md", 1, numbered=True))


def pseudo_catalogue(page: str) -> Catalogue:
    return catalogue_of(extracted(page), pseudo)


def ids(root) -> Counter:
    return Counter(root.xpath("//@id"))


def notes(root) -> Counter:
    """The links to notes and back."""
    return Counter(root.xpath("//@href[starts-with(., '#fn')]"))


@pytest.mark.parametrize("case", PAGES)
def test_a_page_without_its_copies_is_the_translated_page(case):
    page, catalogue = case["page"], pseudo_catalogue(case["page"])
    root = without_copies(html.parse(side_by_side(page, catalogue)))
    plain = etree.tostring(root, encoding="unicode", method="html")
    assert html.tokens(plain) == html.tokens(f"<div>{translated(page, catalogue)[0]}</div>")


@pytest.mark.parametrize("case", PAGES)
def test_a_copy_says_what_the_english_page_says_at_its_number(case):
    english = blocks(html.parse(numbered(case["page"])))
    found = copies(html.parse(side_by_side(case["page"], pseudo_catalogue(case["page"]))))
    at_numbers = {number: text for number, text in found.items() if number in english}
    assert at_numbers == {number: own_words(english[number]) for number in at_numbers}


@pytest.mark.parametrize("case", PAGES)
def test_numbers_are_the_same_in_a_translation(case):
    found = blocks(html.parse(side_by_side(case["page"], pseudo_catalogue(case["page"]))))
    assert list(found) == list(blocks(html.parse(numbered(case["page"]))))


@pytest.mark.parametrize("case", PAGES)
def test_a_copy_brings_no_id_and_no_mark_of_a_note(case):
    catalogue = pseudo_catalogue(case["page"])
    root = html.parse(side_by_side(case["page"], catalogue))
    plain = html.parse(translated(case["page"], catalogue)[0])
    assert (ids(root), notes(root)) == (ids(plain), notes(plain))


@pytest.mark.parametrize("case", PAGES)
def test_nothing_is_copied_where_nothing_is_translated(case):
    root = html.parse(side_by_side(case["page"], Catalogue("page.po")))
    assert copies(root) == {}


def copied(page: str, translations: dict[str, str]) -> str:
    catalogue = catalogue_of([(None, text) for text in translations], translations.get)
    return side_by_side(page, catalogue)


def test_the_english_of_a_heading_stands_under_it():
    assert copied("## Help { .k }\n", {"Help": "Pomoc"}) == (
        '<h2 class="k" data-n="1" id="help">Pomoc</h2>\n'
        '<p class="beside" data-n="1" dir="ltr" lang="en" translate="no">Help</p>'
    )


def test_the_english_of_an_item_stands_before_the_list_inside_it():
    found = copied("- One\n    - Two\n", {"One": "Raz", "Two": "Dwa"})
    item = html.parse(found).find(".//li")
    assert [child.tag for child in item] == ["span", "ul"]
    assert (item[0].text, item[0].get("lang"), item[0].get("dir")) == ("One", "en", "ltr")


def test_a_literal_text_is_copied_as_it_is_written():
    page = '<details markdown="1">\n<summary>A *b*</summary>\n\nc\n\n</details>\n'
    assert copies(html.parse(copied(page, {"A *b*": "Z *b*"}))) == {"1": "A *b*"}


def test_an_id_in_the_english_stands_once():
    found = html.parse(copied("See [it](x.md){ #it }.\n", {"See [it](x.md){ #it }.":
                                                          "Patrz [to](x.md){ #it }."}))  # fmt: skip
    assert found.xpath("//@id") == ["it"]


def test_a_translation_that_is_the_english_is_not_shown_twice():
    assert copies(html.parse(copied("Ofsted\n", {"Ofsted": "Ofsted"}))) == {}


def test_what_follows_a_heading_in_an_item_stays_behind_the_english_of_the_heading():
    found = html.parse(copied("- ## One\n  Two\n", {"One": "Raz", "Two": "Dwa"}))
    assert found.text_content().replace("\n", "") == "RazOneDwa Two"


# A small site ------------------------------------------------------------------------------------


def box_of(project) -> lxml_html.HtmlElement | None:
    build_site(project, ["pl"])
    page = (project.site / "pl/index.html").read_text(encoding="utf-8")
    return lxml_html.document_fromstring(page).find(".//input[@id='shell-beside']")


@pytest.fixture
def small(tmp_path):
    project = make_project(tmp_path)
    write_catalogue(project, "pl", "index", {"Welcome": "Witamy"})
    return project


def test_a_page_is_open_in_each_state_that_nobody_vouches_for():
    assert frozenset({DRAFT, EDITED, UNCHECKED, CHANGED}) == NOT_CHECKED


@pytest.mark.parametrize("state", sorted(NOT_CHECKED - {CHANGED}))
def test_the_english_stands_open_until_the_page_is_checked(small, state, monkeypatch):
    monkeypatch.setattr(edition, "state_of", lambda *_: state)
    assert box_of(small).get("checked") is not None


def test_a_page_without_translations_offers_no_english(tmp_path):
    assert box_of(make_project(tmp_path)) is None


def test_the_english_of_the_title_stands_right_under_it(small):
    build_site(small, ["pl"])
    page = lxml_html.parse(small.site / "pl/index.html")
    under = page.find(".//h1").getnext()
    assert (under.get("class"), under.text) == ("beside", "Welcome")


# The real site -----------------------------------------------------------------------------------

TRANSLATED = [(page, language) for page in LANGUAGES.core for language in LANGUAGES.translations]


def read(site, page: str, language) -> lxml_html.HtmlElement:
    text = (site / page_file(page, language, LANGUAGES)).read_text(encoding="utf-8")
    return lxml_html.document_fromstring(text).find(".//main")


core = pytest.mark.parametrize(
    ("page", "language"), TRANSLATED, ids=[f"{each.code}/{page}" for page, each in TRANSLATED]
)


@core
def test_every_translated_part_has_its_english_beside_it(real_site, page, language):
    english = blocks(read(real_site, page, LANGUAGES.source))
    main = read(real_site, page, language)
    translations = {n: block for n, block in blocks(main).items() if not is_english(block)}
    assert copies(main) == {
        number: own_words(english[number])
        for number, block in translations.items()
        if own_words(block) != own_words(english[number])
    }


@core
def test_every_part_has_its_number_in_every_language(real_site, page, language):
    english = list(blocks(read(real_site, page, LANGUAGES.source)))
    assert english == [str(number) for number in range(1, len(english) + 1)]
    assert list(blocks(read(real_site, page, language))) == english


@core
def test_every_id_stands_once(real_site, page, language):
    main = read(real_site, page, language)
    assert [each for each, times in ids(main).items() if times > 1] == []


@core
def test_no_word_is_marked_in_the_copies(real_site, page, language):
    main = read(real_site, page, language)
    assert main.xpath("//*[@class='beside']//*[@class='word']") == []
