"""The form on which people check a translation with a pen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.__main__ import main
from scripts.days import build_date
from scripts.leaflets import cache
from scripts.leaflets.batch import print_batch
from scripts.leaflets.job import Job
from scripts.leaflets.review import ON_A_LINE, compose_review
from scripts.leaflets.typesetting import Setting
from scripts.problems import ProblemsFound
from tests import paper
from tests.paper import bare
from tests.projects import HOME, TODAY, make_project, write_catalogue

PAGE = "meetings/meeting"
LANGUAGES = (("en", "English", "ltr"), ("pl", "Polski", "ltr"))
MEETING = "---\ntitle: Your meeting\n---\n# The meeting\n\n## Who comes\n\n1. You.\n2. A friend.\n"
POLISH = {"The meeting": "Spotkanie", "Who comes": "Kto przychodzi", "You.": "Ty."}
ROW = (
    '<div class="review-marks"><p>right</p><p>to change</p></div>'
    '<ol><li data-n="4">Ty.<span class="beside" lang="en" data-n="4">{}</span></li></ol>'
)


def project_in(root: Path):
    project = make_project(root, {"index": HOME, PAGE: MEETING}, LANGUAGES)
    write_catalogue(project, "pl", PAGE, POLISH)
    write_catalogue(project, "pl", "index", {})
    return project


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    """The form of a page that has no leaflet, as it is read aloud."""
    folder = tmp_path_factory.mktemp("review")
    project = project_in(folder)
    with build_date(TODAY):
        (printed,) = print_batch(project, ["pl"], [PAGE], folder / "out", review=True)
    assert printed.path.name.endswith("-review.pdf")
    return bare(paper.Paper(printed.path).tags.text)


def test_each_numbered_part_stands_beside_its_english_with_two_boxes(form):
    for own, english in (("1Spotkanie", "1Themeeting"), ("3Ty.", "3You.")):
        assert f"{own}{english}righttochange" in form
    assert form.count("righttochange") == 3


def test_what_is_not_translated_yet_stands_there_once_with_nothing_to_tick(form):
    assert form.count("Afriend.") == 1
    assert "Afriend.righttochange" not in form


def test_the_head_says_what_to_do_and_asks_for_a_team_and_where_the_paper_goes(form):
    for said in ("Check this translation with a pen", "Name of your team", "send this paper to:"):
        assert form.count(bare(said)) == 2  # for the reader, and in English


def test_the_paper_says_of_which_words_of_which_file_it_is_and_of_which_day(form):
    _, after = form.split("locale/pl/meetings/meeting.po")
    assert re.match(r"\W*[0-9a-f]{16}\W*·2026-11-21", after), after[:60]


def rows(english):
    found = compose_review(ROW.format(english), lambda link: None, None).xml.findall("row")
    return [row.get("lines") for row in found]


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        (f'<p lang="en" data-n="4">{"w" * 70}</p>', "2"),
        (f'<ul><li data-n="4"><span lang="en">{"w" * 70}</span><p>Ty.</p></li></ul>', "2"),
        (f'<div translate="no"><p lang="en" data-n="4">{"w" * 70}</p></div>', "1"),
    ],
    ids=["a paragraph", "an item with parts in it", "what stays in English"],
)
def test_a_part_in_english_alone_stands_among_the_english(part, lines):
    marks = '<div class="review-marks"><p>right</p></div>'
    (row,) = compose_review(marks + part, lambda link: None, None).xml.findall("row")
    said = [(each.tag, "".join(each.itertext())) for each in row]
    assert said == [("own", ""), ("english", "w" * 70)]
    assert row.get("lines") == lines


def test_a_longer_part_has_more_lines_to_write_on():
    assert rows("You.") == ["1"]
    assert rows("w" * (ON_A_LINE + 1)) == ["2"]
    assert rows("<strong>w</strong>" + "w" * ON_A_LINE) == ["2"]


def test_a_page_that_nobody_translated_has_no_form(tmp_path):
    project = project_in(tmp_path)
    with pytest.raises(ProblemsFound) as caught:
        print_batch(project, ["pl"], ["index"], tmp_path / "out", review=True)
    (problem,) = caught.value.problems
    assert (problem.where, problem.what, problem.remedy) == (
        "locale/pl/index.po",
        "Nobody has translated this page yet.",
        "Translate it first, or name another page.",
    )


def test_a_form_and_a_leaflet_of_the_same_words_are_kept_apart():
    languages = {"pl": {"family": "Noto Sans", "direction": "ltr"}}
    keys = set()
    for review in (False, True):
        setting = Setting("pl", "en", languages, "Title", "Us", review=review)
        job = Job("a", "a.po", "a.pdf", "<p></p>", None, True, setting)
        keys.add(cache.key_of("press", *job.content))
    assert len(keys) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("pl", "index", "--language", "ur"), "makes that language alone: take --language out."),
        (("pl",), "Name the pages that people are to check: --review pl PAGE."),
        (("pl", "interface"), "Name the pages that people are to check"),
        (("en", "index"), "Pages are written in en: that is no translation."),
    ],
)
def test_what_makes_no_form_is_refused(tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    make_project(tmp_path)
    result = CliRunner().invoke(main, ["leaflets", "--review", *words])
    assert result.exit_code == 2
    assert said in result.stderr
