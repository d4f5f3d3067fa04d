"""What is remembered of a text that messages were taken from."""

from __future__ import annotations

from io import BytesIO

import pytest
from babel.messages.extract import extract

from scripts.extractors import remembering

TAGS = ("translators:",)
TEXT = '# translators: A button.\ngettext("Leave")\n'


def taken(text: str, method: str = "python") -> list[tuple]:
    """What Babel takes from a text; it changes the comments that it is given."""
    file = BytesIO(text.encode())
    return list(extract(remembering(method), file, comment_tags=TAGS, strip_comment_tags=True))


def test_the_same_text_gives_the_same_messages_again():
    assert taken(TEXT) == taken(TEXT) == [(2, "Leave", ["A button."], None)]


def test_another_text_gives_its_own():
    taken(TEXT)
    assert [text for _, text, *_ in taken(TEXT.replace("Leave", "Go"))] == ["Go"]


def test_a_text_is_read_once(monkeypatch):
    texts = []
    monkeypatch.setattr("babel.messages.extract.extract_python",
                        lambda file, *_: texts.append(file.read()) or [])  # fmt: skip
    remembering.cache_clear()
    taken("a")
    taken("a")
    taken("b")
    remembering.cache_clear()
    assert texts == [b"a", b"b"]


def test_a_method_that_no_package_knows_is_refused():
    with pytest.raises(ValueError, match="Unknown extraction method 'cobol'"):
        taken(TEXT, "cobol")
