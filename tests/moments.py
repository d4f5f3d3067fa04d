"""A piece of work that is killed at each of its moments, one after another.

A moment is a change of the file system, as Python's audit events announce it, so that the moments
are the same each time and none is left out.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import count

CHANGES = frozenset(
    "os.chmod os.link os.mkdir os.remove os.rename os.rmdir os.symlink os.truncate "
    "shutil.copyfile shutil.move shutil.rmtree ctypes.dlsym".split()
)
"""Events before a change; what is looked up in a C library is called next."""


def killed_at_every_moment(work: Callable[[], None]) -> Iterator[int]:
    """Do the work in a process of its own, and kill it before its first change, then before its
    second, and so on. Gives the number of the moment each time, and ends when the work did."""
    for moment in count(1):
        if _in_a_child(lambda moment=moment: (_kill_at(moment), work())):
            yield moment
        else:
            assert moment > 1, "the work changes nothing"
            return


def _kill_at(moment: int) -> None:
    """Kill this process before its change with this number. Nothing can take this back."""
    changes = count(1)

    def hook(event: str, arguments: tuple) -> None:
        if _is_change(event, arguments) and next(changes) == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def _is_change(event: str, arguments: tuple) -> bool:
    writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    return bool(writes) or event in CHANGES


def _in_a_child(work: Callable[[], None]) -> bool:
    """Whether a child was killed while it did the work."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, -signal.SIGKILL), "the work failed by itself"
    return code != 0
