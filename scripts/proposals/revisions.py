"""The only reader of git: what changed between two revisions, and the data of one of them.

A revision may be anybody's. It is never checked out, since that would run its filters and leave its
links on the disk: the files are read from the store of git and written one by one, each under a
path that was looked at first.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.problems import Problem, ProblemsFound
from scripts.proposals.entries import Entry, refuse, split_entries

HARM = "Nobody could be told what readers would see."
SAFE = ("git", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "--no-pager")
"""How git is called: no other program is started by it."""

COMPARED = (
    "-z",
    "--name-status",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=none",
)
"""How files are compared: each by its own name, by git alone."""

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
KINDS = {"A": ADDED, "D": REMOVED}


@dataclass(frozen=True, order=True)
class Change:
    """A file that is not as it was, and whether it was added, changed or removed."""

    path: str
    kind: str


@dataclass(frozen=True)
class Repository:
    """A folder that git keeps."""

    root: Path

    @classmethod
    def at(cls, root: Path) -> Repository:
        """The repository whose top is `root`. Raises ProblemsFound where there is none."""
        repository = cls(root)
        top = repository._ask("rev-parse", "--show-toplevel")
        if top is None or Path(top.strip()).resolve() != root.resolve():
            raise _problem(
                "This folder is not the top of a git repository, so there is nothing to compare.",
                "Run the command in a clone of the project: git clone and its address.",
            )
        return repository

    def commit(self, name: str) -> str:
        """The commit that a branch, a tag or a number means. Raises ProblemsFound for others."""
        found = None
        if not name.startswith("-"):
            found = self._ask(
                "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
            )
        if found is None:
            raise _problem(
                f"There is no commit, branch or tag {name!r} here.",
                "Look at its name. What is only on the server is fetched with: git fetch",
            )
        return found.strip()

    def common(self, since: str, until: str) -> str:
        """The commit at which two parted: what came after it on one side only is no change of the
        other. Raises ProblemsFound where there is none."""
        if found := self._ask("merge-base", since, until):
            return found.split()[0]
        if self._ask("rev-parse", "--is-shallow-repository") == "true\n":
            raise _problem(
                "Only the newest commits are here, and not the one at which the two parted.",
                "Fetch the others: git fetch --unshallow",
            )
        raise _problem(
            f"{since[:12]} and {until[:12]} have no commit in common.",
            "Compare with the branch that the change is for.",
        )

    def changes(self, since: str, until: str | None) -> list[Change]:
        """The files that are not as they were in `since`; without `until`, in the folder."""
        ends = [since, until] if until else [since]
        fields = self._need("diff", *COMPARED, *ends, "--").split("\0")[:-1]
        pairs = zip(fields[::2], fields[1::2], strict=True)
        found = {path: Change(path, KINDS.get(status[0], CHANGED)) for status, path in pairs}
        if not until:
            others = self._need("ls-files", "-z", "--others", "--exclude-standard").split("\0")
            found |= {path: Change(path, ADDED) for path in others if path}
        return sorted(found.values())

    def entries(self, commit: str, wanted: Callable[[str], bool]) -> list[Entry]:
        """The files of a commit whose paths are `wanted`. Raises ProblemsFound for every one that
        is no plain file of a decent size, or whose path leads elsewhere."""
        listed = split_entries(self._need("ls-tree", "-r", "-z", "--long", commit))
        found = [entry for entry in listed if wanted(entry.path)]
        if problems := [problem for entry in found for problem in refuse(entry)]:
            raise ProblemsFound(problems)
        return found

    def contents(self, entries: list[Entry]) -> Iterator[tuple[Entry, bytes]]:
        """Each file with what is in it."""
        asked = "".join(f"{entry.blob}\n" for entry in entries)
        answer = self._run("cat-file", "--batch", given=asked.encode()).stdout
        place = 0
        for entry in entries:
            end = answer.index(b"\n", place)
            size = int(answer[place:end].split()[2])
            yield entry, answer[end + 1 : end + 1 + size]
            place = end + size + 2

    def _need(self, *words: str) -> str:
        """What git answers. Raises ProblemsFound where it does not."""
        if (answer := self._ask(*words)) is None:
            raise _problem(f"git does not answer: git {words[0]}.", "Try it by hand.")
        return answer

    def _ask(self, *words: str) -> str | None:
        """What git answers; None where it fails."""
        try:
            done = self._run(*words)
        except FileNotFoundError as error:
            raise _problem("The program git is not installed.", "Install git.") from error
        return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else None

    def _run(self, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [*SAFE, *words], cwd=self.root, input=given, capture_output=True, check=False
        )


def _problem(what: str, remedy: str) -> ProblemsFound:
    return ProblemsFound([Problem("git", 0, what, HARM, remedy)])
