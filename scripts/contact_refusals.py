"""What a page may not do with placeholders: name one that is not there, or type a phone number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.contacts import CANNOT_CALL
from scripts.definitions import Definitions
from scripts.inline import CONTACT, LANGUAGE, PLACEHOLDER
from scripts.phone_numbers import find_phone_numbers
from scripts.problems import AS_TYPED, Problem, Refusal

WORDS_OF_LINK = re.compile(r"!\[[^\]]*\]|\]\([^)]*\)")
"""Where a text becomes an attribute: the words of a picture, the address and title of a link."""

TYPED_HARM = (
    "Its digits could be shown in another order, and it would stay here when the number changes."
)

OF_LANGUAGE = re.compile(r"\{\{\s*language\b")
"""How a placeholder begins that means the language."""


def refuse_placeholders(prose: str, known: Definitions) -> Iterator[Refusal]:
    """Placeholders that nothing, or nothing that can be called, would stand for."""
    yield from _refuse_in_links(" ".join(match[0] for match in WORDS_OF_LINK.finditer(prose)))
    for match in PLACEHOLDER.finditer(prose):
        contact = CONTACT.fullmatch(match[0])
        if LANGUAGE.fullmatch(match[0]):
            continue
        if not contact or contact["name"] not in known.contacts:
            yield _refuse_unknown(match[0])
        elif contact["relay"] and not known.contacts[contact["name"]].relayed:
            yield Refusal(
                f"The contact {contact['name']} has no number for text relay that may be shown.",
                CANNOT_CALL,
                f"Write {placeholder(contact['name'])}. Text relay needs a line relay: in "
                "contacts.yml and a number that its fact confirms.",
            )


def _refuse_in_links(words: str) -> Iterator[Refusal]:
    where = "in the words of a picture, or in the address or title of a link"
    if LANGUAGE.search(words):
        yield Refusal(
            f"The name of the language stands {where}.", AS_TYPED, "Put it into the text."
        )
    if PLACEHOLDER.search(LANGUAGE.sub("", words)):
        yield Refusal(
            f"A contact stands {where}.",
            "Its digits could be shown in the wrong order.",
            "Put the contact into the text.",
        )


def _refuse_unknown(found: str) -> Refusal:
    what = f"The placeholder {found} is not known."
    if OF_LANGUAGE.match(found):
        return Refusal(what, AS_TYPED, "Write {{ language.english }}.")
    return Refusal(what, CANNOT_CALL, "Write {{ contact.NAME }} with a name from contacts.yml.")


def refuse_numbers(text: str, known: dict[str, str]) -> Iterator[Refusal]:
    """Phone numbers that are typed in the Markdown of a block, code and all."""
    for number in find_phone_numbers(text, known):
        name = known.get(re.sub("[^0-9]", "", number))
        remedy = (
            f"Write {placeholder(name)}."
            if name
            else "Add the number to contacts.yml with its fact, and write {{ contact.NAME }}. "
            "If it is no phone number, say what it is: section 101, 10,000, 101 days."
        )
        yield Refusal(_typed(number), TYPED_HARM, remedy)


def find_plain_numbers(words: str, path: str, line: int) -> list[Problem]:
    """Phone numbers that are typed where no contact can stand: in titles, menus and templates."""
    remedy = "Take it out. Only the text of a page can show a contact."
    return [
        Problem(path, line, _typed(number), TYPED_HARM, remedy)
        for number in find_phone_numbers(words)
    ]


def placeholder(name: str) -> str:
    """What a page says to show a contact."""
    return f"{{{{ contact.{name} }}}}"


def _typed(number: str) -> str:
    return f"A phone number is typed here: {number}"
