"""Bringing catalogues up to date with the English, so that no translator's work is lost.

A new message takes over the translation of the old message that stood in its place, as fuzzy and
with the English that the translation was made for: a reader never sees it until a person has
looked. Translations that nothing uses any more are kept as obsolete.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field

from translate.storage.pypo import PoWrapper, pounit

from scripts.align import align
from scripts.catalogue_rules import find_duplicates
from scripts.meaning import find_changes
from scripts.messages import Key, Message
from scripts.po_units import UNWRAPPED, messages_of, parse_catalogue, unit_key
from scripts.problems import ProblemsFound

HEADER = (
    'msgid ""\n'
    'msgstr ""\n'
    '"Language: {language}\\n"\n'
    '"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n'
)


@dataclass
class Updated:
    """The new content of a catalogue, and what was done with its messages."""

    content: bytes
    kept: int = 0
    filled: int = 0
    fuzzy: int = 0
    untranslated: int = 0
    obsolete: int = 0
    wording_used: set[str] = field(default_factory=set)

    def describe(self) -> str:
        """What the catalogue now waits for, and what was filled in or set aside."""
        numbers = {
            "to translate": self.untranslated,
            "to look at again": self.fuzzy,
            "filled in from other pages": self.filled,
            "set aside": self.obsolete,
        }
        return ", ".join(f"{number} {what}" for what, number in numbers.items() if number)


def update_catalogue(
    content: bytes | None,
    path: str,
    language: str,
    messages: list[Message],
    known: dict[Key, str],
    wording: Iterable[str] = (),
) -> Updated:
    """The catalogue in `content` (None for a new one) with exactly the messages of the page.

    `known` holds translations of the same messages on other pages. `wording` names new messages
    whose meaning did not change, so that their old translation stays good.
    Raises ProblemsFound when the file cannot be read or has a message twice, or when a message
    named in `wording` did change its meaning.
    """
    blank = parse_catalogue(HEADER.format(language=language).encode(), path)
    store = parse_catalogue(content, path) if content else blank
    old = list(messages_of(store))
    if twice := list(find_duplicates(old, path)):
        raise ProblemsFound(twice)
    by_key = {unit_key(unit): unit for unit in old}
    gone: dict[Key, pounit] = {}
    for unit in filter(pounit.isobsolete, store.units):
        gone.setdefault(unit_key(unit), unit)  # the newest stands first
    new = list({message.key: message for message in messages}.values())
    partners = align([unit_key(unit) for unit in old], [message.key for message in new])
    result = Updated(b"")
    units, used = [], set()
    for message in new:
        key = message.key
        same = by_key.get(key) or gone.pop(key, None)
        partner = by_key.get(partners.get(key))
        if same is not None and same.hasplural():
            same, partner = None, same  # no plural forms here: a person looks at the first again
        if same is not None or key in known:
            partner = None
        used |= {key} if partner is None else {key, unit_key(partner)}
        units.append(_make_unit(message, same, partner, known.get(key), set(wording), path, result))
    left = [unit for unit in old if unit_key(unit) not in used and unit.target]
    for unit in left:
        unit.makeobsolete()
    result.obsolete = len(left)
    headers = [unit for unit in store.units if unit.isheader()] or blank.units
    remarks = [unit for unit in store.units if unit.isblank() and not unit.isobsolete()]
    store.units = [*headers, *units, *left, *gone.values(), *remarks]
    result.content = bytes(store)
    return result


def _make_unit(
    message: Message,
    same: pounit | None,
    partner: pounit | None,
    known: str | None,
    wording: set[str],
    path: str,
    result: Updated,
) -> pounit:
    """The unit of a message, made from the best that there is: the same message, the same message
    on another page, the message that stood in its place, or nothing."""
    unit = same if same is not None else _blank(message)
    if same is not None and same.isobsolete():
        fuzzy = same.isfuzzy()
        same.resurrect()
        same.markfuzzy(fuzzy)  # which the toolkit would forget
    if known and not unit.target:
        unit.target = known
        result.filled += 1
    elif same is None and partner is not None and partner.target:
        _take_over(unit, partner)
    if unit.isfuzzy() and unit.prev_source and message.text in wording:
        _keep_as_good(unit, path)
        result.wording_used.add(message.text)
    _describe(unit, message)
    if not unit.target:
        result.untranslated += 1
    elif unit.isfuzzy():
        result.fuzzy += 1
    elif same is not None:
        result.kept += 1
    return unit


def _blank(message: Message) -> pounit:
    unit = pounit(wrapper=PoWrapper(UNWRAPPED))
    unit.source = message.text
    if message.context:
        unit.setcontext(message.context)
    return unit


def _take_over(unit: pounit, partner: pounit) -> None:
    """Give `unit` the translation of the message it replaces, as fuzzy, with that message's
    English. A fuzzy one keeps the English that its translation was made for; where that is not
    known, a translator doubted it, and no wording makes it good."""
    unit.target = str(partner.target)
    if partner.prev_source or not partner.isfuzzy():
        unit.prev_source = str(partner.prev_source or partner.source)
    unit.othercomments = copy.copy(partner.othercomments)
    unit.markfuzzy()


def _keep_as_good(unit: pounit, path: str) -> None:
    changes = find_changes(str(unit.prev_source), str(unit.source))
    if changes:
        raise ProblemsFound.one(
            path,
            0,
            f"The meaning of this message changed ({', '.join(changes)}): {unit.source}",
            "A reader would go on being told what was true before.",
            "Run the command without --wording; translators will be asked to look.",
        )
    unit.markfuzzy(False)


def _describe(unit: pounit, message: Message) -> None:
    comments = [f"#. {line}\n" for line in message.comments]
    if unit.automaticcomments != comments:
        unit.automaticcomments = comments
    unit.sourcecomments = []
    if not unit.isfuzzy():  # a translator who confirmed a message left its old English behind
        unit.prev_msgid, unit.prev_msgctxt = [], []
