"""The order in which a PDF is read aloud: that of its tags, and not that of its ink."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pikepdf
from pikepdf import Array

Mark = tuple[tuple[int, int], int]
"""A page of the document and a marked piece on it (MCID)."""
GONE = 0
"""The number of a piece that has no text any more."""


def mark_of(page: pikepdf.Object, mcid: int) -> Mark:
    return page.objgen, mcid


def put_in_order(document: pikepdf.Pdf, numbers: Mapping[Mark, int]) -> None:
    """Put the pieces in each tag in the order of their numbers. Pieces without one stay after the
    piece that they came after; those whose number is GONE lose their place."""
    tree = document.Root.StructTreeRoot
    for kid in _kids(tree):
        _sort(kid, numbers)
    for page, entries in _parents(document):
        for mcid in range(len(entries)):
            if numbers.get(mark_of(page, mcid)) == GONE:
                entries[mcid] = None


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _sort(element: pikepdf.Object, numbers: Mapping[Mark, int]) -> int | None:
    """Sort what is in a tag; returns its first number, or None where nothing in it has one."""
    keyed, last, first = [], -1, None
    for kid in _kids(element):
        number = _number(kid, element, numbers)
        if number == GONE:
            continue
        if number is not None:
            last = number
            first = number if first is None else min(first, number)
        keyed.append((last, kid))
    element.K = Array([kid for _, kid in sorted(keyed, key=lambda pair: pair[0])])
    return first


def _number(
    kid: pikepdf.Object, element: pikepdf.Object, numbers: Mapping[Mark, int]
) -> int | None:
    if isinstance(kid, int):
        return numbers.get(mark_of(element.Pg, kid))
    if kid.get("/Type") == "/MCR":
        return numbers.get(mark_of(kid.get("/Pg", element.get("/Pg")), int(kid.MCID)))
    return None if kid.get("/Type") == "/OBJR" else _sort(kid, numbers)


def _parents(document: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Object, Array]]:
    """Each page with the tags of its marked pieces (ISO 32000-2, 14.7.5.4)."""
    tree = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)
    for page in document.pages:
        yield page.obj, tree[int(page.obj.StructParents)]
