"""The preview: a change reaches the browser, and a mistake does not take the last good pages."""

from __future__ import annotations

import pytest

from scripts.preview import rebuild
from scripts.problems import ProblemsFound
from tests.projects import HOME, make_project, write, write_catalogue


def test_a_changed_sentence_is_on_the_page_after_a_rebuild(tmp_path):
    project = make_project(tmp_path / "project")
    rebuild(project, "en", tmp_path / "preview")
    write(project.page("index"), HOME.replace("Read this first.", "Read this now."))
    rebuild(project, "en", tmp_path / "preview")
    assert "Read this now." in (tmp_path / "preview" / "index.html").read_text(encoding="utf-8")


def test_a_mistake_leaves_the_pages_of_the_last_rebuild(tmp_path):
    project = make_project(tmp_path / "project")
    rebuild(project, "pl", tmp_path / "preview")
    write_catalogue(project, "pl", "index", "msgid\n")
    with pytest.raises(ProblemsFound):
        rebuild(project, "pl", tmp_path / "preview")
    assert (tmp_path / "preview" / "pl" / "index.html").is_file()
