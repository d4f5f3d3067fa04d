"""What is worth mending in catalogues and stops nothing: habits, translations that were pasted into
the wrong message, and excuses for nothing."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from scripts.catalogues import Catalogue
from scripts.glossary import Glossary
from scripts.habits import AGAIN, find_habits
from scripts.messages import Message
from scripts.po_lines import shorten
from scripts.problems import Problem

HARM = "A reader may stumble here, or miss something. The translation is shown all the same."
UNUSED = "This pair under as_meant excuses nothing: no translation with these words breaks a rule."
UNUSED_HARM = "None now. If the words come back by mistake, nobody would be told."

LEAST = 20
"""A translation with fewer letters may well be that of two messages, such as "Letters" and "The
letter"."""

WORD = re.compile(r"[a-z]{4,}")
"""Two English messages that have such a word in common may be one in another language."""

Pair = tuple[str, str]
"""An English message and its translation."""


def find_warnings(
    catalogue: Catalogue, language: str, messages: Iterable[Message]
) -> Iterator[Problem]:
    """What to look at again in the catalogue of these messages, but for those that people type."""
    for context, text in {message.key for message in messages if not message.typed}:
        if translation := catalogue.get(context, text):
            for what, remedy in find_habits(text, translation, language):
                line = catalogue.line(context, text)
                what = f"{what} English: {shorten(text)}"
                yield Problem(catalogue.path, line, what, HARM, remedy, warning=True)


def find_pasted(catalogue: Catalogue, messages: Iterable[Message]) -> Iterator[Problem]:
    """Translations that stand at two messages of a catalogue which have no word in common."""
    first: dict[str, str] = {}
    for context, text in dict.fromkeys(message.key for message in messages):
        translation = catalogue.get(context, text) or ""
        other = first.setdefault(translation, text)
        if other == text or len(translation) < LEAST:
            continue
        if not _words(text) & _words(other):
            yield Problem(
                catalogue.path,
                catalogue.line(context, text),
                f"The same translation stands at another message: {shorten(other)} "
                f"English: {shorten(text)}",
                "A reader may be told in this place what belongs to another.",
                f"Look which of the two it belongs to. {AGAIN}",
                warning=True,
            )


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.lower()))


def find_unused(glossary: Glossary, needed: Container[Pair]) -> Iterator[Problem]:
    """The pairs of `as_meant` that are not `needed`: they break no rule, or nobody wrote them."""
    for pair in glossary.as_meant:
        if (pair.english, pair.translation) not in needed:
            remedy = "Take the entry out, or copy both again from the catalogue."
            yield Problem(glossary.path, pair.line, UNUSED, UNUSED_HARM, remedy, warning=True)
