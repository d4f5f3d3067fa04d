"""Which languages families find, and what pages tell of how far the others are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html as lxml_html

from scripts.build import build_site
from scripts.coverage import UNDATED, describe
from scripts.language_build import build_language
from scripts.options import Options
from scripts.paths import INTERFACE
from scripts.preview import Preview
from scripts.problems import ProblemsFound
from scripts.recording import digests_of, open_edition, record_checked, write_states
from scripts.sources import read_sources
from scripts.survey import offer, survey
from tests.projects import (
    MEETING,
    TODAY,
    make_project,
    write,
    write_catalogue,
    write_pseudo_locale,
)

HOME = """\
---
title: Home page
description: Where to begin.
translations: true
---
# Welcome

Read this first. It is short.

- [Your meeting](meetings/meeting.md)
"""
PAGES = {"index": HOME, "meetings/meeting": MEETING}
NO_PAPER = frozenset()
SENTENCE = "Read this first. It is short."


def make(folder: Path, languages=("pl", "ur"), **options):
    """A project with languages that are translated to the end, and that nobody offered by hand."""
    names = {"pl": ("pl", "Polski", "ltr"), "ur": ("ur", "اردو", "rtl"),
             "so": ("so", "Soomaali", "ltr")}  # fmt: skip
    listed = [("en", "English", "ltr"), *(names[code] for code in languages)]
    project = make_project(folder, PAGES, listed, **{"offered": False, **options})
    for code in languages:
        write_pseudo_locale(project, code)
    return project


def change(project, code: str, page: str, old: str, new: str) -> None:
    """Change what stands in a catalogue."""
    path = project.catalogue(code, page)
    text = path.read_text(encoding="utf-8")
    assert old in text
    write(path, text.replace(old, new))


def lose(project, code: str, page: str = "index", message: str = SENTENCE) -> None:
    """Take one translation away."""
    change(project, code, page, f'"{message}"\nmsgstr "⟦{message}⟧"', f'"{message}"\nmsgstr ""')


def offered(project) -> list[str]:
    return offer(survey(read_sources(project))).languages.codes


def page(project, path: str):
    return lxml_html.document_fromstring((project.site / path).read_text(encoding="utf-8"))


def words(element) -> str:
    return " ".join(element.text_content().split())


# What is offered ---------------------------------------------------------------------------------


def test_a_language_with_whole_first_pages_is_offered_whatever_else_it_lacks(tmp_path):
    project = make(tmp_path)
    project.catalogue("ur", "meetings/meeting").unlink()
    assert offered(project) == ["en", "pl", "ur"]


def make_fuzzy(project):
    change(project, "ur", "index", f'msgid "{SENTENCE}"', f'#, fuzzy\nmsgid "{SENTENCE}"')


def make_unsafe(project):
    change(project, "ur", "index", f'"⟦{SENTENCE}⟧"', f'"<b>⟦{SENTENCE}⟧</b>"')


def make_titleless(project):
    lose(project, "ur", message="Home page")


def make_without_a_word_of_the_interface(project):
    lose(project, "ur", INTERFACE, "Leave this site")


def make_interface_unsafe(project):
    change(project, "ur", INTERFACE, '"⟦Leave this site⟧"', '"<b>⟦Leave this site⟧</b>"')


GAPS = [lambda project: lose(project, "ur"), make_fuzzy, make_unsafe, make_titleless,
        make_without_a_word_of_the_interface, make_interface_unsafe]  # fmt: skip


@pytest.mark.parametrize(
    "gap",
    GAPS,
    ids=["untranslated", "fuzzy", "unsafe", "no title", "interface", "unsafe interface"],
)
def test_one_gap_in_what_families_need_first_keeps_a_language_back(tmp_path, gap):
    project = make(tmp_path)
    gap(project)
    assert offered(project) == ["en", "pl"]


def test_a_language_that_families_have_stays_when_its_english_changes(tmp_path):
    project = make(tmp_path, offered=True)
    lose(project, "ur")
    assert offered(project) == ["en", "pl", "ur"]


@pytest.mark.parametrize("broken", ["index", INTERFACE])
def test_a_broken_file_takes_no_language_away_but_stops_the_build(tmp_path, broken):
    project = make(tmp_path)
    write(project.catalogue("ur", broken), "oops\n")
    assert offered(project) == ["en", "pl", "ur"]
    with pytest.raises(ProblemsFound, match="This line cannot be read: oops"):
        build_site(project, printed=NO_PAPER)


def test_broken_agreed_words_take_no_language_away_but_stop_the_build(tmp_path):
    project = make(tmp_path)
    write(project.glossary("ur"), "language: pl\n")
    assert offered(project) == ["en", "pl", "ur"]
    with pytest.raises(ProblemsFound, match="The glossary says that its language is pl"):
        build_site(project, printed=NO_PAPER)


def test_a_first_page_that_is_not_there_is_refused(tmp_path):
    project = make(tmp_path)
    text = project.languages.read_text(encoding="utf-8")
    write(project.languages, text.replace("- index", "- start"))
    with pytest.raises(ProblemsFound) as error:
        read_sources(project)
    assert str(error.value) == (
        "languages.yml: core names the page start, and there is no docs/start.md.\n"
        "    Reader: Nobody could tell whether a language has the pages that families need first.\n"
        "    Mend: Write its path in docs/ without the ending, or take it out."
    )


# What the site has -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def unfinished(tmp_path_factory):
    """A site whose Urdu lacks a sentence of the first page, and whose Polish one of the other."""
    project = make(tmp_path_factory.mktemp("unfinished"), ("pl", "ur", "so"))
    lose(project, "ur")
    lose(project, "pl", "meetings/meeting", "Who comes")
    return project, build_site(project, printed=NO_PAPER)


def test_an_unfinished_language_has_no_page(unfinished):
    project, _ = unfinished
    folders = {path.name for path in project.site.iterdir() if path.is_dir()}
    assert {"pl", "so"} <= folders
    assert "ur" not in folders


@pytest.mark.parametrize("path", ["index.html", "pl/index.html", "404.html"])
def test_no_page_leads_to_an_unfinished_language(unfinished, path):
    project, _ = unfinished
    links = page(project, path).xpath("//a/@href")
    assert links
    assert [link for link in links if "ur/" in link] == []


def test_the_end_of_a_build_says_what_an_unfinished_language_waits_for(unfinished):
    _, covered = unfinished
    total = covered[0].messages
    assert [describe(each) for each in covered] == [
        f"English (en): 2 pages, {total} messages",
        f"Polski (pl): 1 of {total} messages wait for translation; {UNDATED}",
        f"Soomaali (so): complete; {UNDATED}",
        f"اردو (ur): not offered to families yet; 1 of {total} messages wait for translation; "
        "pages that families need first: index",
    ]


def test_nothing_is_said_of_the_day_where_it_is_written_down(tmp_path):
    project = make(tmp_path, ("pl",), offered=True)
    _, polish = build_site(project, printed=NO_PAPER)
    assert describe(polish) == "Polski (pl): complete"


def test_the_end_of_a_build_counts_what_is_not_safe_and_names_words_around_the_pages(tmp_path):
    project = make(tmp_path, ("ur",))
    make_interface_unsafe(project)
    change(project, "ur", "index", '"⟦Home page⟧"', '"<b>⟦Home page⟧</b>"')
    _, urdu = build_site(project, printed=NO_PAPER)
    assert describe(urdu).endswith(
        "messages wait for translation, 2 not shown because they are not safe (alongside check); "
        "pages that families need first: index, the words around the pages"
    )


def test_a_build_of_some_languages_says_nothing_of_others(tmp_path):
    project = make(tmp_path)
    lose(project, "ur")
    covered = build_site(project, ["pl"], printed=NO_PAPER)
    assert [each.language.code for each in covered] == ["pl"]


def test_an_unfinished_language_that_is_asked_for_is_refused_with_what_it_waits_for(tmp_path):
    project = make(tmp_path)
    lose(project, "ur")
    with pytest.raises(ProblemsFound) as error:
        build_site(project, ["ur"], printed=NO_PAPER)
    assert str(error.value) == (
        "locale/ur: اردو (ur) is not whole enough for families. Pages that they need first and "
        "that wait: index; words around the pages that wait: 0.\n"
        "    Reader: They would choose their language and find English on the page that they need "
        "today.\n"
        "    Mend: Translate these, or look at it as it is with alongside preview --language ur."
    )


def test_the_preview_shows_an_unfinished_language(tmp_path):
    project = make(tmp_path / "project")
    lose(project, "ur")
    preview = Preview(project, "ur", tmp_path / "preview", "ur/index.html")
    preview.folder.mkdir()
    assert preview.rebuild() == []
    assert (preview.folder / "ur/index.html").is_file()


def test_plain_mkdocs_offers_the_same_languages(tmp_path):
    project = make(tmp_path)
    lose(project, "ur")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=tmp_path, check=True
    )
    assert (project.site / "pl/index.html").is_file()
    assert not (project.site / "ur").exists()


# What pages tell ---------------------------------------------------------------------------------


def notes(project, path: str) -> list[str]:
    return [words(each) for each in page(project, path).xpath("//div[@class='state']/p")]


def test_a_page_that_is_not_whole_says_in_which_languages_it_is(unfinished):
    project, _ = unfinished
    (whole,) = page(project, "pl/meetings/meeting.html").xpath("//p[@class='whole']")
    assert words(whole) == "⟦You can read the whole page in:⟧ English Soomaali"
    assert whole.xpath("./a/@href") == [
        "../../meetings/meeting.html",
        "../../so/meetings/meeting.html",
    ]
    assert whole.xpath("./a/bdi/@lang") == ["en", "so"]


def test_a_whole_page_leads_to_the_english_alone(unfinished):
    project, _ = unfinished
    assert notes(project, "pl/index.html")[-1] == "⟦Read this page in English⟧"


def test_a_page_that_nobody_translated_says_where_else_it_is_whole(tmp_path):
    project = make(tmp_path)
    project.catalogue("pl", "meetings/meeting").unlink()
    build_site(project, printed=NO_PAPER)
    assert notes(project, "pl/meetings/meeting.html") == [
        "⟦This page is not translated yet. Here it is in English.⟧",
        "⟦You can read the whole page in:⟧ English اردو",
    ]


def test_a_page_that_nobody_translated_into_any_language_says_no_more_than_that(tmp_path):
    project = make(tmp_path)
    for code in ("pl", "ur"):
        project.catalogue(code, "meetings/meeting").unlink()
    build_site(project, printed=NO_PAPER)
    assert notes(project, "pl/meetings/meeting.html") == [
        "⟦This page is not translated yet. Here it is in English.⟧"
    ]


def test_a_page_among_words_that_are_not_whole_is_not_called_whole(tmp_path):
    project = make(tmp_path, offered=True)
    lose(project, "ur", INTERFACE, "Leave this site")
    lose(project, "pl", "meetings/meeting", "Who comes")
    build_site(project, printed=NO_PAPER)
    assert "اردو" not in " ".join(notes(project, "pl/meetings/meeting.html"))


def table(project, path: str) -> list[list[str]]:
    rows = page(project, path).xpath("//section[@class='standings']//tbody/tr")
    return [[words(cell) for cell in row] for row in rows]


def test_the_table_counts_pages_first_pages_and_words_of_every_language(unfinished):
    project, _ = unfinished
    assert table(project, "index.html") == [
        ["Polski", "1 / 2", "1 / 1", "2"],  # "Who comes"
        ["اردو", "1 / 2", "0 / 1", "6"],  # "Read this first. It is short."
        ["Soomaali", "2 / 2", "1 / 1", "0"],
    ]


def test_the_table_is_the_same_in_every_language(unfinished):
    project, _ = unfinished
    assert table(project, "pl/index.html") == table(project, "index.html")


def test_the_chart_has_a_length_for_each_kind_of_page(unfinished):
    project, _ = unfinished
    charts = page(project, "index.html").xpath("//svg[@class='share']")
    found = [
        [(rect.get("class"), rect.get("x"), rect.get("width")) for rect in chart]
        for chart in charts
    ]
    assert found == [
        [("draft", "0", "1"), ("partly", "1", "1")],
        [("draft", "0", "1"), ("partly", "1", "1")],
        [("draft", "0", "2")],
    ]


def test_the_key_of_a_chart_says_the_same_in_words(unfinished):
    project, _ = unfinished
    keys = page(project, "index.html").xpath("//ul[@class='key']")
    assert [words(item) for item in keys[0]] == [
        "Whole pages that nobody has checked yet: 1",
        "Pages of which parts are in English: 1",
    ]


HALF = {"Your meeting": "Twoje spotkanie", "The meeting": "Spotkanie", "Who comes": "Kto będzie"}
"""Translations of half of the messages of MEETING."""


@pytest.mark.parametrize(("missing", "kind"), [(3, "partly"), (4, "english")])
def test_a_page_counts_as_english_when_more_than_half_of_its_messages_are(tmp_path, missing, kind):
    project = make(tmp_path, ("pl",))
    write_catalogue(project, "pl", "meetings/meeting", dict([*HALF.items()][: 6 - missing]))
    build_site(project, ["en"], printed=NO_PAPER)
    (chart,) = page(project, "index.html").xpath("//svg[@class='share']")
    assert [rect.get("class") for rect in chart] == ["draft", kind]


def test_the_chart_tells_pages_that_people_checked_from_those_that_nobody_did(tmp_path):
    project = make(tmp_path, ("pl",))
    checked = digests_of(open_edition(project, "pl", ("index",)), ["index"])
    write_states(project.state("pl"), record_checked({}, checked, "Leeds Polish Group", TODAY))
    build_site(project, ["en"], printed=NO_PAPER)
    (chart,) = page(project, "index.html").xpath("//svg[@class='share']")
    assert [rect.get("class") for rect in chart] == ["checked", "draft"]


def test_an_unfinished_language_is_told_with_the_first_pages_that_wait(unfinished):
    project, _ = unfinished
    text = words(page(project, "index.html").xpath("//section[@class='standings']")[0])
    assert (
        "اردو This language is not on the site yet. Volunteers work on it. "
        "Whole pages that nobody has checked yet: 1 Pages of which parts are in English: 1 "
        "First pages that are not whole yet: Home page" in text
    )


def test_a_language_is_told_that_words_around_its_pages_wait(tmp_path):
    project = make(tmp_path, ("ur",))
    lose(project, "ur", INTERFACE, "Leave this site")
    build_site(project, printed=NO_PAPER)
    text = words(page(project, "index.html").xpath("//section[@class='standings']")[0])
    assert "The words around the pages, such as those of the menu, are not whole yet." in text


def test_a_page_that_does_not_ask_for_the_table_has_none(unfinished):
    project, _ = unfinished
    assert table(project, "meetings/meeting.html") == []


def test_what_is_counted_beforehand_is_what_pages_then_show_in_english(tmp_path):
    project = make(tmp_path / "project")
    lose(project, "pl")
    make_unsafe_heading(project)
    lose(project, "pl", "meetings/meeting", "Your meeting")
    sources = survey(read_sources(project))
    options = Options(printed=NO_PAPER)
    edition = build_language(sources, sources.languages["pl"], tmp_path / "site", options)
    shown = {
        page: len({message.key for message in record.fallbacks})
        for page, record in edition.records.items()
    }
    standing = sources.standings["pl"]
    assert {page: each.missing for page, each in standing.pages.items()} == shown
    assert shown == {"index": 1, "meetings/meeting": 2}
    assert standing.pages["meetings/meeting"].unsafe == 1


def make_unsafe_heading(project):
    change(project, "pl", "meetings/meeting", '"⟦Who comes⟧"', '"⟦Who comes⟧ <b>"')


def test_several_processes_count_what_one_does(tmp_path, monkeypatch):
    project = make(tmp_path)
    lose(project, "ur")
    sources = read_sources(project)
    alone = survey(sources).standings
    monkeypatch.setattr("scripts.survey.FEW", 0)
    assert survey(sources, 2).standings == alone


def test_languages_keep_their_order_whichever_was_counted_first(tmp_path, monkeypatch):
    def last_first(task, codes, *_):
        yield from ((code, task(code, lambda: None)) for code in reversed([*codes]))

    monkeypatch.setattr("scripts.survey.do_all", last_first)
    assert list(survey(read_sources(make(tmp_path))).standings) == ["pl", "ur"]


def test_what_people_type_to_find_a_page_counts_whatever_its_words(tmp_path):
    home = "---\ntitle: Home\nsearch_words: must I go\n---\n# Welcome\n"
    project = make_project(tmp_path, {"index": home}, offered=False)
    polish = {"Home": "Dom", "must I go": "czy mam iść", "Welcome": "Witamy"}
    write_catalogue(project, "pl", "index", polish)
    write(project.glossary("pl"), "language: pl\nmodals: {must: [musisz]}\n")
    assert survey(read_sources(project)).standings["pl"].pages["index"].missing == 0


def test_a_language_that_nobody_has_begun_stands_at_nothing(tmp_path):
    project = make_project(tmp_path, PAGES, begun=False, offered=False)
    standing = survey(read_sources(project)).standings["pl"]
    assert standing.complete == ()
    assert {each.missing == each.total for each in standing.parts} == {True}
