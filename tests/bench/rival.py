"""WeasyPrint, which `make bench` installs beside the project where it can; why it is not here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.projects import REAL

PLACE = REAL.cache / "bench"
SAID = REAL.cache / "bench.log"
"""What pip said when it installed it."""
ENVIRONMENT = {"PYTHONPATH": os.pathsep.join(map(str, (PLACE, REAL.root)))}
"""In which a process finds it, and the project."""

NOT_TRIED = "nobody has tried: run make bench"


def why_not(place: Path = PLACE, said: Path = SAID) -> str | None:
    """Why WeasyPrint cannot be used, in one line; None where it can."""
    if not (place / "ready").is_file():
        words = said.read_text(encoding="utf-8", errors="replace") if said.is_file() else ""
        return f"it could not be installed ({reason(words) or NOT_TRIED})"
    environment = {**os.environ, "PYTHONPATH": str(place)}
    command = [sys.executable, "-c", "import weasyprint"]
    ended = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
    if ended.returncode:
        return f"it could not be loaded ({reason(ended.stderr + ended.stdout)})"
    return None


def reason(words: str) -> str:
    """The line of what a program said that tells most: the last error of pip, or else the first
    line of the exception in which Python ended; the lines after that are advice."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")]
    raised = [line for line in lines if line.split(":")[0].endswith(("Error", "Exception"))]
    return next(iter(errors[-1:] or raised[-1:] or lines[-1:]), "")
