"""Reads a proposed change out of two projects: the data from before, and the data proposed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scripts.catalogues import Catalogue
from scripts.paths import INTERFACE
from scripts.problems import Problem, ProblemsFound
from scripts.proposals.english import EnglishChange, compare_english
from scripts.proposals.kinds import Sorted, sort_changes
from scripts.proposals.message_changes import compare
from scripts.proposals.proposal import LanguageChange, Lost, PageChange, Proposal
from scripts.proposals.records import Difference, checkers, find_differences, read_entries
from scripts.proposals.revisions import Change
from scripts.proposals.side import Side
from scripts.proposals.verdicts import judge
from scripts.states import NOT_CHECKED, UNTRANSLATED

NOBODY_LOOKED = NOT_CHECKED | {UNTRANSLATED}
"""The states of a page that nobody vouches for."""


def read_proposal(
    before: Side, after: Side, changes: list[Change], names: tuple[str, str], today: date
) -> Proposal:
    """The change from one side to the other, which changed these files; `names` are those of the
    two revisions."""
    kinds = sort_changes(changes, {**before.languages, **after.languages})
    codes = list(after.languages) if kinds.english else kinds.codes
    found = after.find_problems(kinds.codes, today)
    return Proposal(
        *names,
        languages=tuple(_language(code, before, after, kinds, found) for code in codes),
        english=_english(before, after) if kinds.english else (),
        english_files=_english_files(kinds),
        others=_others(kinds),
        problems=tuple(dict.fromkeys(after.problems)),
    )


def unreadable_proposal(
    before: Side, changes: list[Change], names: tuple[str, str], problems: list[Problem]
) -> Proposal:
    """What can be said of a change whose files may not even be written to a disk."""
    kinds = sort_changes(changes, before.languages)
    return Proposal(
        *names,
        english_files=_english_files(kinds),
        others=_others(kinds),
        problems=tuple(problems),
    )


def _others(kinds: Sorted) -> tuple[tuple[str, str, str], ...]:
    return tuple((change.path, change.kind, what) for change, what in kinds.others)


def _english_files(kinds: Sorted) -> tuple[tuple[str, str], ...]:
    return tuple((change.path, change.kind) for change in kinds.english)


def _english(before: Side, after: Side) -> tuple[EnglishChange, ...]:
    if before.sources is None or after.sources is None:
        return ()
    sides = (dict(side.sources.messages) for side in (before, after))
    old, new = ({page: each[page] for page in each if page != INTERFACE} for each in sides)
    return compare_english(old, new)


def _language(
    code: str, before: Side, after: Side, kinds: Sorted, found: list[Problem] | None
) -> LanguageChange:
    language = after.languages.get(code) or before.languages[code]
    pages = (
        _page(code, page, change, before, after, found, language.english)
        for (own, page), change in kinds.catalogues.items()
        if own == code
    )
    return LanguageChange(
        code,
        language.english,
        language.direction,
        tuple(pages),
        before.standing(code),
        after.standing(code),
        tuple(_differences(code, "glossary.yml", before, after)),
        tuple(_differences(code, "state.yml", before, after)),
        tuple(_lost(code, before, after)),
    )


def _differences(code: str, name: str, before: Side, after: Side) -> list[Difference]:
    old, new = (read_entries(side.project.locale(code) / name) for side in (before, after))
    return find_differences(old, new)


def _page(
    code: str,
    page: str,
    change: Change,
    before: Side,
    after: Side,
    found: list[Problem] | None,
    language: str,
) -> PageChange:
    if found is None:
        return PageChange(page, change.path, unseen=True)
    own = [problem for problem in found if problem.path == change.path]
    removed = not after.project.catalogue(code, page).exists()
    standings = before.page_standing(code, page), after.page_standing(code, page)
    try:
        old = before.catalogue(code, page)
    except ProblemsFound:
        old = Catalogue(change.path)
    try:
        compared = compare(old, after.catalogue(code, page, strict=True))
    except ProblemsFound as error:
        return PageChange(
            page, change.path, (), False, tuple(error.problems), (), *standings, removed=removed
        )
    sources = after.sources
    needed = {message.text for message in sources.messages.get(page, ())} if sources else set()
    judged = tuple(judge(each, own, needed, language) for each in compared.messages)
    lines = {each.line for each in compared.messages}
    return PageChange(
        page,
        change.path,
        judged,
        compared.moved,
        tuple(each for each in own if each.line == 0 and not each.warning),
        tuple(each for each in own if each.line and each.line not in lines),
        *standings,
        removed,
    )


def _lost(code: str, before: Side, after: Side) -> Iterator[Lost]:
    """The pages that people had checked and that are no longer as they saw them."""
    standing = before.standing(code)
    for page, old in standing.pages.items() if standing else ():
        new = after.page_standing(code, page)
        if old.state not in NOBODY_LOOKED and (new is None or new.state != old.state):
            yield Lost(page, checkers(before.project.state(code), page))
