"""The pieces of a report in HTML, which GitHub shows in a comment.

Each piece is a block of its own, without an empty line in it: in such a block Markdown does
nothing, so that the words of strangers need no more than to be escaped (CommonMark, 4.6).
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from itertools import accumulate

from scripts.inert import as_html
from scripts.proposals.message_changes import Kind
from scripts.proposals.proposal import LanguageChange, PageChange, Picture
from scripts.proposals.verdicts import Advice, Judged, Verdict
from scripts.terminal import count
from scripts.word_changes import mark_changes

SIGNS = {
    Verdict.REFUSED: "❌",
    Verdict.LOOK: "👀",
    Verdict.WAITS: "⏳",
    Verdict.FINE: "✅",
    Verdict.GONE: "➖",
}
LONGEST = 1500
"""The most letters that are shown of one text."""

MOST_ENTRIES, ROOM = 30, 15_000
"""The most entries of one list, which are as much as people read in a comment, and their most
characters: three such lists and what is said of them must not fill a comment."""

Row = tuple[str, str, str]
"""The head of a row, attributes of its cell, and what is in it, both as HTML."""


def shorten(text: str) -> str:
    """A text, cut where it is very long."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]} … ({len(text) - LONGEST} more letters)"


def line(tag: str, words: str) -> str:
    """A line of words, such as a heading, in which Markdown does nothing."""
    return f"<{tag}>{as_html(shorten(words))}</{tag}>\n\n"


def first_of(entries: Iterable[str], more: str = "<li>and {} more</li>\n") -> str:
    """The first entries of a list, and how many `more` there are."""
    found = list(entries)
    ends = accumulate(map(len, found))
    shown = [each for each, end in zip(found[:MOST_ENTRIES], ends, strict=False) if end <= ROOM]
    left = len(found) - len(shown)
    return "".join(shown) + (more.format(left) if left else "")


def table(rows: Iterable[Row]) -> str:
    """A table whose rows have heads."""
    lines = (
        f'<tr><th align="left">{head}</th><td{attributes}>{cell}</td></tr>\n'
        for head, attributes, cell in rows
    )
    return f"<table>\n{''.join(lines)}</table>\n\n"


def whose(language: LanguageChange) -> str:
    """The attributes of a text in a language."""
    return f' lang="{html.escape(language.code)}" dir="{html.escape(language.direction)}"'


def message(judged: Judged, language: LanguageChange) -> str:
    """A changed message: English, old and new, what a reader sees, and what is to be done."""
    change = judged.change
    place = f"Line {change.line}: " if change.line else ""
    head = f"<h4>{SIGNS[judged.verdict]} {place}{change.kind}, {judged.verdict}</h4>\n"
    return f"{head}{table(_rows(judged, language))}"


def _rows(judged: Judged, language: LanguageChange) -> Iterator[Row]:
    change, own = judged.change, whose(language)
    english, translations = (change.old_english, change.english), (change.old, change.new)
    old_english, new_english = mark_changes(*map(shorten, english))
    old, new = mark_changes(*map(shorten, translations))
    if change.english == change.old_english:
        yield "English", "", as_html(shorten(change.english))
    else:
        yield "English before", "", old_english
        yield "English now", "", new_english
    name = as_html(language.name)
    if change.old == change.new:
        yield name, own, as_html(shorten(change.new)) or _none()
    else:
        yield f"{name} before", own if change.old else "", old or _none()
        if change.kind is not Kind.REMOVED:
            yield f"{name} now", own if change.new else "", new or _none()
    yield "Readers see", "", as_html(judged.shown)
    yield from (("To do", "", advice(each)) for each in judged.advice)


def _none() -> str:
    return "<em>nothing</em>"


def advice(each: Advice) -> str:
    """What is wrong, and what mends it."""
    return f"{as_html(each.what)}<br><strong>{as_html(each.remedy)}</strong>"


def to_change(language: LanguageChange, page: PageChange, judged: Judged) -> str:
    """One thing that must change: the English, what stands there now, and what is wrong."""
    place = f"line {judged.change.line} of " if judged.change.line else ""
    said = " ".join(advice(each) for each in judged.advice)
    text = as_html(shorten(judged.change.new or judged.change.old))
    return (
        f"<li>{as_html(language.name)}, {place}<code>{as_html(page.path)}</code>\n"
        f"<blockquote>{as_html(shorten(judged.change.english))}</blockquote>\n"
        f"<blockquote{whose(language)}>{text}</blockquote>\n{said}</li>\n"
    )


def page_line(language: LanguageChange, page: PageChange) -> str:
    """A page and how many of its messages came to what."""
    parts = []
    for verdict in Verdict:
        if number := sum(each.verdict is verdict for each in page.messages):
            parts.append(f"{SIGNS[verdict]} {number} {verdict}")
    if page.removed:
        parts.append("❌ the file was deleted" if page.broken else "the file was deleted")
    elif page.broken:
        parts.append("❌ the file cannot be read")
    elif page.unseen:
        parts.append("not looked at yet")
    elif not parts:
        moved = "sentences only changed places" if page.moved else "no sentence changed"
        parts.append(moved)
    said = ", ".join(parts)
    return f"<strong>{as_html(language.name)}: {as_html(page.page)}</strong> ({said})"


def standing_rows(page: PageChange) -> Iterator[Row]:
    """How much of the page is translated, before and after."""
    for head, each in (("Page before", page.before), ("Page now", page.after)):
        if each is None:
            yield head, "", "<em>cannot be told</em>"
        elif each.complete:
            yield head, "", f"complete: {count(each.total, 'sentence')}"
        else:
            yield head, "", f"{each.missing} of {count(each.total, 'sentence')} in English"


def pictures(shown: Picture, prefix: str) -> str:
    """The page on a phone before and after, beside each other, what differs in a frame."""
    cells = "".join(
        f'<td valign="top"><img width="320" alt="{word} the change" '
        f'src="{html.escape(prefix + name)}"></td>'
        if name
        else '<td valign="top"><em>no such page</em></td>'
        for word, name in (("Before", shown.before), ("After", shown.after))
    )
    return (
        "<table>\n<tr><th>Before</th><th>Now (framed: what changed)</th></tr>\n"
        f"<tr>{cells}</tr>\n</table>\n\n"
    )
