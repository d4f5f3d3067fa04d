"""What the search knows of a language: how its words end, and which letters sound alike.

It helps to find the forms of a word and what was misspelt by ear; the search works in a language
that is not here too, by beginnings and by slips of the finger. Everything is in folded letters
(`scripts.fold`). A list is complete when a reader's queries are found, not when a grammar is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Endings:
    """What is known of one language."""

    endings: tuple[str, ...] = ()
    """Endings of which the longest is cut off before two words are compared."""
    shortest: int = 3
    """Letters that must be left then."""
    sounds: tuple[tuple[str, str], ...] = ()
    """Letters that are written for the same sound: what is written, and what it is taken for."""
    bare: bool = False
    """Whether Latin words are compared without their vowels too: where a language in another
    script is written in Latin letters, everybody spells its vowels differently."""


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


KNOWN: Mapping[str, Endings] = MappingProxyType(
    {
        "en": Endings(
            _split(
                "s es ies ied ying e y ed d ing ings er ers or ors al als ly ily ment ments ness "
                "ion ions ation ations able ful ren"
            ),
            sounds=(("ph", "f"), ("ck", "k"), ("wh", "w"), ("ou", "o"), ("ei", "ie"), ("z", "s")),
        ),
        "pl": Endings(
            _split(
                "a e i y o u ie em om ow ami ach iach ich ych im ym imi ymi ego emu iego iemu ej "
                "iej owi owie ia iu io ii ji ja je ac ec ic yc al ala ali aly alo il ila ili ily "
                "ilo yl yla yli yly l la li ly lo am asz amy acie aja em esz emy ecie isz imy icie "
                "ysz ymy ycie uje uja ujesz ujemy owac owal owala owali any ana ane ani anego anej "
                "ony ona one oni enie enia eniu anie ania aniu ka ki ke kiem kom kami kach ek c"
            ),
            sounds=(
                ("rz", "z"), ("ch", "h"), ("u", "o"), ("om", "a"), ("on", "a"), ("en", "e"),
                ("em", "e"), ("sz", "s"), ("cz", "c"), ("dz", "c"), ("w", "f"), ("j", "i"),
                ("y", "i"),
            ),
        ),
        "ur": Endings(
            _split("ون ین یان ات ی ہ ا و یون نا نی تا تی s es ed ing"),
            shortest=2,
            sounds=(
                ("ٹ", "ت"), ("ط", "ت"), ("ڈ", "د"), ("ڑ", "ر"), ("گ", "ک"), ("ق", "ک"),
                ("پ", "ب"), ("چ", "ج"), ("ژ", "ز"), ("ذ", "ز"), ("ض", "ز"), ("ظ", "ز"),
                ("ص", "س"), ("ث", "س"), ("ح", "ہ"), ("خ", "ہ"), ("ع", "ا"), ("غ", "ک"),
                ("ch", "c"), ("sh", "s"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"),
                ("bh", "b"), ("ph", "f"), ("zh", "z"), ("q", "k"), ("w", "v"), ("j", "z"),
            ),
            bare=True,
        ),
    }
)  # fmt: skip


def endings_of(code: str) -> dict[str, object]:
    """What is known of the language `code`, as the script reads it; nothing of most languages."""
    return asdict(KNOWN.get(code.split("-")[0], Endings()))
