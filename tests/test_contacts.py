"""Who may be called, and how it is shown: cases/contacts.yml and cases/contacts-file.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.contacts import Contact, read_contacts
from scripts.dialect import make_bare_markdown
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound
from scripts.translate import Original
from tests.cases import read_cases
from tests.laws import render

CONTACTS = {
    "helpline": Contact("Helpline", "0808 801 0366", "https://example.org/"),
    "charity": Contact("Charity", None, "https://www.example.org/help/"),
    "abroad": Contact("Abroad", "+44 20 7123 4567", None),
}
FACTS = """
- {id: frg, figure: 0808 801 0366, verified: 'yes'}
- {id: police, figure: 999 / 101, verified: corroborated}
- {id: nda, figure: 0808 2000 247, verified: 'no'}
- {id: trust, figure: null, verified: 'yes'}
"""
FILES = read_cases("contacts-file")


def project(folder: Path, contacts: str) -> Project:
    (folder / "facts").mkdir()
    (folder / "facts" / "england.yml").write_text(FACTS, encoding="utf-8")
    (folder / "contacts.yml").write_text(contacts, encoding="utf-8")
    return Project(folder)


def problems(project: Project) -> list[Problem]:
    with pytest.raises(ProblemsFound) as caught:
        read_contacts(project)
    assert {problem.where for problem in caught.value.problems} == {"contacts.yml"}
    return caught.value.problems


@pytest.mark.parametrize("case", read_cases("contacts"))
def test_a_contact_is_shown_so(case):
    html = render(case["page"], Original("page.md", 1), contacts=CONTACTS)
    assert html == case["html"].rstrip("\n")


def test_a_contact_that_nobody_knows_stays_as_it_is_typed():
    html = make_bare_markdown(CONTACTS).convert("Call {{ contact.nobody }}.")
    assert html == "<p>Call {{ contact.nobody }}.</p>"


@pytest.mark.parametrize("case", [param for param in FILES if "shown" in param.values[0]])
def test_the_register_decides_what_of_a_contact_is_shown(case, tmp_path):
    contacts = read_contacts(project(tmp_path, case["file"]))
    assert {name: contact.text for name, contact in contacts.items()} == case["shown"]


@pytest.mark.parametrize("case", [param for param in FILES if "what" in param.values[0]])
def test_a_wrong_contact_is_refused_in_these_words(case, tmp_path):
    found = problems(project(tmp_path, case["file"]))
    assert [problem.what for problem in found] == case["what"]
    assert [problem.remedy for problem in found] == case["remedy"]


def test_contacts_that_are_no_yaml_are_refused(tmp_path):
    (problem,) = problems(project(tmp_path, "helpline: [\n"))
    assert problem.what.startswith("The contacts cannot be read: while parsing")


def test_contacts_that_are_not_utf_8_are_refused(tmp_path):
    found = project(tmp_path, "")
    found.contacts.write_bytes("pomoc: {name: Pomoc społeczna}".encode("cp1250"))
    (problem,) = problems(found)
    assert problem.what.startswith("The contacts cannot be read: 'utf-8' codec")


def test_contacts_that_are_not_there_are_refused(tmp_path):
    found = project(tmp_path, "")
    found.contacts.unlink()
    (problem,) = problems(found)
    assert problem.what.startswith("The contacts cannot be read: [Errno 2]")
