"""The workflow that reports on proposed translations: who may do what, and its steps at work."""

from __future__ import annotations

import json
import re

import pytest

from scripts.proposals.markdown import MARKER
from tests.checkouts import git
from tests.projects import write
from tests.workflows import (
    FOLDER,
    NOTING,
    calls_in,
    read_workflow,
    run_step,
    step_of,
    write_program,
)

WORKFLOW = FOLDER / "translations.yml"
PNG = b"\x89PNG\r\n\x1a\nrest"
NAMES = ("pictures", "post", "shown", "tidy")
COMMIT = "c" * 40
HOSTILE = f"{MARKER}\n`id` $(touch $TRACE) \"quoted\" 'x' ; exit 1 | $NUMBER ${{{{ x }}}}\n"
FAKE_GH = f"""\
{NOTING}
if "--paginate" in sys.argv:
    print(os.environ["COMMENTS"], end="")
if "--silent" in sys.argv and "/git/ref/" in sys.argv[2]:
    sys.exit(int(os.environ["MISSING"]))
"""


@pytest.fixture(scope="module")
def workflow():
    return read_workflow(WORKFLOW)


@pytest.fixture(scope="module")
def jobs(workflow):
    return workflow["jobs"]


def do_step(workflow, name, folder, **environment):
    """Run a step for pull request 7, with a stand-in for GitHub; how it ended."""
    write_program(folder / "bin/gh", FAKE_GH)
    given = {
        "NUMBER": "7",
        "GITHUB_REPOSITORY": "us/guide",
        "GITHUB_SERVER_URL": f"file://{folder}",
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "TRACE": str(folder / "trace"),
    }
    return run_step(workflow, name, folder, **given | environment)


def test_each_job_has_the_one_right_that_it_needs(workflow, jobs):
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "report": {"contents": "read"},
        "pictures": {"contents": "write"},
        "post": {"pull-requests": "write"},
        "shown": {},
        "tidy": {"contents": "write"},
    }


def test_it_runs_as_our_own_branch_has_it_and_one_at_a_time_for_each_change(workflow):
    assert list(workflow[True]) == ["pull_request_target"]  # YAML takes `on` for a truth value
    assert workflow[True]["pull_request_target"]["branches"] == ["main"]
    assert workflow["concurrency"]["group"].endswith("${{ github.event.pull_request.number }}")
    assert all(job["timeout-minutes"] <= 30 for job in workflow["jobs"].values())


def test_only_our_own_branch_is_checked_out_and_its_token_is_not_kept(jobs):
    used = [(name, s) for name, job in jobs.items() for s in job["steps"] if "checkout@" in
            s.get("uses", "")]  # fmt: skip
    ((name, step),) = used
    assert name == "report"
    assert step["with"] == {"persist-credentials": False, "fetch-depth": 0}
    assert not re.search(r"\bgit\b.*\b(checkout|switch|worktree|merge|pull)\b",
                         WORKFLOW.read_text(encoding="utf-8"))  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_jobs_that_may_write_use_no_program_but_gh_git_and_the_shell(jobs, name):
    runs = " ".join(step.get("run", "") for step in jobs[name]["steps"])
    assert not re.search(r"\b(python|make|bin/alongside|pip|node|npm|curl|source|eval)\b", runs)
    assert all("download-artifact@" in step.get("uses", "download-artifact@")
               for step in jobs[name]["steps"])  # fmt: skip


def test_what_reads_the_change_gets_no_token_no_secret_and_no_cache(jobs):
    text = WORKFLOW.read_text(encoding="utf-8")
    assert "secrets." not in text and "actions/cache" not in text
    assert not any("github.token" in str(step) for step in jobs["report"]["steps"])
    assert all("cache" not in step.get("with", {}) for step in jobs["report"]["steps"])


def test_no_word_of_a_stranger_comes_near_a_command():
    given = set(re.findall(r"\$\{\{\s*(.*?)\s*\}\}", WORKFLOW.read_text(encoding="utf-8")))
    assert given == {
        "github.event.pull_request.number", "github.event.pull_request.head.sha",
        "github.token", "runner.temp",
        "needs.pictures.outputs.commit", "needs.report.outputs.found",
        "steps.look.outputs.found", "steps.push.outputs.commit",
    }  # fmt: skip


def test_the_change_is_fetched_as_data_and_no_file_of_it_is_written(workflow, tmp_path):
    theirs, ours = tmp_path / "theirs", tmp_path / "ours"
    theirs.mkdir()
    git(theirs, "init", "--quiet", "--initial-branch=main")
    write(theirs / "a.py", "ours\n")
    git(theirs, "add", "--all")
    git(theirs, "commit", "--quiet", "-m", "One")
    git(tmp_path, "clone", "--quiet", str(theirs), "ours")
    write(theirs / "a.py", "theirs\n")
    git(theirs, "commit", "--quiet", "--all", "-m", "`touch $TRACE`")
    git(theirs, "update-ref", "refs/pull/7/head", "HEAD")
    result = do_step(workflow, "Fetch the change as data", ours)
    assert result.returncode == 0, result.stderr
    assert git(ours, "rev-parse", "refs/alongside/proposed") == git(theirs, "rev-parse", "HEAD")
    assert (ours / "a.py").read_text(encoding="utf-8") == "ours\n"
    assert not (ours / "trace").exists()


@pytest.mark.parametrize(
    ("end", "words", "fails"),
    [(0, "fine", False), (1, "wrong", False), (1, "", True), (2, "x", True), (130, "x", True)],
)
def test_a_sentence_that_cannot_be_shown_is_no_failure_but_no_report_is(
    workflow, tmp_path, end, words, fails
):
    program = tmp_path / ".venv/bin/alongside"
    write(program, f'#!/bin/sh\nprintf "%s\\n" "$@" > asked\nprintf "{words}"\nexit {end}\n')
    program.chmod(0o755)
    assert (do_step(workflow, "Look at it", tmp_path, HEAD="b" * 40).returncode != 0) == fails
    asked = (tmp_path / "asked").read_text(encoding="utf-8").split("\n")
    assert asked[:5] == ["report", "--since", "origin/main", "--until", "b" * 40]
    if not fails:
        assert (tmp_path / "output").read_text(encoding="utf-8") == f"found={end}\n"


@pytest.fixture
def store(tmp_path):
    """A repository that pictures may be pushed to."""
    (tmp_path / "us").mkdir()
    git(tmp_path, "init", "--quiet", "--bare", "us/guide")
    (tmp_path / "report/pictures").mkdir(parents=True)
    return tmp_path / "us/guide"


def test_pictures_and_nothing_else_are_pushed_to_a_branch_of_their_own(workflow, tmp_path, store):
    for name in ("1-before.png", "1-after.png", "9-after.png", "x;touch $TRACE.png", "evil.yml"):
        (tmp_path / "report/pictures" / name).write_bytes(PNG)
    (tmp_path / "report/pictures/2-after.png").symlink_to("/etc/passwd")
    result = do_step(workflow, "Push the pictures", tmp_path)
    assert result.returncode == 0, result.stderr
    (branch,) = git(store, "for-each-ref", "--format=%(refname)").split()
    assert branch == "refs/heads/report-pictures/pr-7"
    assert git(store, "ls-tree", "-r", "--name-only", branch).split() == [
        "1-after.png", "1-before.png",
    ]  # fmt: skip
    assert git(store, "rev-list", "--count", branch) == "1"
    assert (tmp_path / "output").read_text() == f"commit={git(store, 'rev-parse', branch)}\n"
    assert not (tmp_path / "trace").exists()


@pytest.mark.parametrize(
    "content", [b"#!/bin/sh\nid\n", b"<svg onload=alert(1)>", b"", PNG + bytes(2_000_000)]
)
def test_what_is_no_picture_or_too_large_is_not_pushed(workflow, tmp_path, store, content):
    (tmp_path / "report/pictures/1-after.png").write_bytes(content)
    assert do_step(workflow, "Push the pictures", tmp_path).returncode != 0
    assert git(store, "for-each-ref") == ""


def test_without_pictures_nothing_is_pushed(workflow, tmp_path, store):
    assert do_step(workflow, "Push the pictures", tmp_path).returncode == 0
    assert git(store, "for-each-ref") == "" and not (tmp_path / "output").exists()


def keep(workflow, folder, report, comments="", commit=COMMIT):
    """What the step asks of GitHub, and the body that it gives."""
    write(folder / "report/report.md", report)
    result = do_step(workflow, "Keep the comment", folder, COMMENTS=comments, COMMIT=commit)
    assert result.returncode == 0, result.stderr
    assert not (folder / "trace").exists()
    body = json.loads((folder / "body.json").read_text(encoding="utf-8"))["body"]
    return calls_in(folder)[1:], body


def test_the_first_report_is_a_new_comment_word_for_word(workflow, tmp_path):
    asked, body = keep(workflow, tmp_path, HOSTILE)
    assert body == HOSTILE
    assert asked == [["api", "--method", "POST", "repos/us/guide/issues/7/comments", "--input",
                      "body.json", "--silent"]]  # fmt: skip


def test_where_there_is_no_report_the_comment_says_so_and_no_older_one_stays(workflow, tmp_path):
    (post,) = (job for name, job in workflow["jobs"].items() if name == "post")
    assert post["if"] == "!cancelled() && needs.report.result != 'skipped'"
    assert [step.get("if") for step in post["steps"]] == [
        "needs.report.result == 'success'", "needs.report.result != 'success'", None,
    ]  # fmt: skip
    assert do_step(workflow, "Say that there is no report", tmp_path).returncode == 0
    said = (tmp_path / "report/report.md").read_text(encoding="utf-8")
    asked, body = keep(workflow, tmp_path, said, comments="55\n")
    assert body == said and body.startswith(f"{MARKER}\n## The program could not look at this")
    assert asked[0][2] == "PATCH"


def test_a_report_that_is_a_link_to_another_file_is_not_posted(workflow, tmp_path):
    """The file comes from a job that read what strangers wrote; a link could lead to the token."""
    write(tmp_path / "secret", "token")
    (tmp_path / "report").mkdir()
    (tmp_path / "report/report.md").symlink_to(tmp_path / "secret")
    assert do_step(workflow, "Keep the comment", tmp_path, COMMENTS="", COMMIT="").returncode != 0
    assert not (tmp_path / "calls").exists()


def test_a_later_report_takes_the_place_of_the_first(workflow, tmp_path):
    (asked,), _ = keep(workflow, tmp_path, HOSTILE, comments="55\n66\n")
    assert asked[:4] == ["api", "--method", "PATCH", "repos/us/guide/issues/comments/55"]


def test_the_comment_is_known_by_its_mark_and_its_author(workflow):
    run = step_of(workflow, "Keep the comment")["run"]
    assert 'select(.user.login == "github-actions[bot]")' in run
    assert f'startswith("{MARKER}")' in run


@pytest.mark.parametrize("commit", ["", "main", "x|e id|", COMMIT + "\nx"])
def test_without_a_commit_of_pictures_the_report_has_none(workflow, tmp_path, commit):
    picture = '<img width="320" alt="Before" src="https://pictures.invalid/1-before.png">'
    assert keep(workflow, tmp_path, picture, commit=commit)[1] == "<em>no picture</em>"


def test_pictures_are_named_by_their_commit(workflow, tmp_path):
    _, body = keep(workflow, tmp_path, 'src="https://pictures.invalid/1-before.png"')
    assert body == f'src="https://raw.githubusercontent.com/us/guide/{COMMIT}/1-before.png"'


@pytest.mark.parametrize(("found", "fails"), [("0", False), ("1", True), ("", True)])
def test_what_cannot_be_shown_is_an_error_of_the_pull_request(workflow, tmp_path, found, fails):
    result = do_step(workflow, "Say whether everything can be shown", tmp_path, FOUND=found)
    assert (result.returncode != 0) == fails


@pytest.mark.parametrize(("missing", "methods"), [("0", ["DELETE"]), ("1", [])])
def test_the_branch_of_pictures_goes_when_the_change_is_closed(
    workflow, tmp_path, missing, methods
):
    result = do_step(workflow, "Delete the branch of pictures", tmp_path, MISSING=missing)
    assert result.returncode == 0, result.stderr
    asked = calls_in(tmp_path)
    assert [each[2] for each in asked if "--method" in each] == methods
    assert all(each[-2].endswith("heads/report-pictures/pr-7") for each in asked)
