"""What must not come near the Markdown parser: hidden characters, and texts that no translator
writes, for some of which the parser would need minutes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from scripts import characters, inline
from scripts.problems import Fault

TIMES_LONGER, LONGER = 10, 200
"""A translation of more than ten times the English and 200 characters is no translation."""

TIMES_SHORTER, SHORTER = 8, 80
"""Of 80 characters of English, no language makes less than an eighth. Chinese needs a quarter."""

MARKS = "[]*_`<&\\{}\n"
MORE_MARKS = 20
"""So many more of one mark than the English has: the parser needs time for the square of some."""

NO_WORDS = re.compile(rf"{inline.KNOWN.pattern}|%\(\w+\)[sd]|\]\([^)\s]*|&#?\w+;")
"""What has letters or digits and says nothing by itself."""

TYPE_AGAIN = "Delete the words around it and type them again."
ALONE = "Translate this message alone."


def find_unreadable(message: str, translation: str) -> Iterator[Fault]:
    """Everything for which nothing else of a translation needs to be looked at."""
    if len(translation) > TIMES_LONGER * len(message) + LONGER:
        yield Fault("It is far longer than the English.", ALONE)
        return
    for mark in MARKS:
        if translation.count(mark) > message.count(mark) + MORE_MARKS:
            what = "line breaks" if mark == "\n" else f"marks {mark}"
            yield Fault(f"There are far more {what} than in the English.", ALONE)
            return
    if _says_something(message) and not _says_something(translation):
        yield Fault("There are no words in the translation.", ALONE)
    elif len(message) > SHORTER and len(translation) * TIMES_SHORTER < len(message):
        yield Fault("It is far shorter than the English.", "Translate the whole message.")
    yield from _hidden(translation)


def _says_something(text: str) -> bool:
    return any(map(str.isalnum, NO_WORDS.sub(" ", text)))


def _hidden(translation: str) -> Iterator[Fault]:
    text = html.unescape(translation)
    for what in characters.find_hidden(text):
        yield Fault(what, TYPE_AGAIN)
    if reference := characters.find_bad_reference(translation):
        yield Fault(f"{reference} stands for no character.", "Take it out.")
    if characters.has_unpaired_isolates(text):
        yield Fault(
            "The marks that isolate a direction are not in pairs.",
            "Take them out: contacts are isolated without them.",
        )
    if characters.has_needless_turn(text):
        what = "There is a hidden mark that turns the direction of the text round."
        yield Fault(what, TYPE_AGAIN)
    if characters.has_needless_joiner(text):
        what = "There is a joiner (U+200C or U+200D), which this script does not use."
        yield Fault(what, TYPE_AGAIN)
    if characters.has_piled_marks(text):
        yield Fault("There are too many marks above or below one letter.", TYPE_AGAIN)
