"""The way to a reader's stage: short pages of choices, made from one file.

`docs/start/find-your-stage.yml` has the steps. The first is on the page of that name; each other
is a page of its own below it.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.lined_yaml import Lined
from scripts.words import relative

TEXTS = ("title", "description", "search_words", "help")


@dataclass(frozen=True)
class Choice:
    """What a reader may choose, and the step or page that it leads to."""

    words: str
    step: str | None
    page: str | None
    part: str | None
    """The id of a heading on the page."""
    line: int


@dataclass(frozen=True)
class Step:
    """One page of choices; `name` is the last part of its path."""

    name: str
    title: str
    description: str
    search_words: str
    help: str
    choices: tuple[Choice, ...]
    line: int

    @classmethod
    def of(cls, entry: Lined) -> Step:
        """The step of an entry that was found right."""
        texts = (" ".join(entry.get(key, "").split()) for key in TEXTS)
        choices = (
            Choice(each["words"], each.get("step"), each.get("page"), each.get("part"), each.line)
            for each in entry["choices"]
        )
        return cls(entry["step"], *texts, tuple(choices), entry.line)


@dataclass(frozen=True)
class Finder:
    """All steps by name, the first of them first; `page` is the page of the first."""

    page: str
    steps: dict[str, Step]

    @property
    def first(self) -> str:
        """The name of the step that everybody begins with."""
        return next(iter(self.steps))

    def path(self, name: str) -> str:
        """The page of a step."""
        return self.page if name == self.first else f"{self.page}/{name}"


def make_markdown(finder: Finder, step: Step) -> list[tuple[str, int]]:
    """The choices of a step as lines of Markdown, each with the line of the file for it."""
    here = finder.path(step.name)
    lines = [('<div class="choices" markdown="1">', step.line), ("", step.line)]
    for choice in step.choices:
        target = finder.path(choice.step) if choice.step else choice.page
        part = f"#{choice.part}" if choice.part else ""
        lines.append((f"- [{choice.words}]({relative(target, here)}{part})", choice.line))
    return [*lines, ("", step.line), ("</div>", step.line)]
