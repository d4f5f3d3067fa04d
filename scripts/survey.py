"""Which languages the site has, and what each page tells of the others, before it is built."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace

from scripts.problems import Problem, ProblemsFound
from scripts.sources import Sources
from scripts.standing import Standing, stand
from scripts.workers import do_all

FEW = 20
"""So many pages are looked at before another process has begun."""


@dataclass(frozen=True)
class Survey:
    """Does the standing of one language in a worker."""

    sources: Sources

    def __call__(self, code: str, step: Callable[[], None]) -> Standing:
        return stand(self.sources, code)


def survey(sources: Sources, processes: int = 1) -> Sources:
    """The same with how far each translation has come, by its code."""
    codes = [language.code for language in sources.languages.translations]
    few = len(sources.pages) <= FEW
    count = 1 if few else max(1, min(processes, len(codes)))
    with closing(do_all(Survey(sources), iter(codes), count, lambda: None)) as results:
        found = dict(results)
    return replace(sources, standings={code: found[code] for code in codes})


def offer(sources: Sources, also: Iterable[str] = ()) -> Sources:
    """The same after a survey, with the languages that families find: those that are offered, and
    `also` those of these codes."""
    offered = {code for code, standing in sources.standings.items() if standing.offered}
    return replace(sources, languages=sources.languages.only(offered | set(also)))


def refuse_unfinished(sources: Sources, codes: Iterable[str]) -> None:
    """Raise ProblemsFound for those of the languages that are not offered yet."""
    found = (sources.standings.get(code) for code in codes)
    unfinished = [standing for standing in found if standing and not standing.offered]
    if unfinished:
        raise ProblemsFound(map(_unfinished, unfinished))


def _unfinished(standing: Standing) -> Problem:
    code = standing.language.code
    pages = ", ".join(standing.core_missing) or "none"
    return Problem(
        f"locale/{code}",
        0,
        f"{standing.language.name} ({code}) is not whole enough for families. Pages that they need "
        f"first and that wait: {pages}; words around the pages that wait: "
        f"{standing.interface.missing}.",
        "They would choose their language and find English on the page that they need today.",
        f"Translate these, or look at it as it is with alongside preview --language {code}.",
    )
