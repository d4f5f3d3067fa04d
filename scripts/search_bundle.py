"""The search of one language: Pagefind's index, and the list of words and pages beside it.

Each language has a bundle of its own, so that a reader loads hers and no other. Pagefind gets
folded words and the language "und": it cuts no endings, so that its words are those of the list, in
which the script finds what a reader may have meant. Of its many files only those are kept that the
script asks for; the names of pages stand in the list, so that no result costs a request.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind.service import get_executable

from scripts.edition import Edition
from scripts.fold import table
from scripts.interface import Text
from scripts.problems import ProblemsFound
from scripts.search_endings import endings_of
from scripts.search_records import Record, is_searched, read_records

FOLDER = "assets/search"
"""Where the bundles are in the site, each under the code of its language."""

LIST = "words.json"
UNSTEMMED = "und"
"""The language of BCP 47 that says that none is known."""

WEIGHTS = (10, 7, 5, 4, 3, 1)
"""How much a word counts in the title, the search words, the words in English, the description, a
heading, the text.
Pagefind allows 10 at most."""

SIGNATURE = b"pagefind_dcd"
"""What stands before the content of each of Pagefind's files."""

KEPT = ("pagefind.js", "wasm.unknown.pagefind", "pagefind.*.pf_meta", "index/*.pf_index")
ENTRY = "pagefind-entry.json"
HARM = "Readers could not search the site."


def write_search(edition: Edition, site: Path) -> None:
    """Write the bundle of an edition that was built into the folder of its site; none where no
    page has the search on it. Raises ProblemsFound where Pagefind fails."""
    if is_searched(edition):
        records = read_records(edition)
        folder = site / FOLDER / edition.language.code
        with TemporaryDirectory(prefix="alongside-") as work:
            made = run_pagefind(records, Path(work))
            keep_used(made, folder)
            names = read_names(made)
        listed = make_list(records, names, edition.language.code)
        (folder / LIST).write_text(_json(listed), encoding="utf-8")


def run_pagefind(records: list[Record], work: Path) -> Path:
    """The folder with all that Pagefind makes of the records. Raises ProblemsFound."""
    pages, made = work / "pages", work / "made"
    pages.mkdir()
    for number, record in enumerate(records):
        (pages / f"{number:05}.html").write_text(_html(record), encoding="utf-8")
    command = ["--site", pages, "--output-path", made, "--force-language", UNSTEMMED, "--silent"]
    try:
        program = get_executable() or "pagefind"
        done = subprocess.run([program, *command], cwd=work, capture_output=True, text=True)
    except OSError as error:
        raise _failed(error.strerror or str(error)) from error
    if done.returncode or not (made / ENTRY).exists():
        raise _failed((done.stderr or done.stdout).strip() or f"exit code {done.returncode}")
    return made


def _failed(why: str) -> ProblemsFound:
    what = f"Pagefind, which makes the index of the search, failed: {why}"
    remedy = "Run make clean, then make site, to install it anew."
    return ProblemsFound.one("requirements.lock", 0, what, HARM, remedy)


def _html(record: Record) -> str:
    """A page for Pagefind: folded words need no escape."""
    parts = "".join(
        f'<p data-pagefind-weight="{weight}">{words}</p>'
        for weight, words in zip(WEIGHTS, record.parts, strict=True)
    )
    return f"<!doctype html><html><body>{parts}</body></html>"


def keep_used(made: Path, folder: Path) -> None:
    """Copy what the script asks for, with the keys of the entry in one order: Pagefind's changes
    from run to run."""
    for pattern in KEPT:
        for path in made.glob(pattern):
            target = folder / path.relative_to(made)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    entry = json.loads((made / ENTRY).read_text(encoding="utf-8"))
    (folder / ENTRY).write_text(json.dumps(entry, sort_keys=True), encoding="utf-8")


def read_names(made: Path) -> dict[int, str]:
    """What Pagefind calls each record in its results, by the number of the record."""
    names = {}
    for path in made.glob("fragment/*.pf_fragment"):
        content = gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE)
        names[int(Path(json.loads(content)["url"]).stem)] = path.stem
    return names


def make_list(records: list[Record], names: dict[int, str], code: str) -> dict[str, object]:
    """All that the script must know beside the index: the table, the pages and the words, each
    with the number of pages that have it."""
    counts = Counter(word for record in records for word in record.words)
    return {
        "fold": table(),
        **endings_of(code),
        "pages": {names[number]: _page(record) for number, record in enumerate(records)},
        "words": " ".join(f"{word} {count}" for word, count in sorted(counts.items())),
    }


def _page(record: Record) -> list[object]:
    """Address, title, description; whether the two and the page are in English."""
    marks = [_is_english(record.title), _is_english(record.description), record.english]
    return [record.url, record.title, record.description, *map(int, marks)]


def _is_english(text: Text) -> bool:
    return text.language is not None


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
