"""What mkdocs-static-i18n is told: `languages.yml` is the one list of languages."""

from __future__ import annotations

from mkdocs.plugins import BasePlugin
from mkdocs_static_i18n.config import I18nPluginLanguage

from scripts.addresses import home_link
from scripts.sources import Sources


def feed_languages(i18n: BasePlugin, sources: Sources, alone: bool) -> None:
    """Give mkdocs-static-i18n the languages of `languages.yml`, among them those it would refuse:
    its own check knows two-letter codes only.

    For the build of one language `alone` the others are left out: the plugin would look for each
    page in each of them, and the links between them are ours.
    """
    source = sources.languages.source
    codes = (source.code, i18n.current_language) if alone else sources.languages.codes
    listed = []
    for language in map(sources.languages.__getitem__, dict.fromkeys(codes)):
        options = I18nPluginLanguage()
        options.load_dict(
            {
                "locale": language.code,
                "name": language.name,
                "build": True,
                "default": language == source,
                "link": home_link(language, sources.languages),
            }
        )
        listed.append(options)
    i18n.config.languages = listed
