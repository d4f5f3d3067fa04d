"""What is printed of an edition: which pages, in which forms, and what their leaflets say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts import addresses
from scripts.contacts import Contact
from scripts.context import page_context
from scripts.days import build_day
from scripts.edition import Edition
from scripts.inline import CONTACT
from scripts.leaflets.fonts import refuse_fonts
from scripts.leaflets.job import Job
from scripts.leaflets.making import make_leaflets, qr_code
from scripts.leaflets.names import file_of, refuse_same_numbers
from scripts.leaflets.refusals import not_translated
from scripts.leaflets.typesetting import Setting
from scripts.messages import N_
from scripts.page_records import PageRecord
from scripts.paths import Project
from scripts.problems import ProblemsFound
from scripts.states import ENGLISH, NOT_CHECKED, UNTRANSLATED, digest

Render = Callable[..., str]
"""From the names that `overrides/leaflet.html` uses to its HTML."""

TWO_LANGUAGES = "-2"
"""How the file of a leaflet ends that has the English beside the translation, where there is
another without."""


REVIEW = "-review"
"""How the file of a form ends on which people check a translation."""


def forms(record: PageRecord) -> list[bool]:
    """The forms of a page on paper: False in one language, True with the English beside it. While
    nobody has checked a translation it has no form without the English."""
    if record.told in (ENGLISH, UNTRANSLATED):
        return [False]
    return [True] if record.told in NOT_CHECKED else [False, True]


def print_edition(
    edition: Edition, pages: Iterable[Page], nav: Navigation, render: Render, folder: Path
) -> None:
    """Write the leaflets of all pages into the site in `folder`, and tell their records.

    Raises ProblemsFound for fonts that are not there, for characters without a glyph, and for what
    is wrong with the template.
    """
    sources = edition.sources
    prints = edition.options.prints
    printed = [page for page in pages if prints(page.meta["alongside"].page, page.meta)]
    refuse_same_numbers(page.meta["alongside"].page for page in printed)
    if not printed:
        return
    refuse_template(sources.project)
    refuse_fonts(sources.project, sources.languages)
    jobs = [job for page in printed for job in _jobs(edition, page, nav, render)]
    options = edition.options
    made = make_leaflets(sources.project, jobs, folder, options.processes, options.step)
    for job in jobs:
        edition.records[job.page].leaflets.append(made[job.file])


def refuse_template(project: Project) -> None:
    """Raise ProblemsFound where there is no template for leaflets."""
    if not project.leaflet.is_file():
        raise ProblemsFound.one(
            project.short(project.leaflet),
            0,
            "The template of leaflets is not there.",
            "No page could be printed.",
            "Take it from the last version that worked.",
        )


def _jobs(edition: Edition, page: Page, nav: Navigation, render: Render) -> Iterator[Job]:
    record: PageRecord = page.meta["alongside"]
    here = _address(edition, record.page)
    contacts = list(contacts_on(edition, record.page))
    context = page_context(edition, record, page, nav)
    html = render(context, page=page, contacts=contacts, review=_review(edition, record), N_=N_)
    wanted = [True] if edition.options.review else forms(record)
    for two in wanted:
        ending = TWO_LANGUAGES if two and len(wanted) > 1 else ""
        ending = REVIEW if edition.options.review else ending
        yield Job(
            page=record.page,
            path=_path(edition, record),
            file=file_of(record.page, edition.language.code, ending),
            html=html,
            here=here,
            two_languages=two,
            setting=_setting(edition, page, here),
        )


def _setting(edition: Edition, page: Page, here: str | None) -> Setting:
    languages = edition.sources.languages
    return Setting(
        language=edition.language.code,
        english=languages.source.code,
        languages={
            each.code: {"family": each.font, "direction": each.direction}
            for each in dict.fromkeys((languages.source, edition.language))
        },
        title=str(page.title),
        author=edition.sources.organisation.name,
        qr=qr_code(here) if here else None,
        address=here,
        large=edition.options.large_print,
        review=edition.options.review,
    )


def _review(edition: Edition, record: PageRecord) -> dict[str, str] | None:
    """What a form says of the words that are checked on it, so that the paper can be matched with
    the file. Raises ProblemsFound for a page that nobody translated."""
    if not edition.options.review:
        return None
    project = edition.sources.project
    path = project.short(project.catalogue(edition.language.code, record.page))
    if record.state in (ENGLISH, UNTRANSLATED):
        raise ProblemsFound([not_translated(path)])
    messages = edition.sources.messages[record.page]
    return {
        "path": path,
        "digest": digest(edition.shelf.catalogues[record.page], messages),
        "day": build_day().isoformat(),
    }


def _address(edition: Edition, page: str) -> str | None:
    languages = edition.sources.languages
    url = addresses.page_url(page, edition.language, languages)
    return addresses.absolute(edition.sources.organisation.address, url)


def _path(edition: Edition, record: PageRecord) -> str:
    project = edition.sources.project
    if record.state in (ENGLISH, UNTRANSLATED):
        return edition.sources.pages[record.page].path
    return project.short(project.catalogue(edition.language.code, record.page))


def contacts_on(edition: Edition, page: str) -> Iterator[Contact]:
    """Whom a page names, each once in the order of the page."""
    sources = edition.sources
    named = (match["name"] for match in CONTACT.finditer(sources.pages[page].markdown))
    for name in dict.fromkeys(named):
        if name in sources.contacts:
            yield sources.contacts[name]
