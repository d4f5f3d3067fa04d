"""The report for a program: everything that is known, with no word left out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from scripts.proposals.headlines import headline
from scripts.proposals.proposal import Proposal
from scripts.standing import Standing


def write_json(proposal: Proposal, pictures_at: str = "") -> str:
    """One object; `wrong` says whether something cannot be shown."""
    content = asdict(proposal)
    for said, language in zip(content["languages"], proposal.languages, strict=True):
        said["before"], said["after"] = map(_standing, (language.before, language.after))
    for picture in content["pictures"]:
        for side in ("before", "after"):
            picture[side] = picture[side] and f"{pictures_at}{picture[side]}"
    return json.dumps(
        {"headline": headline(proposal), "wrong": proposal.wrong, **content},
        ensure_ascii=False,
        indent=1,
    ).encode("utf-8", "replace").decode() + "\n"


def _standing(standing: Standing | None) -> dict[str, Any] | None:
    return standing and {
        "pages": len(standing.pages),
        "complete": len(standing.complete),
        "missing": sum(part.missing for part in standing.parts),
        "core_missing": list(standing.core_missing),
        "offered": standing.offered,
    }
