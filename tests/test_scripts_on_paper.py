"""Every script on paper: what a PDF says is what the page says, letter by letter and in order."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
import yaml

from scripts.leaflets.composition import compose
from scripts.leaflets.fonts import read_fonts
from scripts.leaflets.tokens import Tokens, needs_tokens
from scripts.leaflets.typesetting import Press, Setting
from scripts.workers import do_all
from tests.paper import Paper, bare
from tests.projects import REAL

SCRIPTS = yaml.safe_load(Path("tests/cases/scripts.yml").read_text(encoding="utf-8"))
POPPLER = shutil.which("pdftotext")
BY_LANGUAGE = pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script["language"])
FOOTER = bare("Alongside 1 / 1")


def page_in(text: str) -> str:
    """A page in which a text is a title, an item of a list, bold, beside English and a number."""
    return (
        f'<h1 data-n="1">{text}</h1><ol><li data-n="2">{text}</li><li data-n="3">{text}</li></ol>'
        f'<p data-n="4">{text} <strong>{text}</strong> <bdi dir="ltr">0808 801 0366</bdi> {text} '
        f'(<span dir="ltr" lang="en">section 47 enquiry</span>) {text}</p>'
    )


def said_in(text: str) -> str:
    """What such a page says, with the numbers of its blocks and items."""
    return bare(
        f"1{text} 1. 2{text} 2. 3{text} 4{text}{text} 0808 801 0366 {text}"
        f"(section 47 enquiry) {text}"
    )


def print_in(script: dict, folder: Path) -> Path:
    """The leaflet of such a page."""
    languages = {
        script["language"]: {"family": script["font"], "direction": script["direction"]},
        "en": {"family": "Noto Sans", "direction": "ltr"},
    }
    tokens = Tokens(script["direction"] == "rtl") if needs_tokens(script["font"]) else None
    leaflet = compose(page_in(script["text"]), lambda link: None, tokens, False)
    setting = Setting(script["language"], "en", languages, "Paper", "Alongside")
    path = folder / "paper.pdf"
    with closing(do_all(set_paper, iter([(leaflet, setting)]), 1, list, apart=True)) as results:
        path.write_bytes(next(pdf for _, pdf in results))
    return path


def set_paper(item: tuple, _) -> bytes:
    """The PDF of a leaflet in a setting."""
    return Press(REAL.leaflet, read_fonts(REAL.fonts)).set(*item).pdf


@BY_LANGUAGE
def test_the_tags_of_a_leaflet_say_the_text_in_order(script, tmp_path):
    paper = Paper(print_in(script, tmp_path))
    assert bare(paper.tags.text) == said_in(script["text"])
    assert paper.pieces == {}, "a piece of text belongs to no tag"


@BY_LANGUAGE
@pytest.mark.skipif(POPPLER is None, reason="poppler is not installed here")
def test_poppler_takes_the_text_out_in_order(script, tmp_path):
    words = [POPPLER, str(print_in(script, tmp_path)), "-"]
    text = subprocess.run(words, capture_output=True, check=True, encoding="utf-8").stdout
    assert bare(text) == said_in(script["text"]) + FOOTER


@BY_LANGUAGE
def test_pdfium_takes_out_every_letter_once(script, tmp_path):
    page = pypdfium2.PdfDocument(print_in(script, tmp_path))[0]
    text = bare(page.get_textpage().get_text_range())
    said = said_in(script["text"])
    assert sorted(text) == sorted(said + FOOTER)
    assert (said in text) == ("pdfium" not in script)
