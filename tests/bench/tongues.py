"""Made-up translations in real scripts: each word changed letter by letter, every mark kept.

All languages are ones that Material for MkDocs and mkdocs-static-i18n know too, so that both
sides of the bench build the same.
"""

from __future__ import annotations

import re
from functools import cache
from string import ascii_lowercase
from typing import NamedTuple


class Tongue(NamedTuple):
    """A language and its letters: what stands for a to z, and the end that long words get."""

    code: str
    name: str
    letters: str
    end: str = ""
    direction: str = "ltr"
    step: int = 1
    """Of how many letters one is kept: a Chinese character stands for about three."""

    def translate(self, text: str) -> str:
        """The text with every word changed that is not a mark, an address, a contact or code."""
        if self.code == ENGLISH.code:
            return text
        return PARTS.sub(lambda part: self._word(part["word"]) if part["word"] else part[0], text)

    def _word(self, word: str) -> str:
        changed = word.lower()[:: self.step].translate(_table(self.letters))
        changed += self.end if len(word) >= LONG else ""
        return changed[0].upper() + changed[1:] if word[0].isupper() else changed


@cache
def _table(letters: str) -> dict[int, str]:
    return str.maketrans(dict(zip(ascii_lowercase, letters.split(), strict=True)))


LONG = 4
"""How many letters a word has that gets an end."""

PARTS = re.compile(
    r"`[^`]*`|\]\([^)]*\)|\{[^{}]*\}|\{\{.*?\}\}|%\(\w+\)[sd]|<[^>]*>|&#?\w+;|https?://\S+"
    r"|(?P<word>[A-Za-z]+)"
)

ENGLISH = Tongue("en", "English", "")

TRANSLATED = (
    Tongue("pl", "Polski", "a b cz d ę f g h i j k ł m n ó p k r sz t u w w ks y ż", "nie"),
    Tongue("ur", "اردو", "ا ب چ ڈ ے ف گ ہ ی ج ک ل م ن و پ ق ر س ٹ ع و ں خ ئ ز", "یں", "rtl"),
    Tongue("ar", "العربية", "ا ب ص د ع ف ج ه ي ج ك ل م ن و ب ق ر س ت ؤ ف و ش ى ز", "", "rtl"),
    Tongue("bn", "বাংলা", "অ ব চ দ এ ফ গ হ ই জ ক ল ম ন ও প খ র স ত উ ভ য ঘ ঈ ঝ"),
    Tongue("fa", "فارسی", "ا ب چ د ه ف گ ح ی ژ ک ل م ن و پ ق ر س ت ع و غ خ ی ز", "ها", "rtl"),
    Tongue("fr", "Français", "â b ç d é f g h i j qu l m n eau p q r s t u v w x y z", "es"),
    Tongue("de", "Deutsch", "ä b ch d e f g h ie j k l m n ö p q r sch t ü w w x y z"),
    Tongue("es", "Español", "á b c d e f g h í j qu ll m ñ o p q rr s t ú v w x y z", "os"),
    Tongue("pt", "Português", "ã b ç d ê f g lh i j c l m n õ p q r s t u v w x y z", "as"),
    Tongue("ro", "Română", "ă b ț d e f gh h î j c l m n o p q r ș t u v w x y z", "ul"),
    Tongue("ru", "Русский", "а б ц д е ф г х и й к л м н о п щ р с т у в ш ж ы з", "ами"),
    Tongue("tr", "Türkçe", "a b ç d e f ğ h ı c k l m n ö p k r ş t ü v v ks y z", "lar"),
    Tongue("uk", "Українська", "а б ц д е ф ґ г і й к л м н о п щ р с т у в ш ж и з", "ах"),
    Tongue(
        "zh", "中文",
        "安 北 城 大 儿 方 国 会 以 家 可 来 们 年 我 平 起 人 生 他 有 为 文 小 一 子", step=3,
    ),
    Tongue("hi", "हिन्दी", "अ ब च द ए फ ग ह इ ज क ल म न ओ प ख र स त उ व य घ ई झ"),
    Tongue("vi", "Tiếng Việt", "á b ch đ ê ph gi h ỉ j kh l m nh ộ p qu r x th ư v w s ý d"),
    Tongue("it", "Italiano", "à b ch d è f gh h ì j c gl m gn ò p q r s t ù v w x y z", "o"),
    Tongue("lt", "Lietuvių", "ą b č d ė f g h į j k l m n o p k r š t ų v v ks y ž", "ai"),
    Tongue("bg", "Български", "а б ц д е ф г х и й к л м н о п щ р с т у в ш ж ъ з", "ите"),
)  # fmt: skip
TONGUES = (ENGLISH, *TRANSLATED)
