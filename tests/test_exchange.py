"""Exchanging two folders in one step, and what happens where that is not possible."""

from __future__ import annotations

import ctypes
import errno
import sys
from types import SimpleNamespace

import pytest

from scripts.exchange import exchange


@pytest.fixture
def folders(tmp_path):
    """Two folders, each with a file that has the name of the folder."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    return tmp_path / "one", tmp_path / "other"


def names(folders):
    return [[path.name for path in folder.iterdir()] for folder in folders]


def answer(monkeypatch, number):
    """Let the system answer with this error whatever it is asked."""

    def renameat2(*_):
        ctypes.set_errno(number)
        return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace(renameat2=renameat2))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can exchange two folders")
def test_two_folders_change_places(folders):
    assert exchange(*folders)
    assert names(folders) == [["other"], ["one"]]


@pytest.mark.parametrize(
    "number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV], ids=errno.errorcode.get
)
def test_a_system_that_cannot_exchange_them_is_no_error(folders, monkeypatch, number):
    answer(monkeypatch, number)
    assert not exchange(*folders)


def test_a_system_without_the_call_is_no_error(folders, monkeypatch):
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace())
    assert not exchange(*folders)


def test_a_system_that_refuses_is_an_error_with_the_folder(folders, monkeypatch):
    answer(monkeypatch, errno.EACCES)
    with pytest.raises(PermissionError) as refused:
        exchange(*folders)
    assert refused.value.filename == str(folders[1])
