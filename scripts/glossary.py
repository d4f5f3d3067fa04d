"""The agreed words of a language: what a translation says for "must", "not" and "working days".

People keep them in `locale/<language>/glossary.yml`. A language without that file has no rules for
words yet; a file that cannot be understood is refused, since nothing would be checked by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from scripts.english_words import CAN, MUST_NOT
from scripts.entries import read_data
from scripts.glossary_rules import HARM, find_glossary_faults
from scripts.lined_yaml import Lined
from scripts.problems import Problem, ProblemsFound
from scripts.sentences import NO_BLANKS
from scripts.word_forms import Forms, spell

NEGATION, NO_NEGATION = "negation", "no negation"


@dataclass(frozen=True)
class Term:
    """A word from English letters, and the agreed translation of it."""

    english: tuple[str, ...]
    """Several where the entry has several, between " / "."""
    translation: tuple[str, ...]


class TermForms:
    """Agreed translations, found in a text that was spelled however their words are inflected."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._patterns = [
            (term, re.compile("|".join(map(_inflected, term.translation)))) for term in terms
        ]

    def find(self, text: str) -> list[Term]:
        """The terms that the text names."""
        return [term for term, pattern in self._patterns if pattern.search(text)]


def _inflected(words: str) -> str:
    """A pattern for words with other endings: a letter or two of each, but of the shortest."""
    stems = (re.escape(word[: len(word) - _ending(word)]) for word in spell(words).split(" "))
    return "(?<![^ ])" + r"\S* ".join(stems) + r"\S*"


def _ending(word: str) -> int:
    return 0 if word.isdigit() or len(word) < 3 else 1 if len(word) < 6 else 2


@dataclass(frozen=True)
class Meant:
    """A pair that breaks a rule for words and is right: a person has said why."""

    english: str
    translation: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Glossary:
    """The agreed words of one language; the lists of forms are by what they are in English."""

    language: str = ""
    path: str = ""
    terms: tuple[Term, ...] = ()
    units: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    modals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exact: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    negation: tuple[str, ...] = ()
    no_negation: tuple[str, ...] = ()
    """Words that hold a negation and deny nothing, as those for "or not" may."""
    as_meant: tuple[Meant, ...] = ()
    letter_words: tuple[tuple[str, ...], ...] = ()
    """The words of the A to Z as they stand in English letters: all names of each."""

    @cached_property
    def unit_forms(self) -> Forms:
        return self._forms(self.units)

    @cached_property
    def modal_forms(self) -> Forms:
        return self._forms(self.modals)

    @cached_property
    def exact_forms(self) -> Forms:
        return self._forms(self.exact)

    @cached_property
    def negation_forms(self) -> Forms:
        return self._forms({NO_NEGATION: self.no_negation, NEGATION: self.negation})

    @cached_property
    def term_forms(self) -> TermForms:
        return TermForms(self.terms)

    @cached_property
    def term_names(self) -> tuple[str, ...]:
        """The English of all terms."""
        return tuple(name for term in self.terms for name in term.english)

    @cached_property
    def english_names(self) -> dict[str, frozenset[str]]:
        """Every agreed term and word of letters in small letters, with all names of the same."""
        found: dict[str, frozenset[str]] = {}
        for names in (*(term.english for term in self.terms), *self.letter_words):
            small = frozenset(name.lower() for name in names)
            found |= {name: found.get(name, small) | small for name in small}
        return found

    @cached_property
    def cannot(self) -> frozenset[str]:
        """The forms of "must not" that are a negation and a form of "can": also "cannot"."""
        can, no = self.modals.get(CAN, ()), self.negation
        both = {form for a in no for b in can for form in (f"{a} {b}", f"{b} {a}")}
        return frozenset(self.modals.get(MUST_NOT, ())) & both

    @cached_property
    def _meant(self) -> frozenset[tuple[str, str]]:
        return frozenset((each.english, each.translation) for each in self.as_meant)

    def means(self, message: str, translation: str) -> bool:
        """Whether somebody has said why this translation is right, whatever its words."""
        return (message, translation) in self._meant

    def _forms(self, listed: Mapping[str, tuple[str, ...]]) -> Forms:
        return Forms(listed, blanks=self.language not in NO_BLANKS)


NO_WORDS = Glossary()
"""Of a language that has none yet: no rule for words finds anything."""


def read_glossary(
    path: Path, name: str, language: str, letter_words: tuple[tuple[str, ...], ...] = ()
) -> Glossary:
    """The glossary in a file, which `name` names in problems; NO_WORDS where there is none.

    Raises ProblemsFound with everything that is wrong with it.
    """
    if not path.exists():
        return NO_WORDS
    data = read_data(path, name, HARM)
    if faults := find_glossary_faults(data, language):
        raise ProblemsFound(Problem(name, line, what, HARM, fix) for line, (what, fix) in faults)
    return Glossary(
        language=language,
        path=name,
        terms=tuple(_term(each) for each in data.get("terms", ()) if each["translation"]),
        units=_lists(data, "units"),
        modals=_lists(data, "modals"),
        exact=_lists(data, "exact"),
        negation=tuple(data.get("negation", ())),
        no_negation=tuple(data.get("no_negation", ())),
        as_meant=tuple(
            Meant(each["english"], each["translation"], each.line)
            for each in data.get("as_meant", ())
        ),
        letter_words=letter_words,
    )


def _lists(data: Lined, key: str) -> dict[str, tuple[str, ...]]:
    """The forms of each English word; without those that nobody filled in, which no translation
    could have."""
    return {kind: tuple(forms) for kind, forms in data.get(key, {}).items() if forms}


def _term(entry: Lined) -> Term:
    return Term(_split(entry["english"]), _split(entry["translation"]))


def _split(words: str) -> tuple[str, ...]:
    """The words of an entry of a glossary, each without what stands in brackets."""
    each = (part.partition("(")[0].strip() for part in words.split(" / "))
    return tuple(filter(None, each))
