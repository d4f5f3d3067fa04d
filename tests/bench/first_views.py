"""The first view of a page, by us and by plain Material: what a telephone asks for and is sent
before anything else is in its cache, and what then moves on its screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser

from scripts.addresses import page_file
from scripts.browser import find_chromium, open_browser
from scripts.languages import read_languages
from tests.bench.builds import Build
from tests.bench.corpus import Corpus
from tests.bench.host import serve
from tests.first_view import SHIFTS, SUM_OF_SHIFTS, first_view

OURS, PLAIN = ("ours-1", "ours-2"), ("plain-search", "plain")
"""The builds that are looked at: of each side the first that was built. Plain Material has its
search unless one takes it out."""

TEXTS = {True: b'<div class="text', False: b"<article"}
"""The mark at which the main text begins: with us, and with plain Material."""

SMALL_PHONE = {"width": 360, "height": 640}


class Seen(NamedTuple):
    """What one side needed for one page. Bytes are compressed; those of the answers to requests
    have their headers with them."""

    page: str
    requests: int
    bytes: int
    style: int
    to_text: int
    shift: float


class Pair(NamedTuple):
    """The same page by both sides."""

    kind: str
    ours: Seen
    plain: Seen


def see_first_views(corpus: Corpus, builds: list[Build]) -> list[Pair]:
    """The first views of the first page, of the longest and of one that runs right to left, as far
    as both sides were built, and there is a browser."""
    named, program = {build.name: build.output for build in builds}, find_chromium()
    ours, plain = (next((named[n] for n in each if n in named), None) for each in (OURS, PLAIN))
    if not (ours and plain and program):
        return []
    with ExitStack() as stack:
        browser = stack.enter_context(open_browser(program))
        roots = [(folder, stack.enter_context(serve(folder))) for folder in (ours, plain)]
        return [
            Pair(kind, *(_see(browser, *each, file, each[0] == ours) for each in roots))
            for kind, file in choose_pages(corpus, ours)
        ]


def choose_pages(corpus: Corpus, ours: Path) -> Iterator[tuple[str, str]]:
    """The pages to look at, each after what it is."""
    languages = read_languages(corpus.project.languages)
    files = [page_file(page.name, languages.source, languages) for page in corpus.pages]
    longest = max(files, key=lambda file: (ours / file).stat().st_size)
    yield "first page", files[0]
    yield "longest page", longest
    mirrored = [language for language in languages.all if language.direction == "rtl"]
    for language in mirrored[:1]:
        yield "right to left", page_file(longest.removesuffix(".html"), language, languages)


def _see(browser: Browser, folder: Path, root: str, file: str, is_ours: bool) -> Seen:
    """Open a page in a browser that has been nowhere."""
    sizes: dict[str, int] = {}
    asked: set[str] = set()
    with browser.new_context(viewport=SMALL_PHONE) as context:
        page = context.new_page()
        page.add_init_script(f"({SHIFTS})()")
        client = context.new_cdp_session(page)
        client.send("Network.enable")
        client.on("Network.requestWillBeSent", lambda event: asked.add(event["requestId"]))
        client.on(
            "Network.loadingFinished",
            lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
        )
        page.goto(root + file, wait_until="networkidle")
        shift = page.evaluate(SUM_OF_SHIFTS)
    view = first_view(folder / file, TEXTS[is_ours])
    style = sum(size for url, size in view.blocking.items() if url.endswith(".css"))
    return Seen(file, len(asked), int(sum(sizes.values())), style, view.bytes_to_text, shift)
