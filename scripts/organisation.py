"""Who shows the site: the only reader of `organisation.yml`, which belongs to the host.

Hosts edit this file and not `mkdocs.yml`, so that they take our updates without conflicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.entries import find_unknown, find_wrong_texts, read_data
from scripts.languages import Language, Languages
from scripts.lined_yaml import Lined
from scripts.paths import CONFIG, Project
from scripts.problems import Fault, Problem, ProblemsFound

KEYS = ("name", "address", "exit")
HARM = "Readers would not know whose site this is, or could not leave it fast."
LONGEST_NAME = 60
"""Characters: a longer name takes three lines of a telephone on every page."""

ADDRESS = re.compile(r"https?://[a-z0-9.:\[\]-]+(/[\w.~!$&'()*+,;=:@%/-]*)?", re.ASCII | re.I)
"""An address without query and fragment, in the characters that RFC 3986 allows."""

EXIT = re.compile(
    r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[\w.~!$&'()*+,;=:@%/?#-]*)?", re.ASCII | re.I
)
"""A page of another site. Without https, whoever owns the reader's internet sees which page it is,
and may put another in its place."""


@dataclass(frozen=True)
class Organisation:
    """The host of the site: its name, where the site stands if that is known, and the ways out."""

    name: str
    address: str | None
    exits: dict[str, str]
    """For each language, the page of another site that a reader leaves for."""

    def exit(self, language: Language) -> str:
        """The address that "Leave this site" leads to on a page in the language."""
        return self.exits[language.code]


def read_organisation(project: Project, languages: Languages) -> Organisation:
    """What `organisation.yml` says, with a way out for each of the languages.

    Raises ProblemsFound with everything that is wrong with it.
    """
    path = project.short(project.organisation)
    if not project.organisation.is_file():
        remedy = "Take the file from the last version that worked."
        raise ProblemsFound.one(path, 0, "There is no such file.", HARM, remedy)
    entry = read_data(project.organisation, path, HARM)
    if not isinstance(entry, Lined):
        remedy = 'Write "name:" and "exit:", each at the start of a line.'
        raise ProblemsFound.one(path, 1, "The file does not say who shows the site.", HARM, remedy)
    problems = [
        Problem(path, entry.line_of(key), fault.what, HARM, fault.remedy)
        for key, fault in _find_faults(entry, languages)
    ]
    exits = entry.get("exit")
    if isinstance(exits, Lined):
        problems += [
            Problem(path, exits.line_of(code), fault.what, HARM, fault.remedy)
            for code, fault in _find_exit_faults(exits, languages)
        ]
    if problems:
        raise ProblemsFound(problems)
    default = exits[languages.source.code]
    ways = {code: exits.get(code, default) for code in languages.codes}
    return Organisation(" ".join(entry["name"].split()), entry.get("address") or None, ways)


def _find_faults(entry: Lined, languages: Languages) -> Iterator[tuple[str, Fault]]:
    """What is wrong outside of the ways out, each with its key."""
    for key in entry.keys() - set(KEYS):
        yield from ((key, fault) for fault in find_unknown(Lined({key: None}), KEYS))
    yield from (("name", fault) for fault in find_wrong_texts(entry, "The site", ["name"]))
    if len(str(entry.get("name"))) > LONGEST_NAME:
        what = f"The name has more than {LONGEST_NAME} characters."
        yield "name", Fault(what, "Shorten it: it stands at the top of every page.")
    address = entry.get("address") or None
    if address and not (isinstance(address, str) and ADDRESS.fullmatch(address)):
        what = f"The address is none that pages can be added to: {address}"
        yield "address", Fault(what, "Write it such as https://example.org/families/.")
    if not isinstance(entry.get("exit"), Lined):
        remedy = f'Write "exit:", and below it "  {languages.source.code}: https://...".'
        yield "exit", Fault("There is no way out of the site.", remedy)


def _find_exit_faults(exits: Lined, languages: Languages) -> Iterator[tuple[str, Fault]]:
    """What is wrong with the ways out, each with its language."""
    source = languages.source.code
    if source not in exits:
        remedy = f'Write "  {source}: https://...": it serves all languages without one.'
        yield source, Fault(f"There is no way out of the site for {source}.", remedy)
    for code, way in exits.items():
        if code not in languages.codes:
            remedy = f"Use one of: {', '.join(languages.codes)}."
            yield code, Fault(f"There is no language {code} in languages.yml.", remedy)
        elif not (isinstance(way, str) and EXIT.fullmatch(way)):
            what = f"The way out for {code} is no page of another site: {way}"
            remedy = "Write the whole address, such as https://www.bbc.co.uk/weather."
            yield code, Fault(what, remedy)


def refuse_address(address: str) -> Problem:
    """The problem of an address that stands in `mkdocs.yml`, where hosts should not look for it."""
    return Problem(
        CONFIG,
        0,
        f"The address of the site stands here as site_url: {address}",
        "Search engines and shared links would lead nowhere.",
        f"Take the line out, and write in organisation.yml: address: {address}",
    )
