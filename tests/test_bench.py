"""The bench compares what it says: the same content on both sides, wholly translated."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.bench.builds import NAMES, Build, Prepared, prepare, size_of
from tests.bench.corpus import write_corpus
from tests.bench.filling import make_pages
from tests.bench.first_views import Pair, Seen, see_first_views
from tests.bench.measure import BuildError, Run, measure
from tests.bench.pages import name_pages
from tests.bench.plain import write_plain
from tests.bench.table import Result, make_table
from tests.bench.tongues import TONGUES
from tests.bench.waits import Wait
from tests.projects import look, write


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Prepared:
    return prepare(tmp_path_factory.mktemp("bench"), 3, 3, NAMES)


def build_of(prepared: Prepared, name: str) -> Build:
    return next(build for build in prepared.builds if build.name == name)


def digest(folder: Path) -> str:
    """A digest of every file and its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    parts = (str(path.relative_to(folder)).encode() + path.read_bytes() for path in files)
    return sha256(b"".join(parts)).hexdigest()


def test_the_same_seed_gives_the_same_content(tmp_path):
    for name in ("a", "b"):
        write_plain(tmp_path / name / "plain", write_corpus(tmp_path / name / "ours", 2, 3, 1))
    assert digest(tmp_path / "a") == digest(tmp_path / "b")


def test_another_seed_gives_other_content():
    one, other = (make_pages(2, seed, ["police"], ["a-fact"]) for seed in (1, 2))
    assert [page.markdown(str) for page in one] != [page.markdown(str) for page in other]


def test_every_page_of_a_full_corpus_has_a_name_of_its_own():
    assert len(set(name_pages(61))) == 61


def test_every_translation_into_every_language_is_safe(tmp_path):
    corpus = write_corpus(tmp_path, 1, len(TONGUES))
    found = look(corpus.project, "catalogues").problems
    assert [problem for problem in found if not problem.warning] == []


def test_our_build_shows_every_message_translated(prepared):
    said = build_of(prepared, "ours-2").run().output
    parts = [line.partition(";")[0] for line in said.splitlines()]
    assert [part for part in parts if part.endswith(": complete")] == [
        f"{tongue.name} ({tongue.code}): complete" for tongue in TONGUES[1:3]
    ]


def test_plain_material_builds_the_same_pages(prepared):
    build = build_of(prepared, "plain")
    build.run()
    assert size_of(build.output).pages == 9
    texts = [path.read_text(encoding="utf-8") for path in build.output.rglob("index.html")]
    title = prepared.corpus.pages[0].title
    assert all(any(tongue.translate(title) in text for text in texts) for tongue in TONGUES[:3])


def make_results(prepared: Prepared, output: Path, cpu: float) -> list[Result]:
    """Each build of one second, plain Material of two, and `cpu` seconds of a processor."""
    write(output / "index.html", "x" * 2000)
    return [
        Result(build, [Run(2.0 if build.name == "plain" else 1.0, cpu, 10**7)], size_of(output))
        for build in prepared.builds
    ]


def test_the_table_has_a_row_for_each_build(prepared, tmp_path):
    table = make_table(prepared.corpus, make_results(prepared, tmp_path, cpu=2.0))
    rows = [line.split(" | ") for line in table.splitlines() if "|" in line][2:]
    assert [row[0] for row in rows] == [f"| {build.title}" for build in prepared.builds]
    assert [row[3] for row in rows] == ["2.00", "2.00", "1.00", "2.00", "2.00"]


def test_the_table_has_a_row_for_each_wait_in_the_preview(prepared, tmp_path):
    waits = [Wait("this site", "a page", 0.84), Wait("the corpus", "a template", 1.26)]
    table = make_table(prepared.corpus, make_results(prepared, tmp_path, cpu=2.0), waits)
    assert table.splitlines()[-2:] == [
        "| this site | a page | 0.8 |",
        "| the corpus | a template | 1.3 |",
    ]


def test_the_table_says_how_much_more_plain_material_sends_for_a_first_view(prepared, tmp_path):
    ours = Seen("index.html", 4, 10_000, 4_000, 6_000, 0.0)
    plain = Seen("index.html", 14, 250_000, 24_000, 30_000, 0.25)
    results = make_results(prepared, tmp_path, cpu=2.0)
    table = make_table(prepared.corpus, results, views=[Pair("first page", ours, plain)])
    assert table.splitlines()[-3:] == [
        "| first page, Alongside | 4 | 10.0 | 4.0 | 6.0 | 0.000 |",
        "| first page, plain Material | 14 | 250.0 | 24.0 | 30.0 | 0.250 |",
        "| first page, plain ÷ ours | 3.5 | 25.0 | 6.0 | 5.0 | – |",
    ]


def test_the_first_view_of_either_side_is_that_of_the_same_page(prepared):
    builds = [build_of(prepared, name) for name in ("ours-1", "plain")]
    for build in builds:
        build.run()
    pairs = see_first_views(prepared.corpus, builds)
    assert [pair.kind for pair in pairs] == ["first page", "longest page", "right to left"]
    for pair in pairs:
        assert pair.ours.page == pair.plain.page
        assert 1 < pair.ours.requests < pair.plain.requests
        assert pair.ours.to_text < pair.ours.bytes < pair.plain.bytes


@pytest.mark.parametrize(("cpu", "busy"), [(0.8, True), (2.0, False)])
def test_the_table_says_that_the_machine_was_busy(prepared, tmp_path, cpu, busy):
    table = make_table(prepared.corpus, make_results(prepared, tmp_path, cpu))
    assert ("The machine was busy" in table) is busy


def test_a_build_that_fails_is_told_with_its_last_words(tmp_path):
    with pytest.raises(BuildError, match=r"(?s)ended with 3.*the reason"):
        measure([sys.executable, "-c", "print('the reason'); exit(3)"], tmp_path)


def test_the_memory_of_a_child_counts():
    hold = "import time; held = b'x' * 60_000_000; time.sleep(1)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"
    assert measure([sys.executable, "-c", child], Path.cwd()).memory > 60_000_000
