"""The report as a comment on GitHub: what matters first, and never longer than a comment may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.inert import LONGEST, as_html
from scripts.problems import Problem
from scripts.proposals import pieces
from scripts.proposals.headlines import headline, notes
from scripts.proposals.proposal import LanguageChange, PageChange, Proposal
from scripts.proposals.records import Difference
from scripts.proposals.verdicts import Verdict
from scripts.standing import Standing
from scripts.word_changes import mark_changes

MARKER = "<!-- alongside report -->"
"""By which the workflow finds its own comment again."""

FOLD, UNFOLD = "<details>\n<summary>{}</summary>\n\n", "</details>\n\n"
ROOM_FOR_THE_END = 600
MOST_LINES = 30
"""The most entries of one list: what is longer is nothing that people read in a comment."""

WORST_FIRST = {verdict: place for place, verdict in enumerate(Verdict)}


def write_markdown(proposal: Proposal, pictures_at: str = "") -> str:
    """The report. `pictures_at` stands before the names of pictures."""
    first = [MARKER, "\n", *_alarm(proposal), f"## {headline(proposal)}\n\n"]
    first += [_list(_to_change(proposal))]
    first += [f"{as_html(note)}\n\n" for note in notes(proposal)]
    text = "".join(first)
    left = 0
    for head, inside, end in _sections(proposal, pictures_at):
        text, missed = _add(text, head, inside, end)
        left += missed
    if left:
        text += f"{left} more would not fit here. Run `alongside report` to see them all.\n"
    return text


def _add(text: str, head: str, inside: Iterable[str], end: str) -> tuple[str, int]:
    """The text with a section of which as much is taken as there is room for, and how many of its
    pieces are left out."""
    room = LONGEST - ROOM_FOR_THE_END - len(text) - len(head) - len(end)
    taken, missed = [], 0
    for piece in inside:
        if missed or len(piece) > room:
            missed += 1
        else:
            taken.append(piece)
            room -= len(piece)
    if not taken:
        return text, missed
    return f"{text}{head}{''.join(taken)}{end}", missed


def _alarm(proposal: Proposal) -> Iterator[str]:
    """What a maintainer must look at, before anything else."""
    claims = [
        (language, each)
        for language in proposal.languages
        for each in language.states
        if each.new and "checked" in each.name.split(" / ")
    ]
    if proposal.others:
        yield "> [!CAUTION]\n> **This change is not only a translation. It needs a maintainer.**\n"
        yield "> <ul>\n"
        for path, kind, what in proposal.others[:MOST_LINES]:
            yield f"> <li><code>{as_html(path)}</code> was {kind}: {what}</li>\n"
        if more := len(proposal.others) - MOST_LINES:
            yield f"> <li>and {more} more</li>\n" if more > 0 else ""
        yield "> </ul>\n\n"
    if claims:
        yield "> [!IMPORTANT]\n> **It says that people checked a translation.** "
        yield "A maintainer asks them before it is taken.\n\n"


def _to_change(proposal: Proposal) -> Iterator[str]:
    yield from map(_problem, proposal.problems)
    for language in proposal.languages:
        for page in language.pages:
            yield from map(_problem, page.broken)
            for judged in page.messages:
                if judged.verdict is Verdict.REFUSED:
                    yield pieces.to_change(language, page, judged)


def _problem(problem: Problem) -> str:
    return (
        f"<li><code>{as_html(problem.where)}</code><br>{as_html(problem.what)}<br>"
        f"<strong>{as_html(problem.remedy)}</strong></li>\n"
    )


def _list(items: Iterator[str]) -> str:
    """The first of the items, so that what follows is still seen."""
    found = list(items)
    if not found:
        return ""
    more = len(found) - MOST_LINES
    end = f"<li>and {more} more, below</li>\n" if more > 0 else ""
    return f"<ol>\n{''.join(found[:MOST_LINES])}{end}</ol>\n\n"


Section = tuple[str, Iterable[str], str]
"""How a part of the report begins, what is in it, and how it ends."""


def _sections(proposal: Proposal, pictures_at: str) -> Iterator[Section]:
    if any(language.before or language.after for language in proposal.languages):
        yield "", [_coverage(proposal.languages)], ""
    for language in proposal.languages:
        if language.lost:
            yield "", [_lost(language)], ""
    for language in proposal.languages:
        for page in language.pages:
            opened = FOLD.format(pieces.page_line(language, page))
            yield opened, _page(proposal, language, page, pictures_at), UNFOLD
    for change in proposal.english:
        opened = FOLD.format(f"<strong>English: {as_html(change.page)}</strong>")
        yield opened, (_pair(*each) for each in change.sentences), UNFOLD
    for language in proposal.languages:
        name = as_html(language.name)
        yield from _records(f"<strong>{name}: agreed words (glossary)</strong>", language.words)
        yield from _records(f"<strong>{name}: who made and checked</strong>", language.states)


def _page(
    proposal: Proposal, language: LanguageChange, page: PageChange, pictures_at: str
) -> Iterator[str]:
    yield pieces.table(pieces.standing_rows(page))
    for picture in proposal.pictures:
        if (picture.language, picture.page) == (language.code, page.page):
            yield pieces.pictures(picture, pictures_at)
    for judged in sorted(page.messages, key=lambda each: WORST_FIRST[each.verdict]):
        yield pieces.message(judged, language)


def _pair(old: str, new: str) -> str:
    before, after = mark_changes(pieces.shorten(old), pieces.shorten(new))
    nothing = "<em>nothing</em>"
    return pieces.table([("Before", "", before or nothing), ("Now", "", after or nothing)])


def _records(title: str, found: tuple[Difference, ...]) -> Iterator[Section]:
    rows = (
        pieces.table(
            [
                ("Entry", "", as_html(pieces.shorten(each.name))),
                ("Before", "", as_html(pieces.shorten(each.old)) or "<em>nothing</em>"),
                ("Now", "", as_html(pieces.shorten(each.new)) or "<em>nothing</em>"),
            ]
        )
        for each in found
    )
    if found:
        yield FOLD.format(title), rows, UNFOLD


def _lost(language: LanguageChange) -> str:
    lines = "".join(
        f"<li>{as_html(language.name)}: {as_html(each.page)} was checked by "
        f"{as_html(' and '.join(each.checked_by) or 'people')}; this change takes the check "
        "away, until they look again.</li>\n"
        for each in language.lost[:MOST_LINES]
    )
    return f"<ul>\n{lines}</ul>\n\n"


def _coverage(languages: tuple[LanguageChange, ...]) -> str:
    rows = "".join(
        f"<tr><td>{as_html(language.name)}</td><td>{_progress(language.before)}</td>"
        f"<td>{_progress(language.after)}</td></tr>\n"
        for language in languages
    )
    heads = "<tr><th>Language</th><th>Before</th><th>With this change</th></tr>\n"
    return f"<table>\n{heads}{rows}</table>\n\n"


def _progress(standing: Standing | None) -> str:
    if standing is None:
        return "<em>cannot be told</em>"
    left = sum(part.missing for part in standing.parts)
    said = f"{len(standing.complete)} of {len(standing.pages)} pages complete"
    said += f", {left} sentence{'' if left == 1 else 's'} in English" if left else ""
    if standing.core_missing:
        pages = ", ".join(standing.core_missing[:5])
        said += f"<br>pages that families need first and that are not complete: {as_html(pages)}"
    return said if standing.offered else f"{said}<br>not offered to families yet"
