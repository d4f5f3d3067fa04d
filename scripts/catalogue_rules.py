"""What a catalogue may not be: another language's or page's, or with a message that stands twice.

Each rule yields the problems that it finds.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from translate.storage.pypo import pofile, pounit

from scripts.messages import Key
from scripts.po_lines import HARM, shorten
from scripts.po_units import line_of, unit_key
from scripts.problems import Problem

HEADER_LINE = re.compile(r"^(?P<name>[A-Za-z-]+):[ ]?(?P<value>.*)$", re.MULTILINE)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
"""Python-Markdown addresses its stash with \\x02 and \\x03: text that holds them could paste
another block of the page."""


def find_duplicates(units: list[pounit], path: str) -> Iterator[Problem]:
    """A problem for each message that stands in the file before."""
    first: dict[Key, pounit] = {}
    for unit in units:
        key = unit_key(unit)
        if first.setdefault(key, unit) is not unit:
            yield Problem(
                path,
                line_of(unit),
                f"This message stands twice: {shorten(key[1])}",
                "Nobody can tell which of the two a reader is shown.",
                f"Keep the better one, here or at line {line_of(first[key])}; delete the other.",
            )


def header_problems(store: pofile, path: str, language: str) -> Iterator[Problem]:
    header, *others = [unit for unit in store.units if unit.isheader()] or [None]
    for other in others:
        yield Problem(
            path,
            line_of(other),
            "There is no English here: msgid is empty, as only the header's is.",
            HARM,
            "Write the English as on the page between the quote marks after msgid, "
            "or delete these lines.",
        )
    if header is None:
        yield Problem(
            path,
            1,
            "The file has no header.",
            HARM,
            'Put back the first lines: msgid "", msgstr "" and '
            f'"Language: {language}\\n". alongside update writes them.',
        )
        return
    line = line_of(header)
    fields = {
        m["name"].lower(): m["value"].strip() for m in HEADER_LINE.finditer(str(header.target))
    }
    if header.isfuzzy():
        yield Problem(
            path,
            line,
            "The header is marked fuzzy.",
            "Many programs would skip the whole file without a word.",
            'Delete the line "#, fuzzy" above the first msgid.',
        )
    if fields.get("language") != language:
        yield Problem(
            path,
            line,
            f"The header says Language: {fields.get('language', '')}, "
            f"but the file is in the folder of {language}.",
            "Readers would be shown another language than they chose.",
            f'Write "Language: {language}\\n", or move the file to its own folder.',
        )


def unit_problems(
    unit: pounit, path: str, owners: Mapping[Key, str], own: Container[Key]
) -> Iterator[Problem]:
    line, key = line_of(unit), unit_key(unit)
    if unit.hasplural():
        yield Problem(
            path,
            line,
            f"This message has plural forms: {shorten(key[1])}",
            HARM,
            "Alongside has no plural forms. alongside update writes the file anew.",
        )
    elif match := CONTROL.search(str(unit.target)):
        yield Problem(
            path,
            line,
            f"There is a control character U+{ord(match[0]):04X} in the translation of: "
            f"{shorten(key[1])}",
            "It could show a wrong part of the page.",
            "Delete the translation and type it again.",
        )
    elif key in owners and key not in own:
        yield Problem(
            path,
            line,
            f"This message is not on this page, but on {owners[key]}: {shorten(key[1])}",
            "The translation would not be shown where it belongs.",
            "Run alongside update, which moves it.",
        )
