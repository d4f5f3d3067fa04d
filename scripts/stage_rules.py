"""What the map of stages must be, so that a reader finds herself on it from every page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from scripts.entries import find_missing_page, find_unknown, find_wrong_texts, is_list_of
from scripts.lined_yaml import Lined
from scripts.problems import Fault, Problem
from scripts.stages import Stage

STAGE_KEYS = ("title", "page", "text", "links", "also", "facts")
LINK_KEYS = ("page", "words", "says", "facts")
HARM = "A reader would not find on the map where she is."

Found = Iterator[tuple[int, Fault]]
"""Faults with their lines, counted from 1."""


def read_stages(
    entries: object, page: str, path: str, pages: set[str]
) -> tuple[tuple[Stage, ...], list[Problem]]:
    """The steps of a file, in its order, and what is wrong with it; there are none where anything
    is. `page` is the page of the map, `pages` are all."""
    found = [*_find_wrong_entries(entries, pages)]
    stages = () if found else tuple(map(Stage.of, entries))
    if stages:
        found += [*_find_left_out(stages, page, pages)]
    problems = [Problem(path, line, what, HARM, remedy) for line, (what, remedy) in found]
    return () if problems else stages, problems


def _find_wrong_entries(entries: object, pages: set[str]) -> Found:
    if not is_list_of(Lined, entries) or not entries:
        yield 1, Fault("There are no steps.", 'Begin each step with "- title:".')
        return
    lines: dict[str, int] = {}
    for entry in entries:
        yield from ((entry.line, fault) for fault in _find_wrong_stage(entry, pages))
        links = entry.get("links", [])
        for link in links if is_list_of(Lined, links) else ():
            yield from ((link.line, fault) for fault in _find_wrong_link(link, pages))
        title = str(entry.get("title"))
        if lines.setdefault(title, entry.line) != entry.line:
            yield entry.line, Fault(f"There are two steps {title}.", "Rename one of them.")


def _find_wrong_stage(entry: Lined, pages: set[str]) -> Iterator[Fault]:
    yield from find_unknown(entry, STAGE_KEYS)
    yield from find_wrong_texts(entry, "A step", ("title", "page", "text"))
    yield from find_missing_page(entry.get("page"), pages)
    if not is_list_of(Lined, entry.get("links", [])):
        yield Fault("The links of a step are no list.", 'Begin each with "- page:".')
    yield from _find_wrong_list(entry, "also", "[stages/adoption]")
    yield from _find_wrong_list(entry, "facts", "[icpc-15]")
    also = entry.get("also", [])
    for page in also if is_list_of(str, also) else ():
        yield from find_missing_page(page, pages)


def _find_wrong_link(link: Lined, pages: set[str]) -> Iterator[Fault]:
    yield from find_unknown(link, LINK_KEYS)
    yield from find_wrong_texts(link, "A link", ("page", "words", "says"))
    yield from find_missing_page(link.get("page"), pages)
    yield from _find_wrong_list(link, "facts", "[icpc-15]")


def _find_wrong_list(entry: Lined, key: str, example: str) -> Iterator[Fault]:
    if not is_list_of(str, entry.get(key, [])):
        yield Fault(f"The line {key} is no list.", f"Write it as {key}: {example}.")


def _find_left_out(stages: tuple[Stage, ...], page: str, pages: set[str]) -> Found:
    """Pages beside the map that no step has."""
    folder = f"{posixpath.dirname(page)}/"
    reached = {page}.union(*(stage.pages for stage in stages))
    for each in sorted(pages - reached):
        if each.startswith(folder):
            what = f"The page docs/{each}.md belongs to no step of the map."
            remedy = "Name it under links: or also: of the step where it belongs."
            yield 1, Fault(what, remedy)
