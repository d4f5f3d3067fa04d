"""Exchanging two folders in one step, where the system can: Linux with `renameat2(2)`.

Python has no call for it. With two renames there is a moment in which there is no site at all.
"""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

AT_FDCWD = -100
"""Paths are taken as they are, and not from an open folder (`fcntl.h`)."""

RENAME_EXCHANGE = 2
"""Each of the two paths leads to what the other led to before (`linux/fs.h`)."""

CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV})
"""What a system answers that does not know the call, or a disk on which it does not work."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders on one disk; True when it was done.

    False where the system or the disk cannot, and nothing has changed then.
    Raises OSError when it can and may not.
    """
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # macOS, Windows, an old C library
        return False
    paths = AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other)
    if rename(*paths, RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))
