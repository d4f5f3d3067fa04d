"""Whether a translation may be shown: a translation is untrusted input from the internet.

Each rule compares a message with its translation and says what differs in words that a volunteer
understands. The build falls back to English where any rule finds something, so that a bad merge
cannot reach a reader; `alongside check catalogues` prints the same words as errors.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from markdown.inlinepatterns import HTML_RE

from scripts import characters, inline
from scripts.address_faults import find_address_faults
from scripts.flat_text import Flat
from scripts.glossary import NO_WORDS, Glossary
from scripts.modal_faults import or_right
from scripts.name_faults import find_name_faults
from scripts.number_faults import find_number_faults
from scripts.phone_numbers import NOTHING
from scripts.place_faults import find_place_faults
from scripts.plain import plain_words
from scripts.probe import Probe
from scripts.problems import Fault
from scripts.unreadable import find_unreadable
from scripts.word_faults import find_word_faults

BRACES = re.compile(r"\{[^{}]*\}|[{}]")
NO_MARKS = re.compile(r"[^\\`*_\[\]<&{}\n]*")
VARIABLE = re.compile(r"%\((?P<name>\w+)\)[sd]")


def find_faults(
    message: str, translation: str, probe: Probe, glossary: Glossary = NO_WORDS
) -> list[Fault]:
    """Everything that forbids showing the translation of a message in Markdown."""
    return (
        list(find_unreadable(message, translation))
        or [
            *_plain(message, translation, probe.known.numbers),
            *_elements(message, translation, probe),
            *find_address_faults(message, plain_words(translation)),
            *find_name_faults(message, translation, probe.known.contacts),
            *find_word_faults(message, translation, glossary),
        ]
        or _excused(message, translation, glossary, _places(message, translation, probe))
    )


def find_plain_faults(
    message: str, translation: str, glossary: Glossary = NO_WORDS
) -> list[Fault]:
    """Everything that forbids showing the translation of a message that has no Markdown."""
    places = find_place_faults(message, translation, Flat(message), Flat(translation))
    return (
        list(find_unreadable(message, translation))
        or [
            *_plain(message, translation),
            *_same(message, translation, _tags, "pieces of HTML"),
            *find_address_faults(message, translation),
            *find_word_faults(message, translation, glossary),
        ]
        or _excused(message, translation, glossary, places)
    )


def _excused(
    message: str, translation: str, glossary: Glossary, faults: Iterator[Fault]
) -> list[Fault]:
    """The faults, which a glossary may excuse as it does those of words: none where it does."""
    if glossary.means(message, translation):
        return []
    right = f" {or_right(glossary)}" if glossary.language else ""
    return [Fault(what, f"{remedy}{right}") for what, remedy in faults]


def _plain(message: str, translation: str, known: Mapping[str, str] = NOTHING) -> list[Fault]:
    return [
        *_same(message, translation, _placeholders, "placeholders such as {{ contact.x }}"),
        *_same(message, translation, _variables, "words in %( )s"),
        *_same(message, translation, _braces, "attribute lists in braces { }"),
        *find_number_faults(message, translation, known),
        *_mixed_words(translation),
        *_disguised_words(message, translation),
    ]


def _same(
    message: str, translation: str, find: Callable[[str], list[str]], what: str
) -> Iterator[Fault]:
    """A fault when `find` gives other things for the translation than for the message."""
    english, own = find(message), find(translation)
    if english == own:
        return
    wanted, got = Counter(english), Counter(own)
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


def _variables(text: str) -> list[str]:
    return [match[0] for match in VARIABLE.finditer(text)]


def _placeholders(text: str) -> list[str]:
    return [match[0] for match in inline.KNOWN.finditer(text)]


def _braces(text: str) -> list[str]:
    """Every brace that is not a placeholder's. Any of them may be taken for an attribute list."""
    return BRACES.findall(inline.KNOWN.sub(" ", inline.without_code(text)))


def _tags(text: str) -> list[str]:
    return [match[0] for match in re.finditer(HTML_RE, text)]


def _mixed_words(translation: str) -> Iterator[Fault]:
    for word, scripts in characters.find_mixed_words(html.unescape(translation)):
        yield Fault(
            f"The word {word} has letters of two scripts: {' and '.join(scripts).lower()}.",
            "Type the word again with one keyboard.",
        )


def _disguised_words(message: str, translation: str) -> Iterator[Fault]:
    text, english = html.unescape(translation), html.unescape(message)
    mixed = {word for word, _ in characters.find_mixed_words(text)}
    for word in characters.find_disguised_words(text, english):
        if word not in mixed:
            what = f"The word {word} has letters that only look like those of this language."
            yield Fault(what, "Type the word again with one keyboard.")


def _elements(message: str, translation: str, probe: Probe) -> Iterator[Fault]:
    """Other elements, attributes or addresses than the English makes."""
    if NO_MARKS.fullmatch(message) and NO_MARKS.fullmatch(translation):
        return  # plain words make no elements, and most messages are plain words
    wanted, (got, raw, _) = probe.render_english(message).shapes, probe.render(translation)
    if raw:
        yield Fault(
            f"There is HTML in the translation: {raw[0][:40]}",
            "Take it out. Bold is **bold**; a link is [words](address).",
        )
        return
    before, after = Counter(wanted), Counter(got)
    for shapes, word in ((before - after, "missing"), (after - before, "added")):
        for shape in shapes:
            yield Fault(
                f"{shape} is {word}.",
                "Keep every mark of the English: ** _ ` [ ]( ) and line breaks, "
                "with the same addresses, around the same words.",
            )


def _places(message: str, translation: str, probe: Probe) -> Iterator[Fault]:
    """What has moved, where nothing is missing and nothing added."""
    if NO_MARKS.fullmatch(message) and NO_MARKS.fullmatch(translation):
        before, after = Flat(message), Flat(translation)
    else:
        before, after = probe.render_english(message).flat, probe.render(translation).flat
    yield from find_place_faults(message, translation, before, after, probe.known.contacts)
