"""The same commit and date give the same bytes, wherever, by whomever and however it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from scripts import workers
from scripts.build import build_site
from tests.builds import digests, run
from tests.conftest import SITE_URL
from tests.projects import TODAY, make_project, write_catalogue

MIDNIGHT = "1795219200"
NOBODY = 65534
AS_NOBODY = (
    f"setpriv --reuid={NOBODY} --regid={NOBODY} --clear-groups "
    "--inh-caps=+dac_override --ambient-caps=+dac_override".split()
)
"""The command before a command that another user starts; it may read ours all the same, to find its
interpreter. Only root may do so: without, the user is another one in the environment only."""

KARACHI = {"TZ": "Asia/Karachi", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"}
LIMA = {"TZ": "America/Lima", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"}
"""Two places where people build."""


def plain(project, folder):
    """The digests of what plain MkDocs builds into a folder on the same day."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": MIDNIGHT}
    words = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    subprocess.run(words, cwd=project.root, env=environment, check=True, timeout=300)
    return digests(folder)


@pytest.fixture
def away():
    """A folder that everybody may enter."""
    root = Path(tempfile.mkdtemp())
    yield root / "a long way away"
    shutil.rmtree(root)


def give_away(project):
    """Let the files of a project be of another time and, where we may, of another user."""
    root = project.root.parent
    for number, path in enumerate((root, *root.rglob("*"))):
        os.utime(path, (number, number))
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
    root.chmod(0o755)


def build_elsewhere(project, count, umask, place):
    """Build a project as another user does, in another place; what it says, and the digests."""
    give_away(project)
    environment = {
        "PATH": os.environ["PATH"], "HOME": "/nowhere", "USER": "ayşe", "LOGNAME": "ayşe", **place
    }  # fmt: skip
    words = ("--workers", count, "--today", str(TODAY))
    user = AS_NOBODY if os.geteuid() == 0 else ()
    result = run(project, *words, before=user, env=environment, umask=umask)
    return result.stderr, digests(project.site)


@pytest.mark.parametrize("place", [KARACHI, LIMA], ids=["Karachi", "Lima"])
def test_elsewhere_the_same_bytes_are_built_of_a_small_site(tmp_path, away, place):
    project = make_project(tmp_path, site_url=SITE_URL)
    build_site(project, today=TODAY, workers=1)
    built = build_elsewhere(make_project(away, site_url=SITE_URL), "2", 0o077, place)
    assert built == ("", digests(project.site))


def test_plain_mkdocs_builds_the_same_bytes(real_project_with_url, tmp_path):
    built = plain(real_project_with_url, tmp_path / "plain")
    assert built == digests(real_project_with_url.site)


def test_plain_mkdocs_builds_the_same_bytes_of_a_site_without_an_address(tmp_path):
    project = make_project(tmp_path)
    build_site(project, today=TODAY)
    assert plain(project, tmp_path / "plain") == digests(project.site)


@pytest.mark.parametrize(("method", "count"), [("spawn", 2), ("fork", 2), ("fork", 3)])
def test_any_workers_build_the_same_bytes_as_one(tmp_path, monkeypatch, method, count):
    project = make_project(tmp_path, site_url=SITE_URL)
    write_catalogue(project, "pl", "index", {"Welcome": "Witamy"})
    build_site(project, output=tmp_path / "one", today=TODAY, workers=1)
    monkeypatch.setattr(workers, "_start_method", lambda: method)
    build_site(project, output=tmp_path / "more", today=TODAY, workers=count)
    assert digests(tmp_path / "more") == digests(tmp_path / "one")


def test_languages_built_apart_are_those_built_together(tmp_path):
    project = make_project(tmp_path)
    build_site(project, output=tmp_path / "all")
    apart = {}
    for code in ("en", "pl", "ur"):
        build_site(project, [code], output=tmp_path / code)
        apart |= digests(tmp_path / code)
    assert apart == digests(tmp_path / "all")
