"""Words of strangers in Markdown and HTML."""

from __future__ import annotations

import pytest

from scripts.inert import as_html, plain, visible


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("`code` *bold* _it_", r"\`code\` \*bold\* \_it\_"),
        ("<img src=x> &amp;", r"\<img src\=x\> \&amp;"),
        ("# Head\n\n- item", r"\# Head \- item"),
        ("[a](b) ![c](d)", r"\[a\]\(b\) \!\[c\]\(d\)"),
        ("Ask @somebody", "Ask @<!-- -->somebody"),
        ("a/b#12 and GH-12", r"a/b\#<!-- -->12 and GH\-<!-- -->12"),
        ("www.a.test and //a.test", r"www\.<!-- -->a\.test and //a\.test"),
        ("See https://a.test/@b_c, now.", r"See <https://a.test/@b_c>, now\."),
        ("https://a.test/<b>", r"<https://a.test/>\<b\>"),
    ],
)
def test_words_of_others_stay_words(words, markdown):
    assert plain(words) == markdown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<img src=x> &amp;", "&lt;img src=x&gt; &amp;amp;"),
        ("**bold** [a](b) | c", "**bold** [a](b) | c"),
        ("one\n\n# two", "one # two"),
        ("Ask @somebody", "Ask @<!-- -->somebody"),
        ("#12 and GH-12 and a/b#1", "#<!-- -->12 and GH-<!-- -->12 and a/b#<!-- -->1"),
        ("http://a.test www.a.test", "http:<!-- -->//a.test www.<!-- -->a.test"),
        ("pay \u202e12\u202c", "pay [U+202E]12[U+202C]"),
    ],
)
def test_in_a_block_of_html_words_are_only_words(words, shown):
    assert as_html(words) == shown


def test_a_joiner_stays_where_the_script_needs_it_and_is_written_out_elsewhere():
    urdu = "\u0645\u06cc\u200c\u062e\u0648\u0627\u06c1\u0645"
    assert visible(urdu) == urdu
    assert visible("ab\u200dc") == "ab[U+200D]c"
