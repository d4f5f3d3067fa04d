"""The Markdown that pages may use: one list of extensions, for the site and for extraction.

It is code and not part of `mkdocs.yml` because the walk must know how each extension builds its
elements; an extension that the walk does not know could hide text from translators.
"""

from __future__ import annotations

from markdown import Markdown

from scripts.blocks import Visitor, Walk, WalkExtension
from scripts.contacts import Contact
from scripts.messages import BACK_TO_TEXT
from scripts.pages import PageSource
from scripts.placeholders import PlaceholderExtension
from scripts.problems import ProblemsFound

EXTENSIONS = (
    "toc",
    "tables",
    "fenced_code",
    "attr_list",
    "md_in_html",
    "admonition",
    "def_list",
    "footnotes",
    "sane_lists",
    "pymdownx.details",
    "scripts.cards:CardsExtension",
    "scripts.columns:ColumnsExtension",
)

CONFIGS = {
    # A translation that reads "[TOC]" must not become a list of contents.
    "toc": {"marker": ""},
    "footnotes": {"BACKLINK_TITLE": BACK_TO_TEXT},
}


def make_markdown(
    contacts: dict[str, Contact], visitor: Visitor, walk: type[Walk] = Walk
) -> Markdown:
    """A Markdown instance for the pages of the site, which `visitor` walks over."""
    return Markdown(
        extensions=[*EXTENSIONS, PlaceholderExtension(contacts), WalkExtension(visitor, walk)],
        extension_configs=CONFIGS,
    )


def walk_page(md: Markdown, text: str) -> None:
    """Parse the blocks of a page and walk over them, without rendering what is in them."""
    lines = text.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    root = md.parser.parseDocument(lines).getroot()
    for processor in md.treeprocessors:
        processor.run(root)
        if isinstance(processor, Walk):
            return


def walk_source(source: PageSource, contacts: dict[str, Contact], visitor: Visitor) -> None:
    """Walk over a page with `visitor`. Raises ProblemsFound with everything that it may not
    contain, each where a person would mend it, also in a file that the page is made from."""
    try:
        walk_page(make_markdown(contacts, visitor), source.markdown)
    except ProblemsFound as error:
        raise ProblemsFound(map(source.place, error.problems)) from error


def make_bare_markdown(contacts: dict[str, Contact]) -> Markdown:
    """The same without the walk: for one message, and for seeing what the walk changes."""
    return Markdown(
        extensions=[*EXTENSIONS, PlaceholderExtension(contacts)], extension_configs=CONFIGS
    )
