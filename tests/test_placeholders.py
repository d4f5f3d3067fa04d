"""The English name of the reader's language in a page."""

from __future__ import annotations

import pytest
from markdown import Markdown

from scripts.placeholders import PlaceholderExtension

POLISH = '<bdi dir="ltr" lang="en">Polish</bdi>'


def convert(page, language):
    return Markdown(extensions=[PlaceholderExtension({}, language)]).convert(page)


@pytest.mark.parametrize(
    ("page", "html"),
    [
        ("Mówię {{ language.english }}.", f"Mówię {POLISH}."),
        ("**{{language.english}}**", f"<strong>{POLISH}</strong>"),
        ("[{{ language.english }}](a.md)", f'<a href="a.md">{POLISH}</a>'),
        ("`{{ language.english }}`", "<code>{{ language.english }}</code>"),
        ("{{ language.name }}", "{{ language.name }}"),
    ],
)
def test_the_name_is_marked_as_english_and_keeps_its_order(page, html):
    assert convert(page, "Polish") == f"<p>{html}</p>"


def test_marks_of_markdown_in_a_name_are_plain_characters():
    html = convert("{{ language.english }}", "A *b*")
    assert html == '<p><bdi dir="ltr" lang="en">A *b*</bdi></p>'
