"""What a new language is called and how it is written: from Babel's data, unless somebody says it.

Babel is asked for the language with exactly this code. It also has names that it puts together
from others ("Punjabi (Arabic)"), which no speaker and no interpreter uses; those are not taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from babel import Locale, UnknownLocaleError

from scripts.additions.entries import NOT_ADDED
from scripts.additions.writing import direction_of, font_for, has_letters, main_script_of
from scripts.languages import BCP_47, Language, Languages
from scripts.leaflets.fonts import families
from scripts.problems import Problem, ProblemsFound, Refusal

FILE = "languages.yml"
EXAMPLES = (
    "Use the code of BCP 47: two or three letters, such as so for Somali or ckb for Kurdish Sorani."
)
BOOKED: Mapping[str, str | None] = MappingProxyType(
    {
        "bn": "Bengali",
        "ckb": "Kurdish (Sorani)",
        "fa": "Farsi",
        "ku": "Kurdish (Kurmanji)",
        "zh": None,  # Cantonese and Mandarin have other interpreters
    }
)
"""Where people in England who book an interpreter say something else than Babel does ("Bangla",
"Central Kurdish", "Persian", "Kurdish", "Chinese"). None: somebody has to say which is meant."""


def describe_language(
    code: str, given: dict[str, str | None], listed: Languages, fonts: Path
) -> Language:
    """The new language `code`; `given` has the name, English name, direction and font that a
    person chose, each None where nobody did.

    Raises ProblemsFound where it is listed already, or where something is not known of it.
    """
    refused = [*_refuse_code(code, listed)] or [*_refuse_names(code, given, listed)]
    if not refused:
        name = given["name"] or own_name(code)
        font = given["font"] or font_for(main_script_of(name), families(fonts))
        refused = [*_refuse_font(name, font, fonts)]
    if refused:
        raise ProblemsFound(Problem(FILE, 0, *refusal) for refusal in refused)
    direction = given["direction"] or direction_of(name)
    return Language(code, name, direction, given["english"] or english_name(code), font)


def own_name(code: str) -> str | None:
    """What Babel says that speakers call the language; None where it does not know."""
    try:
        return _named(Locale.parse(code, sep="-"), code)
    except (UnknownLocaleError, ValueError):
        return None


def english_name(code: str) -> str | None:
    """What it is called in English; None where nobody knows, and for a code with a script:
    "Traditional Chinese" is written, and no interpreter speaks it."""
    has_script = any(len(part) == 4 for part in code.split("-"))
    return None if has_script else BOOKED.get(code, _named(Locale("en"), code))


def _named(locale: Locale, code: str) -> str | None:
    return locale.languages.get(code.replace("-", "_"))


def _refuse_code(code: str, listed: Languages) -> Iterator[Refusal]:
    usual = usual_case(code)
    if not BCP_47.fullmatch(code):
        hint = f"Write {usual}." if usual != code and BCP_47.fullmatch(usual) else EXAMPLES
        yield Refusal(f"{code} is no code of a language that can be used here.", NOT_ADDED, hint)
    elif code == listed.source.code:
        hint = "Name the language that its pages are to be translated into."
        yield Refusal(f"Pages are written in {code}: that is no translation.", NOT_ADDED, hint)
    elif code in listed.codes:
        hint = f"Look at its files in locale/{code}/; alongside update brings them up to date."
        yield Refusal(f"{listed[code].english} ({code}) is here already.", NOT_ADDED, hint)


def usual_case(code: str) -> str:
    """The code with the letters as they are usually written: zh-Hant, pt-BR."""
    first, *others = code.replace("_", "-").split("-")
    return "-".join([first.lower(), *(e.title() if len(e) == 4 else e.upper() for e in others)])


def _refuse_names(code: str, given: dict[str, str | None], listed: Languages) -> Iterator[Refusal]:
    name, english = given["name"] or own_name(code), given["english"] or english_name(code)
    if not name:
        yield Refusal(
            f"The program does not know what speakers of {code} call their language.",
            NOT_ADDED,
            "Ask somebody who speaks it, and say it in its own letters: --name NAME.",
        )
    if not english:
        yield Refusal(
            f"The program does not know what somebody asks for who books an interpreter of {code}.",
            NOT_ADDED,
            "Ask somebody who speaks it, and say it in English: --english NAME.",
        )
    for other in listed.all:
        if name == other.name:
            yield Refusal(
                f"{other.english} ({other.code}) has the same name: {name}",
                NOT_ADDED,
                "Readers could not tell the two apart. Give another name with --name.",
            )


def _refuse_font(name: str, font: str | None, fonts: Path) -> Iterator[Refusal]:
    known = families(fonts)
    mend = (
        "Look for an openly licensed font with its letters (Noto has one for most scripts), put "
        "its files and licence into fonts/, and give its name: --font NAME."
    )
    if font is None:
        what = f"No font here has the letters of {name}, so there could be no leaflets."
        yield Refusal(what, NOT_ADDED, mend)
    elif font not in known:
        there = f"{mend} These are here: {', '.join(known)}."
        yield Refusal(f"The font {font} is not here.", NOT_ADDED, there)
    elif not has_letters(font, name, fonts):
        yield Refusal(f"The font {font} does not have the letters of {name}.", NOT_ADDED, mend)
