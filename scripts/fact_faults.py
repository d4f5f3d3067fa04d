"""What can be wrong between the figures of a text and the facts that it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from scripts.block_facts import BlockFacts
from scripts.citations import unknown_fact
from scripts.fact_figures import gives, own_figures
from scripts.facts import Fact
from scripts.figure_patterns import TIMES
from scripts.figures import Figure, Found, find_figures
from scripts.number_words import AMOUNT, any_of
from scripts.problems import Fault

FEWEST_WORDS = 2
"""Words of a reason why a figure is no fact's."""

WHERE = "at the end of the line"

CELLS = re.compile(r"(?<!\\)\|")
NUMBER_ALONE = re.compile(AMOUNT, re.IGNORECASE)
UNIT = re.compile(rf"\b(?:{any_of(TIMES)})s?\b|£|%|\bper cent\b", re.IGNORECASE)


def find_faults(found: Sequence[Found], page: Mapping[str, Fact]) -> Iterator[Fault]:
    """What is wrong with the figures of a text that names no facts itself and rests on those of
    its page."""
    for figure, said in found:
        giving = [name for name, fact in page.items() if gives(fact, figure)]
        if not giving:
            yield _of_none(said, figure, page)
        elif len(kinds := _of_kind(figure, page)) > 1 and len(set(kinds.values())) > 1:
            yield _of_several(said, figure, kinds, giving)


def find_front_faults(key: str, words: str, said: Collection[Figure]) -> Iterator[Fault]:
    """Figures in an entry of the front matter that the page itself, whose figures are `said`, does
    not say."""
    for figure, as_said in find_figures(words):
        if figure not in said:
            yield Fault(
                f'The {key} says "{as_said}", which the page does not say.',
                "Write it as the page does, or take it out.",
            )


def find_numbers_alone(rows: Sequence[str]) -> Iterator[tuple[int, Fault]]:
    """The cells of tables that have a number and leave its unit to the heading, each with its place
    among the lines of Markdown. They have no words, so that no block of the page is one of them."""
    heading: list[str] = []
    for place, row in enumerate(rows):
        cells = [cell.strip(" *_") for cell in CELLS.split(row.strip())] if "|" in row else []
        for title, cell in zip(heading, cells, strict=False):
            if NUMBER_ALONE.fullmatch(cell.lower()) and UNIT.search(title):
                yield place, _of_number_alone(cell, title)
        heading = (heading or cells) if cells else []


def find_named_faults(
    found: Sequence[Found], named: BlockFacts, page: Mapping[str, Fact], register: Collection[str]
) -> Iterator[Fault]:
    """What is wrong where a text names its facts, or says why its figures are none's."""
    if named.why is not None:
        yield from _of_reason(found, named.why)
    elif unknown := list(_unknown(named.names, page, register)):
        yield from unknown
    else:
        own = {name: page[name] for name in named.names}
        for figure, said in found:
            if not any(gives(fact, figure, name in named.with_note) for name, fact in own.items()):
                others = [name for name, fact in page.items() if gives(fact, figure)]
                yield _of_others(said, own, others) if others else _of_none(said, figure, own)


def _unknown(
    names: Collection[str], page: Mapping[str, Fact], register: Collection[str]
) -> Iterator[Fault]:
    for name in names:
        if name not in register:
            yield unknown_fact(name, register)
        elif name not in page:
            yield Fault(
                f"The fact {name} is named here and not in the front matter of the page.",
                f"Add {name} to the line facts: at the top of the page, or name another.",
            )


def _of_kind(figure: Figure, page: Mapping[str, Fact]) -> dict[str, str]:
    """The facts that state figures in the same unit, each with these figures."""
    return _stating(page, lambda own: own.unit == figure.unit)


def _stating(facts: Mapping[str, Fact], like: Callable[[Figure], bool]) -> dict[str, str]:
    found = {name: sorted(filter(like, own_figures(fact))) for name, fact in facts.items()}
    return {name: " and ".join(map(str, figures)) for name, figures in found.items() if figures}


def _list(stated: Mapping[str, str]) -> str:
    return "; ".join(f"{figures} ({name})" for name, figures in stated.items())


def _of_none(said: str, figure: Figure, facts: Mapping[str, Fact]) -> Fault:
    near = _stating(facts, lambda own: own.unit == figure.unit or own.value == figure.value)
    known = f" They say {_list(near)}." if near else ""
    noted = [f"{name}.note" for name, fact in facts.items() if gives(fact, figure, note=True)]
    remedy = (
        "Only the note of a fact says it. If that note says so of England, with no exception that "
        f"matters here, write <!-- facts: {noted[0]} --> {WHERE}."
        if noted
        else "Write what the fact says, or name the fact that says this in the line facts: at the "
        "top of the page. If it is no law but an example, write "
        f"<!-- facts: none because it is an example --> {WHERE}."
    )
    return Fault(f'No fact that this rests on says "{said}".{known}', remedy)


def _of_several(said: str, figure: Figure, kinds: Mapping[str, str], giving: list[str]) -> Fault:
    stating = [name for name in giving if name in kinds] or giving
    other = f", or the same with {' or '.join(stating[1:])}," if stating[1:] else ""
    return Fault(
        f'It is not said which fact "{said}" comes from. The facts of the page say '
        f"{_list(kinds)}.",
        f"Write <!-- facts: {stating[0]} --> {WHERE}{other} if that is what the sentence is about. "
        "If it is about another of these facts, write the figure of that one.",
    )


def _of_others(said: str, own: Mapping[str, Fact], others: list[str]) -> Fault:
    return Fault(
        f'"{said}" is no figure of {" or ".join(own)}. It is one of {" and ".join(others)}.',
        f"Write the figure of the fact that the sentence is about, or name {others[0]} here.",
    )


def _of_number_alone(cell: str, title: str) -> Fault:
    return Fault(
        f'"{cell}" stands without its unit, which only the heading "{title}" says.',
        'Write the unit beside the number, such as "20 working days", so that it can be compared '
        "with its fact.",
    )


def _of_reason(found: Sequence[Found], why: str) -> Iterator[Fault]:
    if len(why.split()) < FEWEST_WORDS:
        yield Fault(
            "It is not said why the figures here rest on no fact.",
            "Write <!-- facts: none because it is an example -->, or what else is the reason.",
        )
    elif not found:
        yield Fault("There is no figure here that needs a reason.", "Take the comment out.")
