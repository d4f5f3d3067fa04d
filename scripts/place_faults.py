"""The rules for places: links, contacts, notes, and figures stand where the English has them.

The same things in other places can say something else: "ring A for advice, B in danger". A language
may put its words in another order, so only what can be known is asked: things of one kind keep
their order, each stays in its sentence where both have as many, and a link keeps its name and
number. In the Polish and Urdu catalogues of 2026 (3,004 translations each) no honest one differs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from scripts import inline
from scripts.contacts import Contact
from scripts.figures import find_figures
from scripts.flat_text import CONTACT, END, LINK, NOTE, PICTURE, Flat, Place
from scripts.name_faults import find_names
from scripts.number_faults import NUMBER, without_english
from scripts.problems import Fault

CLOSING = rf"[\"'”“’»›)*{END}]*"
SENTENCE_END = re.compile(
    rf"\n|[۔؟।॥።፧。！？]{CLOSING}\s*|[.!?…]{CLOSING}(?:\s+(?P<next>\w)?|$)"
)
"""The end of a sentence, unless a small letter follows, as it does after a short form."""

KINDS = {
    LINK: "A link to {}",
    CONTACT: "{}",
    NOTE: "The mark of the note {}",
    PICTURE: "The picture {}",
}
"""What a place is called, by its kind."""

LEAST = 2
"""Numbers that can change places."""

TIMES = frozenset("hour day week month year minute".split())
IN_ORDER = "Put them in the order of the English, each with the words that it has there."
SAME_SENTENCE = "Put it into the sentence that says what the English says there."
AROUND = "Put the [ ]( ) around the words that say what the English has in it."


def find_place_faults(
    message: str,
    translation: str,
    before: Flat,
    after: Flat,
    contacts: Mapping[str, Contact] = MappingProxyType({}),
) -> Iterator[Fault]:
    """Everything that has moved in a translation that has all that its message has, and no more.

    `before` is the text of the message, `after` that of the translation.
    """
    if not before.places and len(NUMBER.findall(message)) < LEAST:
        return  # as in most messages: one thing has no order
    before, after = _with_placeholders(message, before), _with_placeholders(translation, after)
    yield from _order(before, after)
    yield from _figures(before.text, after.text)
    yield from _sentences(before, after)
    names = find_names(message, contacts)
    yield from _labels(names, before, after)


def _with_placeholders(source: str, flat: Flat) -> Flat:
    """The text whose contacts are called as a translator writes them."""
    written = (match[0] for match in inline.CONTACT.finditer(inline.without_code(source)))
    return flat._replace(
        places=tuple(
            place._replace(target=next(written, place.target)) if place.kind == CONTACT else place
            for place in flat.places
        )
    )


def _order(before: Flat, after: Flat) -> Iterator[Fault]:
    """Links, contacts and pictures in another order; the mark of a note goes with its word."""
    for kind in (LINK, CONTACT, PICTURE):
        wanted, got = _targets(before.places, kind), _targets(after.places, kind)
        if _without_relay(wanted) != _without_relay(got):
            what = f"The {kind} are in another order: English has {_list(wanted)}, "
            yield Fault(f"{what}the translation has {_list(got)}.", IN_ORDER)


def _targets(places: Iterable[Place], kind: str) -> list[str]:
    return [place.target for place in places if place.kind == kind]


def _without_relay(targets: list[str]) -> list[str]:
    """A number and the same with text relay may change places: both reach the same people."""
    return [re.sub(r"\.relay *\}\}$", "}}", target).replace(" ", "") for target in targets]


def _list(things: Iterable[str]) -> str:
    return ", ".join(things)


def _figures(english: str, own: str) -> Iterator[Fault]:
    """Figures of one kind, such as times or sections, in another order than the English has. Those
    of different kinds may change places: "1 person ... section 17" is honest the other way."""
    numbers = Counter(NUMBER.findall(english))
    groups: dict[str, list[str]] = {}
    for figure, words in find_figures(english):
        groups.setdefault(_kind(figure.unit), []).extend(NUMBER.findall(words))
    for values in groups.values():
        wanted = [value for value in values if numbers[value] == values.count(value)]
        got = [value for value in _numbers(own, english) if value in wanted]
        if len(set(wanted)) > 1 and wanted != got and Counter(wanted) == Counter(got):
            what = f"The numbers are in another order: English has {_list(wanted)}, "
            yield Fault(f"{what}the translation has {_list(got)}.", IN_ORDER)


def _kind(unit: str) -> str:
    return "time" if unit.split()[-1].removesuffix("s") in TIMES else unit


def _numbers(own: str, english: str) -> list[str]:
    """The numbers of a translation; those of English words in brackets only where they count."""
    numbers = NUMBER.findall(without_english(english, own))
    same = Counter(numbers) == Counter(NUMBER.findall(english))
    return numbers if same else NUMBER.findall(own)


def _sentences(before: Flat, after: Flat) -> Iterator[Fault]:
    """What stands in another sentence, where both have as many sentences."""
    english = list(_split(before.text))
    own = list(_split(after.text))
    if len(english) != len(own) or len(own) < 2:
        return
    places = Counter[str](), Counter[str]()
    for wanted, got in zip(english, own, strict=True):
        _count_moved(places, _in_sentence(before, wanted), _in_sentence(after, got))
    moved = list(dict.fromkeys([*places[0], *places[1]]))
    if not moved:
        for wanted, got in zip(english, own, strict=True):
            _count_moved(places, NUMBER.findall(wanted), _numbers(got, wanted))
        moved = [f"The number {number}" for number in places[0] if number in places[1]]
    for what in moved:
        yield Fault(f"{what} stands in another sentence than in the English.", SAME_SENTENCE)


def _in_sentence(flat: Flat, sentence: str) -> list[str]:
    return [KINDS[place.kind].format(place.target) for place in flat.places_in(sentence)]


def _count_moved(
    moved: tuple[Counter[str], Counter[str]], wanted: list[str], got: list[str]
) -> None:
    """Add what is missing in a sentence to the first of `moved`, what is too much to the second."""
    english, own = Counter(wanted), Counter(got)
    moved[0].update(english - own)
    moved[1].update(own - english)


def _split(text: str) -> Iterator[str]:
    start = 0
    for end in SENTENCE_END.finditer(text):
        following = end["next"] or ""
        stop = end.end() - len(following)
        if not following.islower() and text[start:stop].strip():
            yield text[start:stop]
            start = stop
    if text[start:].strip():
        yield text[start:]


def _labels(names: list[str], before: Flat, after: Flat) -> Iterator[Fault]:
    """Links that left the name or the number in their words, or took the words of another."""
    english, own = list(before.labels()), list(after.labels())
    if [target for target, _ in english] != [target for target, _ in own]:
        return
    for (target, wanted), (_, got) in zip(english, own, strict=True):
        left = [name for name in names if name in wanted and name not in got]
        left += (Counter(NUMBER.findall(wanted)) - Counter(NUMBER.findall(got))).elements()
        for what in left:
            yield Fault(f"The link to {target} is no longer on {what}.", AROUND)
        others = (words for other, words in english if other != target and words not in wanted)
        if taken := [words for words in others if words and f"({words})".lower() in got.lower()]:
            yield Fault(f"The link to {target} is on the words of another: {taken[0]}.", AROUND)
