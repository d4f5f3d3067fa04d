"""What a maintainer must look at before anything else, since a translation alone could not do it.

Who proposes a translation may also change what it is judged by: the English that it is compared
with, and the agreed words. What is then called fine is fine by his own rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.inert import as_html
from scripts.proposals import pieces
from scripts.proposals.proposal import Proposal

OTHERS = "This change is not only a translation. It needs a maintainer."
ENGLISH = (
    "It changes the English, and translations are compared with it. Look at these files first: "
    "not all of it is shown below."
)
WORDS = (
    "It changes the agreed words (the glossary), and translations are judged by them. "
    "Look at that change first."
)
CHECKED = "It says that people checked a translation."
ASK = "A maintainer asks them before it is taken."
STATES = "It changes what readers are told about who made or checked a translation."


def alarms(proposal: Proposal) -> Iterator[str]:
    """Each as a quotation, which GitHub puts into a frame."""
    if proposal.others:
        entries = (f"{_file(path, kind)}: {what}" for path, kind, what in proposal.others)
        yield _frame("CAUTION", OTHERS, entries)
    if proposal.english_files:
        yield _frame("IMPORTANT", ENGLISH, (_file(*each) for each in proposal.english_files))
    if any(language.words for language in proposal.languages):
        yield _frame("IMPORTANT", WORDS)
    states = [each for language in proposal.languages for each in language.states]
    if any(each.new and "checked" in each.name.split(" / ") for each in states):
        yield _frame("IMPORTANT", CHECKED, after=ASK)
    elif states:
        yield _frame("IMPORTANT", STATES)


def _file(path: str, kind: str) -> str:
    return f"<code>{as_html(pieces.shorten(path))}</code> was {kind}"


def _frame(kind: str, words: str, entries: Iterable[str] = (), after: str = "") -> str:
    quoted = (f"> <li>{entry}</li>\n" for entry in entries)
    found = pieces.first_of(quoted, "> <li>and {} more</li>\n")
    listed = f"> <ul>\n{found}> </ul>\n" if found else ""
    return f"> [!{kind}]\n> **{words}**{after and ' '}{after}\n{listed}\n"
