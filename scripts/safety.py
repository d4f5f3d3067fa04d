"""Whether a translation may be shown: a translation is untrusted input from the internet.

Each rule compares a message with its translation and says what differs in words that a volunteer
understands. The build falls back to English where any rule finds something, so that a bad merge
cannot reach a reader; `alongside check catalogues` prints the same words as errors.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown.inlinepatterns import HTML_RE

from scripts import inline
from scripts.contacts import Contact
from scripts.dialect import make_bare_markdown


class Fault(NamedTuple):
    """Why a translation is not shown, and what mends it."""

    what: str
    remedy: str


CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
OVERRIDE = re.compile("[\u202a-\u202e]")
"""Embeddings and overrides of direction (UAX 9): they can show digits in another order."""

ISOLATES = re.compile("[\u2066-\u2069]")
POP_ISOLATE = "\u2069"
INVISIBLE = re.compile("[\u00ad\u200b\u2060-\u2064\ufeff]")
JOINERS = re.compile("[\u200c\u200d]")
JOINING_SCRIPTS = frozenset(
    "ARABIC BENGALI DEVANAGARI GUJARATI GURMUKHI KANNADA MALAYALAM ORIYA SINHALA TAMIL "
    "TELUGU".split()
)
NUMBER = re.compile(r"\d+")
BRACKETS = re.compile(r"\((?P<words>[^()]*[^\W\d_][^()]*)\)")
"""Round brackets with at least one letter in them."""

VARIABLE = re.compile(r"%\(\w+\)[sd]")
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
TEXT_ATTRIBUTES = ("alt", "title")


class Probe:
    """Renders one message by itself, to see which elements it makes.

    It has a Markdown instance of its own: probing in the page's would change the page's notes.
    """

    def __init__(self, contacts: dict[str, Contact]) -> None:
        self.md = make_bare_markdown(contacts)
        self.notes = next(e for e in self.md.registeredExtensions if hasattr(e, "footnotes"))

    def know(self, references: dict[str, tuple[str, str | None]], notes: Iterable[str]) -> None:
        """Take over what the page defines for its links and notes."""
        self.md.references = dict(references)
        self.notes.reset()
        self.notes.footnotes.update(dict.fromkeys(notes, ""))

    def render(self, message: str) -> tuple[Element, list[str]]:
        """The elements of the message in one paragraph, and the raw HTML in it."""
        self.md.htmlStash.reset()
        self.notes.found_refs, self.notes.used_refs = {}, set()
        root = Element("div")
        SubElement(root, "p").text = inline.unfold(message)
        for name in ("inline", "contact-unnest", "attr_list"):
            self.md.treeprocessors[name].run(root)
        html = [raw for raw in self.md.htmlStash.rawHtmlBlocks if not ENTITY.fullmatch(str(raw))]
        return root, html


def find_faults(message: str, translation: str, probe: Probe) -> list[Fault]:
    """Everything that forbids showing the translation of a message in Markdown."""
    if hidden := list(_hidden(translation)):
        return hidden  # nothing with control characters goes near the Markdown parser
    return [
        *_plain(message, translation),
        *_elements(message, translation, probe),
    ]


def find_plain_faults(message: str, translation: str) -> list[Fault]:
    """Everything that forbids showing the translation of a message that has no Markdown."""
    if hidden := list(_hidden(translation)):
        return hidden
    return [*_plain(message, translation), *_same(message, translation, _tags, "pieces of HTML")]


def _plain(message: str, translation: str) -> list[Fault]:
    return [
        *_same(
            message, translation, inline.PLACEHOLDER.findall, "contacts such as {{ contact.x }}"
        ),
        *_same(message, translation, VARIABLE.findall, "words in %( )s"),
        *_same(message, translation, _attribute_lists, "attribute lists in braces { }"),
        *_numbers(message, translation),
        *_mixed_words(translation),
    ]


def _hidden(translation: str) -> Iterator[Fault]:
    again = "Delete the words around it and type them again."
    if match := CONTROL.search(translation):
        yield Fault(f"There is a control character U+{ord(match[0]):04X}.", again)
    if match := OVERRIDE.search(translation):
        yield Fault(
            f"There is a hidden mark U+{ord(match[0]):04X} that turns the direction of "
            "the text round.",
            again,
        )
    if match := INVISIBLE.search(translation):
        yield Fault(f"There is an invisible character U+{ord(match[0]):04X}.", again)
    depth = 0
    for mark in ISOLATES.findall(translation):
        depth += -1 if mark == POP_ISOLATE else 1
        if depth < 0:
            break
    if depth:
        yield Fault(
            "The marks that isolate a direction are not in pairs.",
            "Take them out: contacts are isolated without them.",
        )
    if JOINERS.search(translation) and not JOINING_SCRIPTS & _scripts(translation):
        yield Fault("There is a joiner (U+200C or U+200D), which this script does not use.", again)


def _same(message: str, translation: str, find, what: str) -> Iterator[Fault]:
    """A fault when `find` gives other things for the translation than for the message."""
    wanted, got = Counter(find(message)), Counter(find(translation))
    if missing := list((wanted - got).elements()):
        yield Fault(
            f"The {what} are not as in the English; missing: {', '.join(missing)}.",
            "Copy them from the English just as they are.",
        )
    if added := list((got - wanted).elements()):
        yield Fault(
            f"The {what} are not as in the English; added: {', '.join(added)}.",
            "Take out what the English does not have.",
        )


def _attribute_lists(text: str) -> list[str]:
    return [match[0] for match in inline.ANY_ATTRIBUTES.finditer(inline.without_code(text))]


def _tags(text: str) -> list[str]:
    return [match[0] for match in re.finditer(HTML_RE, text)]


def _numbers(message: str, translation: str) -> Iterator[Fault]:
    """Other numbers than the English has. Those of addresses and notes count too: what only looks
    like one could hide a number."""
    wanted, got = _count_numbers(message), _count_numbers(translation)
    if foreign := [number for number in got if not number.isascii()]:
        yield Fault(
            f"These digits are not 0 to 9: {', '.join(foreign)}.",
            "Write 0 1 2 3 4 5 6 7 8 9, as in letters from the council.",
        )
    elif wanted not in (got, _count_numbers(_without_english(message, translation))):
        yield Fault(
            f"The numbers are not the same: English has {_list(wanted)}, "
            f"the translation has {_list(got)}.",
            "Write each number in digits, as often as the English does.",
        )


def _count_numbers(text: str) -> Counter[str]:
    return Counter(NUMBER.findall(inline.PLACEHOLDER.sub(" ", text)))


def _without_english(message: str, translation: str) -> str:
    """The translation without words in brackets that stand in the English just so: a reader meets
    "(section 47 enquiry)" in a letter, and the number in it is no number of the translation."""
    return BRACKETS.sub(
        lambda m: " " if m["words"].casefold() in message.casefold() else m[0], translation
    )


def _list(numbers: Counter[str]) -> str:
    return ", ".join(sorted(numbers.elements())) or "none"


def _mixed_words(translation: str) -> Iterator[Fault]:
    """Words of two scripts: a letter that looks like another can hide what a word is."""
    for word in re.findall(r"[^\W\d_]+", translation):
        scripts = _scripts(word) & {"LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "ARMENIAN"}
        if len(scripts) > 1:
            yield Fault(
                f"The word {word} has letters of two scripts: "
                f"{' and '.join(sorted(scripts)).lower()}.",
                "Type the word again with one keyboard.",
            )


def _scripts(text: str) -> set[str]:
    return {unicodedata.name(letter, "").split(" ")[0] for letter in text if letter.isalpha()}


def _elements(message: str, translation: str, probe: Probe) -> Iterator[Fault]:
    (wanted, _), (got, html) = probe.render(message), probe.render(translation)
    if html:
        yield Fault(
            f"There is HTML in the translation: {html[0][:40]}",
            "Take it out. Bold is **bold**; a link is [words](address).",
        )
        return
    before, after = Counter(_shape(wanted)), Counter(_shape(got))
    for shapes, word in ((before - after, "missing"), (after - before, "added")):
        for shape in shapes:
            yield Fault(
                f"{_describe(shape)} is {word}.",
                "Keep every mark of the English: ** _ ` [ ]( ) and line breaks, "
                "with the same addresses, around the same words.",
            )


Shape = tuple[tuple[str, ...], tuple[tuple[str, str], ...], bool]


def _shape(element: Element, path: tuple[str, ...] = ()) -> Iterator[Shape]:
    """Every element: its place in others, its attributes but for their words, whether it has
    words."""
    for child in element:
        attributes = tuple(
            sorted(
                (name, str(value))
                for name, value in child.attrib.items()
                if name not in TEXT_ATTRIBUTES
            )
        )
        words = bool("".join(child.itertext()).strip() or child.get("alt"))
        yield (*path, child.tag), attributes, words
        yield from _shape(child, (*path, child.tag))


NAMES = {
    "a": "A link",
    "strong": "Bold text (**)",
    "em": "Text in italics (* or _)",
    "code": "Code (`)",
    "br": "A line break",
    "img": "A picture",
    "sup": "The mark of a note",
    "bdi": "A contact",
    "span": "A contact in a link",
}


def _describe(shape: Shape) -> str:
    path, attributes, words = shape
    name = NAMES.get(path[-1], f"<{path[-1]}>")
    target = next((value for key, value in attributes if key in ("href", "src")), None)
    empty = not words and path[-1] != "br"
    return f"{name}{f' to {target}' if target else ''}{' without words' if empty else ''}"
