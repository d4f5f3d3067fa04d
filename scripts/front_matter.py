"""What the front matter of a page says, for whatever asks: the template and the checks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from scripts.pages import PageSource

HOME_SECTION = "home"
"""The section of pages that lie in no folder."""


def is_written(source: PageSource) -> bool:
    """Whether somebody wrote the page and its front matter, and it was not made from data alone."""
    return source.made_from != source.path


def day_of(meta: Mapping[str, Any], key: str) -> date | None:
    """The day that an entry names; None where it is missing or is something else."""
    value = meta.get(key)
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def is_overdue(meta: Mapping[str, Any], today: date) -> bool:
    """Whether the day is past by which the page was to be checked again."""
    day = day_of(meta, "review_by")
    return day is not None and day < today


def is_printed(meta: Mapping[str, Any]) -> bool:
    """Whether a page has a leaflet."""
    return meta.get("leaflet") is True


def section_of(page: str) -> str:
    """The section that a page belongs to: its folder."""
    return page.split("/")[0] if "/" in page else HOME_SECTION
