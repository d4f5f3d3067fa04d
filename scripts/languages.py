"""The languages of the site: the only reader of `languages.yml`."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import yaml

from scripts.problems import Problem, ProblemsFound

BCP_47 = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
"""Language, script and region of RFC 5646, in their usual letter case; more is not needed here."""

HARM = "The languages cannot be told apart, so no page can be built."
EXAMPLE = (
    "Write: - code: pl, name: Polski, english: Polish, direction: ltr, font: Noto Sans "
    "(each on a line of its own)."
)

TEXTS = {"name": "name", "english": "English name", "font": "font for leaflets"}
"""What an entry says in words, and what that is called."""


@dataclass(frozen=True)
class Language:
    """A language as `lang`, `dir`, the language switcher and leaflets need it."""

    code: str
    name: str
    direction: str
    english: str = ""
    """What a social worker calls it, who has to find an interpreter."""
    font: str = "Noto Sans"
    """The family that its leaflets are set in."""
    since: date | None = None
    """Since when families have it; None where they get it as soon as its first pages are whole."""

    @property
    def dir(self) -> str:
        return self.direction


@dataclass(frozen=True)
class Languages:
    """All languages in their order, and the pages that a family needs first."""

    all: tuple[Language, ...]
    core: tuple[str, ...]

    @property
    def source(self) -> Language:
        """The language that pages are written in: the first of the list."""
        return self.all[0]

    @property
    def codes(self) -> list[str]:
        return [language.code for language in self.all]

    @property
    def translations(self) -> tuple[Language, ...]:
        return self.all[1:]

    def only(self, codes: Container[str]) -> Languages:
        """The source language, and of the others those whose codes these are."""
        kept = (each for each in self.translations if each.code in codes)
        return replace(self, all=(self.source, *kept))

    def __getitem__(self, code: str) -> Language:
        return next(language for language in self.all if language.code == code)


def read_languages(path: Path) -> Languages:
    """The languages of the file `path`.

    Raises ProblemsFound when the file is missing, is not YAML or an entry is not complete.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        entries, core = _list(content["languages"]), _list(content.get("core"))
    except (OSError, ValueError, yaml.YAMLError, TypeError, KeyError, AttributeError) as error:
        what = f"The list of languages cannot be read ({type(error).__name__}: {error})."
        raise ProblemsFound.one(path.name, 0, what, HARM, EXAMPLE) from error
    problems = [
        Problem(path.name, 0, what, HARM, EXAMPLE)
        for number, entry in enumerate(entries, start=1)
        for what in _faults(entry, number)
    ]
    codes = [str(entry["code"]) for entry in entries if isinstance(entry, dict) and "code" in entry]
    problems += [
        Problem(path.name, 0, f"The language {code} is listed twice.", HARM, "Remove one of them.")
        for code in set(codes)
        if codes.count(code) > 1
    ]
    if problems or not entries:
        nothing = Problem(path.name, 0, "The list of languages is empty.", HARM, EXAMPLE)
        raise ProblemsFound(problems or [nothing])
    keys = ("code", "name", "direction", "english", "font")
    languages = [Language(*(entry[key] for key in keys), entry.get("since")) for entry in entries]
    return Languages(tuple(languages), tuple(core))


def _list(value: object) -> list:
    """The list in `value`, empty where nothing is written. Raises TypeError for anything else."""
    if not isinstance(value, list | None):
        raise TypeError(f"a list is needed, not {value!r}")
    return value or []


def _faults(entry: object, number: int) -> list[str]:
    """What is wrong with one entry, as sentences."""
    if not isinstance(entry, dict):
        return [f"Entry {number} is not a language."]
    faults = []
    if not (isinstance(entry.get("code"), str) and BCP_47.fullmatch(entry["code"])):
        faults.append(f"Entry {number} has no BCP 47 code that can be used: {entry.get('code')!r}.")
    for key, called in TEXTS.items():
        if not (isinstance(entry.get(key), str) and entry[key].strip()):
            faults.append(f"Entry {number} has no {called}.")
    if entry.get("direction") not in ("ltr", "rtl"):
        faults.append(
            f"Entry {number} has the direction {entry.get('direction')!r}; it is ltr or rtl."
        )
    if not isinstance(entry.get("since"), date | None):
        faults.append(
            f"Entry {number} has something else than a day in since: {entry['since']!r}; "
            "a day is written as 2026-11-21."
        )
    return faults
