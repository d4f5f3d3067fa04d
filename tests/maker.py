"""Makes pages at random: every block nested in every other, with everything a text may hold.

The same seed makes the same page. `seen` counts what was made, so that a test can show that
nothing was left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import count
from random import Random

DEPTH = 3
NBSP = "\u00a0"
LETTERS = "bcdfghklmnprstvz"

BLOCKS = (
    "heading", "paragraph", "tight list", "loose list", "nested list", "ordered list", "table",
    "admonition", "admonition without title", "details", "definition list", "quotation",
    "block with markdown", "literal summary", "code block", "tail", "frozen block",
    "context comment", "note block",
)  # fmt: skip
MARKS = (
    "hard break", "no-break space", "code", "bold", "italics", "link", "link title", "picture",
    "note", "placeholders", "entity", "inline attributes", "reference link", "escape", "autolink",
    "comment in text",
)  # fmt: skip
ATTRIBUTES = (
    "heading attributes", "heading id", "block attributes", "item attributes", "cell attributes",
    "term attributes",
)  # fmt: skip
EVERYTHING = (*BLOCKS, *MARKS, *ATTRIBUTES)


class Maker:
    """Makes Markdown pages from a source of chance."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.seen: Counter[str] = Counter()
        self.numbers = count()
        self.notes: list[str] = []

    def page(self) -> str:
        """A page of a few blocks, with the notes and links that its text names."""
        at_the_margin = [
            self.html,
            self.literal_summary,
            self.code_block,
            self.commented,
            self.tail,
        ]
        blocks = self.blocks(0, 2) + [make(0) for make in self.random.sample(at_the_margin, 2)]
        self.random.shuffle(blocks)
        notes = []
        while self.notes:
            name = self.notes.pop()
            self.seen["note block"] += 1
            last = self.tight_list(DEPTH) if self.chance() else self.text(marks=False)
            body = "\n\n".join([self.text(marks=False), *self.blocks(2, 1), last])
            notes.append(f"[^{name}]: {indent(body).lstrip()}")
        return "\n\n".join([*blocks, *notes, "[a-name]: ../other.md"]) + "\n"

    def blocks(self, depth: int, most: int) -> list[str]:
        """Between one block and `most`, each with blocks inside it down to the last depth."""
        kinds: list[Callable[[int], str]] = [
            self.paragraph, self.heading, self.frozen, self.table, self.tight_list,
        ]  # fmt: skip
        if depth < DEPTH:
            kinds += [
                self.loose_list, self.nested_list, self.ordered_list, self.admonition,
                self.untitled, self.details, self.definitions, self.quotation,
            ]  # fmt: skip
        chosen = [self.random.choice(kinds) for _ in range(self.random.randint(1, most))]
        return [make(depth) for make in chosen]

    def inside(self, depth: int) -> str:
        return "\n\n".join(self.blocks(depth + 1, 2))

    # Words and marks -----------------------------------------------------------------------

    def chance(self, share: float = 0.5) -> bool:
        return self.random.random() < share

    def word(self) -> str:
        """A word that stands nowhere else on the page."""
        number, letters = next(self.numbers), ""
        while number or not letters:
            number, digit = divmod(number, len(LETTERS))
            letters += LETTERS[digit]
        return f"w{letters}"

    def text(self, marks: bool = True, lines: bool = True) -> str:
        """A few words with marks among them; on several lines if `lines`."""
        parts = [self.word()]
        for _ in range(self.random.randint(1, 4)):
            parts.append(self.mark(lines) if marks and self.chance(0.7) else self.word())
        text = parts[0]
        for part in parts[1:]:
            text += self.gap(lines) + part
        return f"{text} {self.word()}"

    def gap(self, lines: bool) -> str:
        if lines and self.chance(0.15):
            self.seen["hard break"] += 1
            return "  \n"
        if self.chance(0.15):
            self.seen["no-break space"] += 1
            return NBSP
        return "\n" if lines and self.chance(0.1) else " "

    def mark(self, lines: bool) -> str:
        kind = self.random.choice(MARKS[2:])
        if kind == "link title":
            self.seen["link"] += 1
        self.seen[kind] += 1
        word = self.word()
        return {
            "code": f"`{word}  {word}`",
            "bold": f"**{word}**",
            "italics": f"_{word}_",
            "link": f"[{word}](other.md)",
            "link title": f'[{word}](other.md "{self.word()}")',
            "picture": f"![{word}](picture.svg)",
            "note": f"{word}{self.note()}" if kind == "note" else "",
            "placeholders": "{{ contact.helpline }} {{ contact.helpline.relay }} "
            "{{ language.english }}",
            "entity": f"{word} &amp; {self.word()}",
            "inline attributes": f"[{word}](other.md){{ .k }}",
            "reference link": f"[{word}][a-name]",
            "escape": f"{word}\\*",
            "autolink": "<https://example.org/>",
            "comment in text": f"{word}<!-- an author's own remark -->",
        }[kind]

    def note(self) -> str:
        name = self.word()
        self.notes.append(name)
        return f"[^{name}]"

    def line(self) -> str:
        return self.text(lines=False)

    def maybe(self, kind: str, attributes: str) -> str:
        if self.chance(0.6):
            self.seen[kind] += 1
            return attributes
        return ""

    # Blocks --------------------------------------------------------------------------------

    def heading(self, depth: int) -> str:
        self.seen["heading"] += 1
        kind = self.random.choice(("heading attributes", "heading id", ""))
        ending = {"heading attributes": " { .k }", "heading id": f" {{#{self.word()}}}"}.get(
            kind, ""
        )
        self.seen[kind] += 1
        return f"{'#' * self.random.randint(2, 4)} {self.line()}{ending}"

    def paragraph(self, depth: int) -> str:
        self.seen["paragraph"] += 1
        return self.text() + self.maybe("block attributes", "\n{ .k }")

    def frozen(self, depth: int) -> str:
        self.seen["frozen block"] += 1
        return f"{self.text(marks=False)}\n{{ translate=no }}"

    def table(self, depth: int) -> str:
        self.seen["table"] += 1
        rows = [[self.cell(), self.cell()] for _ in range(2)]
        rows.insert(1, ["---", "---"])
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def cell(self) -> str:
        return self.line() + self.maybe("cell attributes", " { .k }")

    def tight_list(self, depth: int) -> str:
        self.seen["tight list"] += 1
        return "\n".join(
            f"- {self.line()}" + self.maybe("item attributes", "\n    { .k }")
            for _ in range(self.random.randint(2, 3))
        )

    def nested_list(self, depth: int) -> str:
        self.seen["nested list"] += 1
        inner = self.tight_list(depth) if depth + 1 >= DEPTH else self.nested_list(depth + 1)
        return f"- {self.line()}\n{indent(inner)}\n- {self.line()}"

    def loose_list(self, depth: int) -> str:
        self.seen["loose list"] += 1
        return f"- {self.line()}\n\n{indent(self.inside(depth))}\n\n- {self.line()}"

    def ordered_list(self, depth: int) -> str:
        self.seen["ordered list"] += 1
        return f"1. {self.line()}\n\n{indent(self.inside(depth))}\n\n2. {self.line()}"

    def admonition(self, depth: int) -> str:
        self.seen["admonition"] += 1
        return f'!!! warning "{self.word()} {self.word()}"\n\n{indent(self.inside(depth))}'

    def untitled(self, depth: int) -> str:
        self.seen["admonition without title"] += 1
        return f"!!! note\n\n{indent(self.inside(depth))}"

    def details(self, depth: int) -> str:
        self.seen["details"] += 1
        return f'??? tip "{self.word()} {self.word()}"\n\n{indent(self.inside(depth))}'

    def definitions(self, depth: int) -> str:
        self.seen["definition list"] += 1
        term = self.line() + self.maybe("term attributes", " { .k }")
        return f"{term}\n:   {self.line()}\n\n{indent(self.inside(depth))}"

    def quotation(self, depth: int) -> str:
        self.seen["quotation"] += 1
        return "\n".join(f"> {line}".rstrip(" ") if not line.endswith("  ") else f"> {line}"
                         for line in self.inside(depth).split("\n"))  # fmt: skip

    def html(self, depth: int) -> str:
        self.seen["block with markdown"] += 1
        return f'<div markdown="1" class="k">\n\n{self.inside(depth)}\n\n</div>'

    def literal_summary(self, depth: int) -> str:
        self.seen["literal summary"] += 1
        summary = f"{self.word()} *{self.word()}*"
        return (f'<details markdown="1">\n<summary>{summary}</summary>\n\n'
                f"{self.inside(depth)}\n\n</details>")  # fmt: skip

    def code_block(self, depth: int) -> str:
        self.seen["code block"] += 1
        return f"```\n{self.word()}  {self.word()}\n```"

    def commented(self, depth: int) -> str:
        self.seen["context comment"] += 1
        return f"<!-- context: {self.word()} -->\n\n{self.paragraph(depth)}"

    def tail(self, depth: int) -> str:
        self.seen["tail"] += 1
        return f"- ## {self.word()}\n  {self.line()}\n- {self.line()}"


def indent(text: str) -> str:
    """The text four spaces further in, as blocks inside others are written."""
    return "\n".join(f"    {line}" if line else line for line in text.split("\n"))
