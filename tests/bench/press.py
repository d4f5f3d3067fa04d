"""A process of its own in which our leaflets are made, and which says what that took.

Only the work is timed, and not how long Python takes to begin. What was ordered lies in a file,
since the build that orders it would be timed too.
"""

from __future__ import annotations

import json
import pickle
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from scripts.leaflets import making
from scripts.leaflets.making import Job, Made, make_leaflets
from scripts.leaflets.typesetting import Press
from scripts.paths import Project

ORDERS = "orders.pickle"
WHOLE, ALONE = "whole", "typst"
"""As a build makes them, and as Typst sets them without numbers of words and a layer of text."""


def main(folder: Path, way: str) -> None:
    """Make the leaflets that are ordered in the folder of a press, and once more where there is
    something in the cache to take; print what that took, as JSON."""
    project = Project(folder)
    jobs = pickle.loads((folder / ORDERS).read_bytes())
    with counted() as settings, without_layer(way == ALONE):
        cold, made = make(project, jobs)
        told = {
            "cpu": cold,
            "pages": sum(each.pages for each in made.values()),
            "bytes": sum(each.bytes for each in made.values()),
            "settings": len(settings),
            "sizes": {file: each.size for file, each in made.items()},
            "warm": make(project, jobs)[0],
        }
        told["again"] = len(settings) - told["settings"]
    print(json.dumps(told))


def make(project: Project, jobs: list[Job]) -> tuple[float, dict[str, Made]]:
    """The seconds of a processor that the leaflets took, and what came of each."""
    start = time.process_time()
    made = make_leaflets(project, jobs, project.site, 1, lambda: None, apart=False)
    return time.process_time() - start, made


@contextmanager
def counted() -> Iterator[list[float]]:
    """The sizes of text in which leaflets are set meanwhile, one after the other."""
    sizes: list[float] = []
    compile_one = Press._compile

    def count(press: Press, leaflet, setting) -> bytes:
        sizes.append(setting.size)
        return compile_one(press, leaflet, setting)

    with patch.object(Press, "_compile", count):
        yield sizes


@contextmanager
def without_layer(wanted: bool) -> Iterator[None]:
    """Meanwhile no leaflet gets a layer of text, if that is wanted."""
    needs = (lambda family: False) if wanted else making.needs_tokens
    with patch.object(making, "needs_tokens", needs):
        yield


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
