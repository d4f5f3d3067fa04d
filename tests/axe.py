"""A walk through the built site in Chromium that opens every page once, for several tests: what
axe-core finds in it, what it asked for and what it left in the browser.

axe-core works for a second on a page, so as many pages are looked at side by side as there are
cores. Half of that second goes by until the browser has made axe-core itself fast, and it begins
anew wherever a page is opened; so all pages are written into one, one after the other. A kind of
page is looked at whole as a small phone shows it, and then in every width and all colours, without
writing it again.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import product
from typing import Any, NamedTuple

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from scripts.browser import THIS_COMPUTER_ONLY
from tests.seeing import ALIKE, TRIM

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = "wcag2a wcag2aa wcag21a wcag21aa wcag22a wcag22aa best-practice".split()
"""Tags of every rule that is not of level AAA or still an experiment (axe-core, `doc/API.md`)."""
RULES_OF_COLOURS = "color-contrast link-in-text-block".split()
"""The rules that look at colours. Where only those are others, no other rule can find more."""

ROOMY = "--js-flags=--min-semi-space-size=256 --max-semi-space-size=256 --single-threaded-gc"
"""Room in megabytes for what axe-core drops at once; clearing it up took a third of the time."""

MOST_AT_ONCE = 4
"""Pages that are looked at side by side; each of them may take a gigabyte."""

HEIGHT = 640
COLOURS = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
NO_COLOURS = "no colours"
"""A view in which colours are not looked at, which takes a quarter of the time."""


class View(NamedTuple):
    """A screen: how many pixels wide, and with which of the COLOURS or NO_COLOURS."""

    width: int
    colours: str

    def __str__(self) -> str:
        return f"{self.width} px, {self.colours}"


SMALL_PHONE = View(360, "light")
SHAPE = View(360, NO_COLOURS)
VIEWS = tuple(View(*each) for each in product((320, 360, 1280), COLOURS))

EVERYTHING, TEXT = "details", "main details"
"""What may be unfolded before axe-core looks."""


class Visit(NamedTuple):
    """A file of the site, in which views it is looked at, and which of its parts are unfolded."""

    file: str
    views: tuple[View, ...]
    unfolded: str


class Barrier(NamedTuple):
    """What axe-core finds in one element, and what mends it."""

    rule: str
    about: str
    element: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.about}) at {self.element}\n  {self.remedy}"


@dataclass
class Look:
    """What became of one page. `kept` is what the browser still had when the page was whole."""

    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict)
    barriers: dict[View, list[Barrier]] = field(default_factory=dict)


Looks = dict[str, Look]

EMPTY = "empty"
"""An address that no file of the site has."""
ICON = '<!doctype html><link rel="icon" href="data:,">'
"""A page with an icon that asks for no other file."""
NOT_FOUND = "404.html"
"""The page that holds its own style and script, which the policy of the others forbids; and the
policies of all that is written into one page add up."""
WRITE = """async url => {
    const text = await (await fetch(url)).text();
    await new Promise(done => {
        document.open();
        history.replaceState(null, "", url);  // not before, or the old icon would be asked for
        addEventListener("load", done, {once: true});
        document.write(text);
        document.close();
    });
}"""

UNFOLD = "where => document.querySelectorAll(where).forEach(details => details.open = true)"
KEPT = """async () => ({
    cookies: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(database => database.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(worker => worker.scope),
    name: window.name,
})"""
RUN = """async ([type, values, without]) => {
    const found = await axe.run({
        runOnly: {type, values}, resultTypes: ["violations"], preload: false,
        rules: Object.fromEntries(without.map(rule => [rule, {enabled: false}])),
    });
    return found.violations.flatMap(rule => rule.nodes.map(
        node => [rule.id, rule.help, node.target.join(" "), node.failureSummary]));
}"""


def look_at_all(program: str, root: str, visits: Iterable[Visit]) -> Looks:
    """What is seen on each visit to a file below the address `root`, by the file."""
    waiting = sorted(visits, key=lambda visit: len(visit.views))
    return asyncio.run(_look_at_all(program, root, waiting))


async def _look_at_all(program: str, root: str, waiting: list[Visit]) -> Looks:
    looks: Looks = {}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=program, args=[THIS_COMPUTER_ONLY, ROOMY, "--disable-gpu"]
        )
        cores = range(min(os.cpu_count() or 1, MOST_AT_ONCE))
        await asyncio.gather(*(_work(browser, root, waiting, looks) for _ in cores))
        await browser.close()
    return looks


async def _work(browser: Browser, root: str, waiting: list[Visit], looks: Looks) -> None:
    """Make one visit after another of those that wait, the longest first."""
    async with await browser.new_context() as context:
        common = await _begin(context, root)
        while waiting:
            visit = waiting.pop()
            page = await _begin(context, root) if visit.file == NOT_FOUND else common
            looks[visit.file] = look = await _open(page, root + visit.file)
            look.kept["jar"] = await context.cookies()
            await page.evaluate(UNFOLD, visit.unfolded)
            for view in sorted(visit.views, key=SMALL_PHONE.__ne__):  # first the whole page
                look.barriers[view] = await _find_barriers(page, view)
                await page.evaluate(TRIM, ALIKE)


async def _begin(context: BrowserContext, root: str) -> Page:
    """An empty page of the site, with axe-core, that others are written into."""
    page = await context.new_page()
    await page.route(root + EMPTY, lambda route: route.fulfill(content_type="text/html", body=ICON))
    await page.goto(root + EMPTY)
    await page.evaluate(AXE)
    return page


async def _open(page: Page, url: str) -> Look:
    """Write the page of an address into a page of the same site."""
    look = Look()
    listeners = {
        "request": lambda request: look.requests.append(request.url),
        "console": lambda message: look.messages.append(message.text),
        "pageerror": lambda error: look.messages.append(str(error)),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    await _show(page, SMALL_PHONE)
    await page.evaluate(WRITE, url)
    look.kept = await page.evaluate(KEPT)
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    return look


async def _show(page: Page, view: View) -> None:
    await page.set_viewport_size({"width": view.width, "height": HEIGHT})
    await page.emulate_media(**COLOURS.get(view.colours, COLOURS["light"]))


async def _find_barriers(page: Page, view: View) -> list[Barrier]:
    await _show(page, view)
    return [Barrier(*each) for each in await page.evaluate(RUN, _rules(view))]


def _rules(view: View) -> tuple[str, list[str], list[str]]:
    """What names the rules for a view, their tags or names, and those of them that are left out."""
    if view.colours in ("light", NO_COLOURS):
        return "tag", RULES, RULES_OF_COLOURS if view.colours == NO_COLOURS else []
    return "rule", RULES_OF_COLOURS, []


MISSED = "Failed to load resource: the server responded with a status of 404 (Not Found)"
"""What Chromium says of the page for missing addresses, which must look for the site."""


def heard(messages, file):
    """Messages, but for what the page for missing addresses cannot help."""
    return [message for message in messages if file != NOT_FOUND or message != MISSED]
