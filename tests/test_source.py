"""The lines of a page: each text is found where it stands, in the order of the page."""

from __future__ import annotations

import pytest
from markdown import Markdown

from scripts.source import Source

PAGE = """\
Ask.

You ask.

Ask for
the plan.

১৫ দিন

Ask.
"""


def source(page: str) -> Source:
    lines = Source(Markdown())
    lines.run(page.split("\n"))
    return lines


def test_texts_are_found_in_the_order_of_the_page():
    lines = source(PAGE)
    texts = ["Ask.", "You ask.", "Ask for\nthe plan.", "১৫ দিন", "Ask."]
    assert [lines.find(text) for text in texts] == [0, 2, 4, 7, 9]


@pytest.mark.parametrize("longer", ["Reports", "preReport", "حقReport"])
def test_words_are_not_found_inside_longer_words(longer):
    assert source(f"{longer}\n\nReport\n").find("Report") == 2


def test_what_stands_further_up_is_found_there_and_the_search_goes_on_below():
    lines = source("[^a]: Note.\n\nText.\n\nNote.\n\nText.\n")
    assert [lines.find(text) for text in ("Text.", "Note.", "Note.", "Text.")] == [2, 4, 0, 6]


@pytest.mark.parametrize("text", ["", "  \n ", "\x02stash\x03", "not on the page"])
def test_what_is_nowhere_has_the_line_of_the_last_find(text):
    lines = source(PAGE)
    lines.find("You ask.")
    assert lines.find(text) == 2


def test_a_text_is_found_by_its_words_before_the_first_mark_of_the_parser():
    assert source("One\n\nTwo *three*\n").find("Two \x02stash\x03 three") == 2


def test_only_fenced_code_is_code():
    md = Markdown(extensions=["fenced_code"])
    lines = Source(md)
    md.preprocessors.register(lines, "lines", 20.5)
    md.convert("```\ncode\n```\n\n<div>html</div>\n")
    assert [lines.is_code(number) for number in range(2)] == [True, False]
