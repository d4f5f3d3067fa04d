"""What a comment in a page says to translators about the block that follows or holds it.

`<!-- context: month -->` tells two meanings of the same words apart; `<!-- translators: ... -->` is
shown to translators. Any other comment is the author's own. No comment is published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from scripts import inline
from scripts.problems import Refusal

DIRECTIVES = ("context", "translators")
LIKENESS = 0.7
"""How alike a word must be to be taken for a slip of the pen (0 to 1, `difflib`)."""

DIRECTIVE = re.compile(r"\s*(?P<name>[\w-]+)\s*:\s*(?P<value>.*\S)\s*", re.DOTALL)


@dataclass
class Directives:
    """What comments have said and no block has taken yet."""

    context: str | None = None
    notes: list[str] = field(default_factory=list)

    def read(self, text: str) -> list[Refusal]:
        """Take in every comment of a text; returns what is wrong with them."""
        return [
            refusal
            for comment in inline.COMMENT.finditer(text)
            if (refusal := self._read(comment["text"]))
        ]

    def _read(self, comment: str) -> Refusal | None:
        match = DIRECTIVE.fullmatch(comment)
        value = " ".join(match["value"].split()) if match else ""
        if match and match["name"] == "context":
            self.context = value
        elif match and match["name"] == "translators":
            self.notes.append(value)
        elif match and get_close_matches(match["name"].lower(), DIRECTIVES, cutoff=LIKENESS):
            return Refusal(
                f"The comment begins with {match['name']}: which means nothing here.",
                "Translators would not be told what the author meant to tell them.",
                "Write context: or translators: or take the colon out.",
            )
        return None

    def leave(self) -> list[Refusal]:
        """What is wrong where there is nothing for comments to speak of; afterwards none wait."""
        context, notes = self.take()
        if context is None and not notes:
            return []
        return [
            Refusal(
                f"A comment speaks of nothing here: {context or notes[0]}",
                "Translators would not be told what the author meant to tell them.",
                "Put it on the line above the words that it is about, or into their line.",
            )
        ]

    def take(self) -> tuple[str | None, tuple[str, ...]]:
        """The context and the notes for a block; afterwards there are none."""
        taken = self.context, tuple(self.notes)
        self.context, self.notes = None, []
        return taken
