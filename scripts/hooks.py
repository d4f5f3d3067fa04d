"""Alongside as an MkDocs plugin: the only module that imports MkDocs' plugin machinery.

It hands MkDocs' events to the modules that do the work, so that plain `mkdocs build` gives the
same HTML as `alongside build`. It is a plugin and not a hook file because MkDocs loads a hook file
as a second copy of its module, and because a plugin has a place of its own for its state.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_theme_dir

from scripts.blocks import WalkExtension
from scripts.context import page_context, template_context
from scripts.dialect import CONFIGS, EXTENSIONS
from scripts.edition import Edition
from scripts.environment import prepare
from scripts.inputs import changed
from scripts.latin import LatinExtension
from scripts.leaflets.orders import print_edition
from scripts.navigation import CONTEXT, walk_sections
from scripts.options import USUAL
from scripts.organisation import refuse_address
from scripts.page_records import Rendered
from scripts.pages import TRANSLATED, TYPED
from scripts.paths import Project
from scripts.placeholders import PlaceholderExtension
from scripts.policy import POLICY
from scripts.problems import ProblemsFound
from scripts.search_bundle import write_search
from scripts.sources import Sources, read_sources
from scripts.static_i18n import feed_languages
from scripts.survey import offer, survey
from scripts.word_marks import MarksExtension, Place


class AlongsidePlugin(BasePlugin):
    """Translates pages, navigation and templates while MkDocs builds them.

    `alongside build` sets `sources` and `options` before the build starts, and `alone` since it
    builds one language at a time; plain MkDocs reads the sources itself, and builds one language
    after the other in one run.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sources: Sources | None = None
        self.options = USUAL
        self.alone = False
        self.before: Edition | None = None
        self.stopped: ProblemsFound | None = None
        self.edition: Edition | None = None

    @contextmanager
    def _stopping(self) -> Iterator[None]:
        """End MkDocs' build when problems are found; `alongside build` takes these themselves."""
        try:
            yield
        except ProblemsFound as error:
            self.stopped = error
            raise PluginError(f"\n{error}") from error

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Learn whether the build is for the server of MkDocs."""
        if command == "serve":
            self.options = replace(self.options, serving=True)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give MkDocs the languages, our Markdown and our own templates only."""
        with self._stopping():
            project = Project(Path(config.config_file_path).parent)
            self.sources = self.sources or offer(survey(read_sources(project)))
            address = self.sources.organisation.address  # which a build of several languages has
            if config.site_url not in ("", None, address) and not self.options.serving:
                raise ProblemsFound([refuse_address(config.site_url)])
        organisation = self.sources.organisation
        config.site_name, config.site_url = organisation.name, organisation.address
        self.i18n = config.plugins["i18n"]
        feed_languages(self.i18n, self.sources, self.alone)
        config.theme.dirs = [d for d in config.theme.dirs if d != get_theme_dir("material")]
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Begin the edition of one language: from here on the language is known."""
        code = self.i18n.current_language or self.sources.languages.source.code
        with self._stopping():
            self.edition = Edition.open(self.sources, code, self.options, self.before)
        self.walk = WalkExtension(None)
        self.marks = MarksExtension(self.sources.words)
        config.markdown_extensions = [
            *EXTENSIONS,
            PlaceholderExtension(self.sources.contacts, self.edition.spoken),
            self.walk,
            self.marks,
            LatinExtension(self.edition.language, self.sources.languages.source),
        ]
        config.mdx_configs = {name: dict(options) for name, options in CONFIGS.items()}

    @event_priority(200)  # before mkdocs-static-i18n, which makes its own files of all
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages that have no Markdown file, and leave out the data they are made from."""
        for page, source in self.sources.pages.items():
            if source.made_from == source.path:
                files.append(File(f"{page}.md", config.docs_dir, config.site_dir, False))
        project = self.sources.project
        for name in (*(f"{name}.yml" for name in project.data()), project.leaflet.name):
            if file := files.get_file_from_path(name):
                files.remove(file)
        return files

    @event_priority(-200)  # after mkdocs-static-i18n, which works on the items themselves
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Translate the names of the navigation's sections."""
        for item in walk_sections(nav.items):
            item.title = self.edition.interface.pgettext(CONTEXT, str(item.title))
        self.nav = nav
        return nav

    def on_page_read_source(self, page: Page, config: MkDocsConfig) -> str:
        """The page as extraction read it; its front matter follows in `on_page_markdown`."""
        name = page.file.src_uri.removesuffix(".md")
        with self._stopping():
            if name not in self.sources.pages:
                raise ProblemsFound([changed(f"docs/{name}.md")])
        self.source = self.sources.pages[name]
        return self.source.markdown

    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Set the visitor for the page that is rendered next, and translate its front matter."""
        record = self.edition.begin_page(page.file.src_uri.removesuffix(".md"), self.source)
        self.walk.visitor = record.visitor
        edition, english = self.edition, self.sources.languages.source
        self.marks.place = Place(record.page, edition.language, english, edition.meaning)
        titles = {
            key: self.edition.translate_title(record, self.source.meta[key], key == TYPED)
            for key in TRANSLATED
            if key in self.source.meta
        }
        page.meta = {**self.source.meta, **titles, "alongside": record}
        # The plugin for languages splits lines its own way; the walk sees what extraction saw.
        return "" if record.rendered else self.source.markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep what Markdown made of a page, or take what was kept."""
        record = page.meta["alongside"]
        if record.rendered is None:
            record.rendered = Rendered.of(html, page, tuple(self.marks.place.found))
        return record.rendered.put_into(page, files)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Prepare the templates, and print the leaflets, to which the pages then lead."""
        prepare(env, self.edition.interface)
        pages = [file.page for file in files.documentation_pages()]
        if not self.options.serving:
            with self._stopping():
                template = partial(env.get_template("leaflet.html").render, config=config)
                print_edition(self.edition, pages, self.nav, template, Path(config.site_dir))
        return env

    def on_page_context(
        self, context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
    ) -> dict[str, Any]:
        """Everything that the page's template says beside its content."""
        context.update(page_context(self.edition, page.meta["alongside"], page, nav))
        context["policy"] = None if self.options.serving else POLICY
        return context

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Say that one more page is done."""
        self.options.step()
        return output

    def on_template_context(
        self, context: dict[str, Any], template_name: str, config: MkDocsConfig
    ) -> dict[str, Any]:
        """What `404.html` and `sitemap.xml` say: the same in the build of every language."""
        context.update(template_context(self.edition))
        return context

    @event_priority(100)  # before mkdocs-static-i18n, which builds the other languages then
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the search of the language, now that all its pages are there."""
        if not self.options.serving:
            with self._stopping():
                write_search(self.edition, Path(config.site_dir))
