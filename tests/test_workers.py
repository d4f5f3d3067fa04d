"""The workers by themselves: what they give back, and how they end."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from contextlib import closing

import pytest

from scripts import workers
from scripts.workers import WorkerDied, do_all
from tests.builds import is_alive, wait_until
from tests.projects import ROOT
from tests.tasks import divide, double, end, hang_at_one, nothing, read_nothing, tell_process


@pytest.fixture(params=["fork", "spawn"])
def start_method(request, monkeypatch):
    """Both ways in which a system starts a process."""
    monkeypatch.setattr(workers, "_start_method", lambda: request.param)


def work(task, items, count=2, step=nothing):
    with closing(do_all(task, iter(items), count, step)) as results:
        return list(results)


@pytest.mark.parametrize("count", [1, 2])
def test_every_item_has_its_result(start_method, count):
    assert sorted(work(double, range(4), count)) == [(0, 0), (1, 2), (2, 4), (3, 6)]


@pytest.mark.parametrize("count", [1, 2])
def test_every_step_of_every_worker_is_counted(count):
    steps = []
    work(double, range(5), count, lambda: steps.append(1))
    assert len(steps) == 10


def test_one_worker_is_this_process():
    assert work(tell_process, [0], 1) == [(0, os.getpid())]


def test_two_workers_are_two_other_processes():
    assert len({os.getpid(), *dict(work(tell_process, range(2))).values()}) == 3


@pytest.mark.parametrize("count", [1, 2])
def test_an_item_is_asked_for_when_a_worker_is_free_and_not_before(count):
    asked = []

    def items():
        for item in range(9):
            asked.append(item)
            yield item

    with closing(do_all(double, items(), count, nothing)) as results:
        told = [len(asked) for _ in results]
    assert told == [min(number + count, 9) for number in range(9)]


def test_no_process_is_left_at_the_end():
    work(double, range(3))
    assert multiprocessing.active_children() == []


def test_no_process_is_left_when_the_results_are_not_waited_for(start_method):
    with closing(do_all(hang_at_one, iter(range(3)), 2, nothing)) as results:
        next(results)
    assert multiprocessing.active_children() == []


def test_a_killed_worker_is_said_with_its_item_and_the_signal(start_method):
    with pytest.raises(WorkerDied, match="SIGKILL") as death:
        work(end, [(signal.raise_signal, signal.SIGKILL)])
    assert death.value.item == (signal.raise_signal, signal.SIGKILL)


def test_a_worker_that_ends_is_said_with_its_exit_code():
    with pytest.raises(WorkerDied, match="exit code 3"):
        work(end, [(os._exit, 3)])


def test_a_worker_that_was_killed_while_it_was_idle_is_said_with_the_item_it_was_to_have():
    with closing(do_all(tell_process, iter("abc"), 2, nothing)) as results:
        _, idle = next(results)
        os.kill(idle, signal.SIGKILL)
        wait_until(lambda: not is_alive(idle))
        with pytest.raises(WorkerDied, match="c: SIGKILL"):
            list(results)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_workers_leave_it_to_their_parent_to_hear_a_signal(number):
    with closing(do_all(tell_process, iter(range(4)), 2, nothing)) as results:
        _, one = next(results)
        os.kill(one, number)
        assert len(list(results)) == 3


def test_a_signal_that_comes_before_a_worker_is_ready_is_left_to_the_parent_too(monkeypatch):
    serve = workers._serve

    def serve_late(*arguments):
        signal.raise_signal(signal.SIGINT)
        serve(*arguments)

    monkeypatch.setattr(workers, "_serve", serve_late)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert sorted(work(double, range(2))) == [(0, 0), (1, 2)]
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_mistake_is_raised_with_its_item_and_the_traceback_of_the_worker(start_method):
    with pytest.raises(RuntimeError, match=r"(?s)^0:\nTraceback.*in divide\n.*ZeroDivisionError"):
        work(divide, [0])


@pytest.mark.parametrize("count", [1, 2])
def test_what_the_system_refuses_a_worker_is_raised_as_it_was(count):
    with pytest.raises(FileNotFoundError) as refused:
        work(read_nothing, [0], count)
    assert refused.value.filename == "/nowhere/at/all"


@pytest.mark.parametrize("task", ["be_idle", "step_on_and_on"])
def test_workers_end_by_themselves_when_their_parent_was_killed(start_method, task):
    words = [sys.executable, "-m", "tests.tasks", workers._start_method(), task]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        try:
            found = [int(parent.stdout.readline()) for _ in range(2)]
        finally:
            parent.kill()
    try:
        wait_until(lambda: not any(map(is_alive, found)))
    finally:
        for worker in filter(is_alive, found):
            os.kill(worker, signal.SIGKILL)
