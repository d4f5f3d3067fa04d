"""What a glossary must be, so that nothing that somebody wrote in it goes unread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.english_words import STRENGTHS, UNITS
from scripts.entries import find_unknown, is_list_of
from scripts.exact_words import EXACT
from scripts.lined_yaml import Lined
from scripts.problems import Fault
from scripts.word_forms import spell

KEYS = (
    "language",
    "terms",
    "units",
    "modals",
    "exact",
    "negation",
    "no_negation",
    "as_meant",
    "address",
)
TERM_KEYS = ("english", "translation", "keep_english", "note")
MEANT_KEYS = ("english", "translation", "why")
WAITING = "translation"
"""What may be empty, so that a new language can begin with the English of all terms."""
KINDS = {"units": UNITS, "modals": STRENGTHS, "exact": EXACT}
FEWEST = 3
"""Fewer words are no reason."""

HARM = (
    'A reader could be told "15 days" for "15 working days", or "you must" for "you may", and '
    "nothing would stop it. Until the file is mended, the site is not built."
)
LINED = Fault("The file has no entries.", "Begin it with language:, then terms:, units:, modals:.")

Faults = Iterator[tuple[int, Fault]]


def find_glossary_faults(data: object, language: str) -> list[tuple[int, Fault]]:
    """What is wrong with a glossary that was read, each with its line."""
    if not isinstance(data, Lined):
        return [(1, LINED)]
    return [
        *((data.line, fault) for fault in find_unknown(data, KEYS)),
        *_language(data, language),
        *_entries(data, "terms", TERM_KEYS, TERM_KEYS[:2]),
        *_kinds(data),
        *_forms(data, "negation", data.get("negation", [])),
        *_forms(data, "no_negation", data.get("no_negation", [])),
        *_entries(data, "as_meant", MEANT_KEYS, MEANT_KEYS),
        *_meant(data),
    ]


def _language(data: Lined, language: str) -> Faults:
    if (own := data.get("language")) != language:
        what = f"The glossary says that its language is {own}, and lies in the folder {language}."
        yield data.line_of("language"), Fault(what, f"Write language: {language}.")


def _entries(data: Lined, key: str, known: Sequence[str], needed: Sequence[str]) -> Faults:
    entries = data.get(key, [])
    if not is_list_of(Lined, entries):
        what = f"What stands under {key} is no list of entries."
        yield data.line_of(key), Fault(what, 'Begin each entry with "- english:".')
        return
    for entry in entries:
        yield from ((entry.line, fault) for fault in find_unknown(entry, known))
        for need in needed:
            text = entry.get(need)
            if text == "" and need == WAITING:
                continue
            if not isinstance(text, str) or not text.strip():
                what = f"An entry under {key} has no {need}."
                yield entry.line, Fault(what, f"Add a line {need}: with the words.")


def _kinds(data: Lined) -> Faults:
    """What is wrong with the lists of units, of modals and of exact words."""
    for key, kinds in KINDS.items():
        lists = data.get(key, Lined())
        if not isinstance(lists, Lined):
            what = f"What stands under {key} is not one list for each English word."
            yield data.line_of(key), Fault(what, f"Write lines such as {kinds[0]}: [word, word].")
            continue
        for kind, forms in lists.items():
            line = lists.line_of(kind)
            if kind not in kinds:
                what = f"{kind} under {key} means nothing here."
                yield line, Fault(what, f"Use one of: {', '.join(kinds)}.")
            yield from ((line, fault) for _, fault in _forms(lists, kind, forms))
        yield from _twice(lists)


def _forms(data: Lined, key: str, forms: object) -> Faults:
    if not is_list_of(str, forms) or not all(map(spell, forms)):
        what = f"The words under {key} are no list of words."
        yield data.line_of(key), Fault(what, f"Write {key}: [word, word].")


def _twice(lists: Lined) -> Faults:
    """A form under two English words, of which only the first would be known."""
    owners: dict[str, str] = {}
    for kind, forms in lists.items():
        for form in forms if is_list_of(str, forms) else ():
            if owners.setdefault(form, kind) != kind:
                what = f'"{form}" stands under two words: {owners[form]} and {kind}.'
                yield lists.line_of(kind), Fault(what, "Keep it where it says the same.")


def _meant(data: Lined) -> Faults:
    before: list[tuple[object, object]] = []
    for entry in data.get("as_meant", ()):
        if not isinstance(entry, Lined):
            continue
        pair = entry.get("english"), entry.get("translation")
        if pair in before:
            yield entry.line, Fault("This pair stands here twice.", "Keep one of the two.")
        before.append(pair)
        if 0 < len(str(entry.get("why", "")).split()) < FEWEST:
            what = f"This is no reason: {entry['why']}"
            yield entry.line, Fault(what, f"Say in {FEWEST} words or more why the pair is right.")
