"""What an answer from a host means for a link: the meaning of status codes and redirects.

The codes are those of RFC 9110, section 15, but for 451 (RFC 7725) and 999, which is nobody's
standard and some hosts' way to turn programs away.
"""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from scripts.links.outcomes import Outcome, State

PERMANENT = frozenset((HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT))
"""The redirects that ask for links to be changed (RFC 9110, 15.4.2 and 15.4.9)."""

BLOCKED = {
    HTTPStatus.UNAUTHORIZED: "it asks for a password",
    HTTPStatus.FORBIDDEN: "it does not let programs in",
    HTTPStatus.TOO_MANY_REQUESTS: "it says that it was asked too often",
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: "it may not show the page here, for legal reasons",
    999: "it does not let programs in",
}
"""Why a host refused us where it may well show the page to a reader."""

BROKEN = {
    HTTPStatus.NOT_FOUND: "there is no such page any more",
    HTTPStatus.GONE: "the page was taken away for good",
}

CIRCLE = "it leads from one address to the next and never to a page"
NOWHERE = "it sends readers on, but does not say where to"
REFUSED = "the host refuses to show it"
LATE = "the host took too long to answer"
FAULT = "the host has a fault of its own"


def judge(address: str, code: int, hops: list[tuple[int, str]]) -> Outcome:
    """What the last status code means, after redirects: each a code and where it led."""
    if HTTPStatus.OK <= code < HTTPStatus.MULTIPLE_CHOICES:
        target = permanent_target(hops)
        return Outcome(address, State.MOVED if target else State.OK, target=target)
    if code in BLOCKED:
        return Outcome(address, State.BLOCKED, f"{BLOCKED[code]} ({code})")
    if code == HTTPStatus.REQUEST_TIMEOUT:
        return Outcome(address, State.UNKNOWN, f"{LATE} ({code})")
    if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Outcome(address, State.UNKNOWN, f"{FAULT} ({code})")
    if code < HTTPStatus.BAD_REQUEST:
        return Outcome(address, State.BROKEN, f"{CIRCLE if hops else NOWHERE} ({code})")
    return Outcome(address, State.BROKEN, f"{BROKEN.get(code, REFUSED)} ({code})")


def permanent_target(hops: Iterable[tuple[int, str]]) -> str:
    """Where an address has moved to for good: as far as redirects are permanent from the first
    on, since what stands behind a temporary one may be another page tomorrow."""
    target = ""
    for code, url in hops:
        if code not in PERMANENT:
            break
        target = url
    return target
