"""The same content for plain Material for MkDocs with mkdocs-static-i18n, as its users write it.

A page stands beside its translations (`page.md`, `page.pl.md`), its contacts are written out, and
its headings carry their ids, so that links to them work in every language as they do with us.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from scripts.dialect import EXTENSIONS
from scripts.inline import CONTACT
from tests.bench.corpus import Corpus
from tests.bench.pages import SECTIONS, make_menu
from tests.bench.tongues import ENGLISH, Tongue
from tests.projects import write

WITHOUT_SEARCH, WITH_SEARCH = "mkdocs.yml", "mkdocs-search.yml"
"""The configuration files; plain Material has its search unless one takes it out."""


def write_plain(root: Path, corpus: Corpus) -> None:
    """The corpus as a project of plain Material in the empty folder `root`."""

    def write_out(text: str) -> str:
        return CONTACT.sub(lambda m: _link(corpus.contacts[m["name"]]), text)

    for page in corpus.pages:
        for tongue in corpus.tongues:
            ending = ".md" if tongue is ENGLISH else f".{tongue.code}.md"
            text = page.markdown(lambda words, t=tongue: write_out(t.translate(words)), True)
            write(root / "docs" / f"{page.name}{ending}", text)
    for name in (WITHOUT_SEARCH, WITH_SEARCH):
        config = make_config(corpus, search=name == WITH_SEARCH)
        write(root / name, yaml.safe_dump(config, allow_unicode=True))


def _link(contact: Any) -> str:
    return f"[{contact.text}]({contact.link})"


def make_config(corpus: Corpus, search: bool) -> dict[str, Any]:
    """A `mkdocs.yml` with Material's own templates, which asks nothing of other hosts."""
    languages = [_language(tongue) for tongue in corpus.tongues]
    i18n = {"i18n": {"docs_structure": "suffix", "languages": languages}}
    return {
        "site_name": "Plain",
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False},
        "markdown_extensions": list(EXTENSIONS),
        "plugins": ["search", i18n] if search else [i18n],
        "nav": make_menu(corpus.pages),
    }


def _language(tongue: Tongue) -> dict[str, Any]:
    options = {"locale": tongue.code, "name": tongue.name, "build": True}
    if tongue is ENGLISH:
        return {**options, "default": True}
    names = {name: tongue.translate(name) for name, _ in SECTIONS.values()}
    return {**options, "nav_translations": names}
