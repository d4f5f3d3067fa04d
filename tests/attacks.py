"""A small site whose catalogues are attacked: built once with honest translations, once without the
message that is attacked, and once with what was sent."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from unittest import mock

import yaml
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from lxml import html as lxml_html

from scripts.checks import CHECKS
from scripts.edition import Edition
from scripts.environment import prepare
from scripts.interface import Interface
from scripts.language_build import build_language
from scripts.options import Options
from scripts.paths import INTERFACE, Project
from scripts.po_units import messages_of, parse_catalogue
from scripts.problems import Problem
from scripts.side_by_side import BESIDE
from scripts.sources import Sources, read_sources
from scripts.subject import Subject
from tests.projects import REAL, TODAY, make_project, quote, write, write_catalogue

SITE = yaml.safe_load((Path(__file__).parent / "cases/attacked-site.yml").read_text("utf-8"))
FAST = Options(keep_going=True, serving=True)
"""No leaflets and no search: what they say is made from the pages that are compared."""

WORDS = frozenset({
    "Menu",
    "Languages",
    "Search",
    "Parts of this page are not translated yet. They are in English.",
})  # fmt: skip
"""Words of the interface that are translated in the small site: with all it takes twice as long."""

Files = dict[str, bytes]
"""The pages of a site by their paths."""


@cache
def honest(language: str, page: str) -> dict[str, str]:
    """The honest translations of a page, or of the interface."""
    if page == INTERFACE:
        return _interface(language)
    return SITE[language][page]


def _interface(language: str) -> dict[str, str]:
    path = REAL.catalogue(language, INTERFACE)
    units = messages_of(parse_catalogue(path.read_bytes(), str(path)))
    return {str(u.source): str(u.target) for u in units if str(u.source) in WORDS}


@dataclass
class Attacked:
    """The small site, and what it was built to so far."""

    project: Project
    sources: Sources
    compiled: BytecodeCache
    built: dict[tuple, Files] = field(default_factory=dict)
    editions: dict[str, Edition] = field(default_factory=dict)

    @classmethod
    def make(cls, root: Path) -> Attacked:
        """The site in a folder of its own, with honest catalogues."""
        pages = {
            page: "---\n" + yaml.safe_dump(SITE["heads"][page]) + f"---\n{text}"
            for page, text in SITE["pages"].items()
        }
        project = make_project(root, pages)
        for path in (REAL.contacts, REAL.facts):
            write(root / path.relative_to(REAL.root), path.read_text(encoding="utf-8"))
        for language in ("pl", "ur"):
            glossary = REAL.locale(language) / "glossary.yml"
            shutil.copy(glossary, project.locale(language) / "glossary.yml")
            for page in (*pages, INTERFACE):
                write_catalogue(project, language, page, honest(language, page))
        compiled = root / "compiled"
        compiled.mkdir()
        return cls(project, read_sources(project), FileSystemBytecodeCache(str(compiled)))

    def catalogue(self, language: str, page: str) -> Path:
        return self.project.catalogue(language, page)

    def errors(self) -> list[Problem]:
        """What `alongside check catalogues` says, but for warnings."""
        subject = Subject(self.project, TODAY)
        subject.sources = self._sources()
        found = CHECKS["catalogues"](subject).problems
        return [problem for problem in found if not problem.warning]

    def _sources(self) -> Sources:
        self.sources._interfaces.clear()  # the catalogues of the interface may have changed
        return self.sources

    def build(self, language: str) -> Files:
        """The pages of a language as the catalogues are now."""
        folder = self.project.root / "built"
        shutil.rmtree(folder, ignore_errors=True)
        before = self.editions.get(language)
        with mock.patch("scripts.hooks.prepare", self._prepare):
            edition = build_language(
                self._sources(), self.sources.languages[language], folder, FAST, before
            )
        self.editions.setdefault(language, edition)
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*.html"))
        }

    def _prepare(self, env: Environment, interface: Interface) -> None:
        """Prepare the templates, and keep what Jinja makes of them: most of the time of a build of
        three pages is spent on that."""
        prepare(env, interface)
        env.bytecode_cache = self.compiled

    def build_once(self, language: str, page: str = "", english: str = "") -> Files:
        """The pages with honest catalogues, or without the translation of one message, or without
        those of one page."""
        key = language, page, english
        if key not in self.built:
            self.built[key] = self._build_without(*key)
        return self.built[key]

    def _build_without(self, language: str, page: str, english: str) -> Files:
        if not page:
            return self.build(language)
        left = honest(language, page) | {english: ""} if english else {}
        with self.sent(language, page, left):
            return self.build(language)

    def sent(self, language: str, page: str, translations: dict[str, str] | str) -> Sent:
        """The site while a catalogue is what somebody sent."""
        return Sent(self, language, page, translations)

    def line(self, language: str, page: str, english: str) -> int:
        """The line of a message in its catalogue."""
        lines = self.catalogue(language, page).read_text(encoding="utf-8").split("\n")
        return lines.index(f"msgid {quote(english)}") + 1


@dataclass
class Sent:
    """A catalogue that is changed in a `with`, and honest again after it."""

    attacked: Attacked
    language: str
    page: str
    translations: dict[str, str] | str

    def __enter__(self) -> None:
        self._write(self.translations)

    def __exit__(self, *_) -> None:
        self._write(honest(self.language, self.page))

    def _write(self, translations: dict[str, str] | str) -> None:
        write_catalogue(self.attacked.project, self.language, self.page, translations)


def in_english(page: bytes) -> list[str]:
    """The texts of a page that are marked as English, but for copies beside a translation; and its
    description, where no mark can stand."""
    root = lxml_html.document_fromstring(page.decode("utf-8"))
    found = root.xpath(f"//*[@lang='en' and not(@class='{BESIDE}')]")
    texts = [" ".join(element.text_content().split()) for element in found]
    return texts + root.xpath("//meta[@name='description']/@content")
