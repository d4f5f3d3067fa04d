"""What a reader gets of a page and its translations, held against cases/translations.yml."""

from __future__ import annotations

import json
from typing import Any

import pytest

from scripts.catalogues import Catalogue, read_catalogue
from scripts.interface import Interface
from scripts.probe import Probes
from scripts.translate import Translation
from tests.cases import read_cases
from tests.laws import CONTACTS, ENGLISH, render


def read(translations: dict[str, Any], language: str) -> Catalogue:
    """The catalogue that holds the translations of a case."""
    header = f'msgid ""\nmsgstr "Language: {language}\\n"\n'
    units = [
        unit(english, one)
        for english, given in translations.items()
        for one in (given if isinstance(given, list) else [given])
    ]
    return read_catalogue("\n".join([header, *units]).encode(), "page.po", language)


def unit(english: str, given: Any) -> str:
    entry = given if isinstance(given, dict) else {"text": given}
    fuzzy = "#, fuzzy\n" if entry.get("fuzzy") else ""
    context = f"msgctxt {quoted(entry['context'])}\n" if "context" in entry else ""
    return f"{fuzzy}{context}msgid {quoted(english)}\nmsgstr {quoted(entry['text'])}\n"


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def translate(case: dict[str, Any]) -> tuple[str, Translation]:
    """The HTML of a case, and its visitor after the walk."""
    language = case["language"]
    interface = Interface(read(case.get("interface", {}), language), ENGLISH)
    catalogue = read(case["translations"], language)
    visitor = Translation("page.md", 1, catalogue, interface, Probes(CONTACTS), ENGLISH)
    return render(case["page"], visitor), visitor


@pytest.mark.parametrize("case", read_cases("translations"))
def test_a_reader_gets_this_html(case):
    assert translate(case)[0] == case["html"].rstrip("\n")


def test_what_is_shown_in_english_is_counted_with_its_headings():
    _, visitor = translate(
        {
            "language": "ur",
            "page": "# Help { #now }\n\nAsk.\n\n## Rights\n\nOfsted\n{ translate=no }\n",
            "translations": {"Ask.": "پوچھیں۔"},
        }
    )
    assert [message.text for message in visitor.fallbacks] == ["Help", "Rights"]
    assert visitor.fallback_ids == {"now", "rights"}


def test_a_translation_that_is_not_shown_is_reported_with_its_line_and_faults():
    _, visitor = translate(
        {
            "language": "pl",
            "page": "Within 28 days.\n",
            "translations": {"Within 28 days.": "W ciągu 21 dni."},
        }
    )
    (unsafe,) = visitor.unsafe
    assert (unsafe.message.text, unsafe.line) == ("Within 28 days.", 4)
    assert [fault.what for fault in unsafe.faults] == [
        "The numbers are not the same: English has 28, the translation has 21."
    ]
