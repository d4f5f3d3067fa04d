"""The preview: a change reaches the browser, and a mistake does not take the last good pages."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
import yaml

from scripts.preview import Preview
from tests.projects import HOME, MEETING, make_project, write, write_catalogue, write_pseudo_locale

BROKEN = HOME.replace("Read this first.", "Read <b>this</b> first.")


def make_preview(folder: Path, code: str = "pl") -> Preview:
    pages = {"index": HOME, "meetings/meeting": f"{MEETING}\n!!! note\n\n    Ask.\n"}
    project = make_project(folder / "project", pages, site_url="https://example.org/")
    write_pseudo_locale(project, "pl")
    first_page = "index.html" if code == "en" else f"{code}/index.html"
    (folder / "preview").mkdir(exist_ok=True)
    return Preview(project, code, folder / "preview", first_page)


@pytest.fixture
def preview(tmp_path):
    """A preview of Polish that was built once."""
    preview = make_preview(tmp_path)
    assert preview.rebuild() == []
    return preview


def pages(preview: Preview) -> dict[str, str]:
    return {
        path.relative_to(preview.folder).as_posix(): path.read_text(encoding="utf-8")
        for path in preview.folder.rglob("*.html")
    }


def change_page(project):
    write(project.page("index"), HOME.replace("Read this first.", "Read this now."))


def change_title(project):
    write(project.page("index"), HOME.replace("Home page", "First page"))


def change_heading_that_others_link_to(project):
    write(project.page("meetings/meeting"), MEETING.replace("## Who comes", "## Who is there"))


def change_catalogue(project):
    write_catalogue(project, "pl", "index", {"Welcome": "Witamy"})


def change_words_of_the_template(project):
    write_catalogue(project, "pl", "interface", {"Menu": "Spis"})


def change_words_of_the_interface_in_a_page(project):
    path = project.catalogue("pl", "interface")
    write(path, path.read_text(encoding="utf-8").replace("⟦Note⟧", "⟦Uwaga⟧"))


def change_contact(project):
    text = project.contacts.read_text(encoding="utf-8")
    write(project.contacts, text.replace("https://example.org/", "https://www.example.org/"))
    write(project.facts, project.facts.read_text(encoding="utf-8").replace("'yes'", "'no'"))


def change_template(project):
    path = project.root / "overrides" / "partials" / "footer.html"
    write(path, path.read_text(encoding="utf-8") + "<p>one more line</p>\n")


def change_state(project):
    write(project.state("pl"), "index: {drafted: '0000000000000000'}\n")


def change_name_of_a_language(project):
    text = project.languages.read_text(encoding="utf-8")
    write(project.languages, text.replace("Polski", "Polszczyzna"))


def change_name_of_a_section(project):
    text = project.config.read_text(encoding="utf-8")
    write(project.config, text.replace("Meetings", "Your meetings"))


def add_page(project):
    write(project.page("meetings/after"), MEETING.replace("Your meeting", "After the meeting"))
    config = yaml.safe_load(project.config.read_text(encoding="utf-8"))
    config["nav"][1]["Meetings"].append("meetings/after.md")
    write(project.config, yaml.safe_dump(config))


CHANGES = [
    change_page,
    change_title,
    change_heading_that_others_link_to,
    change_catalogue,
    change_words_of_the_template,
    change_words_of_the_interface_in_a_page,
    change_contact,
    change_template,
    change_state,
    change_name_of_a_language,
    change_name_of_a_section,
    add_page,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_a_change_the_pages_are_those_of_a_new_build(preview, tmp_path, change):
    before = pages(preview)
    change(preview.project)
    assert preview.rebuild() == []
    (tmp_path / "new").mkdir()
    new = Preview(preview.project, "pl", tmp_path / "new", preview.first_page)
    assert new.rebuild() == []
    assert pages(preview) == pages(new) != before


def test_a_page_that_nothing_changed_is_not_parsed_again(preview):
    kept = preview.editions["pl"].records["meetings/meeting"].visitor
    change_page(preview.project)
    preview.rebuild()
    records = preview.editions["pl"].records
    assert records["meetings/meeting"].visitor is kept
    assert records["index"].visitor is not preview.editions["en"].records["index"].visitor


def test_a_catalogue_that_became_wrong_without_a_change_is_said(preview):
    write_catalogue(preview.project, "pl", "index", {"Ask for help.": "Poproś o pomoc."})
    assert preview.rebuild() == []
    write(preview.project.page("meetings/meeting"), f"{MEETING}\nAsk for help.\n")
    (problem,) = preview.rebuild()
    assert "This message is not on this page, but on meetings/meeting" in problem.what


def test_an_edition_does_not_keep_those_before_it(preview):
    preview.rebuild()
    assert preview.editions["pl"].before is None


def test_a_mistake_is_said_above_the_last_good_text_of_every_page(preview):
    good = pages(preview)
    write(preview.project.page("index"), BROKEN)
    (problem,) = preview.rebuild()
    assert problem.where == "docs/index.md:7"
    for path, text in pages(preview).items():
        notice, _, rest = text.partition("You see the last version that could be built.</div>")
        assert "docs/index.md:7: Raw HTML is not used in pages: &lt;b&gt;" in notice
        assert rest == good[path].partition("<body>")[2]


def test_of_two_mistakes_one_after_the_other_only_the_last_is_said(preview):
    write(preview.project.page("index"), BROKEN)
    preview.rebuild()
    write(preview.project.page("index"), "no front matter\n")
    preview.rebuild()
    text = pages(preview)["pl/index.html"]
    assert text.count('role="alert"') == 1
    assert "The page has no front matter." in text


def test_a_mended_mistake_is_no_longer_said(preview):
    good = pages(preview)
    write(preview.project.page("index"), BROKEN)
    preview.rebuild()
    write(preview.project.page("index"), HOME)
    assert preview.rebuild() == []
    assert pages(preview) == good


@pytest.mark.parametrize("code", ["en", "pl"])
def test_a_mistake_at_the_start_is_shown_at_the_address_that_is_opened(tmp_path, code):
    preview = make_preview(tmp_path, code)
    write(preview.project.page("index"), BROKEN)
    preview.rebuild()
    assert "docs/index.md:7" in pages(preview)[preview.first_page]


def test_a_language_that_is_taken_out_does_not_end_the_preview(preview):
    text = preview.project.languages.read_text(encoding="utf-8")
    write(preview.project.languages, text.replace("code: pl", "code: so"))
    (problem,) = preview.rebuild()
    assert problem.what == "The language pl is gone."


def test_a_file_that_vanishes_does_not_end_the_preview(preview):
    preview.project.facts.unlink()
    (problem,) = preview.rebuild()
    assert problem.path == "facts/england.yml"


def read_until(command: subprocess.Popen, url: str, words: str) -> str:
    """The page, as soon as it has these words."""
    for _ in range(600):
        assert command.poll() is None, "The preview has ended."
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                text = answer.read().decode("utf-8")
        except OSError:
            text = ""
        if words in text:
            return text
        time.sleep(0.1)
    raise AssertionError(f"{url} never said: {words}")


def hear_ctrl_c() -> None:
    """Undo what a shell does to commands in the background, which are to outlive a Ctrl-C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def test_the_browser_and_the_terminal_are_told_of_changes_and_mistakes(tmp_path, free_port):
    project = make_project(tmp_path)
    url = f"http://127.0.0.1:{free_port}/index.html"
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "scripts", "preview", "--port", str(free_port)],
        cwd=tmp_path, stdout=subprocess.PIPE, text=True, preexec_fn=hear_ctrl_c,
    ) as command:  # fmt: skip
        try:
            read_until(command, url, "Read this first.")
            write(project.page("index"), BROKEN)
            read_until(command, url, "Raw HTML is not used in pages")
            change_page(project)
            assert "Raw HTML" not in read_until(command, url, "Read this now.")
        finally:
            command.send_signal(signal.SIGINT)
            said = command.stdout.read()
    found = [line.split(": ")[0] for line in said.splitlines() if not line.startswith(" ")]
    assert found == [
        "en is up to date.",
        url,
        "docs/index.md:7",
        "en is up to date.",
        "The preview has ended.",
    ]
    assert command.returncode == 0
