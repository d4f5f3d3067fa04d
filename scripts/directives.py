"""What a comment in a page says about the block that follows or holds it.

`<!-- context: month -->` tells two meanings of the same words apart; `<!-- translators: ... -->` is
shown to translators; `<!-- facts: icpc-15 -->` names the facts that the block rests on. Any other
comment is the author's own. No comment is published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from scripts import inline
from scripts.problems import Refusal

DIRECTIVES = ("context", "translators", "facts")
LIKENESS = 0.7
"""How alike a word must be to be taken for a slip of the pen (0 to 1, `difflib`)."""

DIRECTIVE = re.compile(r"\s*(?P<name>[\w-]+)\s*:\s*(?P<value>.*\S)\s*", re.DOTALL)


LOST = "What the author meant to say with it would be lost."


class Said(NamedTuple):
    """What comments say about one block."""

    context: str | None = None
    """Tells two meanings of the same words apart (gettext's msgctxt)."""
    notes: tuple[str, ...] = ()
    """For translators."""
    facts: str | None = None
    """The names of facts, or why there are none, as it was written."""


@dataclass
class Directives:
    """What comments have said and no block has taken yet."""

    said: Said = field(default_factory=Said)

    def read(self, text: str) -> list[Refusal]:
        """Take in every comment of a text; returns what is wrong with them."""
        return [
            refusal
            for comment in inline.COMMENT.finditer(text)
            if (refusal := self._read(comment["text"]))
        ]

    def _read(self, comment: str) -> Refusal | None:
        match = DIRECTIVE.fullmatch(comment)
        if not match:
            return None
        name, value = match["name"], " ".join(match["value"].split())
        if name == "context":
            self.said = self.said._replace(context=value)
        elif name == "translators":
            self.said = self.said._replace(notes=(*self.said.notes, value))
        elif name == "facts":
            both = ", ".join(filter(None, (self.said.facts, value)))
            self.said = self.said._replace(facts=both)
        elif get_close_matches(name.lower(), DIRECTIVES, cutoff=LIKENESS):
            return Refusal(
                f"The comment begins with {name}: which means nothing here.",
                LOST,
                f"Write {', '.join(f'{each}:' for each in DIRECTIVES)} or take the colon out.",
            )
        return None

    def leave(self) -> list[Refusal]:
        """What is wrong where there is nothing for comments to speak of; afterwards none wait."""
        said = self.take()
        if said == Said():
            return []
        return [
            Refusal(
                f"A comment speaks of nothing here: {said.context or said.facts or said.notes[0]}",
                LOST,
                "Put it on the line above the words that it is about, or into their line.",
            )
        ]

    def take(self) -> Said:
        """What was said about a block; afterwards nothing is."""
        said, self.said = self.said, Said()
        return said
