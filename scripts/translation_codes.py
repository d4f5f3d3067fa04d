"""The codes of the languages that pages are translated into, one on a line: for workflows, which
have no reader of languages.yml."""

from __future__ import annotations

from pathlib import Path

from scripts.languages import read_languages
from scripts.paths import Project

if __name__ == "__main__":
    for language in read_languages(Project.find(Path.cwd()).languages).translations:
        print(language.code)
