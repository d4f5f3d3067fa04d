"""The check of catalogues: what it says of a translation, with its place."""

from __future__ import annotations

import pytest

from tests.cases import read_cases, told
from tests.projects import look, make_project, write_catalogue

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
