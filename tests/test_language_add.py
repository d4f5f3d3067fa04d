"""`alongside language add`: every file and entry that a language needs, or nothing."""

from __future__ import annotations

import errno
import shutil
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from scripts import words
from scripts.__main__ import main
from scripts.additions.addition import plan_addition, write_addition
from scripts.additions.description import describe_language
from scripts.additions.entries import add_item, add_owner
from scripts.additions.writing import direction_of, font_for, has_letters, main_script_of
from scripts.build import build_site
from scripts.checks import CHECKS
from scripts.extract import find_all_messages
from scripts.glossary import read_glossary
from scripts.languages import Language, read_languages
from scripts.leaflets.fonts import families
from scripts.paths import Project
from scripts.preview import Preview
from scripts.problems import ProblemsFound
from scripts.subject import Subject
from scripts.upkeep import plan_updates
from scripts.word_faults import find_word_faults
from tests.cases import read_cases
from tests.projects import REAL, TODAY, WELL, make_project, write, write_page

UNKNOWN = dict.fromkeys(("name", "english", "direction", "font"))
CASES = read_cases("new_languages")
ADDED = {
    "so": ("--owner", "@somali-team"),
    "ckb": ("--owner", "@sorani-team", "--owner", "@alongside/kurdish"),
    "pa": ("--english", "Panjabi"),
    "no": (),
}
"""Languages that are added one after the other, with what is said of them. YAML takes the last for
"false"."""
LISTS = ("labels", "languages", "mistake_form", "owners")


def make(root: Path) -> Project:
    """A small project in which nothing is wrong, with all lists of languages."""
    page = write_page("# Words\n\nIn letters.\n", title="Words in letters", section="start")
    project = make_project(root, WELL | {words.PAGE: page})
    shutil.copytree(REAL.root / ".github", root / ".github")
    text = REAL.languages.read_text(encoding="utf-8")
    write(project.languages, text.split("core:")[0] + "core: [index]\n")
    shutil.copy(REAL.glossary("pl"), project.glossary("pl"))
    write(project.page_data(words.PAGE), "words:\n- {term: interpreter, meaning: 'Says: it.'}\n")
    return project


@dataclass(frozen=True)
class Added:
    """A project to which the languages ADDED were added, as no test may change it."""

    project: Project
    before: dict[str, bytes]
    said: dict[str, str]

    def read(self, path: Path) -> str:
        return path.read_text(encoding="utf-8")

    def glossary(self, code: str) -> dict:
        return yaml.safe_load(self.read(self.project.glossary(code)))


@pytest.fixture(scope="module")
def added(tmp_path_factory) -> Added:
    root = tmp_path_factory.mktemp("added")
    project = make(root)
    before = everything(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        results = {code: add(code, *options) for code, options in ADDED.items()}
    assert [result.exit_code for result in results.values()] == [0] * len(ADDED)
    return Added(project, before, {code: result.output for code, result in results.items()})


@pytest.fixture(scope="module")
def refusing(tmp_path_factory) -> Project:
    """A project that no test may change."""
    return make(tmp_path_factory.mktemp("refusing"))


def add(*words: str):
    return CliRunner().invoke(main, ["language", "add", *words])


def everything(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if not {".cache", "__pycache__", "site"} & set(path.parts)
    }


# What a language is called and how it is written -------------------------------------------------


@pytest.mark.parametrize("case", [param for param in CASES if "language" in param.values[0]])
def test_a_language_is_known(case):
    listed = read_languages(REAL.languages)
    given = UNKNOWN | case.get("given", {})
    found = describe_language(case["code"], given, listed, REAL.fonts)
    assert found == Language(case["code"], **case["language"])


@pytest.mark.parametrize("case", [param for param in CASES if "refused" in param.values[0]])
def test_a_language_is_refused(case):
    given = UNKNOWN | case.get("given", {})
    with pytest.raises(ProblemsFound) as caught:
        describe_language(case["code"], given, read_languages(REAL.languages), REAL.fonts)
    assert [each.what for each in caught.value.problems] == case["refused"]
    assert [each.remedy.split(" These are")[0] for each in caught.value.problems] == case["mend"]


def test_every_language_that_is_here_is_written_as_its_name_says():
    here = families(REAL.fonts)
    for language in read_languages(REAL.languages).all:
        assert direction_of(language.name) == language.direction
        assert font_for(main_script_of(language.name), here)


def test_a_family_that_lacks_letters_of_a_name_is_found_out():
    assert has_letters("Noto Sans", 'A "name" \\ Ł', REAL.fonts)
    assert not has_letters("Noto Sans", "አማርኛ", REAL.fonts)


# What is written -------------------------------------------------------------------------------


def test_languages_that_were_added_are_read_in_their_order(added):
    assert read_languages(added.project.languages).codes == ["en", "pl", "ur", *ADDED]


@pytest.mark.parametrize("code", ADDED)
def test_the_preview_shows_their_pages(added, code, tmp_path):
    preview = Preview(added.project, code, tmp_path, f"{code}/index.html")
    assert preview.rebuild() == []
    assert f'<html lang="{code}"' in added.read(tmp_path / code / "index.html")


def test_families_do_not_find_them_yet_and_no_check_finds_anything(added):
    covered = build_site(added.project, today=TODAY, workers=1)
    assert [each.language.code for each in covered if not each.built] == list(ADDED)
    subject = Subject(added.project, TODAY, built=added.project.site)
    assert CHECKS["catalogues"](subject).problems == []
    assert CHECKS["pages"](subject).problems == []


def test_there_is_nothing_more_to_update(added):
    messages = find_all_messages(added.project)
    for path, updated in plan_updates(added.project, messages, ADDED):
        assert path.read_bytes() == updated.content


def test_there_is_a_catalogue_for_each_page_and_nothing_in_them_is_translated(added):
    assert added.project.catalogues("so") == sorted(find_all_messages(added.project))
    assert 'msgid "Welcome"\nmsgstr ""\n' in added.read(added.project.catalogue("so", "index"))


@pytest.mark.parametrize("name", LISTS)
def test_nothing_but_lines_is_added_to_a_list(added, name):
    path = getattr(added.project, name)
    old, new = added.before[added.project.short(path)].decode(), added.read(path)
    kept = [line[2:] for line in ndiff(old.splitlines(), new.splitlines()) if line[0] == " "]
    assert kept == old.splitlines()


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("languages", "  - code: so\n    name: Soomaali\n    english: Somali\n    direction: ltr\n"
                      "    font: Noto Sans\n  - code: ckb\n"),
        ("languages", "  - code: 'no'\n    name: norsk\n"),
        ("owners", "# /locale/ur/ nobody yet\n/locale/so/ @somali-team\n"
                   "/locale/ckb/ @sorani-team @alongside/kurdish\n# /locale/pa/ nobody yet\n"),
        ("labels", "  - name: 'language: so'\n    color: bfd4f2\n"
                   "    description: Somali, Soomaali\n"),
        ("mistake_form", "        - Somali, Soomaali (so)\n"),
    ],
)  # fmt: skip
def test_these_lines_are_added(added, name, lines):
    path = getattr(added.project, name)
    assert lines in added.read(path)
    assert lines not in added.before[added.project.short(path)].decode()


def test_nothing_is_left_beside_what_was_written(added):
    assert list(added.project.root.rglob(".*.new")) == []


def test_a_project_without_lists_for_github_needs_none(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    project = make_project(tmp_path, WELL)
    assert add("so").exit_code == 0
    assert read_languages(project.languages).codes == ["en", "pl", "ur", "so"]
    assert yaml.safe_load(project.glossary("so").read_text("utf-8"))["terms"] == []


# The agreed words --------------------------------------------------------------------------------


def test_the_agreed_words_are_those_of_the_other_languages_without_translations(added):
    polish, somali = added.glossary("pl"), added.glossary("so")
    assert [term["english"] for term in somali["terms"]] == [
        term["english"] for term in polish["terms"]
    ]
    assert {term["translation"] for term in somali["terms"]} == {""}
    for key in ("units", "modals", "exact"):
        assert list(somali[key]) == list(polish[key])
        assert not any(somali[key].values())
    assert (somali["language"], somali["negation"], somali["address"]) == ("so", [], "")
    assert (set(polish), somali["as_meant"]) == (set(somali), [])


def test_lists_of_words_that_nobody_filled_in_find_nothing(added):
    glossary = read_glossary(added.project.glossary("so"), "glossary.yml", "so")
    english = "You must go within 15 working days. You must not wait 72 hours."
    somali = "Waa inaad tagto 15 maalmood. Ha sugin 72 saac."
    assert find_word_faults(english, somali, glossary) == []


def test_nothing_of_another_language_comes_into_the_agreed_words(added):
    text = added.read(added.project.glossary("ckb"))
    assert "OPS" not in text
    assert "Agreed Kurdish (Sorani) words" in text


def test_a_note_says_what_the_word_means_in_plain_words(added):
    notes = {term["english"]: term["note"] for term in added.glossary("so")["terms"]}
    assert (notes["interpreter"], notes["core group"]) == ("Says: it.", "")


def test_agreed_words_that_were_begun_by_hand_are_kept(refusing):
    begun = refusing.glossary("so")
    write(begun, "language: so\nterms: []\n")
    try:
        assert begun not in plan_addition(refusing, "so", UNKNOWN).files
    finally:
        shutil.rmtree(refusing.locale("so"))


# What is refused ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pl"], "Polish (pl) is here already."),
        (["zh-Hant", "--english", "Cantonese"], "No font here has the letters of 繁體中文"),
        (["so", "--owner", "amina@example.org"], "no person or team of GitHub: amina@example.org"),
    ],
)
def test_what_is_refused_leaves_everything_as_it_was(refusing, monkeypatch, words, said):
    monkeypatch.chdir(refusing.root)
    before = everything(refusing.root)
    result = add(*words)
    assert result.exit_code == 1
    assert said in result.output
    assert everything(refusing.root) == before


def test_a_command_that_was_stopped_half_way_can_be_run_again(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    project = make(tmp_path)
    before = project.languages.read_bytes()
    assert add("so", "--owner", "@somali-team").exit_code == 0
    after = everything(tmp_path)
    project.languages.write_bytes(before)  # it is written last
    write(project.labels.with_name(".labels.yml.new"), "half of it")
    assert add("so", "--owner", "@somali-team").exit_code == 0
    assert everything(tmp_path) == after


def test_a_language_has_one_line_of_owners_and_who_is_named_later_counts():
    owners = "# /locale/pl/ nobody yet\n# /locale/so/ nobody yet\n"
    assert add_owner(owners, "CODEOWNERS", "pl", ()) == owners
    assert add_owner(owners, "CODEOWNERS", "pl", ["@us"]) == (
        "/locale/pl/ @us\n# /locale/so/ nobody yet\n"
    )


@pytest.mark.parametrize("text", ["# Nothing\n", "languages: [{code: en}]\n", "languages: []\n"])
def test_a_list_that_cannot_be_added_to_is_refused(text):
    with pytest.raises(ProblemsFound, match="cannot find the list here"):
        add_item(text, "languages.yml", ("languages",), {"code": "so"})


def test_owners_without_a_line_for_any_language_are_refused():
    with pytest.raises(ProblemsFound, match="No language has a line here"):
        add_owner("# Nothing\n", ".github/CODEOWNERS", "so", ())


def test_nothing_changes_when_the_disk_refuses_a_file(refusing, monkeypatch):
    before, write_bytes = everything(refusing.root), Path.write_bytes

    def refuse(path, content):
        if path.name == ".labels.yml.new":
            raise OSError(errno.ENOSPC, "No space left on device")
        return write_bytes(path, content)

    addition = plan_addition(refusing, "so", UNKNOWN)
    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(ProblemsFound, match=r"labels\.yml: The file cannot be written: No space"):
        write_addition(addition)
    assert everything(refusing.root) == before


# What is said ------------------------------------------------------------------------------------


def test_it_says_what_is_left_and_when_families_see_the_language(added):
    lines = added.said["so"].splitlines()
    assert [line[0] for line in lines if line[:1].isdigit()] == list("123456")
    assert "   locale/so/index.po: 5 messages" in lines
    assert lines[-2:] == [
        "Families see Somali on the site when 1 and 2 are whole. Until then, look at it with: "
        "alongside preview --language so",
        "When they do, write that day below its font in languages.yml, such as since: 2026-11-21. "
        "Without it, the next change of the English may take the language off the site.",
    ]


def test_it_says_who_is_to_be_asked_where_an_owner_was_named(added):
    assert "Ask @sorani-team, @alongside/kurdish to look after" in added.said["ckb"]


def test_the_languages_are_listed(added, monkeypatch):
    monkeypatch.chdir(added.project.root)
    result = CliRunner().invoke(main, ["language", "list"])
    assert "ur: Urdu, اردو, rtl, Noto Nastaliq Urdu" in result.output.splitlines()
