"""What many tests share: built sites, which no test may change, and a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.build import build_site
from tests.browser import MISSING, find_chromium, open_browser
from tests.projects import HOME, MEETING, REAL, copy_real, make_project

SITE_URL = "https://example.org/families/"


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


@pytest.fixture(scope="module")
def browser(real_site, real_site_with_url, odd_site):
    """A browser for the tests of one module. The sites are built before it starts: builds fork,
    and should not do so beside a browser."""
    program = find_chromium()
    if program is None:
        pytest.fail(MISSING, pytrace=False)
    with open_browser(program) as browser:
        yield browser
