"""What is a message and what is not: the walk, held against cases/messages.yml."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.dialect import make_markdown
from scripts.extract import Extraction
from scripts.messages import Message
from tests.cases import read_cases
from tests.laws import CONTACTS


def extract(page: str, first_line: int = 1) -> list[Message]:
    extraction = Extraction("docs/page.md", first_line)
    make_markdown(CONTACTS, extraction).convert(page)
    return extraction.messages


def as_in_case(message: Message, wanted: Any) -> Any:
    """The message as the case writes it: the text, or a mapping; a line only where it has one."""
    found = {"text": message.text}
    if message.context is not None:
        found["context"] = message.context
    if message.comments:
        found["comments"] = list(message.comments)
    if isinstance(wanted, dict) and "line" in wanted:
        found["line"] = message.line
    return found if len(found) > 1 else message.text


@pytest.mark.parametrize("case", read_cases("messages"))
def test_a_page_has_these_messages(case):
    wanted = case["messages"]
    found = extract(case["page"])
    assert len(found) == len(wanted)
    assert list(map(as_in_case, found, wanted)) == wanted
