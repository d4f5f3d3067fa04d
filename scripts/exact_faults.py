"""The rules for the small words of `exact_words` in one sentence of a translation.

"After the meeting" for "before the meeting" is found where a translation has the one and not the
other. Only words that other languages do not leave out either are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.english_words import CAN, MUST_NOT, STRENGTHS
from scripts.exact_words import AT_MOST, FREE, RIVALS, WITHIN, Exact
from scripts.glossary import NEGATION, Glossary
from scripts.modal_faults import missing, or_right
from scripts.problems import Fault
from scripts.word_forms import Found

ENOUGH = {AT_MOST: WITHIN, CAN: MUST_NOT}
"""What is said with another kind too: "in 5 days" is "at most 5 days", and "cannot" has a "can"."""


def find_exact_faults(english: Exact, text: str, glossary: Glossary) -> Iterator[Fault]:
    """Small words of the English that a spelled text lacks, or has changed or added."""
    forms = _first_forms(glossary.exact_forms.find(text))
    for kind in _unsaid(english, forms, glossary.exact):
        if rival := _rival(english, kind, forms):
            yield _changed(english.said[kind], forms[rival], rival, glossary)
        elif _is_lost(english, kind, forms) and not _denies(text, glossary):
            yield missing(english.needed[kind], glossary.exact[kind], f"exact, {kind}", glossary)
    if FREE in forms and FREE not in english.allowed:
        yield Fault(
            f'The translation says "{forms[FREE]}", which is "{FREE}" in the agreed words; '
            "the English does not say that.",
            f"Say what the English says. {or_right(glossary)}",
        )


def find_strength_faults(english: Exact, text: str, glossary: Glossary) -> Iterator[Fault]:
    """A "may" or "should" of the English that a spelled text lacks or has changed."""
    if english.said.keys().isdisjoint(STRENGTHS):
        return  # as in most sentences
    forms = _first_forms(glossary.modal_forms.find(text))
    for kind in _unsaid(english, forms, glossary.modals):
        if rival := _rival(english, kind, forms):
            yield _changed(english.said[kind], forms[rival], rival, glossary)
        elif _is_lost(english, kind, forms):
            yield missing(english.needed[kind], glossary.modals[kind], f"modals, {kind}", glossary)


def _first_forms(found: Iterator[Found]) -> dict[str, str]:
    """The first form of each kind in a text."""
    forms: dict[str, str] = {}
    for each in found:
        forms.setdefault(each.kind, each.form)
    return forms


def _unsaid(
    english: Exact, forms: Mapping[str, str], listed: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    """The kinds of the English that have agreed words, of which a text has none."""
    return (kind for kind in english.said if listed.get(kind) and kind not in forms)


def _rival(english: Exact, kind: str, forms: Mapping[str, str]) -> str | None:
    """The kind that a text says in the place of another."""
    rivals = RIVALS.get(kind, ())
    return next((each for each in rivals if each in forms and each not in english.allowed), None)


def _is_lost(english: Exact, kind: str, forms: Mapping[str, str]) -> bool:
    return kind in english.needed and ENOUGH.get(kind) not in forms


def _denies(text: str, glossary: Glossary) -> bool:
    """Whether a text says with a "not" what needs none in English: "not unless", "not longer"."""
    return any(each.kind == NEGATION for each in glossary.negation_forms.find(text))


def _changed(words: str, form: str, kind: str, glossary: Glossary) -> Fault:
    return Fault(
        f'English says "{words}"; the translation says "{form}", which is "{kind}" in the agreed '
        "words.",
        f"Say what the English says. {or_right(glossary)}",
    )
