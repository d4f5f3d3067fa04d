"""Cases that a translator can read: each a small file of examples, and what must come of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.problems import Problem


def read_cases(name: str) -> list[Any]:
    """The cases of `NAME.yml`, each a parameter that is named by what it claims."""
    path = Path(__file__).parent / f"{name}.yml"
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["claim"]) for case in cases]


def told(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems as cases have them: where, what is wrong and what mends it."""
    return [
        {"where": each.where, "what": each.what, "remedy": each.remedy}
        | ({"warning": True} if each.warning else {})
        for each in problems
    ]
