"""The units of a `.po` file: messages with their translations, as people edit them.

They are read and written through Translate Toolkit, because Babel's reader loses what it does not
know, hands out fuzzy text and skips lines that it cannot read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.storage.pypo import pofile, pounit

from scripts.encoding import decode
from scripts.messages import Key
from scripts.po_lines import HARM, check_lines, order_problem
from scripts.problems import ProblemsFound

FLAGS = re.compile(r"^#,.*$", re.MULTILINE)
"""The flags of a message. The toolkit knows `fuzzy` in small letters only; a translator's
`#, Fuzzy` is a doubt too."""

UNWRAPPED = -1
"""The width at which the toolkit never breaks a line, so that one edit changes one line."""


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


def unit_key(unit: pounit) -> Key:
    """The key of a unit. The format cannot tell an empty context from none; neither do we."""
    return unit.getcontext() or None, str(unit.source)
