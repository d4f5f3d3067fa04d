"""The lines of a page while it is parsed: Python-Markdown keeps no line numbers."""

from __future__ import annotations

from markdown.preprocessors import Preprocessor

from scripts import inline

PRIORITY = 20.5
"""After fenced code is put aside (25) and before raw HTML is (`html_block`, 20)."""


class Source(Preprocessor):
    """Remembers the lines of the page, and which of the stashed blocks are fenced code."""

    def run(self, lines: list[str]) -> list[str]:
        self.lines = lines
        self.cursor = 0
        self.code_blocks = len(self.md.htmlStash.rawHtmlBlocks)
        return lines

    def is_code(self, number: int) -> bool:
        """Whether the block that Python-Markdown stashed under `number` is fenced code."""
        return number < self.code_blocks

    def find(self, text: str) -> int:
        """The place of the line where `text` begins, counted from 0.

        Blocks are asked for in the order of the page, so the search goes on from the last find.
        Only what stands elsewhere than it is shown, as footnotes do, is found further up.
        """
        start = inline.STASH_MARK.split(text.strip(inline.BLANK))[0].split("\n")[0]
        order = (*range(self.cursor, len(self.lines)), *range(self.cursor))
        found = next((i for i in order if start and start in self.lines[i]), self.cursor)
        self.cursor = max(found, self.cursor)
        return found
