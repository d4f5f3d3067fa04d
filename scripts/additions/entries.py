"""The entries of a new language in the lists of the project: text in, text out."""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml

from scripts.additions.yaml_lists import NoListFound, Step, extend_list, find_list
from scripts.languages import Language
from scripts.problems import ProblemsFound
from scripts.yaml_text import load

NOT_ADDED = "No language was added: nothing is written."
LISTED: tuple[Step, ...] = ("languages",)
LABELS: tuple[Step, ...] = ("labels",)
CHOICES: tuple[Step, ...] = ("body", ("id", "language"), "attributes", "options")
"""Where a form of GitHub has the languages that somebody may choose."""

COLOUR = "bfd4f2"
"""The colour of the labels of languages."""

OWNER = re.compile(r"@[A-Za-z0-9](-?[A-Za-z0-9]){0,38}(/[A-Za-z0-9][\w.-]*)?", re.ASCII)
"""A person or a team, as GitHub writes them."""
OWNED = re.compile(r"^(# )?/locale/(?P<code>[A-Za-z0-9-]+)/ .*$", re.MULTILINE)
NOBODY = "nobody yet"


def entry_of(language: Language) -> dict[str, str]:
    """What stands in `languages.yml`."""
    keys = ("code", "name", "english", "direction", "font")
    return {key: getattr(language, key) for key in keys}


def label_of(language: Language) -> dict[str, str]:
    """The label of issues and pull requests about a language."""
    what = f"{language.english}, {language.name}"
    return {"name": f"language: {language.code}", "color": COLOUR, "description": what}


def choice_of(language: Language) -> str:
    """The language as somebody chooses it who tells of a mistake."""
    return f"{language.english}, {language.name} ({language.code})"


def add_item(text: str, short: str, path: tuple[Step, ...], item: dict[str, str] | str) -> str:
    """The text of the YAML file `short` with one more item in the list at `path`; as it is where
    the list has it, as after a command that was stopped half-way.

    Raises ProblemsFound where the file would then not say just that.
    """
    try:
        wanted = load(text)
        listed = find_list(wanted, path)
        if item in listed:
            return text
        listed.append(item)
        added = extend_list(text, path, item)
        if load(added) == wanted:
            return added
    except (NoListFound, yaml.YAMLError, ValueError):
        pass
    what = "The program cannot find the list here that the language belongs to."
    remedy = f"Take the file from the last version that worked, or add this by hand: {item}"
    raise ProblemsFound.one(short, 0, what, NOT_ADDED, remedy)


def add_owner(text: str, short: str, code: str, owners: Iterable[str]) -> str:
    """CODEOWNERS with a line for the language, after those of the other languages or in place of
    its own; without owners it is a comment, since GitHub would take "nobody" for a name.

    Raises ProblemsFound where no language has a line.
    """
    lines = list(OWNED.finditer(text))
    if not lines:
        remedy = "Take the file from the last version that worked."
        raise ProblemsFound.one(short, 0, "No language has a line here.", NOT_ADDED, remedy)
    new = f"/locale/{code}/ {' '.join(owners)}" if owners else f"# /locale/{code}/ {NOBODY}"
    for own in (line for line in lines if line["code"] == code):
        return f"{text[: own.start()]}{new}{text[own.end() :]}" if owners else text
    end = lines[-1].end()
    return f"{text[:end]}\n{new}{text[end:]}"


def refuse_owners(owners: Iterable[str]) -> None:
    """Raise ProblemsFound for an owner that is no person or team of GitHub, such as an e-mail
    address, which everybody could read for ever."""
    wrong = [owner for owner in owners if not OWNER.fullmatch(owner)]
    if wrong:
        what = f"This is no person or team of GitHub: {', '.join(wrong)}"
        remedy = "Write @name or @organisation/team; never an e-mail address, which all can read."
        raise ProblemsFound.one(".github/CODEOWNERS", 0, what, NOT_ADDED, remedy)
