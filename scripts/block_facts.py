"""What one block says of the facts that it rests on, in a comment that nobody is shown.

`<!-- facts: icpc-15, core-group-10 -->` names facts of the page. `s20-withdraw.note` adds the
figures of a fact's note, which give none by themselves. `none because it is an example` says that
the figures are no law at all.
"""

from __future__ import annotations

import re
from typing import NamedTuple

NOTE = ".note"
NONE = re.compile(r"none\b(?: because (?P<why>.+))?")


class BlockFacts(NamedTuple):
    """The facts of one block, or why it needs none."""

    names: tuple[str, ...] = ()
    with_note: frozenset[str] = frozenset()
    """Those whose note it rests on as well."""
    why: str | None = None
    """Why its figures are no fact's; empty where nothing is said, None where they are."""


def parse_facts(comment: str) -> BlockFacts:
    """What the value of a comment `facts:` says."""
    if none := NONE.fullmatch(comment):
        return BlockFacts(why=none["why"] or "")
    written = [name.strip() for name in comment.split(",")]
    names = tuple(name.removesuffix(NOTE) for name in written)
    noted = frozenset(name.removesuffix(NOTE) for name in written if name.endswith(NOTE))
    return BlockFacts(names, noted)
