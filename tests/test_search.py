"""The search in Chromium over the real site, below a path: what readers type, and what they get."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scripts.addresses import page_file
from scripts.fold import fold, table
from scripts.languages import read_languages
from scripts.problems import ProblemsFound
from scripts.search_bundle import FOLDER, run_pagefind
from scripts.search_text import read_text
from tests.projects import REAL
from tests.server import serve

PAGE = "help/find-a-page"
LANGUAGES = read_languages(REAL.languages)
CASES = Path(__file__).parent / "cases" / "search"
QUERIES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in CASES.glob("*.yml")
}
FOUND_OF_25 = 23
"""How many of 25 queries must lead to the right page among the first three."""

FIRST = 3
SHOWN = "form.search ol li"
SAID = "form.search [role=status]"


@pytest.fixture(scope="module")
def root(browser, real_site):
    with serve(real_site, "/families/a/") as root:
        yield root


def address(code, page=PAGE):
    return page_file(page, LANGUAGES[code], LANGUAGES)


@pytest.fixture
def open_page(browser, root):
    """Opens the page with the search in a language, in a context of its own."""
    contexts = []

    def open_page(code="en", before=lambda page: None, **options):
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        before(page)
        page.goto(f"{root}{address(code)}")
        return page

    yield open_page
    for context in contexts:
        context.close()


def ask(page, query):
    """Type a query, and wait for what is said of it."""
    page.locator("#shell-search").fill(query)
    page.locator(f"{SAID} p").first.wait_for()
    return page


@pytest.mark.parametrize("code", sorted(QUERIES))
def test_what_readers_type_finds_the_page_among_the_first_three(open_page, code):
    page = open_page(code)
    found = page.evaluate(
        "async queries => Promise.all(queries.map(async query =>"
        " (await alongsideSearch.find(query)).map(result => result.url)))",
        [case["query"] for case in QUERIES[code]],
    )
    missed = [
        case["query"]
        for case, urls in zip(QUERIES[code], found, strict=True)
        if not {address(code, page) for page in case["pages"]} & set(urls[:FIRST])
    ]
    allowed = len(QUERIES[code]) * (25 - FOUND_OF_25) / 25
    assert len(missed) <= allowed, missed


@pytest.mark.parametrize("code", sorted(QUERIES))
def test_every_query_names_pages_that_exist(code):
    named = {page for case in QUERIES[code] for page in case["pages"]}
    assert named - set(REAL.pages()) == set()


@pytest.mark.parametrize("code", LANGUAGES.codes)
def test_the_script_folds_words_as_the_index_does(open_page, code):
    texts = [path.read_text(encoding="utf-8") for path in sorted(REAL.locale(code).rglob("*.po"))]
    texts += ["Łódź, GROẞE “s47” ﷲ", "كتاب، أُمّی؛ ۴۷ ئ ؤ ۂ", "İstanbul ΣΑΣ Йод হাঁ", "don’t"]
    folded = open_page(code).evaluate(
        "([texts, table]) => texts.map(text => alongsideSearch.fold(text, table))",
        [texts, table()],
    )
    assert folded == [fold(text) for text in texts]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tlumacz", "Tłumacz"),
        ("انكار", "انکار"),
        ("ہے", "هى"),
        ("47", "۴۷"),
        ("dont", "don’t"),
        ("section 47", "Section-47"),
    ],
)
def test_two_spellings_are_one(typed, meant):
    assert fold(typed) == fold(meant)


def test_marks_that_are_vowels_stay():
    assert fold("কি") != fold("ক")


def test_an_english_copy_beside_a_translation_is_not_read():
    html = '<h2>Prawo</h2><p>Masz <b>prawa</b>.</p><p class="beside" lang="en">Rights<br>all.</p>!'
    headings, words = read_text(html)
    assert (headings.split(), words.split()) == (["Prawo"], ["Masz", "prawa", ".", "!"])


def test_nothing_is_asked_for_before_the_first_letter(open_page):
    asked = []
    page = open_page(before=lambda page: page.on("request", lambda r: asked.append(r.url)))
    page.locator("#shell-search").focus()
    page.wait_for_load_state("networkidle")
    before = [url for url in asked if f"{FOLDER}/" in url]
    ask(page, "solicitor")
    assert (before, any(f"{FOLDER}/" in url for url in asked)) == ([], True)


def test_a_search_leaves_nothing_behind(open_page):
    page = open_page()
    before = page.url, page.evaluate("history.length")
    ask(page, "solicitor").keyboard.press("Enter")
    page.wait_for_function("document.activeElement.getAttribute('role') === 'status'")
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert (page.url, page.evaluate("history.length"), kept) == (*before, [0, 0, ""])


def test_what_is_typed_is_in_no_request(open_page):
    asked = []
    page = open_page(before=lambda page: page.on("request", lambda r: asked.append(r.url)))
    ask(page, "solicitor")
    assert [url for url in asked if "solicitor" in url] == []


def test_a_result_leads_to_its_page(open_page, root):
    page = ask(open_page("ur"), "section 47")
    page.locator(f"{SHOWN} a").first.click()
    page.wait_for_url(f"{root}ur/stages/section-47-enquiry.html")


def test_a_result_says_when_its_page_is_in_english(open_page):
    page = ask(open_page("pl"), "prawnik")
    marks = {
        item.locator("a").get_attribute("href").split("/pl/")[1]: item.locator("small").count()
        for item in page.locator(SHOWN).all()
    }
    assert (marks["rights/free-legal-help.html"], marks["help/help-now.html"]) == (1, 0)


def test_what_is_in_the_readers_language_is_not_marked_as_another(open_page):
    page = ask(open_page("pl"), "prawnik")
    assert page.locator(f"{SHOWN} [lang]").count() == 0


def in_english_only(page):
    """Let the words of the reader's language be none, as of one that is hardly translated."""
    page.route("**/search/pl/words.json", lambda route: route.fulfill(
        json={"fold": table(), "endings": [], "shortest": 3, "sounds": [], "bare": False,
              "pages": {}, "words": ""}))  # fmt: skip


def test_where_the_language_has_nothing_english_is_asked_and_said(open_page):
    page = ask(open_page("pl", in_english_only), "solicitor")
    first = page.locator(f"{SHOWN} a").first
    marks = [first.get_attribute(name) for name in ("lang", "dir", "hreflang")]
    assert (marks, "/pl/" in first.get_attribute("href")) == (["en", "ltr", "en"], False)
    assert "po angielsku" in page.locator(SAID).inner_text()


def test_where_nothing_is_found_the_a_to_z_and_help_are_near(open_page):
    page = ask(open_page(), "qqqqxzxz")
    links = page.locator(f"{SAID} a").evaluate_all("links => links.map(link => link.href)")
    names = [link.rsplit("/", 1)[1] for link in links]
    assert names == ["help-now.html", "words-in-your-letter.html", "find-a-page.html#shell-pages"]


FILES = ["words.json", "pagefind-entry.json*", "*.pf_meta", "wasm.*", "*.pf_index"]


@pytest.mark.parametrize("file", [*FILES, "pagefind.js"])
def test_a_file_that_does_not_come_is_said(open_page, file):
    def without(page):
        page.route(f"**/{file}", lambda route: route.abort())

    page = ask(open_page(before=without), "solicitor")
    assert page.locator(f"{SAID} a").get_attribute("href") == "#shell-pages"


@pytest.mark.parametrize("file", FILES)  # a browser never asks again for a script that failed
def test_the_search_mends_itself_when_files_come_again(open_page, file):
    page = open_page()
    page.route(f"**/{file}", lambda route: route.abort())
    ask(page, "solicitor")
    page.unroute_all()
    page.locator("#shell-search").fill("solicitors")
    page.locator(SHOWN).first.wait_for()


def test_a_keyboard_is_enough(open_page, root):
    page = open_page()
    page.locator("#shell-search").focus()
    page.keyboard.type("section 47")
    page.locator(SHOWN).first.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}stages/section-47-enquiry.html")


def test_escape_is_left_to_the_page(open_page):
    page = open_page()
    page.evaluate("addEventListener('keydown', e => { seen = [e.key, e.defaultPrevented]; })")
    page.locator("#shell-search").press("Escape")
    assert page.evaluate("seen") == ["Escape", False]


@pytest.mark.parametrize("place", ["host without script", "disk"])
def test_without_a_search_there_are_the_a_to_z_and_every_page(browser, root, real_site, place):
    start = real_site.as_uri() + "/" if place == "disk" else root
    with browser.new_context(java_script_enabled=place == "disk") as context:
        page = context.new_page()
        page.goto(f"{start}{address('pl')}")
        links = page.locator("main a").evaluate_all("links => links.map(link => link.href)")
        steps = "start/find-your-stage/"  # they are reached by choices
        wanted = {f"{start}{address('pl', name)}" for name in REAL.pages() if steps not in name}
        assert wanted - set(links) == set()
        assert not page.locator("form.search").is_visible()


def test_the_strict_policy_of_pages_lets_the_search_work(open_page):
    messages = []
    page = open_page(before=lambda page: page.on("console", lambda m: messages.append(m.text)))
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    ask(page, "solicitor")
    assert (page.locator(SHOWN).count() > 0, messages) == (True, [])


def test_only_what_the_script_asks_for_is_in_the_site(real_site):
    for code in LANGUAGES.codes:
        names = {path.name.partition(".")[2] if "pf_" in path.name else path.name
                 for path in (real_site / FOLDER / code).rglob("*") if path.is_file()}  # fmt: skip
        others = {name for name in names if not name.endswith(("pf_meta", "pf_index"))}
        assert others == {"pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind",
                          "words.json"}  # fmt: skip


def test_a_failure_of_pagefind_is_a_problem(tmp_path, monkeypatch):
    monkeypatch.setattr("scripts.search_bundle.get_executable", lambda: tmp_path / "none")
    with pytest.raises(ProblemsFound) as error:
        run_pagefind([], tmp_path)
    assert "Pagefind, which makes the index of the search, failed" in str(error.value)
