"""Fills the pages of the bench: as many headings, lists, tables, boxes and links as real ones."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from scripts.headings import slug
from tests.bench.pages import Page, Piece, name_pages
from tests.bench.prose import Writer

LEAST_SECTIONS, MOST_SECTIONS = 9, 11
"""How many sections a page has beside its last two."""

HELP, NEXT = "Who can help?", "What next?"

COMMON = (
    "This page is for England. In another part of the UK, see [where to ask]({home}).",
    "Does someone at home hurt you? Read [Help now]({help}) first. It says how to get help.",
)
"""What stands on every page, so that catalogues share messages as the real ones do."""


def make_pages(number: int, seed: int, contacts: list[str], facts: list[str]) -> list[Page]:
    """So many pages with their text, the same for the same seed."""
    pages = [_outline(name, Random(f"{seed} outline {name}")) for name in name_pages(number)]
    for page in pages:
        random = Random(f"{seed} text {page.name}")
        page.facts = sorted(random.sample(facts, min(30, len(facts))))
        Filler(page, pages, contacts, random).fill()
    return pages


def _outline(name: str, random: Random) -> Page:
    """A page without its text, for others to link to."""
    writer = Writer(random)
    wanted = random.randint(LEAST_SECTIONS, MOST_SECTIONS)
    headings = {slug(heading): heading for heading in (writer.question() for _ in range(wanted))}
    return Page(name, writer.name(), writer.sentences(2, 2), [*headings.values(), HELP, NEXT])


class Filler:
    """Fills a page whose title and headings are known, as are those of the others."""

    def __init__(self, page: Page, pages: list[Page], contacts: list[str], random: Random) -> None:
        self.page, self.pages, self.contacts, self.random = page, pages, contacts, random
        self.writer = Writer(random)
        self.kinds: list[Callable[[], None]] = []

    def fill(self) -> None:
        self._put("# ", self.page.title)
        self._put("", self.writer.sentences(2, 3))
        home, help_now = self.pages[0], self.pages[min(1, len(self.pages) - 1)]
        paths = {"home": self.page.path_to(home), "help": self.page.path_to(help_now)}
        for words in COMMON:
            self._put("", words.format(**paths))
        self._box()
        for heading in self.page.headings:
            self._put("## ", heading)
            {HELP: self._help, NEXT: self._next}.get(heading, self._section)()

    def _put(self, before: str, words: str, after: str = "\n\n") -> None:
        self.page.pieces.append(Piece(before, words, after))

    def _end_block(self) -> None:
        last = self.page.pieces[-1]
        self.page.pieces[-1] = last._replace(after=f"{last.after}\n")

    # Text ----------------------------------------------------------------------------------

    def _paragraph(self, most: int = 3) -> str:
        """One sentence or more, a fifth with bold words, a tenth with a link or a contact."""
        text = self.writer.sentences(1, most)
        if self.random.random() < 0.2:
            text = f"**{self.writer.sentences(1, 1)}** {text}"
        if self.random.random() < 0.1:
            text += f" Read [{self.writer.name().lower()}]({self._address()}) first."
        if self.random.random() < 0.1:
            text += f" Call {self._contact()} {self.random.choice(('today', 'now', 'first'))}."
        return text

    def _contact(self) -> str:
        return f"{{{{ contact.{self.random.choice(self.contacts)} }}}}"

    def _address(self) -> str:
        """The address of a heading of any page."""
        page = self.random.choice(self.pages)
        return f"{self.page.path_to(page)}#{slug(self.random.choice(page.headings))}"

    # Blocks --------------------------------------------------------------------------------

    def _section(self) -> None:
        """A paragraph and one of the blocks that a page is made of."""
        if not self.kinds:
            self.kinds = [self._text, self._text, self._text, self._list, self._list, self._steps,
                          self._table, self._terms, self._warning, self._fold]  # fmt: skip
            self.random.shuffle(self.kinds)
        self._put("", self._paragraph())
        self.kinds.pop()()

    def _text(self) -> None:
        for _ in range(self.random.randint(1, 2)):
            self._put("", self._paragraph())

    def _list(self) -> None:
        number = self.random.randint(3, 5)
        self._items([f"**{self.writer.name()}:** {self._paragraph(2)}" for _ in range(number)])

    def _steps(self) -> None:
        self._items([self.writer.item() for _ in range(self.random.randint(3, 6))])

    def _items(self, items: list[str]) -> None:
        for item in items:
            self._put("- ", item, "\n")
        self._end_block()

    def _table(self) -> None:
        self._put("| ", self.writer.name(), " | ")
        self._put("", self.writer.name(), " |\n| --- | --- |\n")
        for _ in range(3):
            self._put("| ", self.writer.name(), " | ")
            self._put("", self.writer.sentences(1, 2), " |\n")
        self._end_block()

    def _terms(self) -> None:
        for _ in range(2):
            self._put("", self.writer.name(), "\n")
            self._put(":   ", self.writer.sentences(1, 3))

    def _box(self) -> None:
        self._put('!!! tip "', self.writer.question(), '"\n\n')
        for number in range(1, 4):
            self._put(f"    {number}. ", self.writer.sentences(1, 1), "\n")
        self._end_block()

    def _warning(self) -> None:
        self._put('!!! warning "', self.writer.question(), '"\n\n')
        self._put("    ", self._paragraph())
        self._put("    ", self._paragraph())

    def _fold(self) -> None:
        self._put('??? note "', self.writer.question(), '"\n\n')
        self._put("    ", self.writer.sentences(2, 4))

    def _help(self) -> None:
        self._put("", "Call one of these. The advice is free and private.")
        self._items([f"**{self.writer.name()}:** call {self._contact()}." for _ in range(3)])

    def _next(self) -> None:
        pages = self.random.sample(self.pages, min(3, len(self.pages)))
        self._items([f"[{page.title}]({self.page.path_to(page)})" for page in pages])
