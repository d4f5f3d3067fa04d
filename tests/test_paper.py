"""The leaflets of the real site: short enough, and whole for those who cannot see them.

`pdfua` implements 12 rules for 16 of the 106 checkpoints of the Matterhorn Protocol; of the rest
(PDF/UA-1, ISO 14289-1, chapter 7) these tests ask for what a reader of our leaflets would miss.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pdfua
import pypdfium2
import pytest
from lxml import html

from scripts.languages import read_languages
from scripts.leaflets.names import file_of
from scripts.leaflets.typesetting import MOST_PAGES
from tests.paper import Paper, bare
from tests.projects import KINDS, REAL

LANGUAGES = read_languages(REAL.languages)
EACH = pytest.mark.parametrize(
    ("language", "page"),
    [(code, page) for code in LANGUAGES.codes for page in KINDS],
    ids=lambda value: value,
)
EDGE = 14
"""What printers leave free, in points: 5 mm."""
DARK = 128
"""Shades of grey below this are ink."""
LEVELS = ("H1", "H2", "H3")


@pytest.fixture
def paper(real_site, language, page) -> Paper:
    """The leaflet of a page in a language."""
    return opened(real_site / file_of(page, language))


@cache
def opened(path: Path) -> Paper:
    return Paper(path)


@EACH
def test_nothing_is_drawn_over_the_edge_of_the_paper(real_site, language, page):
    """As far as printers go: 5 mm. Letters of Nastaliq rise far above their line."""
    for sheet in pypdfium2.PdfDocument(real_site / file_of(page, language)):
        picture = sheet.render(scale=1, grayscale=True).to_pil()
        inside = picture.crop((EDGE, EDGE, picture.width - EDGE, picture.height - EDGE))
        assert sum(picture.histogram()[:DARK]) == sum(inside.histogram()[:DARK]) > 0


@EACH
def test_a_leaflet_has_at_most_four_pages(paper):
    assert len(paper.pdf.pages) <= MOST_PAGES


@EACH
def test_pdfua_finds_nothing_wrong(real_site, language, page):
    report = pdfua.validate(real_site / file_of(page, language))
    assert [(finding.rule_id, finding.message) for finding in report.findings] == []


@EACH
def test_a_leaflet_names_its_language_and_its_title(paper, language, page):
    root = paper.pdf.Root
    assert (str(root.Lang), bool(root.MarkInfo.Marked)) == (language, True)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    with paper.pdf.open_metadata() as metadata:
        assert metadata["dc:title"].strip()
        assert metadata["pdfuaid:part"] == "1"


@EACH
def test_its_headings_begin_with_the_title_and_leave_out_no_level(paper):
    levels = [LEVELS.index(tag.name) for tag in paper.tags.all(*LEVELS)]
    assert levels.count(0) == 1
    assert levels[0] == 0
    assert all(after <= before + 1 for before, after in pairwise(levels))


@EACH
def test_its_lists_and_tables_are_lists_and_tables(paper):
    for entry in paper.tags.all("L"):
        assert {tag.name for tag in entry.holds} == {"LI"}
        assert all([tag.name for tag in item.holds] == ["Lbl", "LBody"] for item in entry.holds)
    for table in paper.tags.all("Table"):
        first, *_ = table.all("TR")
        assert {tag.name for tag in first.holds} == {"TH"}
        assert all("/Column" in str(tag.entry.get("/A")) for tag in first.holds)


@EACH
def test_its_links_have_words_and_lead_to_calls_and_other_sites_only(paper):
    for page in paper.pdf.pages:
        for annotation in page.get("/Annots", []):
            assert re.match(r"(tel|sms|https):", str(annotation.A.URI))
            assert str(annotation.Contents).strip()
    assert all(tag.text.strip() for tag in paper.tags.all("Link"))


@EACH
def test_all_its_text_is_tagged_and_its_fonts_are_in_it(paper):
    assert paper.tags.text and paper.pieces == {}
    for page in paper.pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


@EACH
def test_it_says_all_that_its_page_says_in_both_languages(paper, real_site, language, page):
    folder = "" if language == LANGUAGES.source.code else f"{language}/"
    root = html.parse(str(real_site / f"{folder}{page}.html")).getroot()
    said = bare(paper.tags.text).replace("--", "-")  # Polish repeats a hyphen on the next line
    missing = [text for text in map(bare, blocks_of(root)) if text not in said]
    assert missing == []


def blocks_of(root: html.HtmlElement) -> Iterator[str]:
    """The words of each block of a page and of its English, but for what leads to other pages and
    for what enlarges a card."""
    for block in root.xpath("//main//*[@data-n]"):
        if not any(map(is_way, block.iterancestors("ul", "li"))) and not leads_on(block):
            words = copy.deepcopy(block)
            for inner in words.xpath(".//*[@data-n] | .//ul | .//ol | .//span[@class='blank']"):
                inner.drop_tree()
            yield words.text_content()


def is_way(element: html.HtmlElement) -> bool:
    """Whether a list, or an item of one, is there to lead to other pages or parts of the page."""
    items = [element] if element.tag == "li" else list(element)
    return all(
        len(item) and item[0].tag == "a" and ":" not in item[0].get("href") and not item.text
        for item in items
    )


def leads_on(block: html.HtmlElement) -> bool:
    """Whether a block is such an item, or stands before a list of them."""
    if "beside" in block.classes and block.tag == "span":
        return leads_on(block.getparent())
    after = next((each for each in block.itersiblings() if "beside" not in each.classes), None)
    before_list = after is not None and after.tag == "ul" and is_way(after)
    return before_list or (block.tag == "li" and is_way(block))


def test_the_markers_of_lists_stand_where_each_language_begins(real_site):
    """Measured where the ink is: in tenths of the sheet, from its left edge."""
    places = {
        code: first_markers(real_site / file_of("stages/child-protection-conference", code))
        for code in LANGUAGES.codes
    }
    assert places == {"en": [1], "pl": [0, 5], "ur": [0, 9]}


def first_markers(path: Path) -> list[int]:
    """Where the markers "1." are on the first page."""
    sheet = pypdfium2.PdfDocument(path)[0]
    text = sheet.get_textpage()
    shown = [text.get_text_range(at, 1) for at in range(text.count_chars())]
    markers = [
        at
        for at in range(1, len(shown) - 1)
        if shown[at : at + 2] == ["1", "."] and not shown[at - 1].isdigit()
    ]
    return sorted({int(text.get_charbox(at)[0] / sheet.get_width() * 10) for at in markers})
