"""What lychee 0.24 says in its JSON, as outcomes.

It gives a status code where a host answered, with the redirects before it. For all else it has
words only, and those are known here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote, urldefrag

from scripts.links.answers import judge
from scripts.links.outcomes import Outcome, State

CERTIFICATE = "certificate"
NO_ANCHOR = "Cannot find fragment"
NO_ADDRESS = "Error building URL"
EXCLUDED = "Excluded"
TIMEOUT = "Timeout"
"""Its words for what has no status code."""

TOO_LATE = "the host did not answer in time"
NOT_ASKED = "the program that looks at links never asks this host"
NO_CONNECTION = "the host could not be reached"
MALFORMED = "it is no address that a browser understands"
BAD_CERTIFICATE = "its certificate is not valid, so browsers warn of it"
NO_WORD = "the program that looks at links said nothing of it"


class LycheeFailed(Exception):  # noqa: N818 - it says what is the matter
    """Raised where the program could not do its work; the message is its own last word."""


def read_answer(answer: str, addresses: Sequence[str]) -> dict[str, Outcome]:
    """The outcomes in lychee's JSON for the addresses, which were one a line.

    Raises LycheeFailed where the JSON has another form.
    """
    outcomes = {each: Outcome(each, State.UNKNOWN, NO_WORD, reached=None) for each in addresses}
    try:
        for kind, files in json.loads(answer).items():
            if kind.endswith("_map") and kind not in ("redirect_map", "suggestion_map"):
                for entry in (each for entries in files.values() for each in entries):
                    address = addresses[entry["span"]["line"] - 1]
                    outcomes[address] = _outcome(address, entry)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise LycheeFailed(f"its answer cannot be read ({error!r})") from error
    return outcomes


def _outcome(address: str, entry: dict[str, Any]) -> Outcome:
    status = entry["status"]
    if code := status.get("code"):
        hops = entry.get("redirects", {}).get("redirects", [])
        return judge(address, code, [(hop["code"], hop["url"]) for hop in hops])
    text, details = status["text"], status.get("details", "")
    if text.startswith(NO_ADDRESS):
        return Outcome(address, State.BROKEN, MALFORMED, reached=None)
    if text == NO_ANCHOR:
        anchor = unquote(urldefrag(address).fragment)
        return Outcome(address, State.BROKEN, f"the page has no part that is named {anchor}")
    if CERTIFICATE in details.lower():
        return Outcome(address, State.BROKEN, BAD_CERTIFICATE)
    if text == EXCLUDED:
        return Outcome(address, State.UNKNOWN, NOT_ASKED, reached=None)
    late = text == TIMEOUT
    return Outcome(address, State.UNKNOWN, TOO_LATE if late else NO_CONNECTION, reached=False)
