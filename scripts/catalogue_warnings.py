"""What is worth mending in catalogues and stops nothing: habits, and excuses for nothing."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from scripts.catalogues import Catalogue
from scripts.glossary import Glossary
from scripts.habits import find_habits
from scripts.messages import Message
from scripts.po_lines import shorten
from scripts.problems import Problem

HARM = "A reader may stumble here, or miss something. The translation is shown all the same."
UNUSED = "This pair under as_meant excuses nothing: no translation with these words breaks a rule."
UNUSED_HARM = "None now. If the words come back by mistake, nobody would be told."

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


def find_unused(glossary: Glossary, needed: Container[Pair]) -> Iterator[Problem]:
    """The pairs of `as_meant` that are not `needed`: they break no rule, or nobody wrote them."""
    for pair in glossary.as_meant:
        if (pair.english, pair.translation) not in needed:
            remedy = "Take the entry out, or copy both again from the catalogue."
            yield Problem(glossary.path, pair.line, UNUSED, UNUSED_HARM, remedy, warning=True)
