"""Pictures of changed pages, as a reader has them on a phone before and after a change.

The pages hold a stranger's words. So no script of theirs is run, and the browser is given the files
of one folder and nothing else: every address that it asks for is answered here or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from scripts.addresses import page_file
from scripts.browser import find_chromium, open_browser
from scripts.days import build_date
from scripts.language_build import build_language
from scripts.languages import read_languages
from scripts.options import Options
from scripts.paths import Project
from scripts.problems import ProblemsFound
from scripts.proposals.changed_blocks import find_changed
from scripts.proposals.proposal import Picture
from scripts.sources import read_sources
from scripts.survey import offer, survey

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

ORIGIN = "http://site.invalid"
"""Where the browser believes the site to be. RFC 6761: no such host can be."""

WIDTH, HEIGHT, SHARPNESS = 390, 800, 1.5
ABOVE = 120
"""How much of the page is shown above the block that changed."""

MOST_PAGES = 6
FRAME = """numbers => {
    document.querySelectorAll("details").forEach(each => { each.open = true; });
    const blocks = numbers.flatMap(number =>
        Array.from(document.querySelectorAll(`[data-n="${CSS.escape(number)}"]:not(.beside)`)));
    blocks.forEach(each => { each.style.outline = "3px solid #d4351c"; });
    blocks.forEach(each => { each.style.outlineOffset = "2px"; });
    const tops = blocks.map(each => each.getBoundingClientRect().top + window.scrollY);
    return [tops.length ? Math.min(...tops) : 0, document.documentElement.scrollHeight];
}"""
"""Opens what is folded, frames the blocks that changed, and tells where the first of them is and
how tall the page is. It is our script, which runs although the page may run none."""


class NoPictures(Exception):  # noqa: N818 - it says what there is, and is no error of the report
    """Raised with the reason for which none can be made."""


def take_pictures(
    projects: tuple[Project, Project],
    pages: Iterable[tuple[str, str]],
    folder: Path,
    workspace: Path,
    today: date,
) -> list[Picture]:
    """Put pictures of pages, each a language and a page, into `folder`. `projects` are as it was
    and as it is proposed; they are built in `workspace`. Raises NoPictures."""
    wanted = list(pages)[:MOST_PAGES]
    program = find_chromium()
    if program is None:
        raise NoPictures("no Chromium or Chrome was found that starts.")
    codes = list(dict.fromkeys(code for code, _ in wanted))
    sites = [
        _build(project, codes, workspace / name, today)
        for project, name in zip(projects, ("before", "after"), strict=True)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("[1-6]-*.png"):
        old.unlink()
    with _opened(program) as browser:
        return [
            _picture(browser, sites, code, _file(projects, code, page), page, folder / str(number))
            for number, (code, page) in enumerate(wanted, start=1)
        ]


@contextmanager
def _opened(program: str) -> Iterator[Browser]:
    try:
        from playwright.sync_api import Error
    except ImportError as error:
        raise NoPictures("Playwright is not installed.") from error
    try:
        with open_browser(program) as browser:
            yield browser
    except Error as error:
        raise NoPictures(f"the browser failed ({error.message.splitlines()[0]}).") from error


def _build(project: Project, codes: list[str], folder: Path, today: date) -> Path:
    """The folder with a folder for each language, also where families do not find it yet."""
    options = Options(keep_going=True, serving=True)  # neither search nor leaflets
    try:
        with build_date(today):
            sources = offer(survey(read_sources(project)), codes)
            for code in codes:
                build_language(sources, sources.languages[code], folder / code, options)
    except ProblemsFound as error:
        first = error.problems[0]
        reason = f"the site cannot be built ({first.where}: {first.what})"
        raise NoPictures(reason) from error
    return folder


def _file(projects: tuple[Project, Project], code: str, page: str) -> str:
    languages = read_languages(projects[-1].languages)
    return page_file(page, languages[code], languages)


def _picture(
    browser: Browser, sites: list[Path], code: str, file: str, page: str, name: Path
) -> Picture:
    """The pictures of a page, each of the part that changed first."""
    files = [site / code / file for site in sites]
    texts = [file.read_bytes() if file.is_file() else b"" for file in files]
    names = []
    for site, text, numbers, side in zip(
        sites, texts, find_changed(*texts), ("before", "after"), strict=True
    ):
        target = name.with_name(f"{name.name}-{side}.png")
        if text:
            _shoot(browser, site / code, file, numbers, target)
        names.append(target.name if text else "")
    return Picture(code, page, *names)


def _shoot(browser: Browser, site: Path, file: str, numbers: list[str], target: Path) -> None:
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        device_scale_factor=SHARPNESS,
        java_script_enabled=False,
        service_workers="block",
    )
    with context:
        context.route("**/*", lambda route: _answer(route, site))
        page = context.new_page()
        page.goto(f"{ORIGIN}/{quote(file)}")
        first, tall = page.evaluate(FRAME, numbers)
        top = max(0, min(first - ABOVE, tall - HEIGHT))
        clip = {"x": 0, "y": top, "width": WIDTH, "height": min(HEIGHT, tall)}
        page.screenshot(path=target, clip=clip, full_page=True, animations="disabled")


def _answer(route: Route, site: Path) -> None:
    """Give the browser a file of the site, and nothing else."""
    address = urlsplit(route.request.url)
    path = (site / unquote(address.path).lstrip("/")).resolve()
    ours = f"{address.scheme}://{address.netloc}" == ORIGIN and path.is_relative_to(site.resolve())
    if ours and path.is_file():
        route.fulfill(path=path)
    else:
        route.abort()
