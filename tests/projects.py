"""A small project in a folder of its own: the real templates, and as few pages as a test needs."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import yaml

from scripts.checks import CHECKS
from scripts.extract import find_all_messages
from scripts.findings import Findings
from scripts.paths import INTERFACE, Project
from scripts.subject import Subject
from tests.pseudo import pseudo

TODAY = date(2026, 11, 21)
CHECKS_AT_HOME = [name for name in CHECKS if name != "links"]
"""The checks that ask no other machine for anything."""
ROOT = Path(__file__).parent.parent
REAL = Project(ROOT)

FACTS = """\
- {id: help-line, figure: 0808 801 0366, verified: 'yes', checked: '2026-11-21',
   url: 'https://example.org/', note: 'Website: https://www.example.org/'}
"""
CONTACTS = """\
helpline: {name: Helpline, number: 0808 801 0366, website: 'https://example.org/',
           checked: 2026-11-21, fact: help-line}
"""
PRINTED = {"tools/contact-log", "tools/letter-interpreter"}
"""The leaflets of copies of the real project."""
KINDS = (
    "help/help-now",
    "stages/child-protection-conference",
    "tools/letter-interpreter",
    "tools/meeting-notes",
    "tools/questions-for-the-meeting",
    "tools/show-this-cards",
)
"""Pages with all that leaflets are made of: lists, boxes, tables, a letter, sheets, cards. Tests
make no others of the real site: 75 leaflets in Urdu take minutes."""

FONTS = {"ur": "Noto Naskh Arabic", "ar": "Noto Naskh Arabic"}
"""The fonts of languages that Noto Sans has no letters for."""

LANGUAGES = (("en", "English", "ltr"), ("pl", "Polski", "ltr"), ("ur", "اردو", "rtl"))
HOME = "---\ntitle: Home page\ndescription: Where to begin.\n---\n# Welcome\n\nRead this first.\n"
MEETING = """\
---
title: Your meeting
description: What happens at the meeting.
---
# The meeting

Call {{ contact.helpline }} today.

## Who comes

- You and the social worker.
"""
PAGES = {"index": HOME, "meetings/meeting": MEETING}
HEAD = {
    "title": "Home page",
    "description": "Where to begin, and who can help.",
    "section": "home",
    "facts": "[help-line]",
    "checked": "2026-11-21",
    "review_by": "2027-05-21",
    "search_words": "start, begin, home, help",
}
"""Front matter that has everything that a page must say."""


def write_page(text: str, **head: str | None) -> str:
    """A page with the front matter HEAD, but for the entries of `head`; None takes one out."""
    entries = (HEAD | head).items()
    lines = "".join(f"{key}: {value}\n" for key, value in entries if value is not None)
    return f"---\n{lines}---\n{text}"


WELL = {
    "index": write_page("# Welcome\n\nRead this first.\n"),
    "meetings/meeting": write_page("# The meeting\n\n## Who comes\n\nYou.\n",
                                   title="Your meeting", section="meetings"),
}  # fmt: skip
"""Pages in which no check finds anything."""


def make_project(root: Path, pages: dict[str, str] = PAGES,
                 languages: Iterable[tuple[str, str, str]] = LANGUAGES,
                 site_url: str | None = None, begun: bool = True,
                 offered: bool = True) -> Project:  # fmt: skip
    """A project of its own in `root`, with these pages in one section and these languages.

    Each translation has a catalogue for the interface, with nothing in it, unless it is not
    `begun`; families have it already, whatever it lacks, unless it is not `offered`.
    """
    project = Project(root)
    shutil.copytree(REAL.root / "overrides", root / "overrides")
    unused = shutil.ignore_patterns("__pycache__")
    shutil.copytree(REAL.root / "scripts", root / "scripts", ignore=unused)
    shutil.copy(REAL.mapping, project.mapping)
    for page, text in pages.items():
        write(project.page(page), text)
    write(project.contacts, CONTACTS)
    write(project.facts, FACTS)
    listed = [
        {"code": c, "name": n, "english": n, "direction": d, "font": FONTS.get(c, "Noto Sans")}
        for c, n, d in languages
    ]
    for entry in listed[1:] if offered else ():
        entry["since"] = date(2026, 1, 1)  # a day of its own, or YAML would point to the first
    address = {"address": site_url} if site_url else {}
    exits = {listed[0]["code"]: "https://www.example.org/weather"}
    write(project.organisation, yaml.safe_dump({"name": "Alongside", "exit": exits} | address))
    for code, _, _ in list(languages)[1:] if begun else ():
        write_catalogue(project, code, INTERFACE, {})
    write(project.languages, yaml.safe_dump({"languages": listed, "core": ["index"]},
                                            allow_unicode=True))  # fmt: skip
    config = yaml.safe_load(REAL.config.read_text(encoding="utf-8"))
    others = [f"{page}.md" for page in pages if page != "index"]
    config["nav"] = ["index.md", *([{"Meetings": others}] if others else [])]
    write(project.config, yaml.safe_dump(config))
    return project


def look(project: Project, check: str, today: date = TODAY) -> Findings:
    """What a check finds in a project."""
    return CHECKS[check](Subject(project, today))


def copy_real(root: Path, site_url: str | None = None) -> Project:
    """A copy of the real project in `root`, with all that a build reads, and with an address of
    its own if that is given. Only the pages PRINTED have leaflets in it: each takes a second in
    Urdu, and the real site has them all."""
    unused = shutil.ignore_patterns("__pycache__")
    for path in (*REAL.inputs, REAL.root / "scripts"):
        target = root / path.relative_to(REAL.root)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            shutil.copytree(path, target, ignore=unused)
        else:
            shutil.copy(path, target)
    project = Project(root)
    for page in set(project.pages()) - PRINTED:
        write(project.page(page), unprinted(project.page(page).read_text(encoding="utf-8")))
    if site_url:
        with project.organisation.open("a", encoding="utf-8") as organisation:
            organisation.write(f"\naddress: {site_url}\n")
    return project


def unprinted(page: str) -> str:
    """The text of a page without a leaflet."""
    return page.replace("\nleaflet: true\n", "\nleaflet: false\n", 1)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_catalogue(project: Project, language: str, page: str,
                    translations: dict[str, str] | str) -> None:  # fmt: skip
    """A catalogue as a volunteer would leave it; a text is written as it is."""
    if isinstance(translations, str):
        write(project.catalogue(language, page), translations)
        return
    header = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
    units = [f"\nmsgid {quote(a)}\nmsgstr {quote(b)}\n" for a, b in translations.items()]
    write(project.catalogue(language, page), header + "".join(units))


def quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def write_pseudo_locale(project: Project, code: str) -> None:
    """A complete translation of the project into the pseudo-locale."""
    for page, listed in find_all_messages(project).items():
        text = f'msgid ""\nmsgstr ""\n"Language: {code}\\n"\n'
        for context, words in dict.fromkeys((m.context, m.text) for m in listed):
            text += f"\nmsgctxt {quote(context)}" if context else ""
            text += f"\nmsgid {quote(words)}\nmsgstr {quote(pseudo(words))}\n"
        write(project.catalogue(code, page), text)
