"""Where things are: the only module that spells a folder or file name of the project."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CONFIG = "mkdocs.yml"


def files_in(folder: Path) -> Iterator[Path]:
    """Every file in a folder and those in it: also where a folder is a link, as MkDocs looks."""
    for inner, _, names in os.walk(folder, followlinks=True):
        yield from (Path(inner, name) for name in names)


@dataclass(frozen=True)
class Project:
    """A checkout of Alongside. A page is named by its path in `docs/` without `.md`."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> Project | None:
        """The project that `start` lies in: the nearest folder above it with a `languages.yml`."""
        for folder in (start, *start.parents):
            if (folder / "languages.yml").is_file() and (folder / CONFIG).is_file():
                return cls(folder)
        return None

    @property
    def config(self) -> Path:
        return self.root / CONFIG

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def overrides(self) -> Path:
        return self.root / "overrides"

    @property
    def leaflet(self) -> Path:
        """The template by which Typst sets leaflets."""
        return self.overrides / "leaflet.typ"

    @property
    def made_leaflets(self) -> Path:
        """Leaflets that were made before."""
        return self.cache / "leaflets"

    @property
    def fonts(self) -> Path:
        """Fonts that are on no index, with their licences."""
        return self.root / "fonts"

    @property
    def languages(self) -> Path:
        return self.root / "languages.yml"

    @property
    def organisation(self) -> Path:
        return self.root / "organisation.yml"

    @property
    def contacts(self) -> Path:
        return self.root / "contacts.yml"

    @property
    def exemptions(self) -> Path:
        """What may be harder to read than the rest; there may be no such file."""
        return self.root / "exemptions.yml"

    @property
    def links(self) -> Path:
        """Links that turn programs away, and who looked at them; there may be no such file."""
        return self.root / "links.yml"

    @property
    def facts(self) -> Path:
        return self.root / "facts" / "england.yml"

    @property
    def mapping(self) -> Path:
        """The mapping file for Babel: what is extracted from where, by which method."""
        return self.root / "pyproject.toml"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def scripts(self) -> Path:
        return self.root / "scripts"

    @property
    def cache(self) -> Path:
        """What may be deleted at any time: templates of catalogues, and builds in the making."""
        return self.root / ".cache"

    @property
    def templates(self) -> Path:
        return self.cache / "templates"

    @property
    def known_links(self) -> Path:
        """When each link to another site was last well."""
        return self.cache / "links.json"

    @property
    def checked_site(self) -> Path:
        """The site that checks build for themselves where the other is old."""
        return self.cache / "site"

    @property
    def sources(self) -> list[Path]:
        """The folders that people write in, which nothing may be built over."""
        names = (".ci", ".git", ".github", "docs", "facts", "fonts", "local", "locale", "overrides")
        return [self.root / name for name in (*names, "scripts", "tests")]

    @property
    def inputs(self) -> list[Path]:
        """The files and folders that a build reads."""
        folders = [self.docs, self.root / "locale", self.overrides, self.fonts]
        files = [self.config, self.languages, self.organisation, self.contacts, self.facts]
        return [*files, self.mapping, *folders]

    def page(self, page: str) -> Path:
        return self.docs / f"{page}.md"

    def page_data(self, page: str) -> Path:
        """The file of data that pages are made from."""
        return self.docs / f"{page}.yml"

    def pages(self) -> list[str]:
        """Every page with a Markdown file, in the order of their paths."""
        return self._in_docs(".md")

    def data(self) -> list[str]:
        """Every page with a file of data, in the order of their paths."""
        return self._in_docs(".yml")

    def _in_docs(self, ending: str) -> list[str]:
        names = (
            path.relative_to(self.docs) for path in files_in(self.docs) if path.suffix == ending
        )
        return sorted(
            name.with_suffix("").as_posix()
            for name in names
            if not any(part.startswith(".") for part in name.parts)
        )

    def locale(self, language: str) -> Path:
        return self.root / "locale" / language

    def catalogue(self, language: str, page: str) -> Path:
        return self.locale(language) / f"{page}.po"

    def catalogues(self, language: str) -> list[str]:
        """Every page with a catalogue in the language, and `interface` where it has one."""
        folder = self.locale(language)
        return sorted(
            path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.po")
        )

    def state(self, language: str) -> Path:
        return self.locale(language) / "state.yml"

    def glossary(self, language: str) -> Path:
        """The agreed words of a language; there may be no such file."""
        return self.locale(language) / "glossary.yml"

    @property
    def owners(self) -> Path:
        """Who is asked to look at a change; like the next two, a small project may have none."""
        return self.root / ".github" / "CODEOWNERS"

    @property
    def labels(self) -> Path:
        """The labels of issues and pull requests."""
        return self.root / ".github" / "labels.yml"

    @property
    def mistake_form(self) -> Path:
        """The form for a mistake in a translation, which asks for the language."""
        return self.root / ".github" / "ISSUE_TEMPLATE" / "translation.yml"

    def short(self, path: Path) -> str:
        """The path as a person names it: from the project's folder, with forward slashes."""
        return path.relative_to(self.root).as_posix()


INTERFACE = "interface"
"""The name of the catalogue of the templates' words, beside the pages'."""
