"""The first views in the words of the bench's table: ours, those of plain Material, and how many
times as much these are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.bench.first_views import Pair, Seen

HEAD = (
    "page", "requests", "sent, kB", "style sheets that block, kB", "until the first text, kB",
    "layout shift",
)  # fmt: skip
NONE = "–"


def describe_first_views(pairs: Sequence[Pair]) -> Iterator[str]:
    """A sentence and a table, where there is anything to tell."""
    if not pairs:
        return
    yield (
        "The first view of a page on a phone 360 px wide that has nothing of the site yet, with "
        "all files sent as gzip; the text begins when its first three paragraphs and all that "
        "blocks them are there:"
    )
    rows = [HEAD, ["---", *["---:"] * (len(HEAD) - 1)]]
    for pair in pairs:
        rows += [
            _row(f"{pair.kind}, Alongside", pair.ours),
            _row(f"{pair.kind}, plain Material", pair.plain),
            [f"{pair.kind}, plain ÷ ours", *_ratios(pair)],
        ]
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(name: str, seen: Seen) -> list[str]:
    kilobytes = [f"{number / 1e3:.1f}" for number in (seen.bytes, seen.style, seen.to_text)]
    return [name, str(seen.requests), *kilobytes, f"{seen.shift:.3f}"]


def _ratios(pair: Pair) -> Iterator[str]:
    for name in ("requests", "bytes", "style", "to_text"):
        yield f"{getattr(pair.plain, name) / getattr(pair.ours, name):.1f}"
    yield NONE
