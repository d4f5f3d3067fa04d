"""What the steps to a reader's stage must be, so that every reader gets there.

A reader who does not know the words of the law must come from what she has in her hand to her
stage in four taps at most, and never in a circle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.entries import find_missing_page, find_unknown, find_wrong_texts, is_list_of
from scripts.finder import TEXTS, Choice, Finder, Step
from scripts.lined_yaml import Lined
from scripts.problems import Fault, Problem

MOST_TAPS = 4
"""How many choices at most lead from the first page to any other."""

TOP_KEYS = ("reaches", "steps")
STEP_KEYS = ("step", *TEXTS, "choices")
CHOICE_KEYS = ("words", "step", "page", "part")
HARM = "A reader would not find her stage."

Found = Iterator[tuple[int, Fault]]
"""Faults with their lines, counted from 1."""


def read_finder(
    content: Lined, page: str, path: str, pages: set[str]
) -> tuple[Finder, list[Problem]]:
    """The steps of a file, and what is wrong with them. `page` is the page of the first step,
    `pages` are all others."""
    found = [*_find_wrong_entries(content)]
    steps = {} if found else {entry["step"]: Step.of(entry) for entry in content["steps"]}
    finder = Finder(page, steps)
    if steps:
        found += [*_find_wrong_targets(finder, pages)] or [
            *_find_wrong_ways(finder),
            *_find_unreached(finder, pages, str(content.get("reaches", ""))),
        ]
    return finder, [Problem(path, line, what, HARM, remedy) for line, (what, remedy) in found]


def _find_wrong_entries(content: Lined) -> Found:
    yield from ((content.line, fault) for fault in find_unknown(content, TOP_KEYS))
    entries = content["steps"]
    if not is_list_of(Lined, entries) or not entries:
        yield 1, Fault("There are no steps.", 'Write each step with "- step:".')
        return
    names: set[str] = set()
    for entry in entries:
        yield from _find_wrong_step(entry)
        if (name := str(entry.get("step"))) in names:
            yield entry.line, Fault(f"There are two steps {name}.", "Rename one of them.")
        names.add(name)


def _find_wrong_step(entry: Lined) -> Found:
    faults = [*find_unknown(entry, STEP_KEYS)]
    faults += find_wrong_texts(entry, "A step", ("step", "title"), TEXTS[1:])
    choices = entry.get("choices")
    if not is_list_of(Lined, choices) or not choices:
        faults.append(Fault("A step has no choices: it is a dead end.", "Give it choices:."))
    yield from ((entry.line, fault) for fault in faults)
    for choice in choices if is_list_of(Lined, choices) else ():
        yield from ((choice.line, fault) for fault in _find_wrong_choice(choice))


def _find_wrong_choice(choice: Lined) -> Iterator[Fault]:
    yield from find_unknown(choice, CHOICE_KEYS)
    yield from find_wrong_texts(choice, "A choice", ("words",))
    if ("step" in choice) == ("page" in choice):
        yield Fault(
            f"The choice {choice.get('words')} must lead to one step or to one page.",
            "Give it a line step: or a line page:, and not both.",
        )


def _find_wrong_targets(finder: Finder, pages: set[str]) -> Found:
    for choice in _choices(finder):
        if choice.step and choice.step not in finder.steps:
            yield choice.line, Fault(f"There is no step {choice.step}.", "Name one of this file.")
        yield from ((choice.line, fault) for fault in find_missing_page(choice.page, pages))


@dataclass
class Ways:
    """How many taps each step is from the first by its longest way, and the choices that lead
    back to a step on their own way."""

    finder: Finder
    taps: dict[str, int] = field(default_factory=dict)
    circles: list[Choice] = field(default_factory=list)

    def go(self, name: str, way: tuple[str, ...] = ()) -> None:
        """Go on from a step to which `way` led."""
        self.taps[name] = max(self.taps.get(name, 0), len(way))
        for choice in self.finder.steps[name].choices:
            if choice.step in (*way, name):
                self.circles.append(choice)
            elif choice.step:
                self.go(choice.step, (*way, name))


def _find_wrong_ways(finder: Finder) -> Found:
    ways = Ways(finder)
    ways.go(finder.first)
    for choice in dict.fromkeys(ways.circles):
        what = f"The choice {choice.words} leads back to {choice.step}: a circle."
        yield choice.line, Fault(what, "Lead it to a page, or to a later step.")
    for name, step in finder.steps.items():
        if name not in ways.taps:
            what = f"No choice leads to the step {name}."
            yield step.line, Fault(what, "Lead one to it, or delete it.")
        elif (taps := ways.taps[name] + 1) > MOST_TAPS:
            what = f"The pages of the step {name} are {taps} taps away; the most is {MOST_TAPS}."
            yield step.line, Fault(what, "Lead to it from an earlier step.")


def _find_unreached(finder: Finder, pages: set[str], folder: str) -> Found:
    reached = {choice.page for choice in _choices(finder)}
    for page in sorted(page for page in pages if folder and page.startswith(folder)):
        if page not in reached:
            what = f"No choice leads to docs/{page}.md."
            yield 1, Fault(what, "Add one to the step where it belongs.")


def _choices(finder: Finder) -> Iterator[Choice]:
    for step in finder.steps.values():
        yield from step.choices
