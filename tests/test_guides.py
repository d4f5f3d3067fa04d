"""What the Markdown files for people say: links that lead somewhere, and nothing that is not so."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

from scripts.languages import read_languages
from scripts.po_units import messages_of, parse_catalogue
from tests.projects import REAL, look, make_project, write_catalogue

ROOT = REAL.root
GUIDE = ROOT / "TRANSLATING.md"
GUIDES = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("[!.]*/README.md"))]
LINK = re.compile(r"\]\((?![a-z]+:)([^)#\s]+)(#[^)]*)?\)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^```po\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"```(sh|console|bash)|\b(alongside|make|git|python) [a-z-]")
HEADER = 'msgid ""\nmsgstr "Language: pl\\n"\n\n'

PAGE = """\
---
title: Home
description: Where to begin.
---
# Welcome

You have 15 days.

Within 16 days.

Read [Help now](help/help-now.md).

Call {{ contact.helpline }}.

Ask for help.

Read it.

You must go.

Go within 15 working days.

Ask before you sign.

Read this when you are alone.
"""
SLIPS = {
    "You have 15 days.": "Masz 16 dni.",
    "Within 16 days.": "W ciągu ۱۵ dni.",
    "Read [Help now](help/help-now.md).": "Przeczytaj: Pomoc teraz.",
    "Call {{ contact.helpline }}.": "Zadzwoń.",
    "Ask for help.": "Poproś o <b>pomoc</b>.",
    "Read it.": "Przeczytаj to.",
    "You must go.": "Możesz iść.",
    "Go within 15 working days.": "Idź w ciągu 15 dni.",
    "Ask before you sign.": "Zapytaj po podpisaniu.",
    "Read this when you are alone.": "Przeczytaj to when you are alone.",
    "Read this last.": "Przeczytaj to na końcu.",
}
"""What volunteers may send for PAGE."""
UNREADABLE = f'{HEADER}msgid "Help"\nmsgstr "Powiedz "nie"."\n'


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def examples() -> list[str]:
    return [example for guide in GUIDES for example in EXAMPLE.findall(read(guide))]


def quoted_messages() -> list[str]:
    """What the guide says that the report says."""
    table = read(GUIDE).split("| it says |")[1].split("\n\n")[0]
    return re.findall(r"^\| `(.*?)` \|", table, re.MULTILINE)


@pytest.fixture(scope="module")
def said(tmp_path_factory) -> list[str]:
    """All that the check says of the SLIPS."""
    help_page = PAGE.split("# Welcome")[0] + "# Help\n"
    project = make_project(tmp_path_factory.mktemp("guide"),
                           {"index": PAGE, "help/help-now": help_page})  # fmt: skip
    write_catalogue(project, "pl", "index", SLIPS)
    write_catalogue(project, "pl", "help/help-now", UNREADABLE)
    shutil.copy(REAL.glossary("pl"), project.glossary("pl"))
    return [problem.what for problem in look(project, "catalogues").problems]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_to_a_file_leads_to_one(guide):
    targets = [unquote(target) for target, _ in LINK.findall(CODE.sub("", read(guide)))]
    assert [target for target in targets if not (guide.parent / target).exists()] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_to_a_heading_of_a_guide_leads_to_one(guide):
    text = read(guide)
    found = {
        re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", CODE.sub("", text))) <= found


def test_the_guides_are_found():
    found = {path.relative_to(ROOT).as_posix() for path in GUIDES}
    assert {"README.md", "HOSTING.md", "TRANSLATING.md", "locale/README.md"} <= found


def test_a_volunteer_needs_no_command_before_the_last_section():
    before, _, last = read(GUIDE).rpartition("\n## ")
    assert SHELL.findall(before) == []
    assert SHELL.search(last)


@pytest.mark.parametrize("example", examples())
def test_an_example_of_a_catalogue_can_be_read(example):
    units = list(messages_of(parse_catalogue((HEADER + example).encode(), "example.po")))
    assert len(units) == example.count("\nmsgstr ")


def test_the_examples_show_what_is_translated_what_is_not_and_what_is_in_doubt():
    text = (HEADER + "\n".join(EXAMPLE.findall(read(GUIDE)))).encode()
    units = list(messages_of(parse_catalogue(text, "examples.po")))
    assert {(bool(unit.target), unit.isfuzzy()) for unit in units} == {
        (True, False), (False, False), (True, True),
    }  # fmt: skip


def test_messages_are_quoted():
    assert len(quoted_messages()) >= 8


@pytest.mark.parametrize("message", quoted_messages())
def test_a_message_that_is_quoted_is_one_that_is_said(message, said):
    assert any(what.startswith(message) for what in said)


def test_the_number_of_pages_that_families_need_first_is_right():
    core = len(read_languages(REAL.languages).core)
    form = REAL.mistake_form.with_name("new-language.yml")
    for path in (GUIDE, form):
        assert re.findall(r"(\d+)\s+pages\s+that\s+they\s+need\s+first", read(path)) == [str(core)]


def test_what_readers_are_told_of_a_state_is_quoted_as_the_page_has_it():
    table = read(GUIDE).split("| state |")[1].split("\n\n")[0]
    quoted = re.findall(r'"(.*?)"', table)
    assert len(quoted) == 5
    template = read(REAL.overrides / "partials" / "state.html")
    assert [words for words in quoted if words not in template] == []
