"""The rules for "must", "must not", "do not have to" and "not" in one sentence of a translation;
"may" and "should" are in `exact_faults`."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.english_words import ALLOWED, MUST_NOT, NO_NEED, English
from scripts.glossary import NEGATION, Glossary
from scripts.problems import Fault
from scripts.word_forms import Found, list_forms


def find_modal_faults(english: English, text: str, glossary: Glossary) -> list[Fault]:
    """Strong words of the English that a spelled text lacks, or has and the English does not."""
    found = list(glossary.modal_forms.find(text))
    return [*_missing(english, found, glossary), *_added(english, found, glossary)]


def _missing(english: English, found: list[Found], glossary: Glossary) -> Iterator[Fault]:
    said = {each.kind for each in found}
    for kind, words in english.needed.items():
        if kind in glossary.modals and kind not in said:
            yield missing(words, glossary.modals[kind], f"modals, {kind}", glossary)


def _added(english: English, found: list[Found], glossary: Glossary) -> Iterator[Fault]:
    accused: dict[str, Found] = {}
    for each in found:
        strong = each.kind in ALLOWED and each.form not in glossary.cannot
        if strong and each.kind not in english.allowed:
            accused.setdefault(each.kind, each)
    for kind, each in accused.items():
        yield Fault(
            f'The translation says "{each.form}", which is "{kind}" in the agreed words; '
            "the English does not say that.",
            f"Say it just as strongly as the English does. {or_right(glossary)}",
        )


def find_negation_faults(english: English, text: str, glossary: Glossary) -> Iterator[Fault]:
    """A negation of the English that a spelled text lacks, or has and the English does not."""
    if not glossary.negation:
        return
    found = list(glossary.negation_forms.find(text))
    own = [each for each in found if each.kind == NEGATION]
    if english.denied and not found and not _is_denied(text, glossary):
        yield missing(english.denied, glossary.negation, "negation", glossary)
    elif own and not english.may_deny:
        yield Fault(
            f'The translation says "{own[0].form}", which denies something; '
            "the English denies nothing.",
            "Say what the English says. " + or_right(glossary, "no_negation"),
        )


def _is_denied(text: str, glossary: Glossary) -> bool:
    """Whether a text has a word such as "forbidden", which denies without a word for "not"."""
    return any(each.kind in (MUST_NOT, NO_NEED) for each in glossary.modal_forms.find(text))


def missing(words: str, forms: tuple[str, ...], place: str, glossary: Glossary) -> Fault:
    """The fault of English words that a translation does not say; `place` is their list."""
    return Fault(
        f'English says "{words}"; the translation does not say so with any of the agreed words: '
        f"{list_forms(forms)}.",
        f"Write one of the agreed words. {or_right(glossary, place)}",
    )


def or_right(glossary: Glossary, place: str = "") -> str:
    """What to do where the translation is right as it is."""
    add = f"add its word to {glossary.path} under {place}, or " if place else ""
    into = "its list as_meant" if place else f"the list as_meant of {glossary.path}"
    return (
        f"If the translation is right as it is, {add}copy the whole English and the whole "
        f"translation into {into}, and say why they are right."
    )
