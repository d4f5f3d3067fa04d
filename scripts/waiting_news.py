"""The comment that tells translators of new changes: GitHub tells nobody of an issue's edit alone.
Run by .github/workflows/waiting.yml.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

MARKS = "<!-- changed:{} -->"
"""Where an issue remembers which changes it told of."""
TOLD = re.compile(MARKS.format("((?: [0-9a-f]{8})*)"))
NEWS = "The English of {messages} changed. The list above has the old words and the new."


def say_news(before: str, now: str) -> str:
    """A short comment where a report tells of changes that the one before did not; else nothing."""
    told, found = (set(" ".join(TOLD.findall(text)[-1:]).split()) for text in (before, now))
    fresh = len(found - told)
    messages = "1 message" if fresh == 1 else f"{fresh} messages"
    return NEWS.format(messages=messages) if fresh else ""


def main(before: str, now: str, target: str) -> None:
    """Write the comment on two reports, each in a file, to a third; empty without news."""
    old, new = (Path(each).read_text(encoding="utf-8") for each in (before, now))
    Path(target).write_text(say_news(old, new), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
