"""The lines of a page while it is parsed: Python-Markdown keeps no line numbers."""

from __future__ import annotations

from markdown.preprocessors import Preprocessor

from scripts import inline

PRIORITY = 20.5
"""After fenced code is put aside (25) and before raw HTML is (`html_block`, 20)."""


class Source(Preprocessor):
    """Remembers the text of the page, and which of the stashed blocks are fenced code."""

    def run(self, lines: list[str]) -> list[str]:
        self.text = "\n".join(lines)
        self.cursor = 0
        self.code_blocks = len(self.md.htmlStash.rawHtmlBlocks)
        return lines

    def is_code(self, number: int) -> bool:
        """Whether the block that Python-Markdown stashed under `number` is fenced code."""
        return number < self.code_blocks

    @property
    def line(self) -> int:
        """The line of the last find, counted from 0."""
        return self.text.count("\n", 0, self.cursor)

    def find(self, text: str) -> int:
        """The line where `text` begins, counted from 0.

        Blocks are asked for in the order of the page, so the search goes on from the last find.
        Only what stands elsewhere than it is shown, as footnotes do, is found further up.
        """
        start = inline.STASH_MARK.split(text.strip(inline.BLANK))[0].split("\n")[0]
        if not start:
            return self.line
        if (found := self._find(start, self.cursor)) >= 0:
            self.cursor = found + len(start)
        else:
            found = self._find(start, 0)
        return self.text.count("\n", 0, found) if found >= 0 else self.line

    def _find(self, words: str, begin: int) -> int:
        """Where `words` stand and are not part of longer ones; -1 where they do not.

        Looked for by hand, since compiling a pattern for each block took a fifth of a build.
        """
        found = self.text.find(words, begin)
        while found >= 0:
            end = found + len(words)
            if not (_is_word(self.text[found - 1 : found]) or _is_word(self.text[end : end + 1])):
                return found
            found = self.text.find(words, found + 1)
        return -1


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
