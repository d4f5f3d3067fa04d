"""The corpus of the bench: a project like the real one, of any size, the same for the same seed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

from scripts.contacts import Contact, read_contacts
from scripts.extract import find_all_messages
from scripts.facts import read_facts
from scripts.messages import Message
from scripts.paths import INTERFACE, Project
from tests.bench.filling import make_pages
from tests.bench.pages import Page, make_menu
from tests.bench.tongues import TONGUES, Tongue
from tests.projects import REAL, make_project, quote, write

SEED = 61

HEADER = (
    'msgid ""\nmsgstr ""\n"Language: {code}\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
)


@dataclass(frozen=True)
class Corpus:
    """A project with what it was made of, and how much there is of it."""

    project: Project
    pages: list[Page]
    tongues: tuple[Tongue, ...]
    contacts: dict[str, Contact]
    messages: int
    """Of all pages in one language, without the interface."""
    words: int
    """In those messages."""


def write_corpus(root: Path, pages: int, languages: int, seed: int = SEED) -> Corpus:
    """A project in the folder `root`, with so many pages and languages, wholly translated."""
    contacts = read_contacts(REAL)
    made = make_pages(pages, seed, sorted(contacts), sorted(read_facts(REAL.facts)))
    tongues = TONGUES[:languages]
    project = _write_sources(root, made, tongues)
    found = find_all_messages(project)
    for tongue in tongues[1:]:
        for page, messages in found.items():
            write(project.catalogue(tongue.code, page), make_catalogue(tongue, messages))
    texts = [m.text for page, listed in found.items() if page != INTERFACE for m in listed]
    words = sum(len(text.split()) for text in texts)
    return Corpus(project, made, tongues, contacts, len(texts), words)


def _write_sources(root: Path, pages: list[Page], tongues: tuple[Tongue, ...]) -> Project:
    """Everything of a project but its catalogues."""
    texts = {page.name: page.markdown(str) for page in pages}
    project = make_project(root, texts, [(t.code, t.name, t.direction) for t in tongues])
    shutil.copy(REAL.contacts, project.contacts)
    shutil.copy(REAL.facts, project.facts)
    config = yaml.safe_load(project.config.read_text(encoding="utf-8"))
    config["nav"] = make_menu(pages)
    write(project.config, yaml.safe_dump(config, sort_keys=False))
    return project


def make_catalogue(tongue: Tongue, messages: list[Message]) -> str:
    """A complete catalogue of one page, as `alongside update` and a volunteer would leave it."""
    units = [HEADER.format(code=tongue.code)]
    for message in {message.key: message for message in messages}.values():
        comments = "".join(f"#. {comment}\n" for comment in message.comments)
        context = f"msgctxt {quote(message.context)}\n" if message.context else ""
        translation = tongue.translate(message.text)
        units.append(
            f"{comments}{context}msgid {quote(message.text)}\nmsgstr {quote(translation)}\n"
        )
    return "\n".join(units)
