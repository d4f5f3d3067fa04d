"""The command killed, or asked to stop, while it builds."""

from __future__ import annotations

import signal
import sys
import time

import pytest

from tests.builds import (
    PATIENCE,
    digests,
    group_of,
    left_beside,
    run,
    send_group,
    started,
    wait_until,
)
from tests.builds import write_site as write_old_site
from tests.projects import HOME, make_project

TWO = ("--workers", "2")
MOMENTS = 12

HANGING = """
import signal
from pathlib import Path
from scripts.hooks import AlongsidePlugin

def hang(self, output, page, config):
    Path(f"{self.edition.language.code}-is-made").touch()
    signal.pause()

AlongsidePlugin.on_post_page = hang
"""
"""A build that comes to the first page of a language, and no further."""


def make(root):
    """A small project with a site from an earlier time."""
    project = make_project(root, {"index": HOME, **{f"page-{n}": HOME for n in range(19)}})
    write_old_site(project.site)
    return project


@pytest.fixture
def project(tmp_path):
    return make(tmp_path)


@pytest.fixture
def old(project):
    """The digests of the old site."""
    return digests(project.site)


@pytest.fixture(scope="module")
def life(tmp_path_factory):
    """The digests of the new site, and the seconds from the moment at which a build begins to
    write until it ends."""
    project = make(tmp_path_factory.mktemp("life"))
    with started(project, *TWO) as process:
        wait_until_it_writes(project)
        begin = time.monotonic()
        process.communicate(timeout=PATIENCE)
    return digests(project.site), time.monotonic() - begin


def wait_until_it_writes(project):
    wait_until(lambda: ".site.lock" in left_beside(project.site))


def wait_until_made(project, *codes):
    """Wait until a page of each language is made."""
    wait_until(lambda: all((project.root / f"{code}-is-made").exists() for code in codes))


def test_killed_at_many_moments_the_site_is_the_old_one_or_the_new_one(project, old, life):
    new, length = life
    for moment in range(MOMENTS):
        with started(project, *TWO) as process:
            wait_until_it_writes(project)
            time.sleep(length * moment / MOMENTS)
            send_group(process, signal.SIGKILL)
        assert digests(project.site) in (old, new), moment
        write_old_site(project.site)


def test_the_build_after_one_that_was_killed_clears_everything_away(project, life):
    with started(project, *TWO, first=HANGING) as process:
        wait_until_made(project, "en", "pl")
        send_group(process, signal.SIGKILL)
    run(project)
    assert (digests(project.site), left_beside(project.site)) == (life[0], [])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a worker ends at its next step")
def test_workers_that_hang_end_when_their_parent_was_killed(project):
    with started(project, *TWO, first=HANGING) as process:
        wait_until_made(project, "en", "pl")
        process.kill()
        wait_until(lambda: not group_of(process))


def test_when_only_the_parent_was_killed_the_site_is_whole_too(project, old, life):
    new, length = life
    for moment in range(4):
        with started(project, *TWO) as process:
            wait_until_it_writes(project)
            time.sleep(length * moment / 4)
            process.kill()
            wait_until(lambda process=process: not group_of(process))
        assert digests(project.site) in (old, new), moment
        write_old_site(project.site)


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize(
    ("send", "number", "code"),
    [
        (send_group, signal.SIGINT, 130),
        (send_group, signal.SIGTERM, 143),
        (lambda process, number: process.send_signal(number), signal.SIGTERM, 143),
    ],
    ids=["Ctrl-C", "the end of the session", "SIGTERM to the parent"],
)
def test_asked_to_stop_it_says_so_and_leaves_nothing(project, old, workers, send, number, code):
    with started(project, "--workers", workers, first=HANGING) as process:
        wait_until_made(project, "en", *["pl"][: int(workers) - 1])
        send(process, number)
        stdout, stderr = process.communicate(timeout=PATIENCE)
        left = group_of(process)
    assert (stdout, stderr, process.returncode, left, left_beside(project.site)) == (
        "",
        "Stopped. The site stays as it was.\n",
        code,
        [],
        [],
    )
    assert digests(project.site) == old


def test_whoever_presses_ctrl_c_again_and_again_leaves_nothing_either(project):
    with started(project, *TWO, first=HANGING) as process:
        wait_until_made(project, "en", "pl")
        wait_until(lambda: process.send_signal(signal.SIGINT) or process.poll() is not None)
        assert process.stderr.read() == "Stopped. The site stays as it was.\n"
    assert left_beside(project.site) == []
