"""Extraction: front matter, navigation, templates and Python, and what pybabel makes of them."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from scripts.extract import (
    extract_navigation,
    find_interface_messages,
    find_messages,
    find_page_messages,
)
from scripts.navigation import find_entries
from scripts.pages import read_page
from scripts.paths import INTERFACE, Project
from scripts.problems import ProblemsFound
from scripts.templates import write_templates
from tests.laws import CONTACTS

REPOSITORY = Project(Path(__file__).parent.parent)

MAPPINGS = """
[[tool.babel.mappings]]
method = "alongside_page"
pattern = "docs/**.md"

[[tool.babel.mappings]]
method = "alongside_navigation"
pattern = "mkdocs.yml"

[[tool.babel.mappings]]
method = "jinja2"
pattern = "overrides/**.html"
encoding = "utf-8"

[[tool.babel.mappings]]
method = "python"
pattern = "scripts/**.py"
"""
NAVIGATION = """\
nav:
  - index.md
  - Pomoc:
      - index.md
      - حقوق:
          - index.md
"""
INDEX = """\
---
title: Welcome
---

Call {{ contact.police }}.

<!-- context: month -->

May
"""
TEMPLATE = """\
{# translators: Above the list of pages. -#}
{{ _("Menu") }} {{ pgettext("navigation", "Pomoc") }}
{{ _("Menu") }} {{ gettext("%(count)s pages — صفحات", count=1) }}
"""
PYTHON = """\
# translators: On a button.
N_("Send")
"""


def write(project: Project, name: str, text: str) -> None:
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def made(root: Path) -> Project:
    """A small project with one page, a template and a navigation."""
    project = Project(root)
    english = "{code: en, name: English, direction: ltr, english: English, font: Noto Sans}"
    write(project, "languages.yml", f"languages: [{english}]\n")
    write(project, "facts/england.yml", "- {id: p, figure: '101', verified: 'yes', checked: x}\n")
    write(project, "contacts.yml", "police: {name: Police, number: 101, checked: x, fact: p}\n")
    write(project, "pyproject.toml", MAPPINGS)
    write(project, "mkdocs.yml", NAVIGATION)
    write(project, "docs/index.md", INDEX)
    write(project, "overrides/main.html", TEMPLATE)
    write(project, "scripts/words.py", PYTHON)
    return project


def test_front_matter_comes_first_and_every_line_is_a_line_of_the_file():
    source = read_page(b"---\ntitle: Help now\ndescription: Who helps.\n---\n\nCall.\n", "help.md")
    found = [(message.text, message.line) for message in find_messages(source, CONTACTS)]
    assert found == [("Help now", 2), ("Who helps.", 3), ("Call.", 6)]


def test_problems_of_a_page_have_its_path_and_its_line_of_the_file():
    source = read_page(b"---\ntitle: Help\n---\n\n<b>Call.</b>\n", "docs/help.md")
    with pytest.raises(ProblemsFound) as caught:
        find_messages(source, CONTACTS)
    assert [problem.where for problem in caught.value.problems] == ["docs/help.md:5"]


def test_the_problems_of_all_pages_are_found_at_once(tmp_path):
    project = made(tmp_path)
    write(project, "docs/a.md", "No front matter.\n")
    write(project, "docs/b/c.md", "---\ntitle: C\n---\n[TOC]\n")
    with pytest.raises(ProblemsFound) as caught:
        find_page_messages(project)
    assert [problem.where for problem in caught.value.problems] == ["docs/a.md:1", "docs/b/c.md:4"]


def test_sections_of_the_navigation_are_found_outer_before_inner_and_pages_are_not():
    text = "nav: [index.md, Pomoc: [حقوق: [a.md], Page: b.md], Stages: []]\n"
    found = [entry.name for entry in find_entries(text) if entry.is_section]
    assert found == ["Pomoc", "حقوق", "Stages"]


def test_sections_are_extracted_with_their_lines_and_context():
    found = list(extract_navigation(io.BytesIO(NAVIGATION.encode()), [], [], {}))
    comment = ["The name of a group of pages in the menu."]
    assert found == [
        (3, "pgettext", ("navigation", "Pomoc"), comment),
        (5, "pgettext", ("navigation", "حقوق"), comment),
    ]


def test_a_section_is_not_found_in_a_word_or_a_setting_further_up():
    text = "site_name: Helping\nextra:\n  Help: yes\nnav:\n  - Help:\n      - index.md\n"
    ((line, *_),) = extract_navigation(io.BytesIO(text.encode()), [], [], {})
    assert line == 5


def test_a_section_with_an_escape_in_its_name_is_found_all_the_same():
    text = 'nav:\n  - "Pomoc \\u2014 teraz": [index.md]\n'
    ((line, _, message, _),) = extract_navigation(io.BytesIO(text.encode()), [], [], {})
    assert (line, message) == (1, ("navigation", "Pomoc — teraz"))


def test_a_configuration_without_navigation_has_no_sections():
    assert list(extract_navigation(io.BytesIO(b"site_name: x\n"), [], [], {})) == []


def test_words_of_navigation_templates_and_python_are_found_each_once(tmp_path):
    found = find_interface_messages(made(tmp_path))
    assert [(message.context, message.text) for message in found] == [
        ("navigation", "Pomoc"),
        ("navigation", "حقوق"),
        (None, "Menu"),
        (None, "%(count)s pages — صفحات"),
        (None, "Send"),
    ]


def test_remarks_for_translators_are_kept_without_their_mark(tmp_path):
    remarks = {m.text: m.comments for m in find_interface_messages(made(tmp_path))}
    assert remarks["Menu"] == ("Above the list of pages.",)
    assert remarks["Send"] == ("On a button.",)


def test_a_template_of_each_page_is_written_with_what_translators_need(tmp_path):
    project = made(tmp_path)
    assert write_templates(project) == {"index": 3, INTERFACE: 5}
    text = (project.templates / "index.pot").read_text(encoding="utf-8")
    assert 'msgid "Call {{ contact.police }}."' in text
    assert 'msgctxt "month"\nmsgid "May"\nmsgstr ""\n' in text
    assert "#. The title of the page, as menus and search results show it." in text
    assert "حقوق" in (project.templates / "interface.pot").read_text(encoding="utf-8")


def test_a_template_of_a_page_that_is_gone_is_taken_away(tmp_path):
    project = made(tmp_path)
    write(project, "docs/help/old.md", "---\ntitle: Old\n---\n")
    write_templates(project)
    project.page("help/old").unlink()
    write_templates(project)
    found = {path.name for path in project.templates.rglob("*.pot")}
    assert found == {"index.pot", "interface.pot"}


def test_no_template_is_taken_away_where_a_page_is_wrong(tmp_path):
    project = made(tmp_path)
    write_templates(project)
    write(project, "docs/index.md", "---\ntitle: x\n---\n<b>x</b>\n")
    with pytest.raises(ProblemsFound):
        write_templates(project)
    assert (project.templates / "index.pot").exists()


@pytest.mark.parametrize("make", [made, lambda _: REPOSITORY], ids=["small project", "repository"])
def test_pybabel_finds_the_messages_that_we_find(make, tmp_path):
    project = make(tmp_path)
    template = tmp_path / "all.pot"
    subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", "extract", "-F", "pyproject.toml",
         "-c", "translators:", "-o", template, "."],
        cwd=project.root, check=True, capture_output=True,
    )  # fmt: skip
    with template.open("rb") as file:
        theirs = {(m.context, m.id) for m in read_po(file) if m.id}
    pages = find_page_messages(project).values()
    ours = {m.key for m in find_interface_messages(project)}
    assert theirs == ours.union(m.key for messages in pages for m in messages)
