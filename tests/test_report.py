"""The report on a proposed change, from two projects to its words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from scripts.inert import LONGEST
from scripts.proposals.as_json import write_json
from scripts.proposals.headlines import headline
from scripts.proposals.markdown import write_markdown
from scripts.proposals.proposal import Picture
from scripts.proposals.reading import Side, read_proposal
from scripts.proposals.revisions import Change
from tests.cases import read_cases
from tests.checkouts import MEETING, POLISH
from tests.projects import TODAY, make_project, write, write_catalogue

HOME, OF_MEETING = "locale/pl/index.po", "locale/pl/meetings/meeting.po"
HOSTILE = (
    "@everyone <img src=x onerror=alert(1)> ![x](http://evil.test/p.png) [go](http://evil.test) "
    "www.evil.test | a | b | </td></table> # Head `code` #1 <!-- --> &lt;b&gt; \u202edcba {{ 7*7 }}"
)
A, B = "a" * 16, "b" * 16
"""Fingerprints."""
EXPECTED = Path(__file__).parent / "cases" / "reports"


@pytest.fixture(scope="module")
def sides(tmp_path_factory):
    """A project as it was and one as it is proposed, which each test writes anew."""
    root = tmp_path_factory.mktemp("sides")
    projects = make_project(root / "old"), make_project(root / "new")
    for project in projects:
        listed = project.languages.read_text(encoding="utf-8")
        write(project.languages, listed.replace("english: Polski", "english: Polish"))
    return tuple(map(Side, projects))


@pytest.fixture
def propose(sides):
    """What is found in a change of the two catalogues of Polish, and of other files."""

    def made(home=POLISH, meeting=MEETING, others=(), files=None):
        for side, contents in zip(sides, ((POLISH, MEETING), (home, meeting)), strict=True):
            write_catalogue(side.project, "pl", "index", contents[0] or "")
            write_catalogue(side.project, "pl", "meetings/meeting", contents[1])
            (side.project.locale("pl") / "glossary.yml").unlink(missing_ok=True)
            side.project.state("pl").unlink(missing_ok=True)
            for path, texts in (files or {}).items():
                write(side.project.root / path, texts[side is sides[1]])
            if contents[0] is None:
                side.project.catalogue("pl", "index").unlink()
            side.problems = ()
            side._standings.clear()
            side.sources._glossaries.clear()
        changed = [*(files or {}), *others]
        changed += [HOME] if home != POLISH else []
        changed += [OF_MEETING] if meeting != MEETING else []
        found = [Change(path, "changed") for path in changed]
        return read_proposal(*sides, found, ("a" * 40, "b" * 40), TODAY)

    return made


@pytest.mark.parametrize("case", read_cases("reports"))
def test_the_first_sentence_and_every_verdict_of(case, propose):
    proposal = propose(case.get("home", POLISH), case.get("meeting", MEETING))
    assert headline(proposal) == case["headline"]
    assert {each.change.english: each.verdict for each in proposal.judged} == case["verdicts"]
    assert proposal.wrong == ("what to change" in case["headline"])


def test_a_whole_report_reads(propose):
    home = {"Welcome": "Witajcie", "Read this first.": "Przeczytaj to w 15 dni."}
    files = {
        "locale/pl/glossary.yml": tuple(
            f"language: pl\nterms: [{{english: council, translation: {word}}}]\n"
            for word in ("rada", "gmina")
        ),
        "locale/pl/state.yml": (f"index: {{drafted: {A}}}\n", f"index: {{drafted: {B}}}\n"),
    }  # fmt: skip
    report = write_markdown(propose(home, others=("scripts/build.py",), files=files))
    report = re.sub(r"\d+ sentences in English", "N sentences in English", report)
    assert report == (EXPECTED / "whole.md").read_text(encoding="utf-8")


def test_what_is_no_translation_comes_first(propose):
    report = write_markdown(propose(others=("contacts.yml", ".github/workflows/x.yml")))
    begin = "<!-- alongside report -->\n> [!CAUTION]\n> **This change is not only a translation."
    assert report.startswith(begin)
    assert "<code>contacts.yml</code> was changed: phone numbers and websites of helpers" in report
    assert "<code>.github/workflows/x.yml</code> was changed: what GitHub does by itself" in report


@pytest.mark.parametrize(
    ("path", "texts", "said"),
    [
        ("docs/index.md", None,
         "> **It changes the English, and translations are compared with it. Look at these files "
         "first: not all of it is shown below.**\n"
         "> <ul>\n> <li><code>docs/index.md</code> was changed</li>\n> </ul>\n"),
        ("locale/pl/glossary.yml", ("language: pl\n", "language: pl\naddress: ty\n"),
         "> **It changes the agreed words (the glossary), and translations are judged by them."),
        ("locale/pl/state.yml", (f"index: {{drafted: {A}}}\n", ""),
         "> **It changes what readers are told about who made or checked a translation.**"),
    ],
)  # fmt: skip
def test_what_a_translation_is_judged_by_comes_before_its_verdict(propose, path, texts, said):
    others, files = ((), {path: texts}) if texts else ((path,), {})
    home = POLISH | {"Welcome": "Witajcie"}
    report = write_markdown(propose(home, others=others, files=files))
    assert 0 < report.find(said) < report.find("<h2>Thank you. Your sentence is fine.")


def test_a_change_of_what_stays_english_is_not_called_nothing(propose):
    """Such as the words of a letter: no translation has them, and readers send them."""
    said = "English pages changed, and no sentence did that is translated. Look at the files."
    assert headline(propose(others=("docs/tools/letter.md",))) == said


def test_a_file_that_was_not_looked_at_is_not_called_unchanged(propose):
    files = {"locale/pl/glossary.yml": ("language: pl\n", "language: [\n")}
    report = write_markdown(propose(POLISH | {"Welcome": "Witajcie"}, files=files))
    assert "<summary><strong>Polish: index</strong> (not looked at yet)</summary>" in report


def test_where_a_page_that_families_need_first_is_gone_the_report_says_so(propose):
    proposal = propose(POLISH | {"Welcome": "Witajcie"})
    (language,) = proposal.languages
    pages = {"meetings/meeting": language.after.pages["meetings/meeting"]}
    language = replace(language, after=replace(language.after, pages=pages))
    report = write_markdown(replace(proposal, languages=(language,)))
    assert report.count("need first and that are not complete: index") == 2


def test_a_translation_alone_raises_no_alarm(propose):
    assert "> [!" not in write_markdown(propose(POLISH | {"Welcome": "Witajcie"}))


def test_a_report_names_the_commit_that_it_is_about(propose):
    report = write_markdown(propose(POLISH | {"Welcome": "Witajcie"}))
    assert "<p>This is about commit bbbbbbbbbbbb. A newer one gets a report of its own.</p>" in (
        report
    )


def test_who_is_said_to_have_checked_a_page_is_asked_by_a_maintainer(propose):
    check = f"index: {{checked: {B}, by: Team A, date: 2026-11-21}}\n"
    files = {"locale/pl/state.yml": ("", check)}
    assert "> **It says that people checked a translation.**" in write_markdown(
        propose(files=files)
    )


def test_a_check_that_an_edit_takes_away_is_named(sides, propose):
    check = f"index: {{checked: {A}, by: Team A, date: 2026-11-21}}\n"
    files = {"locale/pl/state.yml": (check, check)}
    before, after = sides
    propose({"Welcome": "Witajcie"}, files=files)
    was, now = before.standing("pl"), after.standing("pl")
    checked = was.pages | {"index": replace(was.pages["index"], state="checked")}
    before._standings["pl"] = replace(was, pages=checked)
    after._standings["pl"] = now
    found = [Change(HOME, "changed")]
    report = write_markdown(read_proposal(*sides, found, ("a", "b"), TODAY))
    assert (
        "<li>Polish: index was checked by Team A; this change takes the check away, "
        "until they look again.</li>"
    ) in report


@pytest.mark.parametrize(
    ("name", "before"), [("glossary.yml", "language: pl\n"), ("state.yml", "")]
)
def test_where_the_check_cannot_look_no_message_is_called_fine(propose, name, before):
    files = {f"locale/pl/{name}": (before, "language: [\n")}
    proposal = propose({"Welcome": "Witajcie", "Read this first.": "Najpierw to."}, files=files)
    assert proposal.judged == [] and proposal.wrong
    assert headline(proposal).startswith("Thank you. The pages cannot be read as they are")


def test_a_file_with_the_sentence_of_another_page_is_in_english_as_a_whole(propose):
    proposal = propose({"Welcome": "Witajcie", "Read this first.": "To.", "Who comes": "Kto"})
    assert [bool(page.broken) for page in proposal.pages] == [True]
    assert proposal.judged == []


def test_words_of_strangers_are_only_words(propose):
    home = {"Welcome": HOSTILE, "Read this first.": HOSTILE}
    glossary = f"- {{english: {json.dumps(HOSTILE)}, note: {json.dumps(HOSTILE)}}}\n"
    files = {"locale/pl/glossary.yml": ("", glossary)}
    proposal = propose(home, others=("docs/<img src=x> @all.svg",), files=files)
    (language,) = proposal.languages
    language = replace(language, name=f"{HOSTILE}\n\n# {HOSTILE}")
    report = write_markdown(replace(proposal, languages=(language,), no_pictures=HOSTILE))
    assert "\u202e" not in report and "[U+202E]" in report
    assert not re.search(r"@(?!<!-- -->)", report.replace("<!-- alongside", ""))
    assert not re.search(r"#1\b|https?://|www\.evil", report)
    found = {element.tag for element in html.fragment_fromstring(report, "div").iter("*")}
    assert found <= {"div", "table", "tr", "th", "td", "ul", "ol", "li", "code", "blockquote",
                     "details", "summary", "strong", "em", "br", "h2", "h4", "p", "ins", "del",
                     html.HtmlComment}  # fmt: skip


def test_every_word_of_strangers_stands_in_a_block_of_html(propose):
    """In such a block, which an empty line ends, Markdown does nothing (CommonMark, 4.6)."""
    home = {"Welcome": HOSTILE, "Read this first.": "Najpierw przeczytaj to.\n\n# x"}
    proposal = propose(home)
    (language,) = proposal.languages
    language = replace(language, name=f"{HOSTILE}\n\n{HOSTILE}")
    for each in (proposal, replace(proposal, languages=(language,), no_pictures=HOSTILE)):
        for block in write_markdown(each).split("\n\n"):
            if "everyone" in block:
                assert re.match(r"<(table|ol|ul|p|h2|h4|details)\b", block), block


def test_a_report_that_is_too_long_says_how_much_is_left_out(sides, propose):
    note = "x " * 200
    entries = [
        f"- {{english: word {n}, translation: '', note: {note}}}\n" for n in range(400)
    ]
    begin = "language: pl\n"
    files = {"locale/pl/glossary.yml": (begin, f"{begin}terms:\n{''.join(entries)}")}
    home = {"Welcome": "Witajcie", "Read this first.": "<b>x</b>"}
    report = write_markdown(propose(home, files=files))
    assert len(report) <= LONGEST
    assert re.search(r"\n\d+ more would not fit here. Run `alongside report` to see them all.\n$",
                     report)  # fmt: skip
    assert report.count("<details>") == report.count("</details>")
    assert "There is HTML in the translation" in report


def test_what_comes_first_leaves_room_for_the_rest(propose):
    """GitHub would refuse a comment that is too long, and nobody would see what is wrong."""
    proposal = propose(POLISH | {"Welcome": "<b>x</b>"})
    (language,) = proposal.languages
    (page,) = language.pages
    (judged,) = page.messages
    change = replace(judged.change, english="@" * 9000, new="@" * 9000)
    page = replace(page, messages=(judged, *[replace(judged, change=change)] * 40))
    long = "docs/" + "@" * 4000
    report = write_markdown(
        replace(
            proposal,
            languages=(replace(language, name="@" * 70_000, pages=(page,)),),
            others=((long, "added", "x"),) * 40,
            english_files=((long, "added"),) * 40,
        )
    )
    assert len(report) <= LONGEST
    assert "more, below</li>" in report and "> <li>and 3" in report


def test_an_english_page_is_seen_in_pictures_also_where_no_sentence_of_it_changed(propose):
    proposal = propose(POLISH | {"Welcome": "Witajcie"}, others=("docs/tools/letter.md",))
    taken = Picture("en", "tools/letter", "2-before.png", "2-after.png")
    report = write_markdown(replace(proposal, pictures=(taken,)), "https://p.test/")
    _, english = report.split("<summary><strong>English: tools/letter</strong></summary>")
    assert 'src="https://p.test/2-before.png"' in english
    assert 'src="https://p.test/2-after.png"' in english


def test_a_program_gets_every_word(propose):
    found = json.loads(write_json(propose({"Welcome": "Witajcie", "Read this first.": ""})))
    (language,) = found["languages"]
    (page,) = language["pages"]
    assert [each["verdict"] for each in page["messages"]] == ["fine", "waits"]
    assert language["before"]["pages"] == language["after"]["pages"] == 2
    assert found["wrong"] is False and found["since"] == "a" * 40
