"""The agreed words of a new language, empty, for whoever speaks it to fill."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from scripts.additions.yaml_lists import quoted
from scripts.languages import Language
from scripts.paths import Project
from scripts.problems import ProblemsFound
from scripts.words import Word
from scripts.yaml_text import load

HARM = "Translators would agree on other words than the other languages have."
WIDTH = 105

HEAD = """\
# Agreed {english} words. Use them every time; tell us in a pull request if a word is wrong.
#
# Nobody has filled this file in yet. Write each word that you are sure of between the quote marks
# after "translation:"; leave the others empty, and nothing goes wrong. The note says what the
# English word means. Change it into what a translator into {english} must look out for, such as a
# word that looks right and means something else.
# keep_english: true means that the English word stands in brackets after the first translation on
# a page, because families meet it in their letters.
{others}
language: {code}

"""
OTHERS = "# What others looked out for: {}.\n"

UNITS = """
# Every form that a correct translation may use, so that "15 working days" cannot become "15 days".
# Write them between the brackets, with commas: [first form, second form].
# While the brackets are empty, nobody is told of a wrong unit.
units:
"""
MODALS = """
# Every form for what a reader must, must not, can, should or does not have to do, so that "you may"
# cannot become "you must". While the brackets are empty, nobody is told of a change.
modals:
"""
EXACT = """
# Every form for small words on which a sentence turns, so that "before the meeting" cannot become
# "after the meeting". While the brackets are empty, nobody is told of a change.
exact:
"""
REST = """
# Words that say no, such as not, never, nobody and without, so that a lost "not" is seen.
negation: []

# Words that hold one of these and deny nothing, such as a name.
no_negation: []

# Sentences that have none of the words above and are right all the same. Take the [] away, and
# write below it for each, with the whole English and the whole translation from the catalogue:
#   - english: "..."
#     translation: "..."
#     why: "..."
as_meant: []

# How readers are spoken to, in one sentence in English: formally or not, and how a sentence is
# turned so that it fits women and men.
address: ""
"""


def write_word_list(
    language: Language, others: dict[str, dict[str, Any]], words: Iterable[Word]
) -> str:
    """The `glossary.yml` of a new language: every English term of the `others`, which are named by
    their files, without translations and with what the A to Z says of each."""
    meanings = {name.casefold(): word.meaning for word in words for name in word.names}
    terms = [term for each in others.values() for term in each["terms"]]
    names = dict.fromkeys(term["english"] for term in terms)
    kept = {term["english"] for term in terms if term["keep_english"]}
    files = OTHERS.format(", ".join(others)) if others else ""
    head = HEAD.format(english=language.english, code=quoted(language.code), others=files)
    entries = "".join(_term(name, name in kept, meanings) for name in names)
    return (
        head
        + (f"terms:\n{entries}" if entries else "terms: []\n")
        + UNITS.rstrip("\n") + _empty(others, "units")
        + MODALS.rstrip("\n") + _empty(others, "modals")
        + EXACT.rstrip("\n") + _empty(others, "exact")
        + REST
    )  # fmt: skip


def read_word_lists(project: Project, codes: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The glossaries of the languages that have one, by their files. Raises ProblemsFound."""
    files = {project.short(path): path for path in map(project.glossary, codes) if path.exists()}
    return {short: _read(path, short) for short, path in files.items()}


def _read(path: Path, short: str) -> dict[str, Any]:
    try:
        content = load(path.read_text(encoding="utf-8"))
        terms = [
            {"english": str(term["english"]), "keep_english": bool(term.get("keep_english", True))}
            for term in content["terms"] or []
        ]
        return content | {"terms": terms}
    except (UnicodeError, yaml.YAMLError, AttributeError, TypeError, ValueError, KeyError) as error:
        what = f"The agreed words cannot be read ({type(error).__name__}: {error})."
        remedy = "Take the file from the last version that worked."
        raise ProblemsFound.one(short, 0, what, HARM, remedy) from error


def _term(english: str, kept: bool, meanings: dict[str, str]) -> str:
    return (
        f"  - english: {quoted(english)}\n"
        '    translation: ""\n'
        f"    keep_english: {'true' if kept else 'false'}\n"
        f"    note: {_note(english, meanings)}\n"
    )


def _note(english: str, meanings: dict[str, str]) -> str:
    """What the A to Z says of a term, or of each of two that stand together."""
    names = re.sub(r"\(.*?\)", "", english).split("/")
    found = [meanings[name] for name in (n.strip().casefold() for n in names) if name in meanings]
    note = " ".join(" ".join(found).split())
    return f">-\n{textwrap.indent(textwrap.fill(note, WIDTH - 6), ' ' * 6)}" if note else '""'


def _empty(others: dict[str, dict[str, Any]], key: str) -> str:
    """The keys that the other languages have, each with an empty list."""
    keys = dict.fromkeys(name for each in others.values() for name in each.get(key) or {})
    return "".join(f"\n  {quoted(name)}: []" for name in keys) + "\n" if keys else " {}\n"
