"""Letters: which lines are a choice, and what a reader takes away of one, in Chromium."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html as lxml_html

from tests.conftest import SUB_PATH
from tests.projects import REAL
from tests.server import serve
from tests.templates import FILES

PAGES = [page for page in REAL.pages() if page.startswith("tools/letter-")]
LETTER = "tools/letter-reports-before-a-meeting.html"
CHOICE = "Keep this line"
"""What the note of a line says that may be left out."""

MOST_OF_A_MAIL = 2_000
"""Letters of an address that every program for email takes; some cut off what is more."""

COPY, MAIL, SAID = ".copying button", ".copying a", ".copying [role=status]"
TICKED = "I need the reports in [language]"
"""How the line begins that is ticked in these tests."""


def lines(site, file):
    """Each line of a letter as a reader has it: its words, its classes and its English note."""
    tree = lxml_html.parse(site / file).getroot()
    found = tree.xpath("//div[@class='letter']/dl/*")
    assert [each.tag for each in found] == ["dt", "dd"] * (len(found) // 2)
    for line, note in zip(found[::2], found[1::2], strict=True):
        yield line.text_content(), line.get("class"), note.text_content()


@pytest.mark.parametrize("page", PAGES)
def test_the_first_line_is_the_subject_and_just_those_that_may_be_left_out_are_a_choice(
    real_site, page
):
    written = list(lines(real_site, f"{page}.html"))
    assert written[0][0].startswith("Subject: ")
    due = ["subject", *("choice" if CHOICE in note else None for _, _, note in written[1:])]
    assert [kind for _, kind, _ in written] == due


@pytest.mark.parametrize("file", FILES)
def test_a_page_has_the_script_for_letters_and_buttons_just_where_it_has_a_letter(real_site, file):
    tree = lxml_html.parse(real_site / file).getroot()
    letters = len(tree.xpath("//div[contains(@class, 'letter') and @class != 'letters']"))
    buttons = len(tree.xpath("//div[@class='copying']/following-sibling::*[1][@class='letter']"))
    assert letters == buttons == len(tree.xpath("//script[contains(@src, 'letter.js')]"))


@pytest.fixture(scope="module")
def root(real_site):
    with serve(real_site, SUB_PATH) as root:
        yield root


@pytest.fixture
def opened(browser):
    """Opens an address in a context of its own, which may be given a script to begin with."""
    contexts = []

    def opened(address, begin="", **options):
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.add_init_script(begin)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()


NOTE = "navigator.clipboard.writeText = async text => { window.taken = text; };"
NO_CLIPBOARD = """
Object.defineProperty(navigator, "clipboard", {value: undefined});
document.addEventListener("copy", () => { window.taken = document.activeElement.value; });
"""
REFUSED = """
navigator.clipboard.writeText = async () => { throw new Error("not allowed"); };
document.addEventListener("copy", () => { window.taken = document.activeElement.value; });
"""
NOTHING_WORKS = NO_CLIPBOARD + "document.execCommand = () => false;"


def tick(page):
    page.locator(".letter label", has_text=TICKED).click()


def take(page):
    """Copy the letter, and say what was copied."""
    page.locator(COPY).click()
    page.locator(SAID).filter(has_text=re.compile(r"\S")).wait_for()
    return page.evaluate("window.taken")


def mail(page):
    """The subject and the body that the program for email is asked for."""
    address = urlsplit(page.locator(MAIL).get_attribute("href"))
    assert (address.scheme, address.path) == ("mailto", "")
    [subject], [body] = parse_qs(address.query, strict_parsing=True).values()
    return subject, body


def due(site, *, ticked):
    """What a letter says with and without the line that is ticked."""
    return [words for words, kind, _ in lines(site, LETTER)
            if kind != "choice" or (ticked and words.startswith(TICKED))]  # fmt: skip


@pytest.mark.parametrize("way", [NOTE, NO_CLIPBOARD, REFUSED], ids=["new", "old", "refused"])
@pytest.mark.parametrize("code", ["", "ur/"])
def test_a_copy_has_every_line_that_is_no_choice_and_those_that_were_ticked(
    opened, root, real_site, code, way
):
    page = opened(f"{root}{code}{LETTER}", way)
    assert take(page) == "\n\n".join(due(real_site, ticked=False))
    tick(page)
    assert take(page) == "\n\n".join(due(real_site, ticked=True))


def test_an_email_has_the_same_lines_and_its_subject_apart(opened, root, real_site):
    page = opened(root + LETTER)
    for ticked in (False, True, False):
        subject, *rest = due(real_site, ticked=ticked)
        assert mail(page) == (subject.removeprefix("Subject: "), "\r\n\r\n".join(rest))
        tick(page)


@pytest.mark.parametrize("page", PAGES)
def test_no_program_for_email_cuts_off_the_longest_email(opened, root, page):
    opened_page = opened(f"{root}{page}.html")
    for box in opened_page.locator(".letter input").all():
        box.check()
    assert len(opened_page.locator(MAIL).get_attribute("href")) <= MOST_OF_A_MAIL


def test_a_letter_is_copied_from_a_disk_too(opened, real_site):
    page = opened((real_site / "ur" / LETTER).as_uri())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(COPY).click()
    page.locator(SAID).filter(has_text=re.compile(r"\S")).wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "\n\n".join(due(real_site, ticked=False))


def test_a_reader_hears_that_a_letter_was_copied_and_no_more_when_she_chooses_again(opened, root):
    page = opened(root + LETTER, NOTE)
    take(page)
    said = [page.locator(SAID).inner_text()]
    tick(page)
    said.append(page.locator(SAID).inner_text())
    assert said == ["Copied. Now paste it into an email or a letter.", ""]


def test_a_reader_hears_that_a_letter_was_not_copied(opened, root):
    page = opened(root + LETTER, NOTHING_WORKS)
    take(page)
    assert page.locator(SAID).inner_text().startswith("It was not copied.")


def test_the_keyboard_stays_on_the_button_and_nothing_is_left_in_the_page(opened, root):
    page = opened(root + LETTER, NO_CLIPBOARD)
    take(page)
    assert page.evaluate("document.activeElement === document.querySelector('.copying button')")
    assert page.locator("textarea").count() == 0


def test_a_tick_is_gone_when_the_page_is_loaded_again(opened, root):
    page = opened(root + LETTER)
    tick(page)
    kept = page.locator(".letter input:not([autocomplete=off])").count()  # by other browsers
    page.reload()
    assert (page.locator(".letter :checked").count(), kept) == (0, 0)


def test_without_a_script_there_are_the_lines_and_nothing_to_press(opened, root):
    page = opened(f"{root}ur/{LETTER}", java_script_enabled=False)
    assert page.locator(".copying:visible, .letter input").count() == 0
    assert page.locator(".letter dt:visible").count() == page.locator(".letter dt").count() > 0


def test_a_letter_stands_from_left_to_right_in_english_on_a_page_from_right_to_left(opened, root):
    page = opened(f"{root}ur/{LETTER}")
    sides = page.locator(".letter label").evaluate_all(
        "all => all.map(label => [label.closest('[lang]').lang, getComputedStyle(label).direction,"
        " label.firstChild.getBoundingClientRect().left < label.getBoundingClientRect().left + 40])"
    )
    assert {tuple(side) for side in sides} == {("en", "ltr", True)}
