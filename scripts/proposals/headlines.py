"""The first sentences of a report: whether anything is wrong, for whoever made the change."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.proposals.message_changes import Kind
from scripts.proposals.proposal import Proposal
from scripts.proposals.verdicts import Verdict
from scripts.terminal import count

MORE = (
    "A program looked at names, numbers, units, links and marks. "
    "It cannot tell whether the words mean the same: only a reader of the language can."
)


def headline(proposal: Proposal) -> str:
    """One sentence, or two: what comes of the change."""
    worked = [each for each in proposal.judged if each.worked_on]
    return (
        _unreadable(proposal)
        or _refused(proposal, len(worked))
        or _doubtful(proposal, len(worked))
        or _fine(proposal, len(worked))
        or _no_translation(proposal)
    )


def _unreadable(proposal: Proposal) -> str:
    if proposal.problems:
        return (
            "Thank you. The pages cannot be read as they are in this change, so the translations "
            "could not be looked at; below is what to change first."
        )
    broken = [page for page in proposal.pages if page.broken]
    if not broken:
        return ""
    whose, were = ("its page", "was") if len(broken) == 1 else ("their pages", "were")
    gone = all(page.removed for page in broken)
    return (
        f"Thank you. {count(len(broken), 'file')} "
        f"{f'{were} deleted' if gone else 'cannot be read yet'}, and {whose} would be in English; "
        "here is what to change."
    )


def _refused(proposal: Proposal, worked: int) -> str:
    refused = len(proposal.having(Verdict.REFUSED))
    if not refused:
        return ""
    if refused == worked == 1:
        return "Thank you. Your sentence cannot be shown yet; here is what to change."
    return (
        f"Thank you. {refused} of {count(worked, 'sentence')} cannot be shown yet; "
        "here is what to change."
    )


def _doubtful(proposal: Proposal, worked: int) -> str:
    doubtful = len(proposal.having(Verdict.LOOK))
    if not doubtful:
        return ""
    if worked == 1:
        return "Thank you. Your sentence can be shown, and is worth a second look."
    return (
        f"Thank you. {_all(worked)} can be shown; "
        f"{doubtful} of them {'is' if doubtful == 1 else 'are'} worth a second look."
    )


def _fine(proposal: Proposal, worked: int) -> str:
    if not worked:
        return ""
    names = [language.name for language in proposal.languages if language.pages]
    readers = " and one who speaks ".join(names)
    fine = len(proposal.having(Verdict.FINE))
    them = "it" if worked == 1 else "them"
    read, there = ("reads", "is one") if len(names) == 1 else ("read", "are such people")
    if fine < worked:
        taken = worked - fine
        return (
            f"Thank you. Nothing is wrong. {count(taken, 'translation')} "
            f"{'was' if taken == 1 else 'were'} taken out or marked as in doubt, "
            "and readers see English there."
        )
    said = "Your sentence is fine." if worked == 1 else f"{_all(worked)} are fine."
    return f"Thank you. {said} Next, a person who speaks {readers} {read} {them}, if there {there}."


def _all(number: int) -> str:
    return "Both sentences" if number == 2 else f"All {number} sentences"


def _no_translation(proposal: Proposal) -> str:
    if changed := sum(len(each.sentences) for each in proposal.english):
        return f"The English changed in {count(changed, 'place')}, and no translation did."
    if proposal.english_files:
        return "English pages changed, and no sentence did that is translated. Look at the files."
    if any(language.words or language.states for language in proposal.languages):
        return "Thank you. No translation changed: only what is noted about a language did."
    if proposal.others:
        return "No translation changed."
    return "Nothing changed that a reader would see."


def notes(proposal: Proposal) -> Iterator[str]:
    """What else is to be known at once."""
    if proposal.having(Verdict.FINE) or proposal.having(Verdict.LOOK):
        yield MORE
    waiting = [each for each in proposal.having(Verdict.WAITS) if not each.worked_on]
    if waiting:
        waits = "sentence waits" if len(waiting) == 1 else "sentences wait"
        yield f"{len(waiting)} {waits} for a translator, because the English is new."
    older = sum(len({each.line for each in page.others}) for page in proposal.pages)
    if older:
        yield (
            f"{count(older, 'other passage')} of these files cannot be shown or "
            f"{'is' if older == 1 else 'are'} worth a look; this change did not touch "
            f"{'it' if older == 1 else 'them'}."
        )
    if any(each.change.kind is Kind.EMPTIED for each in proposal.judged):
        yield "A translation was taken out: was that meant?"
    if proposal.until:
        yield f"This is about commit {proposal.until[:12]}. A newer one gets a report of its own."
    if proposal.no_pictures:
        yield f"There are no pictures: {proposal.no_pictures}"
