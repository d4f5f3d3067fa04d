"""Where the claims of a page come from: the facts that its front matter names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from scripts.facts import Fact
from scripts.pages import PageSource
from scripts.problems import Fault, Problem

CONFIRMED = "yes"
"""What `verified` says of a fact whose source was seen. That several lists agree on a telephone
number lets it be shown, and does not make it one."""

UNTRACED = "Readers could not see what the page rests on."


@dataclass(frozen=True)
class Citation:
    """A source that a page rests on, said once however many of its facts come from it."""

    source: str
    url: str
    confirmed: bool


def cite(page: PageSource, facts: Mapping[str, Fact]) -> list[Citation]:
    """The sources of a page, each once, in the order of its facts."""
    found: dict[tuple[str, str], Citation] = {}
    for name in named_facts(page.meta):
        fact = facts[name]
        key = fact.source, fact.url
        confirmed = fact.verified == CONFIRMED and found.get(key, Citation("", "", True)).confirmed
        found[key] = Citation(fact.source, fact.url, confirmed)
    return list(found.values())


def named_facts(meta: Mapping[str, Any]) -> list[str]:
    """The ids of facts in a page's front matter, each once."""
    named = meta.get("facts") or []
    return list(dict.fromkeys(named)) if isinstance(named, list) else [str(named)]


def list_facts(facts: Mapping[str, Fact]) -> list[tuple[str, list[Fact]]]:
    """Every fact of the register by its topic, topics and facts in the register's order."""
    topics: dict[str, list[Fact]] = {}
    for fact in facts.values():
        topics.setdefault(fact.topic, []).append(fact)
    return list(topics.items())


def refuse_unknown_facts(
    pages: Mapping[str, PageSource], facts: Mapping[str, Fact]
) -> list[Problem]:
    """Names of facts in front matter that the register does not have."""
    return [
        Problem(page.path, page.line_of("facts"), fault.what, UNTRACED, fault.remedy)
        for page in pages.values()
        for name in named_facts(page.meta)
        if name not in facts
        for fault in [unknown_fact(str(name), facts)]
    ]


def unknown_fact(name: str, facts: Iterable[str]) -> Fault:
    """What is wrong with a name that is no fact's."""
    close = get_close_matches(name, facts, n=1)
    remedy = f"Write {close[0]}." if close else "Take it out, or name one of facts/england.yml."
    return Fault(f"There is no fact {name} in the register.", remedy)
