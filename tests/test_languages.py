"""The list of languages, held against cases/languages.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.languages import EXAMPLE, Language, read_languages
from scripts.problems import Problem, ProblemsFound
from tests.cases import read_cases

CASES = read_cases("languages")


def listed(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "languages.yml"
    path.write_text(text, encoding=encoding)
    return path


def problems(path: Path) -> list[Problem]:
    with pytest.raises(ProblemsFound) as caught:
        read_languages(path)
    assert {problem.where for problem in caught.value.problems} == {"languages.yml"}
    return caught.value.problems


@pytest.mark.parametrize("case", [param for param in CASES if "codes" in param.values[0]])
def test_a_list_is_read_so(case, tmp_path):
    languages = read_languages(listed(tmp_path, case["file"]))
    assert languages.codes == case["codes"]
    assert list(languages.core) == case["core"]
    assert [languages.source.code, *(one.code for one in languages.translations)] == case["codes"]


@pytest.mark.parametrize("case", [param for param in CASES if "what" in param.values[0]])
def test_a_list_is_refused_in_these_words(case, tmp_path):
    found = problems(listed(tmp_path, case["file"]))
    assert [problem.what for problem in found] == case["what"]
    assert {problem.remedy for problem in found} == {case.get("remedy", EXAMPLE)}


def test_a_language_is_found_by_its_code_with_all_that_is_said_of_it(tmp_path):
    english = "  - {code: en, name: English, direction: ltr, english: English, font: Noto Sans}\n"
    sorani = "  - {code: ckb, name: کوردی, direction: rtl, english: Kurdish, font: Noto Naskh}\n"
    language = read_languages(listed(tmp_path, f"languages:\n{english}{sorani}"))["ckb"]
    assert language == Language("ckb", "کوردی", "rtl", "Kurdish", "Noto Naskh")
    assert language.dir == "rtl"


def test_a_list_that_is_not_utf_8_is_refused(tmp_path):
    path = listed(tmp_path, "languages: [{name: Język}]", "cp1250")
    assert problems(path)[0].what.startswith(
        "The list of languages cannot be read (UnicodeDecodeError: "
    )


def test_a_list_that_is_no_yaml_is_refused(tmp_path):
    path = listed(tmp_path, "languages: [\n")
    assert problems(path)[0].what.startswith("The list of languages cannot be read (ParserError: ")


def test_a_list_that_is_not_there_is_refused(tmp_path):
    path = tmp_path / "languages.yml"
    assert problems(path)[0].what.startswith(
        "The list of languages cannot be read (FileNotFoundError: "
    )
