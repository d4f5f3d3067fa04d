"""The files of a revision as git lists them, and which of them may be written to a disk."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from scripts.problems import Problem

PLAIN_FILES = ("100644", "100755")
KINDS = {"120000": "a link to another place", "160000": "a repository within the repository"}
LARGEST = 2_000_000
"""The most bytes of a page or catalogue that is read: ours have at most some hundred thousand."""

HARM = "Nothing of this change was looked at, so nobody can say what readers would see."


class Entry(NamedTuple):
    """A file as git keeps it."""

    mode: str
    blob: str
    size: int
    path: str


def split_entries(listed: str) -> Iterator[Entry]:
    """What `git ls-tree -r -z --long` lists."""
    for line in filter(None, listed.split("\0")):
        facts, path = line.split("\t", 1)
        mode, _, blob, size = facts.split()
        yield Entry(mode, blob, 0 if size == "-" else int(size), path)


def refuse(entry: Entry) -> Iterator[Problem]:
    """Why a file may not be written to a disk and read; nothing where it may."""
    if entry.mode not in PLAIN_FILES:
        kind = KINDS.get(entry.mode, "of an unknown kind")
        yield _problem(entry, f"This is no file: it is {kind}.", "Put a plain file here.")
    elif entry.size > LARGEST:
        yield _problem(
            entry,
            f"The file has {entry.size} bytes; at most {LARGEST} are read.",
            "Take out what does not belong here.",
        )
    if not is_safe(entry.path):
        yield _problem(
            entry,
            "The path of this file is not one of plain names.",
            "Give it a path of letters, digits, - and _.",
        )


def is_safe(path: str) -> bool:
    """Whether a path stays in the folder that it is put in, on every system."""
    parts = path.split("/")
    named = all(part.strip(". ") and part.lower() != ".git" for part in parts)
    plain = all(unicodedata.category(letter)[0] != "C" for letter in path)
    return named and plain and not set('\\:*?"<>|') & set(path)


def _problem(entry: Entry, what: str, remedy: str) -> Problem:
    return Problem(entry.path, 0, what, HARM, remedy)
