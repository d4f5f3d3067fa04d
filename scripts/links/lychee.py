"""Asking for addresses with lychee: with lychee_json, all that knows this program.

lychee asks many hosts at once, and each gently. It does not ask again after a fault of a host
(5xx), nor after a failed connection, so that is done here. Its own cache forgets where addresses
have moved to, so it is not used.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urldefrag

from scripts.links.lychee_json import NOT_ASKED, TOO_LATE, LycheeFailed, read_answer
from scripts.links.outcomes import Outcome, State

PROGRAM = "lychee"
USER_AGENT = "Mozilla/5.0 (compatible; Alongside link check)"
"""Who we are; the beginning is what nearly every program says, and many hosts refuse without."""

REDIRECTS = 10
"""How often an address may lead to another; browsers go on to 20, and no honest page needs 10."""

ANSWERED = (0, 2)
"""lychee's exit codes if it did its work: all is well, or some addresses are not."""

SECRETS = ("GITHUB_TOKEN",)
"""What lychee would send to a host if it found it in the environment."""


class LycheeMissing(Exception):  # noqa: N818 - as LycheeFailed
    """Raised where the program is not installed."""


@dataclass(frozen=True)
class Pace:
    """How many requests at a time, and how patiently; times are in seconds."""

    together: int = 16
    together_at_one_host: int = 2
    interval: float = 0.5
    """Between two requests to one host."""
    timeout: int = 20
    retries: int = 2
    wait: int = 5
    """Before the first retry; hosts that say how long to wait (429) are heeded as well."""


PACE = Pace()
"""No host has more than two requests of ours a second; a whole run takes a few minutes."""


def ask(addresses: Iterable[str], pace: Pace = PACE) -> list[Outcome]:
    """What came of each address. Raises LycheeMissing and LycheeFailed."""
    wanted = list(addresses)
    # First with the anchor: lychee then has the page for both. It tells redirects only without.
    anchored = [each for each in wanted if urldefrag(each).url != each]
    asked = list(dict.fromkeys([*anchored, *(urldefrag(each).url for each in wanted)]))
    found = _run(asked, pace)
    for _ in range(pace.retries):
        again = [each for each in asked if _may_change(found[each])]
        if again:
            time.sleep(pace.wait)
            found |= _run(again, pace)
    return [_joined(found[each], found[urldefrag(each).url]) for each in wanted]


def _may_change(outcome: Outcome) -> bool:
    """Whether it is worth to ask once more; after too long a wait, lychee has done so."""
    return outcome.state is State.UNKNOWN and outcome.detail not in (TOO_LATE, NOT_ASKED)


def _joined(outcome: Outcome, page: Outcome) -> Outcome:
    """What is known of an address with an anchor, from it and from its page."""
    if outcome.state is not State.OK or page.state is not State.MOVED:
        return outcome
    anchor = urldefrag(outcome.address).fragment
    target = page.target if "#" in page.target or not anchor else f"{page.target}#{anchor}"
    return replace(page, address=outcome.address, target=target)


def _run(addresses: Sequence[str], pace: Pace) -> dict[str, Outcome]:
    """The outcomes of one run, by address."""
    if not addresses:
        return {}
    program = _find_program()
    with TemporaryDirectory() as name:
        folder = Path(name)
        links = "".join(f'<a href="{escape(each)}"></a>\n' for each in addresses)
        (folder / "links.html").write_text(links, encoding="utf-8")
        (folder / "empty.toml").touch()
        # In a folder of its own, where no settings of anybody lie.
        done = subprocess.run(
            [program, *_options(pace), "links.html"],
            cwd=folder,
            env={key: value for key, value in os.environ.items() if key not in SECRETS},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    if done.returncode not in ANSWERED:
        raise LycheeFailed((done.stderr.strip().splitlines() or ["no word"])[-1])
    return read_answer(done.stdout, addresses)


def _find_program() -> str:
    beside = Path(sys.executable).with_name(PROGRAM)
    found = shutil.which(beside) or shutil.which(PROGRAM)
    if found is None:
        raise LycheeMissing(PROGRAM)
    return found


def _options(pace: Pace) -> list[str]:
    settings = {
        "config": "empty.toml",
        "format": "json",
        "include-fragments": "anchor-only",
        "include": ".",  # also what it takes for names that lead nowhere
        "user-agent": USER_AGENT,
        "max-redirects": REDIRECTS,
        "max-concurrency": pace.together,
        "host-concurrency": pace.together_at_one_host,
        "host-request-interval": f"{pace.interval * 1000:.0f}ms",
        "timeout": pace.timeout,
        "max-retries": pace.retries,
        "retry-wait-time": pace.wait,
    }
    flags = ["--no-progress", "--no-ignore", "-vv"]  # -vv: or it would not tell what is well
    return [*flags, *(f"--{name}={value}" for name, value in settings.items())]
