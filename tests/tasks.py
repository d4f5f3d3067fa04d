"""Tasks for workers, in a module that a new process reads in no time."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from scripts import workers


def nothing():
    """A step that nobody counts."""


def say_process():
    """The number of this process on a line, in one piece: others write to the same pipe."""
    os.write(sys.stdout.fileno(), f"{os.getpid()}\n".encode())


def double(item, step):
    """Take two steps."""
    step()
    step()
    return item * 2


def tell_process(item, step):
    return os.getpid()


def hang_at_one(item, step):
    while item == 1:
        signal.pause()
    return item


def end(how, step):
    """Call a function, with what it is to be given."""
    how[0](*how[1:])


def divide(item, step):
    return 1 / item


def read_nothing(item, step):
    return Path("/nowhere/at/all").read_bytes()


def step_on_and_on(item, step):
    say_process()
    while True:
        time.sleep(0.01)
        step()


def be_idle(item, step):
    say_process()


def main(method: str, task: str) -> None:
    """Have workers do this task for one item each, on a system that does not end them."""
    workers._start_method = lambda: method
    workers._end_with_parent = lambda: None
    for _ in workers.do_all(globals()[task], iter(range(3)), 2, nothing):
        signal.pause()


if __name__ == "__main__":
    main(*sys.argv[1:])
