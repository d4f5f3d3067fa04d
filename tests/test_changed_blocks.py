"""Which blocks of a page differ from another version of it."""

from __future__ import annotations

import pytest

from scripts.proposals.changed_blocks import find_changed

OLD = b'<body><p data-n="1">One</p><p data-n="2" lang="en">Two</p></body>'


@pytest.mark.parametrize(
    ("new", "changed"),
    [
        (OLD, ([], [])),
        (OLD.replace(b"One", b"Other"), (["1"], ["1"])),
        (OLD.replace(b' lang="en"', b""), (["2"], ["2"])),
        (b'<body><p data-n="1">One</p></body>', (["2"], [])),
        (b"", (["1", "2"], [])),
    ],
)
def test_changed_blocks_are_named_in_each_version(new, changed):
    assert find_changed(OLD, new) == changed
