"""Where a page is on the map of stages, for the line at its top."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.utils import get_relative_url

from scripts import addresses
from scripts.catalogues import Catalogue
from scripts.edition import Edition
from scripts.interface import Text
from scripts.plain import plain_words
from scripts.safety import find_plain_faults
from scripts.stages import PAGE, Stage

BRACKETS = re.compile(r"\s*\([^()]*\)")
"""The English words beside a translated title: the map and the page say them, and seven titles
with them would fill a phone."""


def stage_context(edition: Edition, page: str, here: str) -> dict[str, Any] | None:
    """The address of the map and its steps, for a page that belongs to one; `here` is the page's
    own address. None for any other page."""
    stages, languages = edition.sources.stages, edition.sources.languages
    own = [stage for stage in stages if page in stage.pages]
    if not own:
        return None

    def url(to: str) -> str:
        return get_relative_url(addresses.page_url(to, edition.language, languages), here)

    return {
        "map": url(PAGE),
        "several": len(own) > 1,
        "steps": [
            {"title": _title(edition, stage), "url": url(stage.page), "here": stage in own}
            for stage in stages
        ],
    }


def _title(edition: Edition, stage: Stage) -> Text:
    """The title of a step as the map has it in this language, where it may be shown."""
    if edition.is_source:
        return Text(stage.title)
    catalogue = edition.shelf.get(PAGE) or Catalogue("")
    title = BRACKETS.sub("", plain_words(catalogue.get(None, stage.heading) or ""))
    if not title or find_plain_faults(stage.title, title, catalogue.glossary):
        return Text(stage.title, edition.sources.languages.source)
    return Text(title)
