"""The rule for addresses in words: nobody is sent to a website or mailbox that the English has not.

A link is compared elsewhere; an address that is only text can be typed or copied all the same.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from scripts.problems import Fault

ENDINGS = "com org net info biz gov edu uk eu ie pl pk in de fr ru io ly xyz app site online shop"
ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:https?://|www\.)[^\s<>()\[\]]+"
    rf"|(?<![\w.-])[\w-]{{2,}}(?:\.[\w-]+)*\.(?:{'|'.join(ENDINGS.split())})\b(?![.-]?\w)",
    re.IGNORECASE,
)
"""An email address, one with its beginning, or a name with an ending that websites have."""


def find_address_faults(message: str, words: str) -> Iterator[Fault]:
    """Addresses that a translation has in its words and its message has not."""
    found = (match[0].rstrip(".,;:!?") for match in ADDRESS.finditer(html.unescape(words)))
    for address in dict.fromkeys(found):
        if address not in message:
            yield Fault(
                f"There is an address in the translation: {address}.",
                "Take it out: the English has none here.",
            )
