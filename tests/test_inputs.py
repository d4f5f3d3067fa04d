"""A file that changes while the site is built ends the build."""

from __future__ import annotations

import os

import pytest

from scripts.inputs import unchanged
from scripts.problems import ProblemsFound
from tests.projects import HOME, make_project, write, write_catalogue


@pytest.fixture
def project(tmp_path):
    project = make_project(tmp_path)
    write_catalogue(project, "pl", "index", {"Welcome": "Witamy"})
    return project


def changes(project, change):
    """The files that are said to have changed when `change` is called meanwhile."""
    with pytest.raises(ProblemsFound) as found, unchanged(project):
        change()
    return [problem.path for problem in found.value.problems]


@pytest.mark.parametrize(
    "path",
    [
        "docs/index.md",
        "locale/pl/index.po",
        "overrides/main.html",
        "overrides/assets/alongside.css",
        "contacts.yml",
        "facts/england.yml",
        "languages.yml",
        "mkdocs.yml",
        "pyproject.toml",
    ],
)
def test_a_file_of_this_kind_that_changed_is_named(project, path):
    file = project.root / path
    assert changes(project, lambda: write(file, file.read_text(encoding="utf-8") + "\n")) == [path]


def test_a_page_that_was_added_is_named(project):
    assert changes(project, lambda: write(project.page("new"), HOME)) == ["docs/new.md"]


def test_a_page_in_a_folder_that_is_a_link_is_named(project, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    write(elsewhere / "guide.md", HOME)
    (project.docs / "linked").symlink_to(elsewhere)
    found = changes(project, lambda: write(elsewhere / "guide.md", "changed"))
    assert found == ["docs/linked/guide.md"]


def test_a_page_that_was_deleted_is_named(project):
    assert changes(project, project.page("index").unlink) == ["docs/index.md"]


def test_every_file_that_changed_is_named(project):
    def change():
        write(project.page("index"), "")
        write(project.contacts, "")

    assert changes(project, change) == ["contacts.yml", "docs/index.md"]


def test_a_file_that_was_changed_and_changed_back_is_named(project):
    os.utime(project.page("index"), (0, 0))

    def change():
        write(project.page("index"), "")
        write(project.page("index"), HOME)

    assert changes(project, change) == ["docs/index.md"]


def test_a_file_of_the_same_time_and_length_is_named_for_its_words(project):
    page = project.page("index")
    written = page.stat().st_mtime_ns

    def change():
        write(page, HOME.swapcase())
        os.utime(page, ns=(written, written))

    assert changes(project, change) == ["docs/index.md"]


@pytest.mark.parametrize(
    "path", ["docs/.index.md.swp", "docs/index.md~", "locale/.git/index", "site/index.html"]
)
def test_what_no_build_reads_may_change(project, path):
    with unchanged(project):
        write(project.root / path, "")


@pytest.mark.parametrize("error", [ProblemsFound([]), OSError(), RuntimeError()], ids=repr)
def test_what_was_found_in_a_file_of_two_versions_is_not_said(project, error):
    def fail():
        write(project.page("index"), "")
        raise error

    assert changes(project, fail) == ["docs/index.md"]


def test_what_was_found_is_said_when_no_file_changed(project):
    with pytest.raises(ZeroDivisionError), unchanged(project):
        raise ZeroDivisionError


def test_a_change_is_said_in_these_words(project):
    with pytest.raises(ProblemsFound) as found, unchanged(project):
        project.page("index").unlink()
    assert str(found.value) == (
        "docs/index.md: This file changed while the site was built.\n"
        "    Reader: Pages of the old and of the new text would stand beside each other.\n"
        "    Mend: Build again. The site stays as it was until then."
    )
