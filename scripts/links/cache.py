"""When each outside address was last seen well, so that nobody is asked twice in one week.

Only what was well is remembered: whatever was not is asked for again at the next run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

AGE = timedelta(days=6)
"""How long an address that was well need not be asked for. Less than the week between two runs of
the workflow, which starts some minutes early or late: each of its runs then asks for everything."""


def read_cache(path: Path) -> dict[str, datetime]:
    """When each address was last well; nothing where the file is not there or damaged."""
    try:
        seen = json.loads(path.read_text(encoding="utf-8"))
        times = {address: datetime.fromisoformat(when) for address, when in seen.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
    return {address: when for address, when in times.items() if when.tzinfo}


def fresh(seen: dict[str, datetime], now: datetime) -> dict[str, datetime]:
    """What was seen well so lately that it need not be asked for. A time that is still to come,
    from a clock that was wrong, counts for nothing."""
    return {each: when for each, when in seen.items() if timedelta() <= now - when < AGE}


def write_cache(path: Path, seen: dict[str, datetime], well: Iterable[str], now: datetime) -> None:
    """Remember what was seen before and what is well now; without a word if the disk refuses,
    since all may be asked for again."""
    times = seen | dict.fromkeys(well, now)
    text = json.dumps({each: times[each].isoformat() for each in sorted(times)}, indent=0)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
