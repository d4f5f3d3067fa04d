"""Where a page says that its claims come from."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from scripts.build import build_site
from scripts.citations import Citation, cite, list_facts, named_facts, refuse_unknown_facts
from scripts.facts import Fact, read_facts
from scripts.pages import read_page
from scripts.problems import ProblemsFound
from scripts.sources import read_sources
from tests.projects import REAL, make_project

ACT, GUIDE = "Children Act 1989 s47", "Good practice"
FACTS = {
    "one": Fact("one", None, "yes", source=ACT, url="https://example.org/"),
    "two": Fact("two", None, "no", source=GUIDE),
    "three": Fact("three", "15", "yes", source=ACT, url="https://example.org/"),
    "four": Fact("four", None, "no", source=ACT, url="https://example.org/"),
    "call": Fact("call", "0808", "corroborated", source="A helpline"),
}


def page(facts: str):
    return read_page(f"---\ntitle: A\nfacts: {facts}\n---\n# A\n".encode(), "docs/a.md")


@pytest.mark.parametrize(
    ("named", "cited"),
    [
        ("[one]", [Citation(ACT, "https://example.org/", True)]),
        ("[one, three]", [Citation(ACT, "https://example.org/", True)]),
        ("[one, four]", [Citation(ACT, "https://example.org/", False)]),
        ("[four, one]", [Citation(ACT, "https://example.org/", False)]),
        ("[two, one, two]", [Citation(GUIDE, "", False),
                             Citation(ACT, "https://example.org/", True)]),
        ("[call]", [Citation("A helpline", "", False)]),
        ("[]", []),
    ],
)  # fmt: skip
def test_each_source_is_said_once_and_confirmed_only_if_all_its_facts_are(named, cited):
    assert cite(page(named), FACTS) == cited


def test_a_fact_that_is_named_twice_counts_once():
    assert named_facts({"facts": ["one", "two", "one"]}) == ["one", "two"]


def test_an_unknown_fact_is_refused_with_the_nearest_name():
    (problem,) = refuse_unknown_facts({"a": page("[tree]")}, FACTS)
    assert (problem.where, problem.what, problem.remedy) == (
        "docs/a.md:3", "There is no fact tree in the register.", "Write three.",
    )  # fmt: skip


def test_an_unknown_fact_stops_the_build(tmp_path):
    text = "---\ntitle: A\nfacts: [nothing-like-it]\n---\n# A\n\nRead.\n"
    with pytest.raises(ProblemsFound) as caught:
        read_sources(make_project(tmp_path, {"index": text}))
    (problem,) = caught.value.problems
    assert problem.remedy == "Take it out, or name one of facts/england.yml."


def test_facts_are_listed_by_topic_in_the_order_of_the_register():
    facts = {name: Fact(name, None, "yes", topic=topic)
             for name, topic in (("a", "x"), ("b", "y"), ("c", "x"))}  # fmt: skip
    assert [(topic, [fact.id for fact in each]) for topic, each in list_facts(facts)] == [
        ("x", ["a", "c"]), ("y", ["b"]),
    ]  # fmt: skip


def built(tmp_path, *entries: str):
    head = "\n".join(("title: A", "description: B.", *entries))
    project = make_project(tmp_path, {"index": f"---\n{head}\n---\n# A\n\nRead this.\n"})
    build_site(project)
    return lxml_html.fromstring((project.site / "index.html").read_text(encoding="utf-8"))


def test_a_page_ends_with_its_sources_and_the_days_of_its_checks(tmp_path):
    dates = ("checked: 2026-11-21", "review_by: 2027-05-21")
    (section,) = built(tmp_path, "facts: [help-line]", *dates).xpath("//section[@class='sources']")
    assert section.xpath(".//time/@datetime") == ["2026-11-21", "2027-05-21"]
    assert section.xpath(".//li/a/@href") == ["https://example.org/"]
    assert "No lawyer has checked this page yet." in section.text_content()


def test_a_page_without_facts_names_no_sources(tmp_path):
    assert built(tmp_path).xpath("//section[@class='sources']") == []


@pytest.fixture(scope="module")
def register(real_site):
    text = (real_site / "about" / "how-we-check.html").read_text(encoding="utf-8")
    return lxml_html.fromstring(text).xpath("//section[@class='register']")[0]


def test_every_fact_of_the_register_is_listed_with_its_state(register):
    states = {"yes": "Confirmed by a page that we saw", "no": "Not yet confirmed",
              "corroborated": "Number given by several lists; not yet called"}  # fmt: skip
    found = {item.get("id"): item.xpath(".//b")[0].text for item in register.xpath(".//li")}
    assert found == {
        f"fact-{fact.id}": states[fact.verified] for fact in read_facts(REAL.facts).values()
    }


def test_no_number_that_is_not_confirmed_stands_in_the_list_of_facts(register):
    text = register.text_content()
    for fact in read_facts(REAL.facts).values():
        if fact.topic == "helplines" and fact.figure and not fact.confirmed:
            assert fact.figure not in text
