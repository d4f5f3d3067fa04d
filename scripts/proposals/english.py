"""What changed in the English pages, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.align import align
from scripts.messages import Message


@dataclass(frozen=True)
class EnglishChange:
    """A page whose English changed: each sentence as it was and as it is, empty where there was
    or is none."""

    page: str
    sentences: tuple[tuple[str, str], ...]


def compare_english(
    before: Mapping[str, list[Message]], after: Mapping[str, list[Message]]
) -> tuple[EnglishChange, ...]:
    """The pages whose messages differ, in the order of their paths."""
    pages = sorted({*before, *after})
    found = (_page(page, before.get(page, []), after.get(page, [])) for page in pages)
    return tuple(each for each in found if each.sentences)


def _page(page: str, before: list[Message], after: list[Message]) -> EnglishChange:
    old, new = _keys(before), _keys(after)
    partners = align(old, new)
    changed = [(partners.get(key, (None, ""))[1], key[1]) for key in new if key not in old]
    replaced = set(partners.values())
    gone = [(key[1], "") for key in old if key not in new and key not in replaced]
    return EnglishChange(page, (*changed, *gone))


def _keys(messages: list[Message]) -> list:
    return list(dict.fromkeys(message.key for message in messages))
