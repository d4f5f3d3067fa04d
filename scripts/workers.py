"""Workers: a process for each core, which does one task after another.

Python's own pools cannot end at once, and do not say which task a killed process had. Here each
worker has a pipe of its own; when either side dies the other finds its pipe closed.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import NamedTuple, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Task = Callable[[Item, Callable[[], None]], Result]
"""What a worker does with an item; it calls the function it is given after each step."""

STOPPING = (signal.SIGINT, signal.SIGTERM)
"""Ctrl-C, and the word of the system: only the parent hears them, and ends its workers."""

PR_SET_PDEATHSIG = 1
"""Asks for a signal when the parent ends (`linux/prctl.h`)."""


class Step(NamedTuple):
    """A worker has come one step further."""


class Done(NamedTuple):
    """What came of an item."""

    result: object


class Refused(NamedTuple):
    """What the system refused: a full disk, a file that is not there any more."""

    error: OSError


class Failed(NamedTuple):
    """A mistake in the program, with its traceback."""

    words: str


class WorkerDied(Exception):  # noqa: N818 - the worker died; nothing was raised in it
    """Raised when a process ended before its item was done: killed, or out of memory."""

    def __init__(self, item: object, code: int | None) -> None:
        self.item = item
        self.how = signal.Signals(-code).name if code and code < 0 else f"exit code {code}"
        super().__init__(f"{item}: {self.how}")


def do_all(
    task: Task, items: Iterator[Item], count: int, step: Callable[[], None], apart: bool = False
) -> Iterator[tuple[Item, Result]]:
    """Do `task` for every item, in `count` processes; a single one is this, unless it is `apart`.

    Yields each item with its result, in the order in which they are done; the next item is asked
    for when a worker is free. `step` is called here for each step that any of them takes. Close
    the generator, or let it end, and no process is left. Raises WorkerDied, the OSError of `task`,
    and for a mistake in it RuntimeError, which has the traceback of the process.
    """
    if count == 1 and not apart:
        for item in items:
            yield item, task(item, step)
        return
    crew = _Crew()
    try:
        crew.start(task, count)
        yield from crew.work(items, step)
    finally:
        crew.end()


class _Crew:
    """The processes, each with this side of its pipe."""

    def __init__(self) -> None:
        self.processes: dict[Connection, multiprocessing.process.BaseProcess] = {}

    def start(self, task: Task, count: int) -> None:
        method = _start_method()
        context = multiprocessing.get_context(method)
        for _ in range(count):
            ours, theirs = context.Pipe()
            inherited = [*self.processes, ours] if method == "fork" else []
            arguments = (task, theirs, inherited)
            process = context.Process(target=_serve, args=arguments)  # may have workers, too
            with _held_back(STOPPING):  # or one could be started that nobody knows of
                process.start()
                self.processes[ours] = process
            theirs.close()  # so that the pipe is closed when the worker ends

    def work(self, items: Iterator[Item], step: Callable[[], None]) -> Iterator:
        busy: dict[Connection, Item] = {}
        for pipe in self.processes:
            _give(pipe, items, busy)
        while busy:
            for pipe in wait(list(busy)):
                message = self._hear(pipe, busy[pipe])
                if isinstance(message, Step):
                    step()
                    continue
                yield busy.pop(pipe), message.result
                _give(pipe, items, busy)

    def _hear(self, pipe: Connection, item: object) -> Step | Done:
        try:
            message = pipe.recv()
        except (EOFError, ConnectionError) as error:
            self.processes[pipe].join()
            raise WorkerDied(item, self.processes[pipe].exitcode) from error
        if isinstance(message, Refused):
            raise message.error
        if isinstance(message, Failed):
            raise RuntimeError(f"{item}:\n{message.words}")
        return message

    def end(self) -> None:
        for process in self.processes.values():
            process.kill()
        for pipe, process in self.processes.items():
            process.join()
            pipe.close()


def _start_method() -> str:
    """Forked processes share what was read already; only Linux forks without danger."""
    return "fork" if sys.platform == "linux" else "spawn"


def _give(pipe: Connection, items: Iterator[Item], busy: dict[Connection, Item]) -> None:
    for item in items:
        busy[pipe] = item
        with suppress(ConnectionError):  # it died while it was idle: `_hear` will say so
            pipe.send(item)
        return


@contextmanager
def _held_back(signals: tuple[signal.Signals, ...]) -> Iterator[None]:
    """Let the signals wait, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(task: Task, pipe: Connection, inherited: list[Connection]) -> None:
    """The life of a worker. It ends with its parent, whatever ends that."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    _end_with_parent()
    for other in inherited:  # or the pipes would stay open when the parent has ended
        other.close()

    def step() -> None:
        try:
            pipe.send(Step())
        except ConnectionError:  # the parent has ended, and this system did not end its workers
            os._exit(1)

    try:
        while True:
            item = pipe.recv()
            pipe.send(_do(task, item, step))
    except (EOFError, ConnectionError):
        os._exit(1)


def _end_with_parent() -> None:
    """Let the system end this process at once when its parent ends, where it can: Linux."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _do(task: Task, item: object, step: Callable[[], None]) -> Done | Failed:
    try:
        return Done(task(item, step))
    except OSError as error:
        words = error.strerror or str(error)  # what else an error holds may not go through a pipe
        return Refused(OSError(error.errno, words, error.filename, None, error.filename2))
    except Exception:
        return Failed(traceback.format_exc())
