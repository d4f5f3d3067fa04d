"""Which old message stood where a new one stands: alignment by place, never by likeness alone.

Matching over the whole file by likeness, as Babel and msgmerge do, was rejected: it offers "You
must sign" for "Do not sign". What is aligned here is still only fuzzy until a person has looked.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from scripts.messages import Key


def align(old: list[Key], new: list[Key]) -> dict[Key, Key]:
    """For each new message that is not among the old, the old message that stood in its place."""
    gone, come = set(old) - set(new), set(new) - set(old)
    partners: dict[Key, Key] = {}
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for action, i, j, k, m in matcher.get_opcodes():
        if action == "replace":
            before = [key for key in old[i:j] if key in gone]
            after = [key for key in new[k:m] if key in come]
            partners.update(pair_in_order(before, after))
    return partners


def pair_in_order(before: list[Key], after: list[Key]) -> dict[Key, Key]:
    """Pairs between two runs that replaced each other, never crossing.

    Runs of one length pair by place. Where something was put in or taken out as well, the most
    alike in order pair: of all ways to pair them in order, that with the greatest sum of likeness.
    """
    if len(before) == len(after):
        return dict(zip(after, before, strict=True))
    best: dict[tuple[int, int], tuple[float, list[tuple[Key, Key]]]] = {}
    for i in range(len(before), -1, -1):
        for j in range(len(after), -1, -1):
            choices = [(0.0, [])]
            if i < len(before) and j < len(after):
                likeness = SequenceMatcher(None, before[i][1], after[j][1]).ratio()
                score, pairs = best[i + 1, j + 1]
                choices.append((score + likeness, [(after[j], before[i]), *pairs]))
            choices += [best[place] for place in ((i + 1, j), (i, j + 1)) if place in best]
            best[i, j] = max(choices, key=lambda choice: choice[0])
    return dict(best[0, 0][1])
