"""What of a page differs from another version of it, by the numbers of its blocks."""

from __future__ import annotations

from lxml import html

from scripts.side_by_side import NUMBER


def find_changed(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    """The numbers of the blocks that differ, in each of two versions of a page."""
    old, new = _blocks(before), _blocks(after)
    return (
        [number for number in old if old[number] != new.get(number)],
        [number for number in new if new[number] != old.get(number)],
    )


def _blocks(page: bytes) -> dict[str, str]:
    """The words of the blocks by their numbers, with the language of what stands there."""
    if not page.strip():
        return {}
    found: dict[str, str] = {}
    for element in html.document_fromstring(page).iter():
        if number := element.get(NUMBER):
            own = f"{element.get('lang')}{element.text_content()}"
            found[number] = found.get(number, "") + own
    return found
