"""The check of catalogues: what it says of a translation, with its place."""

from __future__ import annotations

import pytest

from tests.cases import read_cases, told
from tests.projects import look, make_project, write, write_catalogue

PAGE = """\
---
title: Home
description: Where to begin.
---
# Welcome

Read this first.

Call {{ contact.helpline }} within 15 days.
"""


@pytest.mark.parametrize("case", read_cases("checks/catalogues"))
def test_a_translation_and_what_is_said_of_it(case, tmp_path):
    project = make_project(tmp_path, {"index": PAGE})
    write_catalogue(project, "pl", case.get("catalogue", "index"), case["translations"])
    assert told(look(project, "catalogues").problems) == case["problems"]


def test_every_language_is_looked_at(tmp_path):
    project = make_project(tmp_path, {"index": PAGE})
    for code in ("pl", "ur"):
        write_catalogue(project, code, "index", {"Read this last.": "x"})
    paths = [problem.path for problem in look(project, "catalogues").problems]
    assert paths == ["locale/pl/index.po", "locale/ur/index.po"]


def glossary(translation: str) -> str:
    pair = f'{{english: "Read this first.", translation: "{translation}", why: so it is said}}'
    return f"language: pl\nnegation: [nie]\nas_meant:\n  - {pair}\n"


def whats(project) -> list[str]:
    return [problem.what for problem in look(project, "catalogues").problems]


def test_an_excuse_for_a_translation_that_breaks_no_rule_is_told(tmp_path):
    project = make_project(tmp_path, {"index": PAGE})
    write(project.glossary("pl"), glossary("Najpierw to."))
    write_catalogue(project, "pl", "index", {"Read this first.": "Najpierw to."})
    assert [what.partition(":")[0] for what in whats(project)] == [
        "This pair under as_meant excuses nothing"
    ]


def test_an_excuse_for_a_translation_in_doubt_excuses_nothing(tmp_path):
    project = make_project(tmp_path, {"index": PAGE})
    write(project.glossary("pl"), glossary("Nie to."))
    write_catalogue(project, "pl", "index", {"Read this first.": "Nie to."})
    assert whats(project) == []
    path = project.catalogue("pl", "index")
    text = path.read_text(encoding="utf-8")
    write(path, text.replace('msgid "Read', '#, fuzzy\nmsgid "Read'))
    assert [what.partition(":")[0] for what in whats(project)] == [
        "This pair under as_meant excuses nothing"
    ]
