"""What the host writes: its name, its address and the ways out of its site."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from scripts.build import build_site
from scripts.languages import read_languages
from scripts.organisation import read_organisation
from scripts.problems import ProblemsFound
from tests.cases import read_cases, told
from tests.projects import HOME, make_project, write

CASES = read_cases("organisation")
TAKEN = [case for case in CASES if "name" in case.values[0]]
REFUSED = [case for case in CASES if "problems" in case.values[0]]


@pytest.fixture
def read(tmp_path):
    """Reads a file of these words as the host's."""

    def read(words):
        project = make_project(tmp_path)
        write(project.organisation, words)
        return read_organisation(project, read_languages(project.languages))

    return read


@pytest.mark.parametrize("case", TAKEN)
def test_what_the_host_writes_is_read(read, case):
    found = read(case["file"])
    assert (found.name, found.address, found.exits) == (
        case["name"],
        case["address"],
        case["exits"],
    )


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_wrong_is_said_at_its_line(read, case):
    with pytest.raises(ProblemsFound) as stopped:
        read(case["file"])
    assert told(stopped.value.problems) == case["problems"]


def test_a_missing_file_is_said(tmp_path):
    project = make_project(tmp_path)
    project.organisation.unlink()
    with pytest.raises(ProblemsFound) as stopped:
        build_site(project)
    assert [problem.where for problem in stopped.value.problems] == ["organisation.yml"]


def test_the_name_of_the_host_stands_at_the_top_and_in_the_title_of_every_page(tmp_path):
    project = make_project(tmp_path, {"index": HOME})
    words = project.organisation.read_text(encoding="utf-8")
    write(project.organisation, words.replace("Alongside", "Rodziny & Co"))
    build_site(project)
    for path in project.site.rglob("*.html"):
        page = lxml_html.document_fromstring(path.read_bytes())
        assert page.findtext(".//title").endswith(" - Rodziny & Co"), path
        assert "Rodziny & Co" in page.find(".//body").text_content(), path
