"""The swap, killed at every moment: what stands at `site/` is the old site or the new, whole."""

from __future__ import annotations

import sys

import pytest

from scripts import publish
from scripts.publish import staging_folder, swap
from tests.builds import OLD, digests, left_beside, write_site
from tests.moments import killed_at_every_moment

NEW = dict.fromkeys(OLD, "new") | {"ur/index.html": "new"}


@pytest.fixture(params=["one step", "two steps"])
def site(request, monkeypatch, tmp_path):
    """A folder with an old site, which is swapped in one step or in two."""
    if request.param == "two steps":
        monkeypatch.setattr(publish, "exchange", lambda one, other: False)
    write_site(tmp_path / "site")
    return tmp_path / "site"


def publish_new(site):
    with staging_folder(site) as staging:
        write_site(staging, NEW)
        swap(staging, site)


def fail(site):
    with pytest.raises(ZeroDivisionError), staging_folder(site):
        raise ZeroDivisionError


@pytest.fixture
def whole(tmp_path):
    """The digests of the old site and of the new."""
    return [write_site(tmp_path / "kept", OLD), write_site(tmp_path / "kept", NEW)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can exchange two folders")
@pytest.mark.parametrize("site", ["one step"], indirect=True)
def test_swapped_in_one_step_a_whole_site_is_there_at_every_moment(site, whole):
    for moment in killed_at_every_moment(lambda: publish_new(site)):
        assert digests(site) in whole, moment
        write_site(site)


def test_after_every_moment_a_build_that_fails_leaves_a_whole_site(site, whole):
    for moment in killed_at_every_moment(lambda: publish_new(site)):
        fail(site)
        assert digests(site) in whole, moment
        write_site(site)


def test_after_every_moment_a_build_puts_the_new_site_in_its_place_and_leaves_nothing(site, whole):
    for moment in killed_at_every_moment(lambda: publish_new(site)):
        publish_new(site)
        assert (digests(site), left_beside(site)) == (whole[1], []), moment
        write_site(site)


def test_what_was_set_aside_is_whole_at_every_moment(site, whole):
    aside = site.with_name(".site.old")
    for moment in killed_at_every_moment(lambda: publish_new(site)):
        for _ in killed_at_every_moment(lambda: fail(site)) if aside.exists() else ():
            assert not aside.exists() or digests(aside) in whole, moment
        fail(site)
        write_site(site)


def test_the_clearing_up_may_be_killed_at_every_moment_too(site, whole):
    def leave():
        """What a build leaves that was killed between its two steps, and then at clearing up."""
        write_site(site.with_name(".site.old"))
        write_site(site.with_name(".site.new"), NEW)

    leave()
    for moment in killed_at_every_moment(lambda: fail(site)):
        assert digests(site) in whole, moment
        leave()
