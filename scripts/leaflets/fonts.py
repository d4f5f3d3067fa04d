"""The fonts of leaflets: from pinned packages and from `fonts/`, never from the system, so that a
leaflet is the same wherever it is made."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import typst

from scripts.languages import Languages
from scripts.paths import Project
from scripts.problems import Problem, ProblemsFound

PACKAGES = {"manimgx_fonts": "manimgx-fonts", "pylopdf_fonts_ar": "pylopdf-fonts-ar"}
"""Packages whose folder has fonts, each with its name on the index."""


@cache
def read_fonts(folder: Path) -> typst.Fonts:
    """The fonts that there are, in the packages and in `folder`."""
    places = [find_spec(name).submodule_search_locations[0] for name in PACKAGES]
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[*places, str(folder)]
    )


def families(folder: Path) -> list[str]:
    """The names that a language may have as its font."""
    return sorted(set(read_fonts(folder).families()))


def refuse_fonts(project: Project, languages: Languages) -> None:
    """Raise ProblemsFound for languages whose font is not here."""
    known = families(project.fonts)
    unknown = [language for language in languages.all if language.font not in known]
    if unknown:
        raise ProblemsFound(
            Problem(
                project.languages.name,
                0,
                f"The font {language.font} of {language.name} ({language.code}) is not here.",
                "Its leaflets could not be set.",
                f"Put its files and licence into fonts/, or choose one of: {', '.join(known)}.",
            )
            for language in unknown
        )


def font_versions() -> list[str]:
    """The packages of fonts with their versions."""
    return [f"{name} {version(name)}" for name in PACKAGES.values()]
