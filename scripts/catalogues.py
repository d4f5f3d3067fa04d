"""Catalogues: the translations of one page into one language, in a `.po` file that people edit.

They are read and written through Translate Toolkit, because Babel's reader loses what it does not
know, hands out fuzzy text and skips lines that it cannot read.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from translate.storage.pypo import pofile, pounit

from scripts.encoding import decode
from scripts.messages import Key
from scripts.po_lines import HARM, check_lines, order_problem, shorten
from scripts.problems import Problem, ProblemsFound

HEADER_LINE = re.compile(r"^(?P<name>[A-Za-z-]+):[ ]?(?P<value>.*)$", re.MULTILINE)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
"""Python-Markdown addresses its stash with \\x02 and \\x03: text that holds them could paste
another block of the page."""

FLAGS = re.compile(r"^#,.*$", re.MULTILINE)
"""The flags of a message. The toolkit knows `fuzzy` in small letters only; a translator's
`#, Fuzzy` is a doubt too."""

UNWRAPPED = -1
"""The width at which the toolkit never breaks a line, so that one edit changes one line."""


@dataclass(frozen=True)
class Entry:
    """What a catalogue says for one message, and the line of the file that says it."""

    text: str
    fuzzy: bool
    line: int


@dataclass
class Catalogue:
    """The translations of a page, looked up as `catalogue.get(context, text)`."""

    path: str
    entries: dict[Key, Entry] = field(default_factory=dict)

    def get(self, context: str | None, text: str) -> str | None:
        """The translation; None where there is none, or none that a person has confirmed."""
        entry = self.entries.get((context, text))
        return entry.text if entry and entry.text and not entry.fuzzy else None

    def line(self, context: str | None, text: str) -> int:
        entry = self.entries.get((context, text))
        return entry.line if entry else 0


def unit_key(unit: pounit) -> Key:
    """The key of a unit. The format cannot tell an empty context from none; neither do we."""
    return unit.getcontext() or None, str(unit.source)


def read_catalogue(
    content: bytes,
    path: str,
    language: str,
    owners: Mapping[Key, str] = MappingProxyType({}),
    own: Container[Key] = (),
) -> Catalogue:
    """The catalogue in `content`, which `path` names in problems.

    `owners` has every message of the site with a page that has it, `own` those of this page.
    Raises ProblemsFound when the file is broken or is not this page's in this language.
    """
    store = parse_catalogue(content, path)
    problems = [
        *_header_problems(store, path, language),
        *(p for unit in messages_of(store) for p in _unit_problems(unit, path, owners, own)),
        *find_duplicates(store, path),
    ]
    if problems:
        raise ProblemsFound(problems)
    entries = {
        unit_key(unit): Entry(str(unit.target), unit.isfuzzy(), line_of(unit))
        for unit in messages_of(store)
    }
    return Catalogue(path, entries)


def find_duplicates(store: pofile, path: str) -> Iterator[Problem]:
    """A problem for each message that stands in the file before."""
    first: dict[Key, pounit] = {}
    for unit in messages_of(store):
        key = unit_key(unit)
        if first.setdefault(key, unit) is not unit:
            yield Problem(
                path,
                line_of(unit),
                f"This message stands twice: {shorten(key[1])}",
                "Nobody can tell which of the two a reader is shown.",
                f"Keep the better one, here or at line {line_of(first[key])}; delete the other.",
            )


def parse_catalogue(content: bytes, path: str) -> pofile:
    """The units of a catalogue, lines never wrapped. Raises ProblemsFound at the first line that
    is not of the format."""
    text = decode(content, path, "file", HARM)
    check_lines(text, path)
    store = pofile()
    store.wrapper.width = UNWRAPPED
    try:
        store.parse(FLAGS.sub(lambda match: match[0].lower(), text).encode())
    except ValueError as error:
        line = re.search(r"on line (\d+)", str(error))
        raise ProblemsFound([order_problem(path, int(line[1]) if line else 0)]) from error
    return store


def messages_of(store: pofile) -> Iterator[pounit]:
    """The units in use: without the header, obsolete ones, and comments that stand alone."""
    return (
        unit for unit in store.units if not (unit.isheader() or unit.isobsolete() or unit.isblank())
    )


def line_of(unit: pounit) -> int:
    """The line of the file where the unit begins, counted from 1."""
    return unit._line_number or 0


def _header_problems(store: pofile, path: str, language: str) -> Iterator[Problem]:
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


def _unit_problems(
    unit: pounit, path: str, owners: Mapping[Key, str], own: Container[Key]
) -> Iterator[Problem]:
    line, shown, key = line_of(unit), shorten(str(unit.source)), unit_key(unit)
    if unit.hasplural():
        yield Problem(
            path,
            line,
            f"This message has plural forms: {shown}",
            HARM,
            "Alongside has no plural forms. alongside update writes the file anew.",
        )
    elif match := CONTROL.search(str(unit.target)):
        yield Problem(
            path,
            line,
            f"There is a control character U+{ord(match[0]):04X} in the translation of: {shown}",
            "It could show a wrong part of the page.",
            "Delete the translation and type it again.",
        )
    elif key in owners and key not in own:
        yield Problem(
            path,
            line,
            f"This message is not on this page, but on {owners[key]}: {shown}",
            "The translation would not be shown where it belongs.",
            "Run alongside update, which moves it.",
        )
