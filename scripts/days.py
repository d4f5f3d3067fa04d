"""The day of a build, for everything that depends on it: the same commit on the same day makes the
same bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

EPOCH = "SOURCE_DATE_EPOCH"


def build_day() -> date:
    """The day that SOURCE_DATE_EPOCH names (reproducible-builds.org), without it today."""
    epoch = os.environ.get(EPOCH)
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


@contextmanager
def build_date(today: date | None) -> Iterator[None]:
    """Make `today` the date of the build for everything that asks, through SOURCE_DATE_EPOCH."""
    before = os.environ.get(EPOCH)
    if today:
        midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
        os.environ[EPOCH] = str(int(midnight.timestamp()))
    try:
        yield
    finally:
        if today and before is None:
            del os.environ[EPOCH]
        elif today:
            os.environ[EPOCH] = before
