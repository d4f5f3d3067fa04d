"""What files of data and their entries must be: rules that they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from scripts.encoding import decode
from scripts.lined_yaml import Lined, load_lined
from scripts.pages import MARKS
from scripts.problems import Fault, ProblemsFound


def read_data(path: Path, name: str, harm: str) -> Any:
    """What a file of data says. `name` is how a person names it, and `harm` what readers suffer.

    Raises ProblemsFound where it cannot be read.
    """
    text = decode(path.read_bytes(), name, "file", harm)
    try:
        return load_lined(text)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", -1) + 1
        what = f"The file cannot be read: {getattr(error, 'problem', None) or error}."
        remedy = 'Put text with a colon or a quote mark in it between " marks.'
        raise ProblemsFound.one(name, line, what, harm, remedy) from error


def read_list(path: Path, name: str, first: str, harm: str) -> list[Lined]:
    """The entries of a file that holds a list, none where it is missing; `first` is the key with
    which an entry begins. Raises ProblemsFound as `read_data` does, and where it is no list."""
    entries = (read_data(path, name, harm) or []) if path.exists() else []
    if not is_list_of(Lined, entries):
        what, remedy = "The file holds no list.", f'Begin each entry with "- {first}:".'
        raise ProblemsFound.one(name, 1, what, harm, remedy)
    return entries


def find_unknown(entry: Lined, keys: Sequence[str]) -> Iterator[Fault]:
    """Lines of an entry that mean nothing."""
    for key in sorted(entry.keys() - set(keys)):
        yield Fault(f"The line {key} means nothing here.", f"Use one of: {', '.join(keys)}.")


def find_wrong_texts(
    entry: Lined, what: str, needed: Sequence[str], others: Sequence[str] = ()
) -> Iterator[Fault]:
    """Texts that an entry lacks, or that are not plain words. `what` names such an entry."""
    for key in (*needed, *others):
        text = entry.get(key, "")
        if not isinstance(text, str) or (key in needed and not text.strip()):
            yield Fault(f"{what} has no {key}.", f"Add a line {key}: with plain words.")
        elif match := MARKS.search(text):
            yield Fault(
                f"There are marks in the {key}: {match[0]}", "Take them out: use plain words."
            )


def find_missing_page(page: object, pages: set[str]) -> Iterator[Fault]:
    """A page that is named and is not there."""
    if page is not None and page not in pages:
        yield Fault(
            f"There is no page docs/{page}.md.", "Name a page by its path in docs/ without .md."
        )


def is_list_of(kind: type, value: Any) -> bool:
    """Whether a value is a list of nothing but `kind`."""
    return isinstance(value, list) and all(isinstance(each, kind) for each in value)
