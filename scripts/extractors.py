"""Babel's extraction methods, each of which reads the same text only once.

The survey of languages, a build, and every build of a preview need the messages of the interface,
and it takes Babel half a second to read all of the Python.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import entry_points
from io import BytesIO
from typing import IO, Any

Found = tuple[int, str, Any, list[str]]
"""Line, name of the function, message or (context, message), comments (Babel, "Writing Extraction
Methods")."""


@cache
def remembering(method: str) -> Callable[..., Iterator[Found]] | str:
    """The extraction method that packages know by the name `method`, which remembers what it found
    in a text. For a name that none knows, the name: Babel refuses it by a ValueError of its own."""
    known = [entry.load() for entry in entry_points(group="babel.extractors", name=method)]
    if not known:
        return method

    @cache
    def read(text: bytes, keywords: tuple, tags: tuple, options: tuple) -> tuple[Found, ...]:
        return tuple(known[0](BytesIO(text), keywords, tags, dict(options)))

    def extract(
        file: IO[bytes], keywords: Iterable[str], tags: Iterable[str], options: dict[str, Any]
    ) -> Iterator[Found]:
        found = read(file.read(), tuple(keywords), tuple(tags), tuple(options.items()))
        for line, function, message, comments in found:
            yield line, function, message, list(comments)  # Babel takes the tags out of the list

    return extract
