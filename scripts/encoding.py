"""Reading a file that people write: UTF-8, with or without a mark of byte order."""

from __future__ import annotations

from scripts.problems import ProblemsFound


def decode(content: bytes, path: str, kind: str, harm: str) -> str:
    """The text in `content`, which `path` and `kind` (page, file) name in a problem.

    Raises ProblemsFound, at the line that shows it, when the content is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        remedy = "Save it again with the encoding UTF-8."
        raise ProblemsFound.one(path, line, f"The {kind} is not UTF-8.", harm, remedy) from error
