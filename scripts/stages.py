"""The map of stages: steps from one file, which become the picture on its page.

`docs/stages/stage-map.yml` has the steps. Every page that belongs to one shows all of them in a
line at its top, so that nobody has to go back to the map to see where she is.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.lined_yaml import Lined
from scripts.words import relative

PAGE = "stages/stage-map"


@dataclass(frozen=True)
class Link:
    """A page that the map shows below the text of a step."""

    page: str
    words: str
    says: str
    facts: tuple[str, ...]
    line: int

    @classmethod
    def of(cls, entry: Lined) -> Link:
        """The link of an entry that was found right."""
        facts = tuple(entry.get("facts", ()))
        return cls(entry["page"], _text(entry, "words"), _text(entry, "says"), facts, entry.line)


@dataclass(frozen=True)
class Stage:
    """One step of the map."""

    title: str
    page: str
    text: str
    links: tuple[Link, ...]
    also: tuple[str, ...]
    """Pages that belong to the step and are not shown below it."""
    facts: tuple[str, ...]
    line: int

    @classmethod
    def of(cls, entry: Lined) -> Stage:
        """The step of an entry that was found right."""
        links = tuple(map(Link.of, entry.get("links", ())))
        also, facts = (tuple(entry.get(key, ())) for key in ("also", "facts"))
        title, text = _text(entry, "title"), _text(entry, "text")
        return cls(title, entry["page"], text, links, also, facts, entry.line)

    @property
    def pages(self) -> set[str]:
        """Every page that belongs to the step."""
        return {self.page, *(link.page for link in self.links), *self.also}

    @property
    def heading(self) -> str:
        """Its title as the map shows it, which is a message of the map's page."""
        return f"**[{self.title}]({relative(self.page, PAGE)})**"


def _text(entry: Lined, key: str) -> str:
    return " ".join(entry[key].split())


def make_markdown(stages: tuple[Stage, ...]) -> list[tuple[str, int]]:
    """The map as lines of Markdown, each with the line of the file that it was made from."""
    lines = [('<div class="stage-map" markdown="1">', 1), ("", 1)]
    for number, stage in enumerate(stages, start=1):
        own = (f"{number}. {stage.heading}", "", f"    {stage.text}{_comment(stage.facts)}", "")
        lines += [(line, stage.line) for line in own]
        lines += [(f"    - {_link(link)}", link.line) for link in stage.links]
        lines += [("", stage.line)] if stage.links else []
    return [*lines, ("</div>", 1)]


def _link(link: Link) -> str:
    return f"[{link.words}]({relative(link.page, PAGE)}): {link.says}{_comment(link.facts)}"


def _comment(facts: tuple[str, ...]) -> str:
    return f" <!-- facts: {', '.join(facts)} -->" if facts else ""
