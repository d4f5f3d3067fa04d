"""The last look at a finished site before it takes the place of the old one.

MkDocs looks at the links that pages write; this looks at what stands in the folder, whoever wrote
it: the templates, the menu, the language switcher.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.addresses import page_file
from scripts.built.site import find_target
from scripts.languages import Language
from scripts.problems import Problem, ProblemsFound
from scripts.publish import OURS
from scripts.sources import Sources

ADDRESS = re.compile(r"""<[a-z][^<>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.I)
"""An address in a tag, not one that a page writes about."""
HEADING = "</h1>"
END = "</html>"


def check_finished(folder: Path, sources: Sources, languages: list[Language]) -> None:
    """Raise ProblemsFound unless every page of the languages is there and whole, every file that
    a page names is there too, and so is all by which the next build knows a site of ours."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    left_out = set(sources.languages.all) - set(languages)
    elsewhere = {page_file(page, each, sources.languages)
                 for each in left_out for page in sources.pages}  # fmt: skip
    problems = [_missing(name) for name in OURS if name not in files]
    for language in languages:
        for page in sources.pages:
            url = page_file(page, language, sources.languages)
            text = (folder / url).read_text(encoding="utf-8") if url in files else ""
            problems += _problems(page, url, text, files | elsewhere)
    if problems:
        raise ProblemsFound(problems)


def _missing(name: str) -> Problem:
    return Problem(
        f"overrides/{name}",
        0,
        "This file is not in the site.",
        "Pages would have no style, and addresses that lead nowhere no explanation.",
        "Take the file from the last version that worked.",
    )


def _problems(page: str, url: str, text: str, files: set[str]) -> Iterator[Problem]:
    if not (HEADING in text and text.rstrip().endswith(END)):
        yield Problem(
            f"docs/{page}.md",
            0,
            f"The page {url} was not written, or not to its end, or without its heading.",
            "Readers would find nothing here.",
            "Look in overrides/main.html for what leaves the page empty or cuts it.",
        )
    for address in sorted({one or other for one, other in ADDRESS.findall(text)}):
        target = find_target(url, html.unescape(address))
        if target is not None and target.file not in files:
            yield Problem(
                f"docs/{page}.md",
                0,
                f"The page {url} leads to {address}, which is not in the site.",
                "Readers would come to a page that is not there.",
                "Mend the link in the page, or the address in the template that made it.",
            )
