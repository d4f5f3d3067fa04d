"""Every link out of the site still leads to what it led to."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.findings import Findings
from scripts.links.cache import fresh, read_cache, write_cache
from scripts.links.lychee import PACE, LycheeMissing, Pace, ask
from scripts.links.lychee_json import LycheeFailed
from scripts.links.outcomes import Outcome, State
from scripts.links.outgoing import Outgoing, find_outgoing
from scripts.links.places import Places
from scripts.links.wordings import describe, no_network, no_program, program_failed
from scripts.paths import Project
from scripts.problems import Problem
from scripts.subject import Subject
from scripts.terminal import count

ENOUGH = 5
"""How many links must fail at once to blame this machine, where others were well some days ago:
fewer may be those that failed then too."""


def check(subject: Subject, pace: Pace = PACE) -> Findings:
    """What became of every outside address of the built site."""
    links = {link.address: link for link in find_outgoing(subject.site)}
    path = subject.project.known_links
    known = {
        address: when
        for address, when in fresh(read_cache(path), subject.now).items()
        if address in links
    }
    try:
        outcomes = ask([address for address in links if address not in known], pace)
    except LycheeMissing:
        return Findings.of([no_program()])
    except LycheeFailed as error:
        return Findings.of([program_failed(error)])
    well = [outcome.address for outcome in outcomes if outcome.state is State.OK]
    write_cache(path, known, well, subject.now)
    return Findings.of(
        _problems(subject.project, links, outcomes, bool(known)),
        f"{count(len(links), 'link')} to other sites: {len(known)} known from the last days, "
        f"{len(outcomes)} asked for now; {len(known) + len(well)} are well.",
    )


def _problems(
    project: Project, links: dict[str, Outgoing], outcomes: list[Outcome], some_known: bool
) -> Iterator[Problem]:
    bad = [outcome for outcome in outcomes if outcome.state is not State.OK]
    if _offline(outcomes, some_known):
        yield no_network(len(outcomes))
        bad = []
    places = Places(project) if bad else None
    facts = project.short(project.facts)
    for outcome in bad:
        yield describe(outcome, links[outcome.address], places.find(outcome.address), facts)


def _offline(outcomes: list[Outcome], some_known: bool) -> bool:
    """Whether no host answered, of enough to tell."""
    answered = [outcome.reached for outcome in outcomes if outcome.reached is not None]
    enough = len(answered) >= (ENOUGH if some_known else 1)
    return enough and not any(answered)
