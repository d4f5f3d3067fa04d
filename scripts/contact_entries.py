"""The entries of `contacts.yml`, as they are typed.

Every value is read as text: YAML would make other numbers of some, and `no` of a name. Every line
is kept, so that none that stands there twice, or means nothing, is lost without a word.
"""

from __future__ import annotations

from typing import NamedTuple

import yaml

from scripts.problems import Fault

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The loader in C reads ten times as fast."""


class Entry(NamedTuple):
    """One contact as the file has it, with its line, from 1."""

    name: str
    line: int
    keys: tuple[str, ...]
    """Every line of it: one that stands there twice is here twice."""
    values: dict[str, str | None]
    """None where a value is no text."""


def read_entries(content: str) -> list[Entry]:
    """The entries in their order. Raises yaml.YAMLError or ValueError when they cannot be read."""
    root = yaml.compose(content, Loader)
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise ValueError("the names of contacts do not stand at the beginning of its lines")
    return [_read_entry(key, node) for key, node in root.value]


def _read_entry(key: yaml.Node, node: yaml.Node) -> Entry:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    keys = tuple(str(key.value) for key, _ in pairs)
    texts = [value.value if isinstance(value, yaml.ScalarNode) else None for _, value in pairs]
    values = dict(zip(keys, texts, strict=True))
    return Entry(str(key.value), key.start_mark.line + 1, keys, values)


def find_repeated(entries: list[Entry]) -> list[tuple[Entry, Fault]]:
    """The entries whose name another has already, which would hide that one."""
    names = [entry.name for entry in entries]
    return [
        (entry, Fault(f"There are two contacts {entry.name}.", "Give one of them another name."))
        for place, entry in enumerate(entries)
        if entry.name in names[:place]
    ]
