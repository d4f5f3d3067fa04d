"""YAML that people write, read so that every entry knows its line and nothing in it is lost.

Every value is text: YAML would make a truth value of `no`, and a number of a date. A key that
stands twice in one entry is refused, since the first would be lost without a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import yaml


class Lined(dict):
    """A mapping with the line, from 1, where it begins."""

    line: int = 0
    lines: Mapping[str, int] = MappingProxyType({})
    """The line of each key."""

    def line_of(self, key: str) -> int:
        """The line of a key; where there is no such key, that of the whole."""
        return self.lines.get(key, self.line)


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # the loader in C is ten times faster
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Lined:
        keys = [key.value for key, _ in node.value]
        for place, (key, _) in enumerate(node.value):
            if key.value in keys[:place]:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key.value} stands twice in one entry", key.start_mark
                )
        found = Lined(super().construct_mapping(node, deep))
        found.line = node.start_mark.line + 1
        found.lines = {key.value: key.start_mark.line + 1 for key, _ in node.value}
        return found


def load_lined(text: str) -> Any:
    """What a YAML text says; its mappings are `Lined`. Raises yaml.YAMLError."""
    return yaml.load(text, _Loader)
