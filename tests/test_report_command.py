"""`alongside report`: from a repository to a report with pictures, whatever a revision holds."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner

from scripts import reporting
from scripts.__main__ import main
from scripts.proposals import pictures
from tests.checkouts import POLISH, Checkout, git
from tests.projects import write, write_catalogue

WITAJCIE = POLISH | {"Welcome": "Witajcie"}
RUN = "import os\nopen(os.environ['TRACE'], 'a').write(__file__)\n"
JINJA = "{{ config.__class__.__init__.__globals__['os'].system('touch $TRACE') }}"
HOOK = "hooks: [docs/hook.py]\nplugins: [alongside]\ntheme: {name: material}\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return Checkout.make(tmp_path_factory.mktemp("made") / "checkout")


@pytest.fixture
def checkout(made, tmp_path, monkeypatch):
    """A checkout that a test may change, as the current folder."""
    root = tmp_path / "checkout"
    shutil.copytree(made.root, root)
    monkeypatch.chdir(root)
    return Checkout(type(made.project)(root))


def report(*words):
    return CliRunner().invoke(main, ["report", *words])


def test_the_files_as_they_are_now_are_compared(checkout):
    write_catalogue(checkout.project, "pl", "index", WITAJCIE)
    result = report("--since", "main")
    assert "<h2>Thank you. Your sentence is fine." in result.stdout
    assert result.exit_code == 0


def test_it_ends_with_1_where_something_cannot_be_shown(checkout):
    write_catalogue(checkout.project, "pl", "index", POLISH | {"Welcome": "<b>Witamy</b>"})
    assert report("--since", "main").exit_code == 1


def test_a_change_of_the_english_is_shown_with_what_waits_for_it(checkout):
    page = checkout.project.page("index")
    write(page, page.read_text(encoding="utf-8").replace("Read this first.", "Read this now."))
    assert CliRunner().invoke(main, ["update"]).exit_code == 0
    result = report("--since", "main", "--format", "json")
    found = json.loads(result.stdout)
    assert found["english"] == [
        {"page": "index", "sentences": [["Read this first.", "Read this now."]]}
    ]
    (message,) = [each for language in found["languages"] for page in language["pages"]
                  for each in page["messages"] if each["change"]["old"]]  # fmt: skip
    assert message["shown"] == "English, because the translation is marked as in doubt (fuzzy)"
    assert found["wrong"] is False


def test_an_english_page_is_pictured_also_where_no_sentence_of_it_is_translated(
    checkout, tmp_path, monkeypatch
):
    asked = []
    monkeypatch.setattr(
        reporting, "take_pictures", lambda projects, pages, *_: asked.extend(pages) or []
    )
    page = checkout.project.page("index")
    write(page, page.read_text(encoding="utf-8") + "\nDear council\n{ translate=no }\n")
    result = report("--since", "main", "--pictures", str(tmp_path / "pictures"))
    assert asked == [("en", "index")]
    assert "<h2>English pages changed, and no sentence did that is translated." in result.stdout


def test_what_is_no_file_is_told_in_the_report(checkout):
    newest = checkout.commit_entry("120000", "locale/pl/evil.po", "/etc/passwd")
    result = report("--since", "HEAD~1", "--until", newest)
    assert result.exit_code == 1
    assert "<code>locale/pl/evil.po</code><br>This is no file" in result.stdout
    assert "root:" not in result.stdout


def test_what_was_wrong_in_the_file_before_is_counted_and_is_no_fault_of_the_change(checkout):
    unsafe = POLISH | {"Read this first.": "<b>Przeczytaj</b> to 3 razy."}  # two faults in one
    write_catalogue(checkout.project, "pl", "index", unsafe)
    checkout.commit()
    write_catalogue(checkout.project, "pl", "index", unsafe | {"Welcome": "Witajcie"})
    result = report("--since", "HEAD")
    assert result.exit_code == 0
    assert (
        "1 other passage of these files cannot be shown or is worth a look; "
        "this change did not touch it."
    ) in result.stdout


WHOLE = POLISH | {"Home page": "Strona główna", "Where to begin.": "Od czego zacząć."}


@pytest.mark.parametrize(
    ("words", "lost"),
    [(("drafted",), False), (("checked", "--by", "Leeds Polish Group"), True)],
    ids=["drafted", "checked"],
)
def test_a_check_that_an_edit_takes_away_is_told_and_a_draft_is_no_check(checkout, words, lost):
    write_catalogue(checkout.project, "pl", "index", WHOLE)
    assert CliRunner().invoke(main, [*words, "pl", "index"]).exit_code == 0
    checkout.commit()
    write_catalogue(checkout.project, "pl", "index", WHOLE | {"Welcome": "Witajcie"})
    said = report("--since", "HEAD").stdout
    assert ("this change takes the check away" in said) == lost
    assert ("index was checked by Leeds Polish Group" in said) == lost


def test_a_file_that_holds_itself_is_read_to_an_end(checkout):
    write(checkout.project.glossary("pl"), "language: pl\nterms: &terms [*terms]\n")
    result = report("--since", "main")
    assert result.exit_code == 1
    assert "<code>locale/pl/glossary.yml" in result.stdout


def test_a_catalogue_of_no_page_is_called_wrong(checkout):
    write_catalogue(checkout.project, "pl", "nowhere", {"Hello": "Dzień dobry"})
    result = report("--since", "main")
    assert result.exit_code == 1
    assert "There is no page docs/nowhere.md." in result.stdout


def test_a_first_page_that_is_not_there_is_told_in_the_report(checkout):
    listed = checkout.project.languages.read_text(encoding="utf-8")
    write(checkout.project.languages, listed.replace("- index", "- start"))
    write_catalogue(checkout.project, "pl", "index", WITAJCIE)
    result = report("--since", "main")
    assert result.exit_code == 1
    assert "core names the page start, and there is no docs/start.md." in result.stdout


def test_an_unknown_revision_is_named(checkout):
    result = report("--since", "nowhere")
    assert result.exit_code == 1
    assert "There is no commit, branch or tag 'nowhere' here." in result.stderr


def test_where_no_browser_is_the_report_says_so_and_goes_on(checkout, tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "find_chromium", lambda: None)
    write_catalogue(checkout.project, "pl", "index", WITAJCIE)
    result = report("--since", "main", "--pictures", str(tmp_path / "pictures"))
    assert "There are no pictures: no Chromium or Chrome was found" in result.stdout
    assert result.exit_code == 0


def test_nothing_of_a_revision_is_run_and_its_pages_are_pictured(
    checkout, chromium, tmp_path, monkeypatch
):
    """Programs, settings, templates and a template in a translation: none leaves a trace."""
    trace = tmp_path / "trace"
    monkeypatch.setenv("TRACE", str(trace))
    theirs = ("scripts/__init__.py", "scripts/hooks.py", "docs/hook.py", "sitecustomize.py",
              "conftest.py", "locale/__init__.py")  # fmt: skip
    for name in theirs:
        write(checkout.root / name, RUN)
    write(checkout.root / "mkdocs.yml", HOOK)
    write(checkout.root / "overrides/main.html", JINJA)
    write(checkout.root / ".gitattributes", "*.po filter=evil diff=evil\n")
    write_catalogue(checkout.project, "pl", "index", WITAJCIE | {"Read this first.": JINJA})
    newest = checkout.commit()
    git(checkout.root, "checkout", "--quiet", "--detach", "HEAD~1")
    folder = tmp_path / "pictures"
    result = report("--since", "HEAD", "--until", newest, "--pictures", str(folder),
                    "--pictures-at", "https://p.test/")  # fmt: skip
    assert "There are no pictures" not in result.stdout
    assert sorted(each.name for each in folder.iterdir()) == ["1-after.png", "1-before.png"]
    assert all(each.read_bytes().startswith(b"\x89PNG\r\n\x1a\n") for each in folder.iterdir())
    assert 'src="https://p.test/1-after.png"' in result.stdout
    assert "<code>mkdocs.yml</code> was changed: how the site is made" in result.stdout
    assert "config.__class__" in result.stdout and "cannot be shown yet" in result.stdout
    assert not trace.exists()
    assert git(checkout.root, "status", "--porcelain") == ""
