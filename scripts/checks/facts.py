"""Every figure on a page is, with its unit, that of a fact which the page rests on.

A page names its facts in the front matter. Where several of them have a figure of one kind, a block
that says one names its fact in a comment, or else the right figure of another fact would pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scripts.block_facts import parse_facts
from scripts.citations import named_facts, refuse_unknown_facts
from scripts.fact_faults import (
    find_faults,
    find_front_faults,
    find_named_faults,
    find_numbers_alone,
)
from scripts.fact_report import count_uses
from scripts.facts import Fact
from scripts.figures import Found, find_figures
from scripts.findings import Findings
from scripts.page_text import PageText, TextBlock
from scripts.plain import LINK, plain_words
from scripts.problems import Fault, Problem
from scripts.subject import Subject

SHOWN = ("title", "description")
"""What of the front matter says something to readers. What they may type need not be right."""

HARM = "A reader could miss a day or lose a right by a figure that is wrong or no longer true."


def check(subject: Subject) -> Findings:
    """Every figure that is no fact's and every name of a fact that means nothing; and which facts
    no page rests on."""
    texts = subject.texts.values()
    return Findings.of(
        (problem for text in texts for problem in find_problems(text, subject.facts)),
        _describe(texts, subject.facts),
    )


def find_problems(text: PageText, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """What is wrong with the facts and figures of one page."""
    yield from refuse_unknown_facts({text.page: text.source}, facts)
    page = {name: facts[name] for name in named_facts(text.meta) if name in facts}
    blocks = [(block, find_figures(words_of(block))) for block in text.blocks]
    said = {each.figure for _, found in blocks for each in found}
    for key in SHOWN:
        for what, remedy in find_front_faults(key, str(text.meta.get(key, "")), said):
            yield text.problem(text.source.line_of(key), what, HARM, remedy)
    for block, found in blocks:
        for what, remedy in _look_at(block, found, page, facts):
            yield text.problem(block.line, what, HARM, remedy)
    for place, (what, remedy) in find_numbers_alone(text.source.markdown.splitlines()):
        yield text.problem(text.source.first_line + place, what, HARM, remedy)


def words_of(block: TextBlock) -> str:
    """The words of a block that claim something: not the name of another page, but what a picture
    shows."""
    is_name = LINK.fullmatch(block.text) and not block.text.startswith("!")
    return "" if is_name else plain_words(block.text)


def _look_at(
    block: TextBlock, found: list[Found], page: Mapping[str, Fact], facts: Mapping[str, Fact]
) -> Iterator[Fault]:
    if block.facts is None:
        yield from find_faults(found, page)
    else:
        yield from find_named_faults(found, parse_facts(block.facts), page, facts)


def _describe(texts: Iterable[PageText], facts: Mapping[str, Fact]) -> str:
    uses = count_uses(facts, texts)
    unused = [name for name in facts if not uses[name]]
    listed = f": {', '.join(unused)}" if unused else ""
    return f"{len(facts)} facts, of which no page rests on {len(unused)}{listed}."
