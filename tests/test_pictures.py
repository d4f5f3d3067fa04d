"""Pictures of pages that hold a stranger's words."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PIL import Image

from scripts.browser import open_browser
from scripts.proposals.pictures import ORIGIN, _answer, _shoot
from tests.projects import write

FRAME = (212, 53, 28)
"""The red around what changed."""

PAGE = """<!doctype html><body style="background: #fff"><p data-n="1">One</p>
<script>document.body.style.background = "#000"</script>
<img src="http://127.0.0.1:9/x.png"><p style="height: 3000px"></p><p data-n="2">Two</p>"""


@pytest.fixture
def site(tmp_path):
    write(tmp_path / "secret", "x")
    write(tmp_path / "site/a.html", PAGE)
    (tmp_path / "site/link").symlink_to(tmp_path / "secret")
    return tmp_path / "site"


@pytest.mark.parametrize(
    ("address", "given"),
    [
        (f"{ORIGIN}/a.html", True),
        (f"{ORIGIN}/a.html?x#y", True),
        (f"{ORIGIN}/missing.html", False),
        (f"{ORIGIN}/../secret", False),
        (f"{ORIGIN}/%2e%2e/secret", False),
        (f"{ORIGIN}/link", False),
        ("file:///etc/passwd", False),
        ("http://evil.test/a.html", False),
        ("https://site.invalid/a.html", False),
        ("http://site.invalid.evil.test/a.html", False),
    ],
)
def test_the_browser_is_given_files_of_the_site_and_nothing_else(site, address, given):
    done = []
    route = SimpleNamespace(
        request=SimpleNamespace(url=address),
        fulfill=lambda path: done.append(path),
        abort=lambda: done.append(None),
    )
    _answer(route, site)
    assert done == [site / "a.html" if given else None]


def test_a_picture_is_of_what_changed_and_no_script_of_the_page_has_run(site, chromium, tmp_path):
    with open_browser(chromium) as browser:
        _shoot(browser, site, "a.html", ["2"], tmp_path / "low.png")
        _shoot(browser, site, "a.html", [], tmp_path / "top.png")
    low, top = (Image.open(tmp_path / name).convert("RGB") for name in ("low.png", "top.png"))
    assert top.getpixel((5, 5)) == (255, 255, 255)
    low_colours, top_colours = (
        {colour for _, colour in image.getcolors(maxcolors=1 << 24)} for image in (low, top)
    )
    assert FRAME in low_colours - top_colours
