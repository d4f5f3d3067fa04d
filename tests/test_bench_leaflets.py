"""The bench makes the same leaflets in each way, and tells what each took beside ours."""

from __future__ import annotations

import html
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from scripts.leaflets.making import Job, Made
from scripts.leaflets.typesetting import Setting
from scripts.leaflets.unseen_font import NAME as UNSEEN
from scripts.sources import read_sources
from scripts.workers import do_all
from tests.bench import press
from tests.bench.leaflet_rows import describe_leaflets
from tests.bench.leaflets import CACHED, OURS, TYPST, WEASY, Making, Makings, summarise
from tests.bench.orders import choose_pages, copy_press
from tests.bench.rival import reason, why_not
from tests.bench.weasy_pages import STYLE, font_files, make_style, write_pages
from tests.projects import REAL

URDU = {"family": "Noto Nastaliq Urdu", "direction": "rtl"}
ENGLISH = {"family": "Noto Sans", "direction": "ltr"}
SETTING = Setting("ur", "en", {"ur": URDU, "en": ENGLISH}, "گھر <&>", "Alongside")
JOB = Job("index", "docs/index.md", "paper/ur/leaflet-000001.pdf", "<h1>گھر</h1>\n<p>میٹنگ 12</p>",
          None, False, SETTING)  # fmt: skip


@pytest.fixture(scope="module")
def sources():
    return read_sources(REAL)


def test_the_pages_that_families_need_first_are_chosen_first(sources):
    chosen = choose_pages(sources, 12)
    core = [page for page in sources.languages.core if page in choose_pages(sources, 999)]
    assert chosen[: len(core)] == core
    assert len(set(chosen)) == 12


@pytest.mark.parametrize("number", [1, 30])
def test_so_many_pages_are_chosen_as_are_wanted(sources, number):
    assert len(set(choose_pages(sources, number))) == number


def test_all_pages_with_leaflets_are_chosen_where_more_are_wanted(sources):
    chosen = choose_pages(sources, 999)
    assert sorted(chosen) == [n for n, p in sorted(sources.pages.items()) if p.meta.get("leaflet")]


def make_twice(folder: Path, way: str) -> tuple[list[Made], list[int]]:
    """What came of a leaflet that is ordered twice, and how often it had been set by then; in a
    process of its own, as the bench has it."""
    with closing(do_all(make_here, iter([(folder, way)]), 1, list, apart=True)) as results:
        return next(found for _, found in results)


def make_here(item: tuple[Path, str], _) -> tuple[list[Made], list[int]]:
    folder, way = item
    project, made, counts = copy_press(folder, REAL), [], []
    with press.counted() as sizes, press.without_layer(way == press.ALONE):
        for _ in range(2):
            made += press.make(project, [JOB])[1].values()
            counts.append(len(sizes))
    return made, counts


def test_a_leaflet_is_made_once_and_then_taken_from_the_cache(tmp_path):
    made, counts = make_twice(tmp_path, press.WHOLE)
    assert counts == [1, 1]
    assert made[0] == made[1]


def test_typst_alone_puts_no_layer_of_text_over_a_leaflet(tmp_path):
    found = {}
    for way in (press.WHOLE, press.ALONE):
        make_twice(tmp_path / way, way)
        with pikepdf.open(tmp_path / way / "site" / JOB.file) as document:
            found[way] = UNSEEN in document.pages[0].Resources.Font
    assert found == {press.WHOLE: True, press.ALONE: False}


def test_weasyprint_is_given_the_same_words_in_the_size_that_ours_came_to(tmp_path):
    write_pages(tmp_path, [JOB], {JOB.file: 9.0}, REAL.fonts)
    page = (tmp_path / "leaflet-000001.html").read_text(encoding="utf-8")
    assert JOB.html in page
    assert '<html lang="ur" dir="rtl" style="font-size: 9.0pt">' in page
    assert f"<title>{html.escape(SETTING.title)}</title>" in page
    assert "columns: 1;" in (tmp_path / STYLE).read_text(encoding="utf-8")


def test_leaflets_in_two_languages_have_two_columns(tmp_path):
    write_pages(tmp_path, [replace(JOB, two_languages=True)], {JOB.file: 9.0}, REAL.fonts)
    assert "columns: 2;" in (tmp_path / STYLE).read_text(encoding="utf-8")


def test_weasyprint_is_given_each_font_of_ours_in_both_weights(sources):
    files = list(font_files(REAL.fonts))
    for family in {language.font for language in sources.languages.all}:
        style = make_style(family, True, files)
        for weight in ("normal", "bold"):
            assert f'font-family: "{family}"; font-weight: {weight}; src: url("file:///' in style


def make(language: str, way: str, cpu: float, **more: int) -> Making:
    return Making(language, way, 12, cpu, 40, 1_200_000, more.get("settings", 19), 200_000_000)


def test_the_table_has_a_row_for_each_way_with_its_time_beside_ours():
    made = [make("Urdu", OURS, 6.0), make("Urdu", CACHED, 0.012, settings=0),
            make("Urdu", TYPST, 3.0), make("Urdu", WEASY, 18.0)]  # fmt: skip
    _, table, *_ = describe_leaflets(Makings(12, 1, made))
    assert table.splitlines()[2:] == [
        "| Urdu, Alongside | 2.00 | 1.00 | 40 | 100 | 19 | 200 |",
        "| Urdu, Alongside, from the cache | 1000 | 0.002 | 40 | 100 | 0 | – |",
        "| Urdu, Typst alone, no text layer | 4.00 | 0.50 | 40 | 100 | 19 | 200 |",
        "| Urdu, WeasyPrint | 0.67 | 3.00 | 40 | 100 | 19 | 200 |",
    ]


def test_the_report_says_in_one_line_why_weasyprint_is_not_in_it():
    told = list(describe_leaflets(Makings(12, 1, [make("Urdu", OURS, 6.0)], "there is no Pango")))
    assert told[-1] == "WeasyPrint is not in the table: there is no Pango."


def test_of_several_runs_the_median_counts_and_the_most_memory():
    runs = [{"cpu": cpu, "pages": 4, "bytes": 9, "memory": memory}
            for cpu, memory in ((5.0, 1), (2.0, 3), (3.0, 2))]  # fmt: skip
    made = summarise("Urdu", WEASY, 2, runs)
    assert (made.cpu, made.memory, made.settings) == (3.0, 3, 2)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("WARNING: slow\nERROR: Not 1.0 (of: 0.8)\nERROR: No match found\nmake: *** Error 1\n",
         "No match found"),
        ("Traceback:\n  x\nOSError: cannot load library 'libpango'\nAdditionally, see the guide\n",
         "OSError: cannot load library 'libpango'"),
        ("make: nothing to be done\n", "make: nothing to be done"),
        ("", ""),
    ],
)  # fmt: skip
def test_the_line_that_tells_most_is_told(said, told):
    assert reason(said) == told


def test_what_pip_said_is_told_where_weasyprint_could_not_be_installed(tmp_path):
    said = tmp_path / "bench.log"
    said.write_text("ERROR: No space left on device\n", encoding="utf-8")
    assert why_not(tmp_path, said) == "it could not be installed (No space left on device)"


def test_a_weasyprint_that_cannot_be_loaded_is_told_with_its_reason(tmp_path):
    (tmp_path / "ready").touch()
    (tmp_path / "weasyprint.py").write_text("raise OSError('no Pango')\n", encoding="utf-8")
    assert why_not(tmp_path) == "it could not be loaded (OSError: no Pango)"
