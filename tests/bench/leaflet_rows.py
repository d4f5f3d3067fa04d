"""Leaflets in the words of the bench's table: what each way makes in a second, beside ours."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.leaflets import CACHED, OURS, TYPST, WEASY, Making, Makings

HEAD = (
    "leaflets", "a second per core", "processor time, ours = 1", "pages", "kB a leaflet",
    "times set", "peak memory, MB",
)  # fmt: skip
NONE = "–"


def describe_leaflets(makings: Makings) -> Iterator[str]:
    """What was made how, a table, and what the two sides do differently."""
    yield (
        f"Leaflets of {makings.pages} pages of this site, each language in a process of its own, "
        f"median of {makings.repeat}. Seconds are those that processors computed: reading the "
        "fonts counts, and the start of Python does not. Memory is that of the whole process."
    )
    rows = [HEAD, ["---", *["---:"] * (len(HEAD) - 1)]]
    ours = {making.language: making for making in makings.made if making.way == OURS}
    rows += [_row(making, ours[making.language]) for making in makings.made]
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)
    if makings.without:
        yield f"WeasyPrint is not in the table: {makings.without}."
    yield from _cautions({making.way for making in makings.made})


def _row(making: Making, ours: Making) -> list[str]:
    return [
        f"{making.language}, {making.way}",
        _digits(making.rate),
        _digits(making.cpu / ours.cpu),
        str(making.pages),
        f"{making.bytes / making.leaflets / 1e3:.0f}",
        str(making.settings),
        NONE if making.way == CACHED else f"{making.memory / 1e6:.0f}",
    ]


def _digits(number: float) -> str:
    """A number with as many digits as are worth reading."""
    if number < 0.1:
        return f"{number:.2g}"
    return f"{number:.0f}" if number >= 20 else f"{number:.2f}"


def _cautions(ways: set[str]) -> Iterator[str]:
    """What is not the same, so that nobody takes a ratio for more than it is."""
    if TYPST in ways:
        yield (
            "What Typst sets alone cannot be copied or read aloud in every script. For the text "
            "layer it sets each word in a colour of its own, which costs time too, and then each "
            "word stands there once and whole. A language without such a row needs no layer."
        )
    if WEASY in ways:
        yield (
            "The work is not the same. Ours sets a leaflet in smaller and smaller text until it is "
            "on four pages, with the English beside each part; WeasyPrint is told the size that "
            "this came to, sets all of the page once, and puts the English below each part. Both "
            "are asked for PDF/UA-1 with the same fonts. Whether a reader gets the words out of "
            "what WeasyPrint makes is not looked at here."
        )
