"""Templates of catalogues (.pot): every message of a page, for programs that translators use."""

from __future__ import annotations

import shutil

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from scripts.extract import find_all_messages
from scripts.paths import Project


def write_templates(project: Project) -> dict[str, int]:
    """Write a template (.pot) for each page and for the interface.

    Returns how many messages each holds. Raises ProblemsFound as `find_all_messages` does.
    """
    found = find_all_messages(project)
    shutil.rmtree(project.templates, ignore_errors=True)
    for page, messages in found.items():
        catalog = Catalog(header_comment="", fuzzy=False)
        for message in messages:
            catalog.add(message.text, context=message.context, auto_comments=message.comments)
        path = project.templates / f"{page}.pot"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalog, width=0, omit_header=True)
    return {page: len({m.key for m in messages}) for page, messages in found.items()}
