"""The source of a page, held against cases/pages.yml."""

from __future__ import annotations

import pytest

from scripts.pages import read_page
from scripts.problems import ProblemsFound
from tests.cases import read_cases

CASES = read_cases("pages")


def content(case: dict) -> bytes:
    return case["file"].encode(case.get("encoding", "utf-8"))


@pytest.mark.parametrize("case", [param for param in CASES if "messages" in param.values[0]])
def test_a_page_is_read_so(case):
    page = read_page(content(case), "docs/page.md")
    assert {message.text: message.line for message in page.messages()} == case["messages"]
    assert (page.markdown, page.first_line) == (case["markdown"], case["first_line"])


@pytest.mark.parametrize("case", [param for param in CASES if "what" in param.values[0]])
def test_a_page_is_refused_in_these_words(case):
    with pytest.raises(ProblemsFound) as caught:
        read_page(content(case), "docs/page.md")
    (problem,) = caught.value.problems
    found = {"line": problem.line, "what": problem.what, "remedy": problem.remedy}
    assert found == {key: case[key] for key in found}
    assert problem.path == "docs/page.md"


def test_translators_are_told_what_a_title_is_for():
    page = read_page(b"---\ntitle: Help\ndescription: Who helps.\n---\n", "docs/page.md")
    assert [message.comments for message in page.messages()] == [
        ("The title of the page, as menus and search results show it. Plain words, no marks.",),
        ("The description of the page, as menus and search results show it. "
         "Plain words, no marks.",),
    ]  # fmt: skip
