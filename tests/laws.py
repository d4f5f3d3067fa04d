"""The laws of the walk, each a function that fails on a page that breaks it."""

from __future__ import annotations

import re

from scripts.blocks import Visitor, Walk
from scripts.catalogues import Catalogue, Entry
from scripts.contacts import Contact
from scripts.dialect import make_bare_markdown, make_markdown
from scripts.extract import Extraction
from scripts.interface import Interface
from scripts.languages import Language
from scripts.messages import BACK_TO_TEXT, DEFAULT_TITLES, LABELS, Key
from scripts.probe import Probes
from scripts.translate import Original, Translation
from tests import html
from tests.pseudo import pseudo

ENGLISH = Language("en", "English", "ltr")
CONTACTS = {
    "helpline": Contact("Helpline", "0808 801 0366", "https://example.org/", relay="18001"),
    "police": Contact("Police", "101", None),
}
WORDS = sorted({*DEFAULT_TITLES, *LABELS.values(), BACK_TO_TEXT})
MARKS = re.compile(r'<span dir="ltr" lang="en">(.*?)</span>| dir="ltr"| lang="en"')
"""The marks of blocks in English, which a page in English does not have."""

INTERFACE = Interface(
    Catalogue("", {(None, word): Entry(pseudo(word), fuzzy=False, line=1) for word in WORDS}),
    ENGLISH,
)


def render(page: str, visitor: Visitor, walk: type[Walk] = Walk,
           contacts: dict[str, Contact] = CONTACTS) -> str:  # fmt: skip
    return make_markdown(contacts, visitor, walk).convert(page)


def extracted(page: str, walk: type[Walk] = Walk,
              contacts: dict[str, Contact] = CONTACTS) -> list[Key]:  # fmt: skip
    extraction = Extraction("page.md", 1)
    render(page, extraction, walk, contacts)
    return [message.key for message in extraction.messages]


def catalogue_of(keys: list[Key], translate, fuzzy: bool = False) -> Catalogue:
    return Catalogue("page.po", {key: Entry(translate(key[1]), fuzzy, 1) for key in keys})


def translated(page: str, catalogue: Catalogue, walk: type[Walk] = Walk,
               contacts: dict[str, Contact] = CONTACTS) -> tuple[str, Translation]:  # fmt: skip
    """The page with a catalogue, and the visitor after its walk."""
    visitor = Translation("page.md", 1, catalogue, INTERFACE, Probes(contacts), ENGLISH)
    return render(page, visitor, walk, contacts), visitor


class Recorder(Catalogue):
    """A catalogue without translations that remembers what it was asked for."""

    def get(self, context: str | None, text: str) -> None:
        self.asked = [*getattr(self, "asked", []), (context, text)]


def law_1(page: str, walk: type[Walk] = Walk, contacts=CONTACTS) -> None:
    """Every message looked up was extracted, and the other way round."""
    recorder = Recorder("page.po")
    translated(page, recorder, walk, contacts)
    assert getattr(recorder, "asked", []) == extracted(page, walk, contacts)


def law_2(page: str, walk: type[Walk] = Walk, contacts=CONTACTS) -> None:
    """With an identity catalogue the HTML is the HTML without a catalogue, which is that of plain
    Markdown but for blanks that nobody sees."""
    original = render(page, Original("page.md", 1), walk, contacts)
    identity = catalogue_of(extracted(page, walk, contacts), str)
    same, visitor = translated(page, identity, walk, contacts)
    assert visitor.unsafe == []
    for word in WORDS:
        same = same.replace(pseudo(word), word)
    assert MARKS.sub(r"\1", same) == MARKS.sub(r"\1", original)
    plain = make_bare_markdown(contacts).convert(page)
    assert html.tokens(original) == html.tokens(plain)


def law_3(page: str, walk: type[Walk] = Walk, contacts=CONTACTS) -> None:
    """The ids of headings are the same in every language."""
    original = render(page, Original("page.md", 1), walk, contacts)
    other, _ = translated(page, catalogue_of(extracted(page, walk, contacts), pseudo), walk,
                          contacts)  # fmt: skip
    assert html.heading_ids(other) == html.heading_ids(original)


def law_4(page: str, walk: type[Walk] = Walk, contacts=CONTACTS,
          catalogue_type: type[Catalogue] = Catalogue) -> None:  # fmt: skip
    """No fuzzy, empty or unsafe translation reaches the page; English stands there, marked so."""
    keys = extracted(page, walk, contacts)
    nothing, _ = translated(page, Catalogue("page.po"), walk, contacts)
    english = nothing
    for word in WORDS:
        english = english.replace(pseudo(word), "")
    assert html.unmarked(html.parse(english), "en") == []
    spoilt = {
        "fuzzy": catalogue_of(keys, pseudo, fuzzy=True),
        "empty": catalogue_of(keys, lambda _: ""),
        "hostile": catalogue_of(keys, lambda text: f"{text} <b onclick=x>y</b>"),
        "stash": catalogue_of(keys, lambda text: f"{text} \x02wzxhzdk:0\x03"),
        "double braces": catalogue_of(keys, lambda text: f"{text} {{{{ onclick=x id=menu }}"),
        "attributes": catalogue_of(keys, lambda text: f"{text} {{ onclick=x }}"),
        "phone number": catalogue_of(keys, lambda text: f"{text} 0161-496-0123"),
    }
    for kind, catalogue in spoilt.items():
        catalogue.__class__ = catalogue_type
        found, _ = translated(page, catalogue, walk, contacts)
        assert found == nothing, kind


def law_6(page: str, walk: type[Walk] = Walk, contacts=CONTACTS) -> None:
    """Nothing visible escapes translation."""
    catalogue = catalogue_of(extracted(page, walk, contacts), pseudo)
    found, visitor = translated(page, catalogue, walk, contacts)
    assert visitor.unsafe == []
    assert html.unwrapped(html.parse(found)) == []


LAWS = (law_1, law_2, law_3, law_4, law_6)
"""Law 5, which is about whole builds, is in test_build.py."""
