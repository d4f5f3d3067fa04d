"""Numbers as English writes them, in digits or in words from zero to ninety-nine."""

from __future__ import annotations

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def any_of(words: list[str]) -> str:
    """A pattern for one of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


NUMBER = (
    rf"(?:\d+(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:{any_of(TENS)})(?:[- ](?:{any_of(ONES[1:10])}))?"
    rf"|(?:{any_of(ONES)}))"
)
"""A pattern for a number in small letters."""


def to_digits(words: str) -> str:
    """A number that NUMBER matched, in digits without commas between thousands."""
    if words[0].isdigit():
        return words.replace(",", "")
    tens, _, ones = words.replace("-", " ").partition(" ")
    if tens in TENS:
        return str(20 + 10 * TENS.index(tens) + (ONES.index(ones) if ones else 0))
    return str(ONES.index(words))
