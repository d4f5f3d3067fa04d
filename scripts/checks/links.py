"""Every link out of the site still leads to what it led to."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.findings import Findings
from scripts.links.cache import fresh, read_cache, write_cache
from scripts.links.looked import find_unneeded, read_looked, trusted
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
    project = subject.project
    links = {link.address: link for link in find_outgoing(subject.site)}
    looked, problems = read_looked(project, subject.today)
    problems += find_unneeded(looked, links, project.short(project.links))
    seen = read_cache(project.known_links)
    known = {each: when for each, when in fresh(seen, subject.now).items() if each in links}
    try:
        outcomes = ask([address for address in links if address not in known], pace)
    except LycheeMissing:
        return Findings.of([*problems, no_program()])
    except LycheeFailed as error:
        return Findings.of([*problems, program_failed(error)])
    well = [outcome.address for outcome in outcomes if outcome.state is State.OK]
    write_cache(project.known_links, known, well, subject.now)
    passed = trusted(looked, subject.today)
    spared = [each for each in outcomes if each.state is State.BLOCKED and each.address in passed]
    told = [each for each in outcomes if each.state is not State.OK and each not in spared]
    problems += _describe(project, links, told, _offline(outcomes, bool(known)))
    return Findings.of(
        problems,
        f"{count(len(links), 'link')} to other sites: {len(known)} known from the last days, "
        f"{len(outcomes)} asked for now; {len(known) + len(well)} are well, and "
        f"{len(spared)} that turn programs away were well when a person looked.",
    )


def _describe(
    project: Project, links: dict[str, Outgoing], bad: list[Outcome], offline: bool
) -> Iterator[Problem]:
    if offline:
        yield no_network(len(bad))
    elif bad:
        places, facts = Places(project), project.short(project.facts)
        for outcome in bad:
            yield describe(outcome, links[outcome.address], places.find(outcome.address), facts)


def _offline(outcomes: list[Outcome], some_known: bool) -> bool:
    """Whether no host answered, of enough to tell."""
    answered = [outcome.reached for outcome in outcomes if outcome.reached is not None]
    enough = len(answered) >= (ENOUGH if some_known else 1)
    return enough and not any(answered)
