"""Cases that a translator can read: each a small file of examples, and what must come of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml


def read_cases(name: str) -> list[Any]:
    """The cases of `NAME.yml`, each a parameter that is named by what it claims."""
    cases = yaml.safe_load((Path(__file__).parent / f"{name}.yml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["claim"]) for case in cases]
