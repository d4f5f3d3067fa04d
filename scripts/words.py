"""The words in letters: the A to Z that is made from one file, with a plain meaning for each.

`docs/start/words-in-your-letter.yml` has the words as they stand in English letters. They make the
part of the page that follows its own text, and the marks at the first use of a word on any page.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markdown.extensions.toc import slugify

from scripts.entries import find_missing_page, find_unknown, find_wrong_texts, is_list_of
from scripts.lined_yaml import Lined
from scripts.problems import Fault, Problem

PAGE = "start/words-in-your-letter"
KEYS = ("term", "others", "meaning", "page", "mark", "facts")
HARM = "A reader would not find out what a word in her letter means."


@dataclass(frozen=True)
class Word:
    """One entry: a term as it stands in letters, with all that is known of it."""

    term: str
    others: tuple[str, ...]
    """Short forms and other names that stand in letters for the same."""
    meaning: str
    page: str | None
    """The page that says more."""
    marked: bool = True
    """Whether its first use on a page is marked; not so for everyday words."""
    line: int = 0
    facts: tuple[str, ...] = ()
    """The facts of the register that its meaning rests on."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called in letters."""
        return self.term, *self.others

    @property
    def anchor(self) -> str:
        """Its id in the A to Z."""
        return slugify(self.term, "-")

    @property
    def letter(self) -> str:
        """The letter under which it stands."""
        return self.anchor[0].upper()


def read_words(entries: object, path: str, pages: set[str]) -> tuple[list[Word], list[Problem]]:
    """The words of a file, in the order of the alphabet, and what is wrong with it.

    `pages` are all pages, for the links to those that say more.
    """
    if not is_list_of(Lined, entries):
        return [], [Problem(path, 1, "The words are no list.", HARM, 'Begin each with "- term:".')]
    problems: list[Problem] = []
    words: list[Word] = []
    for entry in entries:
        faults = [*_find_faults(entry, pages)] or [*_find_taken(_word(entry), words)]
        problems += [Problem(path, entry.line, what, HARM, remedy) for what, remedy in faults]
        if not faults:
            words.append(_word(entry))
    return sorted(words, key=lambda word: word.anchor), problems


def _word(entry: Lined) -> Word:
    term, meaning, *others = (
        " ".join(text.split())
        for text in (entry["term"], entry["meaning"], *entry.get("others", ()))
    )
    marked = entry.get("mark") != "no"
    facts = tuple(entry.get("facts", ()))
    return Word(term, tuple(others), meaning, entry.get("page"), marked, entry.line, facts)


def _find_faults(entry: Lined, pages: set[str]) -> Iterator[Fault]:
    yield from find_unknown(entry, KEYS)
    yield from find_wrong_texts(entry, "A word", ("term", "meaning"))
    if isinstance(term := entry.get("term"), str) and not slugify(term, "-"):
        yield Fault(f"The term {term} has no letter.", "Write it as it stands in letters.")
    for key, example in (("others", "[CG, core meeting]"), ("facts", "[icpc-15]")):
        if not is_list_of(str, entry.get(key, [])):
            yield Fault(f"The {key} of a word are no list.", f"Write them as {example}.")
    yield from find_missing_page(entry.get("page"), pages)
    if (mark := entry.get("mark", "no")) != "no":
        yield Fault(f"The line mark: {mark} means nothing.", "Write mark: no, or leave it out.")


def _find_taken(word: Word, before: list[Word]) -> Iterator[Fault]:
    taken = {name.casefold(): each for each in before for name in each.names}
    for name in word.names:
        if other := taken.get(name.casefold()):
            yield Fault(
                f"{name} stands here twice: also under {other.term}.", "Keep one of the two."
            )


def make_markdown(words: list[Word]) -> list[tuple[str, int]]:
    """The A to Z as lines of Markdown, each with the line of the file that it was made from.

    Terms stay English in every language, since they are what stands in the letter.
    """
    letters = sorted({word.letter for word in words})
    row = " ".join(f"[{letter}](#letter-{letter.lower()})" for letter in letters)
    lines = [(row, 1), ("{ .letters translate=no }", 1), ("", 1)]
    for letter, group in groupby(words, key=lambda word: word.letter):
        lines += [(f"## {letter} {{ #letter-{letter.lower()} translate=no }}", 1), ("", 1)]
        for word in group:
            lines += [(line, word.line) for line in _entry(word)]
    return lines


def _entry(word: Word) -> Iterable[str]:
    name = f"[{word.term}]({relative(word.page, PAGE)})" if word.page else word.term
    others = f" ({', '.join(word.others)})" if word.others else ""
    facts = f" <!-- facts: {', '.join(word.facts)} -->" if word.facts else ""
    return (
        f"{name}{others}{facts} {{ #{word.anchor} translate=no }}",
        f":   {word.meaning}{facts}",
        "",
    )


def relative(page: str, from_page: str) -> str:
    """The link that a page writes to another."""
    return posixpath.relpath(f"{page}.md", posixpath.dirname(from_page) or ".")
