"""The swap of the new site for the old one."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from scripts import publish
from scripts.build import build_site
from scripts.paths import Project
from scripts.problems import ProblemsFound
from scripts.publish import check_output, staging_folder, swap
from scripts.terminal import interruptible
from tests.builds import digests, left_beside, write_site
from tests.projects import make_project, write_catalogue


def make(folder, text):
    folder.mkdir()
    (folder / "index.html").write_text(text, encoding="utf-8")


def test_the_new_site_takes_the_place_of_the_old_and_leaves_nothing_else(tmp_path):
    make(tmp_path / "site", "old")
    (tmp_path / "site" / "gone.html").write_text("gone", encoding="utf-8")
    with staging_folder(tmp_path / "site") as staging:
        (staging / "index.html").write_text("new", encoding="utf-8")
        swap(staging, tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["index.html"]
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "new"


def test_a_build_that_fails_leaves_the_old_site_and_no_staging_folder(tmp_path):
    make(tmp_path / "site", "old")
    with pytest.raises(ZeroDivisionError), staging_folder(tmp_path / "site"):
        raise ZeroDivisionError
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_old_site_comes_back_when_the_new_one_cannot_take_its_place(tmp_path, monkeypatch):
    make(tmp_path / "site", "old")
    rename = Path.rename

    def refuse(self, target):
        if self.name == ".site.new":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(publish, "exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with (
        pytest.raises(ProblemsFound, match="No space"),
        staging_folder(tmp_path / "site") as staging,
    ):
        swap(staging, tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"


def test_a_place_that_cannot_be_written_is_refused_with_the_option_to_use(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with (
        pytest.raises(ProblemsFound, match="or choose another folder with --output"),
        staging_folder(tmp_path / "file" / "site"),
    ):
        pass


def test_a_disk_of_its_own_is_not_replaced(tmp_path):
    with pytest.raises(ProblemsFound, match="Choose a folder inside it with --output"):
        check_output(Path("/dev"), make_project(tmp_path / "project"))


def test_a_file_is_not_replaced(tmp_path):
    (tmp_path / "paper").touch()
    with pytest.raises(ProblemsFound, match="other files here"):
        check_output(tmp_path / "paper", make_project(tmp_path / "project"))


def test_a_folder_with_other_files_is_not_replaced(tmp_path):
    make(tmp_path / "papers", "mine")
    with pytest.raises(ProblemsFound, match="other files here"):
        check_output(tmp_path / "papers", make_project(tmp_path / "project"))


def test_an_older_site_an_empty_folder_and_a_new_one_may_be_replaced(tmp_path):
    build_site(make_project(tmp_path / "small"), output=tmp_path / "older")
    (tmp_path / "empty").mkdir()
    for name in ("older", "empty", "new"):
        check_output(tmp_path / name, Project(tmp_path / "project"))


@pytest.mark.parametrize("place", [".", "..", "docs", "docs/site", "overrides", "locale/pl"])
def test_a_folder_of_the_project_is_not_replaced(tmp_path, place):
    project = make_project(tmp_path / "project")
    write_catalogue(project, "pl", "index", {"Welcome": "Witamy"})
    with pytest.raises(ProblemsFound, match="Choose another folder"):
        check_output((project.root / place).resolve(), project)


def test_an_old_site_that_an_interrupted_swap_left_aside_comes_back(tmp_path):
    make(tmp_path / ".site.old", "old")
    with pytest.raises(ZeroDivisionError), staging_folder(tmp_path / "site"):
        raise ZeroDivisionError
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"


def test_a_folder_inside_a_new_folder_of_the_project_may_be_built_again(tmp_path):
    project = make_project(tmp_path / "project")
    for _ in range(2):
        build_site(project, output=project.root / "build" / "site")
    assert (project.root / "build" / "site" / "index.html").is_file()


def test_a_link_to_a_folder_elsewhere_stays_and_the_site_is_built_there(tmp_path):
    project = make_project(tmp_path / "project")
    write_site(tmp_path / "public")
    project.site.symlink_to(tmp_path / "public")
    build_site(project)
    assert project.site.is_symlink()
    assert "meetings/meeting.html" in digests(tmp_path / "public")


def test_a_link_to_a_folder_that_is_not_there_yet_is_followed(tmp_path):
    project = make_project(tmp_path / "project")
    project.site.symlink_to(tmp_path / "public")
    build_site(project)
    assert (tmp_path / "public" / "index.html").is_file()


def test_nothing_is_left_beside_a_link_or_what_it_leads_to(tmp_path):
    project = make_project(tmp_path / "project")
    write_site(tmp_path / "public")
    project.site.symlink_to(tmp_path / "public")
    build_site(project)
    assert left_beside(project.site) + left_beside(tmp_path / "public") == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_in_the_middle_of_the_swap_does_not_stop_it(tmp_path, monkeypatch, number):
    new, old = {"index.html": "new"}, write_site(tmp_path / "site")

    def be_stopped(one, other):
        os.kill(os.getpid(), number)
        return False

    monkeypatch.setattr(publish, "exchange", be_stopped)
    with interruptible(), staging_folder(tmp_path / "site") as staging:
        write_site(staging, new)
        swap(staging, tmp_path / "site")
    assert digests(tmp_path / "site").keys() == new.keys() != old.keys()


def test_a_signal_while_a_failed_build_is_cleared_away_leaves_nothing(tmp_path, monkeypatch):
    rmtree = publish.shutil.rmtree

    def be_stopped(*arguments, **options):
        signal.raise_signal(signal.SIGINT)
        rmtree(*arguments, **options)

    monkeypatch.setattr(publish.shutil, "rmtree", be_stopped)
    with pytest.raises(ZeroDivisionError), interruptible(), staging_folder(tmp_path / "site"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []
