"""Workers: a process for each core, which does one task after another.

Python's own pools cannot end at once, and do not say which task a killed process had. Here each
worker has a pipe of its own; when either side dies the other finds its pipe closed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from typing import NamedTuple, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Task = Callable[[Item, Callable[[], None]], Result]
"""What a worker does with an item; it calls the function it is given after each step."""


class Step(NamedTuple):
    """A worker has come one step further."""


class Done(NamedTuple):
    """What came of an item."""

    result: object


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
    task: Task, items: Iterator[Item], count: int, step: Callable[[], None]
) -> Iterator[tuple[Item, Result]]:
    """Do `task` for every item, in `count` processes or, for one, in this process.

    Yields each item with its result, in the order in which they are done; the next item is asked
    for when a worker is free. `step` is called here for each step that any of them takes. Close
    the generator, or let it end, and no process is left. Raises WorkerDied, and RuntimeError for
    a mistake in `task`.
    """
    if count == 1:
        for item in items:
            yield item, task(item, step)
        return
    crew = _Crew(task, count)
    try:
        yield from crew.work(items, step)
    finally:
        crew.end()


class _Crew:
    """The processes, each with this side of its pipe."""

    def __init__(self, task: Task, count: int) -> None:
        context = multiprocessing.get_context(_start_method())
        self.processes: dict[Connection, multiprocessing.process.BaseProcess] = {}
        for _ in range(count):
            ours, theirs = context.Pipe()
            arguments = (task, theirs, [*self.processes, ours], os.getpid())
            process = context.Process(target=_serve, args=arguments, daemon=True)
            self.processes[ours] = process
            process.start()
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
        if isinstance(message, Failed):
            raise RuntimeError(f"{item}:\n{message.words}")
        return message

    def end(self) -> None:
        for pipe, process in self.processes.items():
            process.kill()
            process.join()
            pipe.close()


def _start_method() -> str:
    """Forked processes share what was read already; only Linux forks without danger."""
    return "fork" if sys.platform == "linux" else "spawn"


def _give(pipe: Connection, items: Iterator[Item], busy: dict[Connection, Item]) -> None:
    for item in items:
        busy[pipe] = item
        pipe.send(item)
        return


def _serve(task: Task, pipe: Connection, others: list[Connection], parent: int) -> None:
    """The life of a worker. It ends with its parent, whatever ends that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends its workers
    if _start_method() == "fork":
        for other in others:
            other.close()

    def step() -> None:
        if os.getppid() != parent:
            os._exit(1)
        pipe.send(Step())

    try:
        while True:
            item = pipe.recv()
            pipe.send(_do(task, item, step))
    except (EOFError, ConnectionError):
        os._exit(1)


def _do(task: Task, item: object, step: Callable[[], None]) -> Done | Failed:
    try:
        return Done(task(item, step))
    except Exception:
        return Failed(traceback.format_exc())
