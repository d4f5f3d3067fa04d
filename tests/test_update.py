"""Updating catalogues: no work of a translator is lost, and nothing unseen reaches a reader."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts.catalogues import read_catalogue
from scripts.messages import Message
from scripts.paths import Project
from scripts.problems import ProblemsFound
from scripts.update import HEADER, Updated, update_catalogue
from scripts.upkeep import update_project
from tests.cases import read_cases
from tests.projects import HOME, make_project, write, write_catalogue

PATH = "locale/pl/index.po"
TOP = HEADER.format(language="pl")
HARM = "A reader would go on being told what was true before."


def message_of(entry: str | dict) -> Message:
    fields = {"text": entry} if isinstance(entry, str) else entry
    return Message(
        fields["text"], fields.get("context"), tuple(fields.get("comments", ())), line=1
    )  # fmt: skip


def update(case: dict, content: bytes | None = None) -> Updated:
    before = f"{TOP}\n{case['before']}".encode() if "before" in case else None
    known = {(None, text): words for text, words in case.get("known", {}).items()}
    messages = [message_of(entry) for entry in case["page"]]
    wording = case.get("wording", ()) if content is None else ()
    return update_catalogue(content or before, PATH, "pl", messages, known, wording)


@pytest.mark.parametrize("case", read_cases("updates"))
def test_a_catalogue_follows_the_page(case):
    assert update(case).content.decode() == f"{TOP}\n{case['after']}"


@pytest.mark.parametrize("case", read_cases("updates"))
def test_what_was_done_is_counted(case):
    counts = {name: value for name, value in vars(update(case)).items() if name != "content"}
    counts["wording_used"] = sorted(counts["wording_used"])
    assert {name: value for name, value in counts.items() if value} == case["counts"]


@pytest.mark.parametrize("case", read_cases("updates"))
def test_a_second_run_changes_no_byte(case):
    once = update(case).content
    assert update(case, once).content == once


@pytest.mark.parametrize("case", read_cases("updates"))
def test_an_updated_catalogue_can_be_read(case):
    catalogue = read_catalogue(update(case).content, PATH, "pl")
    wanted = [message_of(entry) for entry in case["page"]]
    assert set(catalogue.entries) == {(message.context, message.text) for message in wanted}


def test_unknown_headers_and_the_comment_of_the_file_survive():
    top = '# Łódź team\nmsgid ""\nmsgstr ""\n"X-Team: Łódź\\n"\n"Language: pl\\n"\n'
    content = f'{top}\nmsgid "Ask."\nmsgstr "Poproś."\n'.encode()
    assert update_catalogue(content, PATH, "pl", [Message("Ask.")], {}).content == content


def test_a_missing_header_is_put_back():
    unit = 'msgid "Ask."\nmsgstr "Poproś."\n'
    updated = update_catalogue(unit.encode(), PATH, "pl", [Message("Ask.")], {})
    assert updated.content.decode() == f"{TOP}\n{unit}"


def test_an_empty_file_is_made_as_a_new_one():
    new = update_catalogue(None, PATH, "pl", [Message("Ask.")], {}).content
    assert update_catalogue(b"", PATH, "pl", [Message("Ask.")], {}).content == new


def test_a_context_that_changes_leaves_the_message_fuzzy():
    before = f'{TOP}\nmsgid "May"\nmsgstr "może"\n'.encode()
    updated = update_catalogue(before, PATH, "pl", [Message("May", "month")], {})
    assert (updated.fuzzy, updated.kept) == (1, 0)


def test_a_message_that_stands_twice_stops_the_update_so_that_neither_translation_is_lost():
    unit = '\nmsgid "Ask."\nmsgstr "{}"\n'
    before = TOP + unit.format("Poproś.") + unit.format("Zapytaj.")
    with pytest.raises(ProblemsFound) as error:
        update_catalogue(before.encode(), PATH, "pl", [Message("Ask.")], {})
    assert [(p.line, p.what) for p in error.value.problems] == [
        (11, "This message stands twice: Ask.")
    ]


def test_a_line_that_cannot_be_read_stops_the_update():
    with pytest.raises(ProblemsFound, match=r"index\.po:1: This line cannot be read: oops"):
        update_catalogue(b"oops\n", PATH, "pl", [Message("Ask.")], {})


@pytest.mark.parametrize("case", [p for p in read_cases("wordings") if p.values[0]["changed"]])
def test_a_wording_that_changed_the_meaning_is_refused(case):
    before = f'{TOP}\nmsgid "{case["old"]}"\nmsgstr "Tekst."\n'.encode()
    with pytest.raises(ProblemsFound) as error:
        update_catalogue(before, PATH, "pl", [Message(case["new"])], {}, [case["new"]])
    (problem,) = error.value.problems
    assert problem.what == (
        f"The meaning of this message changed ({', '.join(case['changed'])}): {case['new']}"
    )
    assert problem.harm == HARM
    assert problem.remedy == (
        "Run the command without --wording; translators will be asked to look."
    )


# Whole projects ---------------------------------------------------------------------------------

PAGE = "---\ntitle: {title}\ndescription: What to know.\n---\n# {title}\n\n{text}\n"
PAGES = {
    "index": PAGE.format(title="Welcome", text="Ask for help."),
    "help": PAGE.format(title="Help now", text="Ring us."),
}


def made(folder: Path) -> Project:
    return make_project(folder, PAGES, begun=False)


def text_of(project: Project, page: str, language: str = "pl") -> str:
    return project.catalogue(language, page).read_text(encoding="utf-8")


def files_of(project: Project) -> dict[str, bytes]:
    return {project.short(path): path.read_bytes() for path in project.root.rglob("*.po")}


def test_every_page_and_the_interface_get_a_catalogue_in_every_language_named(tmp_path):
    done = update_project(made(tmp_path), ["pl", "ur"])
    names = ("help", "index", "interface")
    wanted = {f"locale/{language}/{name}.po" for language in ("pl", "ur") for name in names}
    assert {path for path, _ in done} == wanted == set(files_of(Project(tmp_path)))


def test_only_the_pages_named_are_updated(tmp_path):
    project = made(tmp_path)
    update_project(project, ["pl"], pages=["help"])
    assert set(files_of(project)) == {"locale/pl/help.po"}


def test_a_second_run_over_a_project_writes_no_file(tmp_path):
    project = made(tmp_path)
    update_project(project, ["pl"])
    for path in project.root.rglob("*.po"):
        os.utime(path, ns=(0, 0))
    update_project(project, ["pl"])
    assert {path.stat().st_mtime_ns for path in project.root.rglob("*.po")} == {0}


def test_a_message_that_moves_to_another_page_takes_its_translation_along(tmp_path):
    project = made(tmp_path)
    write_catalogue(project, "pl", "index", {"Ask for help.": "Poproś o pomoc."})
    write(project.page("index"), PAGE.format(title="Welcome", text="Read on."))
    write(project.page("help"), PAGE.format(title="Help now", text="Ring us.\n\nAsk for help."))
    update_project(project, ["pl"])
    assert 'msgid "Ask for help."\nmsgstr "Poproś o pomoc."\n' in text_of(project, "help")


def test_a_translation_is_filled_in_only_in_its_own_language(tmp_path):
    project = made(tmp_path)
    write_catalogue(project, "ur", "index", {"What to know.": "جاننے کی باتیں"})
    update_project(project, ["pl", "ur"])
    assert 'msgid "What to know."\nmsgstr "جاننے کی باتیں"\n' in text_of(project, "help", "ur")
    assert 'msgid "What to know."\nmsgstr ""\n' in text_of(project, "help", "pl")


def test_a_fuzzy_translation_of_another_page_is_not_filled_in(tmp_path):
    project = made(tmp_path)
    unit = '\n#, fuzzy\nmsgid "What to know."\nmsgstr "Co wiedzieć."\n'
    write_catalogue(project, "pl", "index", TOP + unit)
    update_project(project, ["pl"])
    assert 'msgid "What to know."\nmsgstr ""\n' in text_of(project, "help")


def test_of_two_translations_on_other_pages_the_first_by_path_is_filled_in(tmp_path):
    project = made(tmp_path)
    write_catalogue(project, "pl", "help", {"What to know.": "Co wiedzieć."})
    write_catalogue(project, "pl", "index", {"What to know.": "Co trzeba wiedzieć."})
    write(project.page("zone"), PAGE.format(title="Zone", text="Read."))
    update_project(project, ["pl"])
    assert 'msgid "What to know."\nmsgstr "Co wiedzieć."\n' in text_of(project, "zone")


@pytest.mark.parametrize("language", ["pl", "ur"])
@pytest.mark.parametrize("page", ["help", "index", "interface"])
def test_nothing_is_written_when_any_catalogue_is_broken(tmp_path, page, language):
    project = made(tmp_path)
    write_catalogue(project, language, page, 'msgid "Ask"\nmsgstr "Po"proś"\n')
    before = files_of(project)
    with pytest.raises(ProblemsFound, match=f"locale/{language}/{page}.po:2: This line cannot"):
        update_project(project, ["pl", "ur"])
    assert files_of(project) == before


def test_nothing_is_written_when_a_page_is_broken(tmp_path):
    project = made(tmp_path)
    write(project.page("index"), PAGE.format(title="Welcome", text="<b>Ask</b> for help."))
    with pytest.raises(ProblemsFound, match=r"docs/index\.md:7"):
        update_project(project, ["pl"])
    assert files_of(project) == {}


def test_nothing_is_written_when_a_wording_waits_nowhere(tmp_path):
    project = made(tmp_path)
    with pytest.raises(ProblemsFound) as error:
        update_project(project, ["pl"], wording=["Ask for help."])
    (problem,) = error.value.problems
    assert problem.what == "No catalogue waits for this message: Ask for help."
    assert problem.remedy == "Give the new English exactly as alongside extract writes it."
    assert files_of(project) == {}


def test_a_wording_is_kept_as_good_in_every_language_where_it_waits(tmp_path):
    project = made(tmp_path)
    write_catalogue(project, "pl", "index", {"Ask for help.": "Poproś o pomoc."})
    write_catalogue(project, "ur", "index", {"Ask for help.": "مدد مانگیں۔"})
    write(project.page("index"), PAGE.format(title="Welcome", text="Ask us for help."))
    update_project(project, ["pl", "ur"], pages=["index"], wording=["Ask us for help."])
    assert 'msgid "Ask us for help."\nmsgstr "Poproś o pomoc."\n' in text_of(project, "index")
    assert 'msgid "Ask us for help."\nmsgstr "مدد مانگیں۔"\n' in text_of(project, "index", "ur")


def test_a_doubt_typed_in_another_letter_case_fills_no_other_page(tmp_path):
    project = make_project(tmp_path, {"index": HOME, "other": HOME})
    write(
        project.catalogue("pl", "index"),
        'msgid ""\nmsgstr ""\n"Language: pl\\n"\n\n#, Fuzzy\nmsgid "Welcome"\nmsgstr "Hm"\n',
    )
    update_project(project, ["pl"])
    other = read_catalogue(project.catalogue("pl", "other").read_bytes(), "other.po", "pl")
    assert other.entries[None, "Welcome"].text == ""


def test_a_page_that_bears_the_name_of_the_interface_is_refused(tmp_path):
    project = make_project(tmp_path, {"index": HOME, "interface": HOME})
    with pytest.raises(ProblemsFound, match="This name is taken"):
        update_project(project, ["pl"])
