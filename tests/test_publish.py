"""The swap of the new site for the old one."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.problems import ProblemsFound
from scripts.publish import staging_folder, swap


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

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="No space"), staging_folder(tmp_path / "site") as staging:
        swap(staging, tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"


def test_a_place_that_cannot_be_written_is_refused_with_the_option_to_use(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with (
        pytest.raises(ProblemsFound, match="Choose another folder with --output"),
        staging_folder(tmp_path / "file" / "site"),
    ):
        pass
