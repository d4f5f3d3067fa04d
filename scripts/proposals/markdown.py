"""The report as a comment on GitHub: what matters first, and never longer than a comment may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.inert import LONGEST, as_html
from scripts.problems import Problem
from scripts.proposals import pieces
from scripts.proposals.alarms import alarms
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
WORST_FIRST = {verdict: place for place, verdict in enumerate(Verdict)}


def write_markdown(proposal: Proposal, pictures_at: str = "") -> str:
    """The report. `pictures_at` stands before the names of pictures."""
    first = [MARKER, "\n", *alarms(proposal), pieces.line("h2", headline(proposal))]
    if to_change := pieces.first_of(_to_change(proposal), "<li>and {} more, below</li>\n"):
        first.append(f"<ol>\n{to_change}</ol>\n\n")
    first += [pieces.line("p", note) for note in notes(proposal)]
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
    yield from _english(proposal, pictures_at)
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


def _english(proposal: Proposal, pictures_at: str) -> Iterator[Section]:
    """The pages of which a sentence changed, or that are seen in pictures alone, as where English
    changed that nobody translates."""
    codes = {language.code for language in proposal.languages}
    pictures = {each.page: each for each in proposal.pictures if each.language not in codes}
    sentences = {each.page: each.sentences for each in proposal.english}
    for page in dict.fromkeys([*sentences, *pictures]):
        shown = [pieces.pictures(pictures[page], pictures_at)] if page in pictures else []
        shown += [_pair(*each) for each in sentences.get(page, ())]
        yield FOLD.format(f"<strong>English: {as_html(page)}</strong>"), shown, UNFOLD


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
    lines = (
        f"<li>{as_html(language.name)}: {as_html(each.page)} was checked by "
        f"{as_html(' and '.join(each.checked_by) or 'people')}; this change takes the check "
        "away, until they look again.</li>\n"
        for each in language.lost
    )
    return f"<ul>\n{pieces.first_of(lines)}</ul>\n\n"


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
