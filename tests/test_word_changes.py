"""Two versions of a sentence beside each other."""

from __future__ import annotations

import pytest

from scripts.word_changes import LONGEST, mark_changes


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("within 15 days", "within 51 days",
         ("within <del>15</del> days", "within <ins>51</ins> days")),
        ("Come on Monday at ten.", "Come on Friday morning at ten.",
         ("Come on <del>Monday</del> at ten.", "Come on <ins>Friday morning</ins> at ten.")),
        ("You must sign it.", "You must not sign it.",
         ("You must sign it.", "You must <ins>not</ins> sign it.")),
        ("Ring us today.", "Completely other words", ("Ring us today.", "Completely other words")),
        ("", "New", ("", "New")),
        ("তিনি কাল আসবেন।", "তিনি কালই আসবেন।",
         ("তিনি <del>কাল</del> আসবেন।", "তিনি <ins>কালই</ins> আসবেন।")),
        ("يَوم واحد فقط", "يَومَين واحد فقط",
         ("<del>يَوم</del> واحد فقط", "<ins>يَومَين</ins> واحد فقط")),
        ("a <b> c d e", "a <i> c d e",
         ("a &lt;<del>b</del>&gt; c d e", "a &lt;<ins>i</ins>&gt; c d e")),
    ],
)  # fmt: skip
def test_the_words_that_differ_are_marked(old, new, marked):
    assert mark_changes(old, new) == marked


def test_a_very_long_text_is_shown_without_marks():
    old, new = "a " * LONGEST, "a " * LONGEST + "b"
    assert mark_changes(old, new) == (old.strip(), new)
