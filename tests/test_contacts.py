"""Who may be called, and how it is shown: cases/contacts.yml and cases/contacts-file.yml."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html as lxml_html

from scripts.build import build_site
from scripts.contacts import Contact, read_contacts
from scripts.dialect import make_bare_markdown
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound
from scripts.translate import Original
from tests.cases import read_cases
from tests.laws import render
from tests.projects import HOME, REAL, make_project, write_catalogue

CONTACTS = {
    "helpline": Contact("Helpline", "0808 801 0366", "https://example.org/", relay="18001"),
    "police": Contact("Police", "101", None),
    "charity": Contact("Charity", None, "https://www.example.org/help/"),
    "hidden": Contact(
        "Hidden", "116 123", "https://example.org/hidden", relay="18001", confirmed=False
    ),
    "abroad": Contact("Abroad", "+44 20 7123 4567", None),
    "text-line": Contact("Text line", None, None, text="85258"),
}
FACTS = """
- id: frg
  fact: Family Rights Group, free advice for parents.
  figure: 0808 801 0366
  verified: 'yes'
  url: https://frg.org.uk/get-help/
  checked: '2026-11-21'
  note: Monday to Friday 9.30am to 3pm (stored page). Text relay 18001 before the number. There are
    interpreters.
- {id: police, figure: 999 / 101, verified: corroborated, checked: '2026-11-21',
   note: 'Open day and night, with no interpreter. Website: https://www.police.uk/'}
- {id: nda, figure: 0808 2000 247, verified: 'no', checked: '2026-11-20',
   note: 'Calls are not free. Website: https://www.example.org/'}
- {id: trust, figure: null, verified: 'yes', checked: '2026-11-21', url: 'https://carers.org/'}
- {id: shout, figure: '85258', verified: 'yes', checked: '2026-11-21', note: Text it.}
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
    return caught.value.problems


@pytest.mark.parametrize("case", read_cases("contacts"))
def test_a_contact_is_shown_so(case):
    html = render(case["page"], Original("page.md", 1), contacts=CONTACTS)
    assert html == case["html"].rstrip("\n")


@pytest.mark.parametrize("typed", ["nobody", "nobody.relay", "police.relay", "hidden.relay",
                                   "charity.relay", "text-line.relay", "helpline.fax"])  # fmt: skip
def test_a_contact_that_nobody_can_call_so_stays_as_it_is_typed(typed):
    html = make_bare_markdown(CONTACTS).convert(f"Call {{{{ contact.{typed} }}}}.")
    assert html == f"<p>Call {{{{ contact.{typed} }}}}.</p>"


@pytest.mark.parametrize("case", [param for param in FILES if "shown" in param.values[0]])
def test_the_register_decides_what_of_a_contact_is_shown(case, tmp_path):
    contacts = read_contacts(project(tmp_path, case["file"]))
    assert {name: contact.words for name, contact in contacts.items()} == case["shown"]


@pytest.mark.parametrize("case", [param for param in FILES if "what" in param.values[0]])
def test_a_wrong_contact_is_refused_in_these_words(case, tmp_path):
    found = problems(project(tmp_path, case["file"]))
    assert [problem.what for problem in found] == case["what"]
    assert [problem.remedy for problem in found] == case["remedy"]


def test_a_contact_knows_everything_that_the_register_says(tmp_path):
    entry = (
        "helpline: {name: Help, for: Parents, number: 0808 801 0366, free: true, relay: 18001,\n"
        "  hours: Monday to Friday 9.30am to 3pm, interpreter: true, website: https://frg.org.uk/,\n"
        "  checked: 2026-11-21, fact: frg}\n"
    )
    assert read_contacts(project(tmp_path, entry)) == {
        "helpline": Contact(
            "Help",
            "0808 801 0366",
            "https://frg.org.uk/",
            audience="Parents",
            free=True,
            hours="Monday to Friday 9.30am to 3pm",
            relay="18001",
            interpreter=True,
            checked="2026-11-21",
            fact="frg",
        )
    }


def test_a_contact_that_is_wrong_is_refused_at_its_own_line(tmp_path):
    entry = "  name: X\n  website: https://carers.org/\n  checked: 2026-11-21\n"
    file = f"# Contacts\na:\n{entry}  fact: trust\nb:\n{entry}  fact: nobody\n\n'c':\n{entry}"
    found = problems(project(tmp_path, file))
    assert [problem.where for problem in found] == ["contacts.yml:7", "contacts.yml:13"]


def test_contacts_that_are_no_yaml_are_refused(tmp_path):
    (problem,) = problems(project(tmp_path, "helpline: [\n"))
    assert problem.what.startswith("The contacts cannot be read: while parsing")
    assert problem.where == "contacts.yml"


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


def test_every_contact_of_the_site_says_who_it_is_for_and_when_it_was_checked():
    contacts = read_contacts(REAL)
    assert [name for name, contact in contacts.items() if not contact.audience] == []
    assert [name for name, contact in contacts.items() if not contact.checked] == []


# Whole builds ------------------------------------------------------------------------------------

CALL = "---\ntitle: Home\n---\n# Home\n\nCall {{ contact.helpline }} today.\n"


def test_a_contact_that_nobody_knows_stops_the_build_and_says_where(tmp_path):
    project = make_project(tmp_path, {"index": HOME, "help": CALL.replace("helpline", "nobody")})
    with pytest.raises(ProblemsFound) as stopped:
        build_site(project)
    (problem,) = stopped.value.problems
    assert problem.where == "docs/help.md:6"
    assert problem.what == "The placeholder {{ contact.nobody }} is not known."


def test_a_contact_is_the_same_byte_for_byte_in_every_language(tmp_path):
    project = make_project(tmp_path, {"index": CALL})
    for code, words in {"pl": "Zadzwoń dziś: {}.", "ur": "آج {} پر فون کریں۔"}.items():
        text = words.format("{{ contact.helpline }}")
        write_catalogue(project, code, "index", {"Call {{ contact.helpline }} today.": text})
    build_site(project)
    found = {contact_of(project, path) for path in ("index", "pl/index", "ur/index")}
    assert found == {
        b'<a aria-label="0808 801 0366, 0 8 0 8, 8 0 1, 0 3 6 6" class="contact" '
        b'href="tel:08088010366"><bdi dir="ltr">0808 801 0366</bdi></a>'
    }


def contact_of(project: Project, path: str) -> bytes:
    """The bytes of the one contact on a page, whose paragraph is in the page's language."""
    content = (project.site / f"{path}.html").read_bytes()
    root = lxml_html.document_fromstring(content.decode())
    (link,) = root.xpath("//main//p[not(@lang)]/a[@class='contact']")
    assert root.get("dir") == ("rtl" if path.startswith("ur") else "ltr")
    start = content.index(b"<a aria-label=")
    assert link.text_content() == "0808 801 0366"
    return content[start : content.index(b"</a>", start) + len(b"</a>")]


@pytest.mark.parametrize(
    ("file", "before", "after", "where"),
    [
        ("docs/help.md", "title: Home", "title: Call 999", "docs/help.md:2"),
        ("docs/help.md", "title: Home", "title: H\ndescription: Text 85258.", "docs/help.md:3"),
        ("docs/help.md", "# Home", "# Call 0161 496 0123", "docs/help.md:4"),
        ("docs/help.md", "{{ contact.helpline }}", "০১৬১ ৪৯৬ ০১২৩", "docs/help.md:6"),
        ("mkdocs.yml", "Meetings:", "Call 0161-496-0123:", "mkdocs.yml:4"),
        ("overrides/404.html", "<body>", "<body>\n{{ _('Call 999') }}", "overrides/404.html:N"),
    ],
)
def test_a_phone_number_that_is_typed_stops_the_build_wherever_it_is(
    file, before, after, where, tmp_path
):
    project = make_project(tmp_path, {"index": HOME, "help": CALL})
    path = project.root / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ProblemsFound) as stopped:
        build_site(project)
    (problem,) = stopped.value.problems
    line = text[: text.index(before)].count("\n") + 2
    assert problem.where == where.replace("N", str(line))
    assert problem.what.startswith("A phone number is typed here: ")
