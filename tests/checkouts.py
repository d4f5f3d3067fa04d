"""A small project that git keeps, and what people do to it."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from scripts.paths import Project
from tests.projects import make_project, write, write_catalogue

WHO = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
POLISH = {"Welcome": "Witamy", "Read this first.": "Przeczytaj to najpierw."}
MEETING = {"The meeting": "Spotkanie", "Call {{ contact.helpline }} today.":
           "Zadzwoń dziś: {{ contact.helpline }}."}  # fmt: skip


def git(root: Path, *words: str, given: bytes = b"") -> str:
    """What git answers in a folder."""
    done = subprocess.run(
        ["git", *WHO, *words], cwd=root, input=given, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


@dataclass(frozen=True)
class Checkout:
    """A project in a repository."""

    project: Project

    @property
    def root(self) -> Path:
        return self.project.root

    @classmethod
    def make(cls, root: Path) -> Checkout:
        """A project with two pages, of which one is half in Polish, as its first commit."""
        project = make_project(root)
        write_catalogue(project, "pl", "index", POLISH)
        write_catalogue(project, "pl", "meetings/meeting", MEETING)
        write(root / ".gitignore", "__pycache__/\n.cache/\n")
        git(root, "init", "--quiet", "--initial-branch=main")
        checkout = cls(project)
        checkout.commit()
        return checkout

    def commit(self) -> str:
        """Everything as it is now, as a commit."""
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "--allow-empty", "-m", "A change")
        return git(self.root, "rev-parse", "HEAD")

    def commit_entry(self, mode: str, path: str, content: str) -> str:
        """A commit with an entry of any mode, which no file system need be able to hold."""
        kind = content
        if mode != "160000":
            kind = git(self.root, "hash-object", "-w", "--stdin", given=content.encode())
        git(self.root, "update-index", "--add", "--cacheinfo", f"{mode},{kind},{path}")
        git(self.root, "commit", "--quiet", "-m", "An odd change")
        return git(self.root, "rev-parse", "HEAD")
