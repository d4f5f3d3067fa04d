"""Whatever a translation holds: the page has the elements, attributes and addresses of the English,
the build ends, and no other page changes."""

from __future__ import annotations

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from scripts import unreadable
from scripts.catalogue_rules import CONTROL
from scripts.characters import find_hidden, has_unpaired_isolates
from scripts.interface import Text
from scripts.probe import Probe
from scripts.safety import find_faults, find_plain_faults
from tests import laws
from tests.attacks import Attacked, honest
from tests.test_safety import page_probe

MANY = int(os.environ.get("ALONGSIDE_FUZZ", "250"))
"""Examples for one page; more can be asked for by hand."""
FEW = 8
"""Examples for a whole site."""

PAGE = """\
## Before a *meeting* { #before }

You have 15 working days, or **28 days**.[^law] Do **not** sign. Read [this](a.md "The law") `now`.

- Call {{ contact.helpline }} or [ask {{ contact.police }}](b.md){ .button }
    - ![A house](house.svg) in it &amp; <https://example.org/>
- First line  \n  second [line][a-name].

| Who comes | {{ language.english }} speakers |
| --- | --- |
| You | Say _no_ |

!!! warning "Wait"

    Bring it.
    { .lead }

<details markdown="1"><summary>More *here*</summary>

Text.

</details>

[^law]: The law.

[a-name]: ../other.md
"""
KEYS = [key for key in laws.extracted(PAGE) if key[1] not in laws.WORDS]
MESSAGES = [text for _, text in KEYS]
TITLE = "What happens in the 15 days"

MARKS = [
    "*", "**", "_", "__", "***", "`", "``", "[", "]", "](", ")", "![", "[]", "[^law]", "[^x]: ",
    "[a-name]", "][a-name]", "[a](b.md)", "[x](javascript:alert())", "<b>", "</p>", "<script>",
    "<!--", "-->", "<?", "<![CDATA[", "<a@b.example>", "<https://evil.example>", "&lt;", "&#60;",
    "&#x202e;", "&#2;", "&nbsp;", "&", "\\", "\\*", "{ .x }", "{: #before }", "{onclick=x}", "{",
    "}", "{{", "}}", "{{ contact.helpline }}", "{{contact.police}}", "{{ contact.gone }}",
    "{{ language.english }}", "{{ contact.helpline.relay }}", "\x02wzxhzdk:0\x03", "\x02amp\x03",
    "klzzwxh:0001", "wzxhzdk:0", "\x0242\x03", "\x00", "\x1b", "\x85", "\u2028", "\u202e", "\u2066",
    "\u2069", "\u200d", "\u200b", "\ufeff", "\ud7ff", "\ue000", "\uf8ff", "\u0301", "\n", "  \n",
    "\n\n", "\t", "\xa0", "# ", "- ", "1. ", "> ", "|", "---", "===", "!!! note", "??? x", ": ",
    "*[You]: x", "[TOC]", "```", "~~~", "$$", "::", "%(name)s", "%", "15", "28", "١٥", "0808",
    "Family Rights Group", '"', "'", '"title"', 'a" onclick="x', "a.md", "house.svg", "http://",
]  # fmt: skip
LETTERS = st.characters(codec="utf-8")
"""Every character that a file in UTF-8 can hold."""
PIECES = st.one_of(st.sampled_from(MARKS), LETTERS, st.sampled_from(MESSAGES))
REPEATS = st.builds(
    lambda piece, times: piece * times, st.sampled_from(MARKS), st.sampled_from([2, 40, 2000])
)
HOSTILE = st.lists(st.one_of(PIECES, PIECES, PIECES, REPEATS), max_size=12).map("".join)


@st.composite
def mutated(draw, text: str) -> str:
    """A text that was cut, doubled, turned round or put through with pieces in a few places."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 12)))
        part = text[start:end]
        new = draw(st.one_of(PIECES, st.just(""), st.just(part[::-1]), st.just(part * 2)))
        text = f"{text[:start]}{new}{text[end:]}"
    return text


def translations(messages):
    """For each message its own text, a mutation of it, or something hostile."""
    return st.fixed_dictionaries({
        text: st.one_of(st.just(""), mutated(text), mutated(text), HOSTILE) for text in messages
    })  # fmt: skip


def fuzzed(examples):
    return settings(
        max_examples=examples, derandomize=True, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip


def skeleton(html: str) -> Counter:
    """The elements of a page with their attributes, but for words and marks of language; so is the
    English that stands alone in a block."""
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    return Counter(
        (element.tag, *sorted(item for item in element.items() if item[0] not in FREE))
        for element in root.iter()
        if isinstance(element.tag, str) and not is_mark(element)
    )


FREE = frozenset({"lang", "dir", "title", "alt"})


def is_mark(element) -> bool:
    """Whether an element is only a mark of the language around words."""
    return element.tag == "span" and set(element.keys()) == {"lang", "dir"}


NOTHING, _ = laws.translated(PAGE, laws.catalogue_of(KEYS, lambda _: ""))


@fuzzed(MANY)
@given(translations(MESSAGES))
def test_the_page_has_only_what_the_english_has(sent):
    found, _ = laws.translated(PAGE, laws.catalogue_of(KEYS, sent.__getitem__))
    assert skeleton(found) == skeleton(NOTHING)
    text = lxml_html.fragment_fromstring(found, create_parent="div").text_content()
    assert list(find_hidden(text)) == []
    assert not has_unpaired_isolates(text)
    assert "wzxhzdk" not in found or any("wzxhzdk" in each for each in sent.values())


@fuzzed(MANY)
@given(st.sampled_from([*MESSAGES, TITLE]).flatmap(
    lambda text: st.tuples(st.just(text), st.one_of(mutated(text), HOSTILE))))  # fmt: skip
def test_words_without_marks_come_out_as_words(pair):
    english, sent = pair
    if not find_plain_faults(english, sent):
        root = lxml_html.fragment_fromstring(Text(sent).__html__(), create_parent="div")
        assert {element.tag for element in root.iter()} <= {"div", "bdi", "span"}
        assert root.text_content() == sent.replace("\r", "\n")


class Reached(Probe):
    """Keeps what reaches the parser."""

    def _render(self, message):
        self.reached = [*getattr(self, "reached", []), message]
        return super()._render(message)


@fuzzed(FEW)
@given(st.sampled_from(MESSAGES), st.permutations(MARKS))
def test_no_repetition_of_marks_reaches_the_parser(english, marks):
    probe = page_probe(Reached)
    for one, other in zip(MARKS, marks, strict=True):
        for text in (one * 3000, (one + other) * 1500, english + one * 400, english + other * 60):
            find_faults(english, text, probe)
    most = {mark: english.count(mark) + 2 * unreadable.MORE_MARKS for mark in unreadable.MARKS}
    for text in getattr(probe, "reached", []):
        assert {mark: text.count(mark) for mark in most if text.count(mark) > most[mark]} == {}


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    return Attacked.make(tmp_path_factory.mktemp("fuzzed"))


HELP = honest("pl", "help/help-now")


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@fuzzed(FEW)
@given(sent=translations([text for text in HELP if text not in ("Help now",)]))
def test_no_other_page_changes(attacked, sent):
    well = attacked.build_once("pl")
    sent = {text: clean(each) for text, each in sent.items()}
    with attacked.sent("pl", "help/help-now", HELP | sent):
        found = attacked.build("pl")
    assert {path for path in well if found[path] != well[path]} <= {"pl/help/help-now.html"}
    without = attacked.build_once("pl", "help/help-now")
    partly = attacked.build_once("pl", "help/help-now", "Within 15 working days")
    known = {key for site in (well, without, partly) for key in page_skeleton(site)}
    assert set(page_skeleton(found)) <= known


def page_skeleton(site) -> Counter:
    return skeleton(site["pl/help/help-now.html"].decode("utf-8"))


def clean(text: str) -> str:
    """A text without the characters for which a whole catalogue is refused."""
    return CONTROL.sub("", text)
