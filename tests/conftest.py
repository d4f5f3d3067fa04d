"""What many tests share: built sites, which no test may change, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from filelock import FileLock

from scripts.browser import find_chromium, open_browser
from scripts.build import build_site
from scripts.paths import Project
from tests.axe import Looks, look_at_all
from tests.browser import MISSING
from tests.projects import HOME, KINDS, MEETING, REAL, TODAY, copy_real, make_project
from tests.server import serve
from tests.templates import visits

SITE_URL = "https://example.org/families/"
SUB_PATH = "/families/a/"


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name`, which the first process of pytest-xdist that needs it makes for all."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            begun = folder.with_suffix(".begun")
            shutil.rmtree(begun, ignore_errors=True)
            make(begun)
            begun.rename(folder)
    return folder


@pytest.fixture(scope="session")
def real_site(tmp_path_factory) -> Path:
    """The folder of the real site, as `make site` builds it, but for leaflets of other KINDS."""

    def make(new: Path) -> None:
        build_site(REAL, output=new, printed=frozenset(KINDS))

    return made_once(tmp_path_factory, "real", make)


@pytest.fixture(scope="session")
def real_project_with_url(tmp_path_factory) -> Project:
    """A copy of the real project that knows its address, SITE_URL, with its site of TODAY."""

    def make(new: Path) -> None:
        new.mkdir()
        build_site(copy_real(new, SITE_URL), today=TODAY, workers=2)

    return Project(made_once(tmp_path_factory, "with-url", make))


@pytest.fixture(scope="session")
def real_site_with_url(real_project_with_url) -> Path:
    """The folder of the real site that knows its address."""
    return real_project_with_url.site


@pytest.fixture(scope="session")
def odd_site(tmp_path_factory) -> Path:
    """The folder of a site with a page whose name has a space and an accent."""
    link = "\n[Your meeting](meetings/café%20page.md#who-comes)\n"
    pages = {"index": HOME + link, "meetings/café page": MEETING}
    project = make_project(tmp_path_factory.mktemp("odd"), pages)
    build_site(project)
    return project.site


@pytest.fixture(scope="session")
def chromium() -> str:
    """The program of the browser."""
    program = find_chromium()
    if program is None:
        pytest.fail(MISSING, pytrace=False)
    return program


@pytest.fixture(scope="module")
def browser(real_site, real_site_with_url, odd_site, chromium):
    """A browser for the tests of one module. The sites are built before it starts: builds fork,
    and should not do so beside a browser."""
    with open_browser(chromium) as browser:
        yield browser


@pytest.fixture(scope="session")
def looks(real_site, chromium) -> Looks:
    """What a browser made of every page of the real site. It takes minutes, and is done once; in a
    thread, since Playwright may have this one."""
    with serve(real_site, SUB_PATH) as root, ThreadPoolExecutor(1) as thread:
        return thread.submit(look_at_all, chromium, root, visits()).result()
