"""Where a fact of the register is used: what an editor looks at again when the law changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scripts.block_facts import parse_facts
from scripts.citations import named_facts
from scripts.fact_figures import states
from scripts.facts import Fact
from scripts.figures import find_figures
from scripts.page_text import PageText
from scripts.plain import plain_words
from scripts.po_lines import shorten

UNUSED = "No page rests on it."


def describe_fact(fact: Fact, texts: Iterable[PageText]) -> Iterator[str]:
    """The fact as the register has it, then each page that rests on it with the line where it says
    so, and below it each block that rests on it."""
    yield f"{fact.id}: {fact.text}"
    for name, words in (("Figure", fact.figure), ("Note", fact.note), ("Source", fact.source)):
        if words:
            yield f"{name}: {words}"
    yield f"Confirmed: {fact.verified}, checked on {fact.checked}"
    resting = [text for text in texts if fact.id in named_facts(text.meta)]
    for text in resting:
        yield f"{text.source.path}:{text.source.line_of('facts')}: {text.meta['title']}"
        for line, words in _find_blocks(fact, text):
            yield f"  {text.where(line)}: {shorten(words)}"
    if not resting:
        yield UNUSED


def _find_blocks(fact: Fact, text: PageText) -> Iterator[tuple[int, str]]:
    """The blocks that name the fact, or that name none and say a figure which it states."""
    for block in text.blocks:
        words = plain_words(block.text)
        if block.facts:
            rests = fact.id in parse_facts(block.facts).names
        else:
            rests = any(states(fact, found.figure) for found in find_figures(words))
        if rests:
            yield block.line, words


def count_uses(facts: Mapping[str, Fact], texts: Iterable[PageText]) -> dict[str, int]:
    """For each fact, how many pages rest on it."""
    found = dict.fromkeys(facts, 0)
    for text in texts:
        for name in named_facts(text.meta):
            found[name] = found.get(name, 0) + 1
    return found


def describe_uses(facts: Mapping[str, Fact], texts: Iterable[PageText]) -> Iterator[str]:
    """A line for each fact: how many pages rest on it."""
    uses = count_uses(facts, texts)
    width = max(map(len, uses), default=0)
    yield f"{'fact':{width}}  pages  figure"
    for name, pages in uses.items():
        figure = facts[name].figure if name in facts else "not in the register"
        yield f"{name:{width}}  {pages:5}  {figure or ''}".rstrip()
