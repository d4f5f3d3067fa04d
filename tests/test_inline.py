"""How the text of a block is cut, held against what Python-Markdown makes of the same text."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown.util import AtomicString

from scripts import inline
from scripts.dialect import make_bare_markdown

often = settings(max_examples=1000, deadline=None, derandomize=True)
TICKS = st.text("`\\ a\n", max_size=14)
BRACES = st.text("{}{} .k=\nআ", max_size=14)


def after(step: str, text: str, tag: str = "p") -> Element:
    """The element `tag` with a text, as one of Python-Markdown's steps over the tree leaves it."""
    root = Element("div")
    SubElement(root, tag).text = text
    md = make_bare_markdown({})
    md.treeprocessors[step].run(root)
    return root[0]


def codes(text: str) -> list[str]:
    """What is in the code spans that we find, as Python-Markdown strips it."""
    spans = []
    for begin, end in inline.find_code(text):
        start, _ = inline.BACKTICKS.find_code_spans(begin, text)
        spans.append(text[start : end - (start - begin)].strip())
    return spans


@often
@given(TICKS)
@example("`a` \\`b` \\\\`c`")
@example("``a`a```")
@example("``a```a`")
def test_code_is_what_python_markdown_takes_for_code(text):
    assert codes(text) == [code.text for code in after("inline", text).iter("code")]


@often
@given(st.sampled_from(["p", "li", "dd", "h2", "dt", "td"]), BRACES)
@example("p", "آج\n{ .k }")
@example("h2", "a { .k }")
@example("td", "a {.k")
def test_a_list_is_set_aside_where_python_markdown_gives_it_to_the_block(tag, text):
    assume("{{" not in text)  # a contact's braces, which are ours
    text = text.strip(inline.BLANK)
    element = after("attr_list", text, tag)
    assert inline.cut(tag, text).text == (element.text or "")


@often
@given(TICKS)
def test_folding_twice_is_folding_once(text):
    message = inline.fold(text)
    assert inline.fold(inline.unfold(message)) == message


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("Zadzwoń \t dziś\nrano", "Zadzwoń dziś rano"),
        ("رپورٹ  \n   مانگیں", "رپورٹ\nمانگیں"),
        ("one\t  \ntwo", "one\ntwo"),
        ("one \ntwo", "one two"),
        ("15\u00a0 \u00a0days", "15\u00a0 \u00a0days"),
        ("`a  b`  c", "`a  b` c"),
        ("`a  \nb`", "`a   b`"),
        ("\\`a  b`", "\\`a b`"),
        (" \n a \n ", "a"),
    ],
)
def test_a_message_has_its_blanks_folded_so(raw, message):
    assert inline.fold(raw) == message


def test_every_newline_of_a_message_becomes_a_hard_break():
    assert inline.unfold("کە\n`a b` c\nd") == "کە  \n`a b` c  \nd"


@pytest.mark.parametrize(
    ("tag", "raw", "cut"),
    [
        ("p", "Text\n{ .k }", ("", "Text", "\n{ .k }", "")),
        ("p", "Text { .k }", ("", "Text { .k }", "", "")),
        ("h2", "Text { .k }", ("", "Text", " { .k }", "")),
        ("td", "Text {{ contact.helpline }}", ("", "Text {{ contact.helpline }}", "", "")),
        ("p", "[a](b){ .k }", ("", "[a](b){ .k }", "", "")),
        ("p", " \x02note\x03 Text \x02link\x03\n", ("\x02note\x03", "Text", "", "\x02link\x03")),
        ("p", "Text\n{ .k }\x02link\x03", ("", "Text", "\n{ .k }", "\x02link\x03")),
        ("p", "\x02note\x03", ("\x02note\x03", "", "", "")),
    ],
)
def test_a_text_is_cut_so(tag, raw, cut):
    found = inline.cut(tag, raw)
    assert found == (*cut, False)
    assert found.join("X") == f"{cut[0]}X{cut[2]}{cut[3]}"


def test_literal_text_is_not_cut_and_stays_literal():
    cut = inline.cut("summary", AtomicString("*Text*\n{ .k }"))
    assert cut == ("", "*Text*\n{ .k }", "", "", True)
    assert isinstance(cut.join("*Tekst*"), AtomicString)


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("{ .k #id lang=pl }", [(".", "k"), ("id", "id"), ("lang", "pl")]),
        ("{: title='Twoje prawa' open }", [("title", "Twoje prawa"), ("open", None)]),
        ("[a](b){ .x } {.y}", [(".", "x"), (".", "y")]),
        ("`{ .k }` {{ contact.helpline }} {}", []),
    ],
)
def test_attributes_are_read_so(text, attributes):
    assert inline.read_attributes(text) == attributes
