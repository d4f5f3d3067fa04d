"""Words and sentences in any script, for translations; English has rules of its own in `reading`.

A word is what stands between blanks: letters with their vowel signs and marks, which `\\w` of a
pattern would cut apart in Urdu, Hindi or Panjabi.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scripts.plain import LINK, plain_words
from scripts.reading import FRAGMENT

NO_BLANKS = frozenset({"bo", "dz", "ja", "km", "lo", "my", "th", "yue", "zh"})
"""Languages that put no blanks between words, so that nobody can count them without a dictionary:
Tibetan, Dzongkha, Japanese, Khmer, Lao, Burmese, Thai, Cantonese and Chinese."""

BETWEEN_WORDS = re.compile(r"[\s/–—،؛-]+")
AROUND_WORDS = "\"'“”„‘’«»‹›()[].,:;!?…۔؟।॥።፧*"

CLOSING = r"[\"'”’»›)]*"
OPENING = r"[\"'“„‘«‹(]*"
ONLY_END = re.compile(rf"\n|(?<=[۔؟।॥።፧]){CLOSING}\s*")
"""Marks that stand nowhere but at the end of a sentence: in Urdu, Arabic, Hindi and Amharic; and a
hard break."""
END = re.compile(rf"[.!?…]{CLOSING}\s+(?={OPENING}(?P<next>\w))")
"""A mark that ends a sentence unless a small letter follows, as it does after a short form."""


def find_sentences(messages: Iterable[str]) -> Iterator[list[str]]:
    """The sentences of messages as their words. As in English, fragments are left out, and
    messages that are one link."""
    for message in messages:
        if LINK.fullmatch(message):
            continue
        for text in split_sentences(plain_words(message)):
            words = find_words(text)
            if len(words) >= FRAGMENT:
                yield words


def find_words(text: str) -> list[str]:
    """The words of a text in a script that puts blanks between them."""
    parts = (part.strip(AROUND_WORDS) for part in BETWEEN_WORDS.split(text))
    return [part for part in parts if any(map(str.isalnum, part))]


def split_sentences(text: str) -> Iterator[str]:
    """The sentences of plain words, with what stands between them; fragments too."""
    for part in ONLY_END.split(text):
        start = 0
        for end in END.finditer(part):
            if not end["next"].islower():
                yield part[start : end.end()]
                start = end.end()
        yield part[start:]
