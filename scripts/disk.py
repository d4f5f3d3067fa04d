"""What a disk refused, in the words of the project: it is full, or may not be written."""

from __future__ import annotations

import errno
from pathlib import Path

from scripts.problems import Problem

REMEDIES = {
    errno.ENOSPC: "Make room on the disk, or choose another with --output.",
    errno.EDQUOT: "Make room in your share of the disk, or choose another disk with --output.",
    errno.EACCES: "Ask for the right to read and write here, or choose another with --output.",
    errno.EPERM: "Ask for the right to read and write here, or choose another with --output.",
    errno.EROFS: "Choose a folder that can be written with --output.",
    errno.EBUSY: "Choose a folder inside this one with --output: a disk cannot be replaced.",
    errno.EXDEV: "Choose another folder with --output: the system cannot move this one.",
    errno.ENOMEM: "End other programs, or build with --workers 1.",
    errno.EAGAIN: "End other programs, or build with --workers 1.",
    errno.ENOENT: "See that nothing moves or deletes files meanwhile, then build again.",
}
OTHER = "Mend what the system says, or choose another folder with --output."


def disk_problem(error: OSError, fallback: Path, harm: str) -> Problem:
    """The problem that an OSError stands for, at the file that it names or else at `fallback`; of
    two, such as in a copy, at the one that was to be written."""
    where = str(error.filename2 or error.filename or fallback)
    remedy = REMEDIES.get(error.errno, OTHER)
    return Problem(where, 0, f"The system refused: {error.strerror or error}.", harm, remedy)
