"""The A to Z of words in letters: its file, its page, and the marks in other pages."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown

from scripts.build import build_site
from scripts.edition import Edition
from scripts.extract import find_page_messages
from scripts.interface import Text
from scripts.languages import Language
from scripts.lined_yaml import load_lined
from scripts.made import read_all
from scripts.problems import Problem, ProblemsFound
from scripts.sources import read_sources
from scripts.word_marks import MarksExtension, Place
from scripts.words import PAGE, Word, make_markdown, read_words
from tests.cases import read_cases
from tests.projects import MEETING, make_project, write, write_catalogue

ENGLISH, URDU = Language("en", "English", "ltr"), Language("ur", "اردو", "rtl")
WORDS = (
    Word("core group", ("CG", "core group meeting"), "The people who make the plan work.",
         "meetings/core-group"),
    Word("plan", (), "What will be done.", None),
    Word("child protection plan", ("CPP",), "A plan to keep a child safe.", None),
    Word("section 47 enquiry", ("s47",), "The council looks into serious harm.", None),
    Word("chair", (), "Who runs a meeting.", None, marked=False),
)  # fmt: skip
INTRODUCTION = "---\ntitle: Words\ndescription: What words mean.\n---\n# Words\n\nLook here.\n"
DATA = """\
words:
  - term: helper
    others: [HP]
    meaning: A person who helps you.
    page: meetings/meeting
  - term: agreement
    meaning: What was said.
"""


@pytest.mark.parametrize("case", read_cases("words"))
def test_a_file_of_words_is_read_so(case):
    words, problems = read_words(load_lined(case["file"]), "words.yml", {"index", "help"})
    assert [word.term for word in words] == case.get("words", [])
    found = [f"{problem.line}: {problem.what} {problem.remedy}" for problem in problems]
    assert found == case.get("problems", [])


def test_words_stand_in_the_order_of_the_alphabet_under_their_letters():
    words, _ = read_words(load_lined(DATA)["words"], "words.yml", {"meetings/meeting"})
    assert "\n".join(line for line, _ in make_markdown(words)) == (
        "[A](#letter-a) [H](#letter-h)\n"
        "{ .letters translate=no }\n\n"
        "## A { #letter-a translate=no }\n\n"
        "agreement { #agreement translate=no }\n"
        ":   What was said.\n\n"
        "## H { #letter-h translate=no }\n\n"
        "[helper](../meetings/meeting.md) (HP) { #helper translate=no }\n"
        ":   A person who helps you.\n"
    )


def marked(text: str, language: Language = ENGLISH, page: str = "index", meaning=None) -> str:
    """The HTML of a text with its marks made short: `<WORD|what is seen>`."""
    extension = MarksExtension(WORDS)
    extension.place = Place(page, language, ENGLISH, meaning or (lambda word: Text(word.meaning)))
    html = Markdown(extensions=["def_list", "tables", "admonition", extension]).convert(text)
    return re.sub(r'<a [^>]*id="shell-use-([a-z0-9-]+)"[^>]*>(.*?)</a>', r"<\1|\2>", html)


@pytest.mark.parametrize("case", read_cases("word_marks"))
def test_words_are_marked_so(case):
    assert marked(case["page"], page=case.get("name", "index")) == case["html"].rstrip()


def test_a_mark_leads_to_its_meaning_and_is_described_by_it():
    extension = MarksExtension(WORDS)
    html = Markdown(extensions=[extension]).convert("Ask the core group.")
    assert sorted(re.findall(r'[a-z-]+="[^"]*"', html)) == [
        'aria-describedby="shell-meaning-core-group"',
        'class="word"',
        'href="#shell-word-core-group"',
        'id="shell-use-core-group"',
        'title="The people who make the plan work."',
    ]


def test_in_a_translation_the_word_is_english_and_its_mark_in_the_language_of_the_meaning():
    html = marked("یہ (section 47 enquiry) ہے", URDU, meaning=lambda word: Text("مطلب"))
    assert '<section-47-enquiry|<span dir="ltr" lang="en">section 47 enquiry</span>>' in html
    extension = MarksExtension(WORDS)
    for meaning, code in ((Text("مطلب"), "ur"), (Text("English", ENGLISH), "en")):
        extension.place = Place("index", URDU, ENGLISH, lambda word, meaning=meaning: meaning)
        html = Markdown(extensions=[extension]).convert("(s47)")
        (mark,) = re.findall("<a [^>]*>", html)
        assert f'lang="{code}"' in mark


def project(tmp_path, data=DATA, **pages):
    listed = {"index": "---\ntitle: Home\n---\n# Home\n\nThe helper (HP) calls.\n",
              "meetings/meeting": MEETING, PAGE: INTRODUCTION, **pages}  # fmt: skip
    made = make_project(tmp_path, listed)
    write(made.page_data(PAGE), data)
    return made


def test_the_words_are_messages_of_their_page_and_stay_english_themselves(tmp_path):
    texts = [message.text for message in find_page_messages(project(tmp_path))[PAGE]]
    assert texts == ["Words", "What words mean.", "Words", "Look here.",
                     "What was said.", "A person who helps you."]  # fmt: skip


def test_a_problem_in_the_words_names_the_line_of_their_file(tmp_path):
    data = DATA.replace("What was said.", "Call 0808 801 0366 now.")
    with pytest.raises(ProblemsFound) as caught:
        find_page_messages(project(tmp_path, data))
    (problem,) = caught.value.problems
    assert problem.where == f"docs/{PAGE}.yml:6"


def test_a_problem_in_the_first_line_that_was_made_names_the_file_of_data(tmp_path):
    made = read_all(project(tmp_path)).sources[PAGE]
    problem = Problem(made.path, made.made_at, "What.", "Harm.", "Remedy.")
    assert made.place(problem).where == f"docs/{PAGE}.yml:1"


def test_a_problem_in_the_text_before_the_words_names_the_page(tmp_path):
    made = project(tmp_path, **{PAGE: INTRODUCTION + "\n<b>Bold</b>\n"})
    with pytest.raises(ProblemsFound) as caught:
        find_page_messages(made)
    (problem,) = caught.value.problems
    assert problem.where == f"docs/{PAGE}.md:9"


def test_the_words_stand_where_the_page_says_and_what_follows_keeps_its_line(tmp_path):
    text = INTRODUCTION + "\n<!-- made here -->\n\n## Who can help?\n\n"
    texts = [m.text for m in find_page_messages(project(tmp_path, **{PAGE: f"{text}Ask.\n"}))[PAGE]]
    assert texts[3:] == ["Look here.", "What was said.", "A person who helps you.",
                         "Who can help?", "Ask."]  # fmt: skip
    with pytest.raises(ProblemsFound) as caught:
        find_page_messages(project(tmp_path / "other", **{PAGE: f"{text}<b>Ask.</b>\n"}))
    (problem,) = caught.value.problems
    assert problem.where == f"docs/{PAGE}.md:13"


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("start/words-in-your-letter", "words: [", "cannot be read"),
        ("start/words-in-your-letter", "word: []", "Nothing is made from this file"),
        ("start/other", DATA, "There is no page docs/start/other.md for this file."),
        ("start/words-in-your-letter", DATA.replace("term: agreement", "term: agreement\n    "
         "term: again"), "term stands twice in one entry"),
    ],
)  # fmt: skip
def test_a_file_of_data_that_makes_nothing_is_refused(tmp_path, name, text, what):
    made = project(tmp_path)
    write(made.page_data(name), text)
    problems = read_all(made).problems
    assert [what in problem.what for problem in problems] == [True]
    assert problems[0].path == f"docs/{name}.yml"


def test_the_page_has_an_anchor_for_each_word_and_its_data_is_not_published(tmp_path):
    made = project(tmp_path)
    build_site(made)
    html = (made.site / f"{PAGE}.html").read_text(encoding="utf-8")
    link = '<a href="../meetings/meeting.html">helper</a>'
    assert re.search(f'<dt data-n="[0-9]+" id="helper" translate="no">{re.escape(link)} ', html)
    assert f"{link} (HP)</dt>" in html
    assert not list(made.site.rglob("*.yml"))


def test_a_page_ends_with_the_meanings_of_its_words_in_the_readers_language(tmp_path):
    made = project(tmp_path)
    write_catalogue(made, "ur", PAGE, {"A person who helps you.": "مدد کرنے والا"})
    build_site(made)
    html = (made.site / "ur" / "index.html").read_text(encoding="utf-8")
    assert '<span id="shell-meaning-helper">مدد کرنے والا</span>' in html
    assert 'href="start/words-in-your-letter.html#helper" lang="en"' in html
    polish = (made.site / "pl" / "index.html").read_text(encoding="utf-8")
    assert '<span lang="en" dir="ltr">A person who helps you.</span>' in polish


def test_a_page_without_words_has_no_list_of_them(tmp_path):
    made = project(tmp_path)
    build_site(made)
    html = (made.site / "meetings" / "meeting.html").read_text(encoding="utf-8")
    assert "shell-words" not in html


def test_a_page_is_made_again_when_a_meaning_changed(tmp_path):
    made = project(tmp_path)
    before = Edition.open(read_sources(made), "en")
    record = before.begin_page("index", before.sources.pages["index"])
    record.rendered = "kept"
    same = Edition.open(read_sources(made), "en", before=before)
    assert same.begin_page("index", same.sources.pages["index"]).rendered == "kept"
    write(made.page_data(PAGE), DATA.replace("A person who", "Somebody who"))
    after = Edition.open(read_sources(made), "en", before=before)
    assert after.begin_page("index", after.sources.pages["index"]).rendered is None


def test_a_page_is_made_again_when_the_translation_of_a_meaning_changed(tmp_path):
    made = project(tmp_path)
    before = Edition.open(read_sources(made), "pl")
    before.begin_page("index", before.sources.pages["index"]).rendered = "kept"
    write_catalogue(made, "pl", PAGE, {"A person who helps you.": "Osoba"})
    after = Edition.open(read_sources(made), "pl", before=before)
    assert after.begin_page("index", after.sources.pages["index"]).rendered is None


