"""One page of every kind, for what is too slow to ask of every page of the site."""

from __future__ import annotations

from scripts.addresses import page_file
from scripts.context import SEARCH
from scripts.languages import Language, read_languages
from scripts.made import read_all
from tests.axe import EVERYTHING, NOT_FOUND, SHAPE, SMALL_PHONE, TEXT, VIEWS, View, Visit
from tests.projects import REAL

LANGUAGES = read_languages(REAL.languages)
PAGES = sorted(read_all(REAL).sources)
"""Every page, those made from data too."""

FILES = sorted(page_file(page, language, LANGUAGES) for page in PAGES for language in LANGUAGES.all)
"""The file of every page in every language, without that for addresses which lead nowhere."""

FINDER = SEARCH.removesuffix(".md")
"""The page with the search, which a site may be without."""

KINDS = {
    "first page": "index",
    "map": "stages/stage-map",
    "stage": "stages/child-protection-conference",
    "words": "start/words-in-your-letter",
    "letter": "tools/letter-complaint",
    "cards": "tools/show-this-cards",
    "worksheet": "tools/questions-for-the-meeting",
    "questions": "start/find-your-stage",
    "answer": next(page for page in PAGES if page.startswith("start/find-your-stage/")),
    "register": "about/how-we-check",
    **({"search": FINDER} if FINDER in PAGES else {}),
}
"""Pages that have all that the templates and the style sheet can show, by what they are."""

TRANSLATED, UNTRANSLATED = "stage", "letter"
"""A kind of page that every language has its own words for, and one that some have in English."""

DRAFTED = [
    page_file(KINDS[kind], language, LANGUAGES)
    for kind in (TRANSLATED, UNTRANSLATED)
    for language in LANGUAGES.translations
    if language.direction == "ltr"
]


def _coloured_in(language: Language) -> list[str]:
    """The pages of a language whose colours are looked at one by one: all in that of the site; in
    others, whose pages have just the elements of the English ones, the kinds of pages and those
    that families need first."""
    if language == LANGUAGES.source:
        return PAGES
    return sorted({*KINDS.values(), *LANGUAGES.core})


MIRRORED = next(each for each in LANGUAGES.all if each.direction == "rtl")
COLOURED = frozenset(page_file(page, language, LANGUAGES)
                     for language in LANGUAGES.all for page in _coloured_in(language))  # fmt: skip
"""The files whose colours are looked at one by one."""


def files_in(language: Language) -> list[str]:
    """The file of each kind of page in a language."""
    return [page_file(page, language, LANGUAGES) for page in KINDS.values()]


def every_kind() -> list[str]:
    """The file of each kind of page in the language of the site and in one of each direction that
    it does not run in, pages that were translated left to right, and the page for no address."""
    return [*files_in(LANGUAGES.source), *DRAFTED, *files_in(MIRRORED), NOT_FOUND]


def every_way() -> list[str]:
    """The same with few in the other direction: the order of what is on a page has none."""
    few = [page_file(KINDS[kind], MIRRORED, LANGUAGES) for kind in ("first page", "stage", "cards")]
    return [*files_in(LANGUAGES.source), *DRAFTED, *few, NOT_FOUND]


def every_kind_in_every_language() -> list[str]:
    return [*(file for language in LANGUAGES.all for file in files_in(language)), NOT_FOUND]


def views_of(file: str) -> tuple[View, ...]:
    """The views in which axe-core looks at a file; the first is that of a small phone."""
    if file in every_kind():
        return (SMALL_PHONE, *(view for view in VIEWS if view != SMALL_PHONE))
    return (SMALL_PHONE,) if file in COLOURED else (SHAPE,)


def visits() -> list[Visit]:
    """A visit to every page. The menu is the same on all of them, so it is unfolded on the first
    page of each language only; each kind of page is looked at in all views."""
    first = {page_file("index", each, LANGUAGES) for each in LANGUAGES.all}
    return [
        Visit(file, views_of(file), EVERYTHING if file in first else TEXT)
        for file in (*FILES, NOT_FOUND)
    ]
