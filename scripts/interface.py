"""The words of the interface: what templates say, from one catalogue per language.

Material's own language files are not used: it has no Panjabi, Somali or Kurmanji, and a theme's
words cannot be checked by our volunteers.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from scripts.catalogues import Catalogue
from scripts.latin import MARK, split_runs
from scripts.messages import Key, Language
from scripts.safety import VARIABLE, find_plain_faults

PHONE_NUMBER = re.compile(r"\+?[0-9][0-9 ]{4,}[0-9]")
"""Groups of digits, which right-to-left text would show in another order unless isolated."""


ENGLISH = "en"
"""The language of Latin letters in another script: the words of letters that councils write."""


class Text(str):
    """Words for a template, which know when they are not in the page's language.

    `{{ text }}` marks them as English then (WCAG 2.2, 3.1.2 Language of Parts); in an attribute,
    where no mark can stand, `{{ text|plain }}` gives the words alone.
    """

    __slots__ = ("language",)
    language: Language | None

    def __new__(cls, words: str, language: Language | None = None) -> Text:
        text = super().__new__(cls, words)
        text.language = language
        return text

    def __html__(self) -> Markup:
        if self.language is not None:
            return Markup('<span lang="{}" dir="{}">{}</span>').format(
                self.language.code, self.language.direction, _escape(str(self))
            )
        parts = (
            Markup('<span class="{}" lang="{}" dir="ltr">{}</span>').format(
                MARK, ENGLISH, _escape(part)
            )
            if english
            else _escape(part)
            for part, english in split_runs(str(self))
        )
        return Markup("").join(parts)


def _escape(words: str) -> Markup:
    return Markup(PHONE_NUMBER.sub(r'<bdi dir="ltr">\g<0></bdi>', Markup.escape(words)))


class Interface:
    """Looks up interface messages in one language; `source` is the language they are written in."""

    def __init__(self, catalogue: Catalogue | None, source: Language) -> None:
        self.catalogue = catalogue
        self.source = source
        self._found: dict[Key, Text] = {}

    def gettext(self, message: str, **variables: object) -> Text:
        """The message in the reader's language, or in English and marked so."""
        return self._find(None, message, variables)

    def pgettext(self, context: str, message: str, **variables: object) -> Text:
        """The message in the meaning that `context` names."""
        return self._find(context, message, variables)

    def _find(self, context: str | None, message: str, variables: dict[str, object]) -> Text:
        if (context, message) not in self._found:
            text = translate_plain(self.catalogue, context, message, self.source)
            self._found[context, message] = text
        text = self._found[context, message]
        # Python's own % would fail at a sign that a translator wrote
        words = VARIABLE.sub(lambda m: str(variables.get(m["name"], m[0])), text)
        return Text(words, text.language)


def translate_plain(
    catalogue: Catalogue | None, context: str | None, message: str, source: Language
) -> Text:
    """A message without Markdown, translated where the translation may be shown.

    `catalogue` is None where nothing is to be translated: on a page in the source language.
    """
    if catalogue is None:
        return Text(message)
    translation = catalogue.get(context, message)
    if translation is None or find_plain_faults(message, translation, catalogue.glossary):
        return Text(message, source)
    return Text(translation)
