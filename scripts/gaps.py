"""The messages of a page that a reader would see in English, and why.

Nobody can vouch for words that are not shown, so a page with gaps cannot be called checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.catalogues import Catalogue
from scripts.edition import Edition
from scripts.messages import Message
from scripts.po_lines import shorten
from scripts.problems import Problem
from scripts.standing import look_at_page

HARM = "The reader would be shown this passage in English, on a page that is called checked."
EMPTY = "This message is not translated yet"
FUZZY = "The English of this message changed, and nobody has looked at its translation since"
UNSAFE = "The translation of this message is not safe to show"
REMEDIES = {
    EMPTY: "Write its translation into msgstr.",
    FUZZY: "Put the translation right, and delete the word fuzzy above it.",
    UNSAFE: "Run alongside check catalogues, which says what is wrong with it.",
}


def find_gaps(edition: Edition, page: str) -> Iterator[Problem]:
    """The messages of a page that cannot be shown in the language of an edition, each once and
    where a person would mend it; the page must have a catalogue."""
    catalogue = edition.shelf.catalogues[page]
    hidden = {message.key for message in look_at_page(edition, page).fallbacks}
    for message in {each.key: each for each in edition.sources.messages[page]}.values():
        if message.key in hidden:
            yield _gap(catalogue, message)


def _gap(catalogue: Catalogue, message: Message) -> Problem:
    entry = catalogue.entries.get(message.key)
    found = ((EMPTY, not entry or not entry.text), (FUZZY, entry and entry.fuzzy), (UNSAFE, True))
    why = next(why for why, is_so in found if is_so)
    what = f"{why}: {shorten(message.text)}"
    return Problem(catalogue.path, catalogue.line(*message.key), what, HARM, REMEDIES[why])
