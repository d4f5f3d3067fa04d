"""Reading YAML as fast as this machine can, with the words of the slow reader for mistakes."""

from __future__ import annotations

from typing import Any

import yaml

FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Ten times faster, and not in every build of PyYAML; its words differ from place to place."""


def load(text: str) -> Any:
    """What a YAML text says. Raises yaml.YAMLError, and ValueError for a date that is none."""
    try:
        return yaml.load(text, FAST)
    except (yaml.YAMLError, ValueError):
        return yaml.safe_load(text)
