"""What a disk refused, in the words of the project: held against cases/disk.yml."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from scripts.disk import disk_problem
from tests.cases import read_cases


def problem(error):
    return disk_problem(error, Path("site"), "The site stays as it was.")


@pytest.mark.parametrize("case", read_cases("disk"))
def test_what_the_system_refuses_is_mended_so(case):
    assert problem(OSError(getattr(errno, case["error"]), "no")).remedy == case["remedy"]


def test_the_system_says_in_its_own_words_what_it_refused():
    said = str(problem(OSError(errno.ENOSPC, "No space left on device")))
    assert said.startswith("site: The system refused: No space left on device.\n")


def test_an_error_without_a_number_is_said_too():
    assert problem(OSError("torn")).what == "The system refused: torn."


def test_the_file_is_named_that_the_system_refused():
    assert problem(OSError(errno.EACCES, "no", "docs/index.md")).where == "docs/index.md"


def test_of_two_files_the_one_is_named_that_could_not_be_written(tmp_path):
    (tmp_path / "one").touch()
    with pytest.raises(OSError) as refused:
        (tmp_path / "one").rename(tmp_path / "gone" / "two")
    assert problem(refused.value).where == str(tmp_path / "gone" / "two")
