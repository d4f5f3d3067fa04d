"""What many tests share: built sites, which no test may change, and a browser."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scripts.build import build_site
from tests.axe import Looks, look_at_all
from tests.browser import MISSING, find_chromium, open_browser
from tests.projects import HOME, MEETING, REAL, copy_real, make_project
from tests.server import serve
from tests.templates import visits

SITE_URL = "https://example.org/families/"
SUB_PATH = "/families/a/"


@pytest.fixture(scope="session")
def real_site(tmp_path_factory) -> Path:
    """The folder of the real site, as `make site` builds it."""
    folder = tmp_path_factory.mktemp("built") / "site"
    build_site(REAL, output=folder)
    return folder


@pytest.fixture(scope="session")
def real_site_with_url(tmp_path_factory) -> Path:
    """The folder of the real site that knows its address, SITE_URL."""
    project = copy_real(tmp_path_factory.mktemp("with-url"), SITE_URL)
    build_site(project)
    return project.site


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
