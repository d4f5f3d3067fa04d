"""What git says of a revision, and what of it comes onto the disk."""

from __future__ import annotations

import shutil

import pytest

from scripts.problems import ProblemsFound
from scripts.proposals.entries import LARGEST, is_safe
from scripts.proposals.revisions import Change, Repository
from scripts.proposals.trees import write_project
from tests.checkouts import Checkout, git
from tests.projects import write

HOSTILE = "from pathlib import Path\nPath('was-run').write_text('x')\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return Checkout.make(tmp_path_factory.mktemp("made") / "checkout")


@pytest.fixture
def checkout(made, tmp_path):
    """A checkout that a test may change."""
    root = tmp_path / "checkout"
    shutil.copytree(made.root, root)
    return Checkout(type(made.project)(root))


def told(error):
    return [(problem.path, problem.what) for problem in error.value.problems]


def test_changes_are_named_with_what_was_done(checkout):
    write(checkout.root / "locale/pl/index.po", "")
    write(checkout.root / "docs/żółw.md", "x")
    (checkout.root / "contacts.yml").unlink()
    repository = Repository.at(checkout.root)
    wanted = [
        Change("contacts.yml", "removed"),
        Change("docs/żółw.md", "added"),
        Change("locale/pl/index.po", "changed"),
    ]
    assert repository.changes("HEAD", None) == wanted
    assert repository.changes("HEAD", checkout.commit()) == []
    assert repository.changes("HEAD~1", "HEAD") == wanted


def test_what_came_on_the_other_side_meanwhile_is_no_change(checkout):
    first = git(checkout.root, "rev-parse", "HEAD")
    git(checkout.root, "checkout", "--quiet", "-b", "polish")
    write(checkout.root / "docs/index.md", "newest")
    newest = checkout.commit()
    git(checkout.root, "checkout", "--quiet", "main")
    write(checkout.root / "docs/index.md", "other")
    assert Repository.at(checkout.root).common(checkout.commit(), newest) == first


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "-h", "", "main; id"])
def test_a_name_that_means_no_commit_is_refused(made, name):
    with pytest.raises(ProblemsFound) as error:
        Repository.at(made.root).commit(name)
    assert told(error) == [("git", f"There is no commit, branch or tag {name!r} here.")]


def test_a_folder_that_git_does_not_keep_is_named(tmp_path):
    with pytest.raises(ProblemsFound) as error:
        Repository.at(tmp_path)
    assert "not the top of a git repository" in told(error)[0][1]


def test_a_clone_of_the_newest_commits_alone_says_how_to_fetch_the_others(checkout, tmp_path):
    git(checkout.root, "checkout", "--quiet", "--orphan", "other")
    write(checkout.root / "docs/index.md", "other")  # or the commit could be the first once more
    checkout.commit()
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch",
        f"file://{checkout.root}", "shallow")  # fmt: skip
    repository = Repository.at(tmp_path / "shallow")
    with pytest.raises(ProblemsFound) as error:
        repository.common(repository.commit("origin/main"), repository.commit("origin/other"))
    assert error.value.problems[0].remedy == "Fetch the others: git fetch --unshallow"


def test_only_words_and_figures_are_taken_from_a_revision(checkout, tmp_path):
    theirs = ("scripts/__init__.py", "overrides/main.html", "mkdocs.yml", "pyproject.toml",
              "docs/evil.py", "docs/overrides.html", "locale/pl/evil.sh", "fonts/evil.ttf",
              "sitecustomize.py")  # fmt: skip
    for name in theirs:
        write(checkout.root / name, HOSTILE)
    write(checkout.root / "docs/index.md", "Theirs\n")
    write(checkout.root / "locale/pl/index.po", "theirs\n")
    newest = checkout.commit()
    git(checkout.root, "checkout", "--quiet", "HEAD~1")
    repository = Repository.at(checkout.root)
    made = write_project(checkout.project, repository, newest, tmp_path / "new")
    assert made.page("index").read_text(encoding="utf-8") == "Theirs\n"
    assert made.catalogue("pl", "index").read_text(encoding="utf-8") == "theirs\n"
    texts = [path.read_bytes() for path in made.root.rglob("*") if path.is_file()]
    assert HOSTILE.encode() not in texts
    assert (made.root / "mkdocs.yml").read_bytes() == checkout.project.config.read_bytes()


@pytest.mark.parametrize(
    ("mode", "path", "content", "what"),
    [
        ("120000", "locale/pl/a.po", "/etc/passwd",
         "This is no file: it is a link to another place."),
        ("120000", "docs/a.md", "../organisation.yml",
         "This is no file: it is a link to another place."),
        ("160000", "docs/a.md", "1" * 40,
         "This is no file: it is a repository within the repository."),
        ("100644", "docs/a\\b.md", "x", "The path of this file is not one of plain names."),
        ("100644", "docs/a\u202e.md", "x", "The path of this file is not one of plain names."),
        ("100644", "docs/a.md", "x" * (LARGEST + 1),
         f"The file has {LARGEST + 1} bytes; at most {LARGEST} are read."),
    ],
)  # fmt: skip
def test_what_is_no_plain_file_is_refused(checkout, tmp_path, mode, path, content, what):
    newest = checkout.commit_entry(mode, path, content)
    with pytest.raises(ProblemsFound) as error:
        write_project(checkout.project, Repository.at(checkout.root), newest, tmp_path / "new")
    assert told(error) == [(path, what)]
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "path", ["../a.md", "/a.md", "docs/../../a.md", "docs//a.md", "docs/.git/a", "docs/.GIT/a",
             "docs/a:b.md", "docs/a\nb.md", "docs/. /a.md"]
)  # fmt: skip
def test_no_path_leads_out_of_its_folder(path):
    assert not is_safe(path)


def test_a_path_in_any_script_is_safe():
    assert is_safe("docs/użytkownik/صفحہ.md")
