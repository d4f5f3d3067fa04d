"""The day of a build, for everything that depends on it: the same commit on the same day makes the
same bytes."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def build_day() -> date:
    """The day that SOURCE_DATE_EPOCH names (reproducible-builds.org), without it today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
