"""Measures one command: its time, its processors' time, and the memory of all its processes.

The kernel's own figure for memory (`ru_maxrss`) is that of the largest process alone, which says
nothing of a build with several workers; so all processes are looked at while they run.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile

import psutil

INTERVAL = 0.1
"""Seconds between two looks; a look takes some milliseconds from the build."""

LAST_LINES = 20

MEMORY = "pss" if sys.platform == "linux" else "rss"
"""What is added up: on Linux the share of each process in what several of them hold (PSS);
elsewhere RSS, which counts shared memory once for each process."""


class BuildError(Exception):
    """A build of the bench did not end well; the last lines that it said."""


@dataclass(frozen=True)
class Run:
    """What one build took: seconds, seconds of all processors, the most bytes of memory."""

    seconds: float
    cpu: float
    memory: int
    output: str = field(default="", repr=False)


def measure(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> Run:
    """Run a command in a folder. Raises BuildError with its last lines when it ends badly."""
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as file:
        before, start = _children(), time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=file, stderr=subprocess.STDOUT,
                                   env={**os.environ, **(environment or {})})  # fmt: skip
        watch = Watch(psutil.Process(process.pid))
        while not _has_ended(process):
            watch.look()
        seconds = time.perf_counter() - start
        file.seek(0)
        output = file.read()
    if process.returncode:
        last = "\n".join(output.splitlines()[-LAST_LINES:])
        raise BuildError(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{last}")
    return Run(seconds, max(_children() - before, watch.cpu), watch.memory, output)


def _children() -> float:
    """Processor time of all processes that were waited for."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _has_ended(process: subprocess.Popen) -> bool:
    try:
        process.wait(INTERVAL)
    except subprocess.TimeoutExpired:
        return False
    return True


class Watch:
    """Looks at a process and those that it started."""

    def __init__(self, process: psutil.Process) -> None:
        self.process = process
        self.memory = 0
        self.times: dict[int, float] = {}

    @property
    def cpu(self) -> float:
        """Processor time as last seen, of processes too that nobody waits for."""
        return sum(self.times.values())

    def look(self) -> None:
        self.memory = max(self.memory, sum(self._look_at(each) for each in self._family()))

    def _family(self) -> Iterator[psutil.Process]:
        yield self.process
        try:
            yield from self.process.children(recursive=True)
        except psutil.NoSuchProcess:
            return

    def _look_at(self, process: psutil.Process) -> int:
        """The bytes of memory of one process, 0 when it has just ended."""
        try:
            times = process.cpu_times()
            self.times[process.pid] = times.user + times.system
            if MEMORY == "rss":
                return process.memory_info().rss
            return process.memory_full_info().pss
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            return 0
