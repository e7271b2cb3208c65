"""Work spread over processes: results in order, bounded queues, and a death that costs one task only."""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

WAITING_EACH = 2  # tasks at a worker: the one it works on and the next, so that it never idles
WINDOW_EACH = 8  # finished tasks that may wait for a slow one before them, for each worker


def default_workers() -> int:
    """As many processes as there are cores for us."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Worker(Generic[Task]):
    """A process, our end of its pipe, and the tasks that it holds, oldest first."""

    def __init__(self, work: Callable[[Task], Any]) -> None:
        self.ours, theirs = multiprocessing.Pipe()
        _OPEN.append(self.ours)
        self.process = multiprocessing.Process(target=_serve, args=(work, theirs), daemon=True)
        self.process.start()
        theirs.close()
        self.tasks: deque[tuple[int, Task]] = deque()

    def send(self, number: int, task: Task) -> None:
        self.tasks.append((number, task))
        with suppress(OSError):  # a dead worker is noticed where its answer is awaited
            self.ours.send(task)

    def stop(self) -> None:
        _OPEN.remove(self.ours)
        self.ours.close()
        self.process.terminate()
        self.process.join(timeout=5)


_OPEN: list[Connection] = []
"""Our ends of all pipes to workers, of every crew; a new worker closes the copies that it inherits."""


def _serve(work: Callable[[Task], Any], pipe: Connection) -> None:
    """The life of a worker: tasks in, results out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if multiprocessing.get_start_method() == "fork":
        for end in _OPEN:  # else workers would hold one another's pipes open and outlive a killed parent
            end.close()
    tasks: queue.Queue[Any] = queue.Queue()
    threading.Thread(target=_receive, args=(pipe, tasks), daemon=True).start()
    while (task := tasks.get()) is not None:
        try:
            pipe.send(work(task[0]))
        except OSError:  # the parent has gone, or a full disk: the parent tries once more itself and tells
            return


def _receive(pipe: Connection, tasks: queue.Queue[Any]) -> None:
    """Take tasks off the pipe at once, so that the parent never blocks while sending."""
    try:
        while True:
            tasks.put((pipe.recv(),))
    except (EOFError, OSError):
        tasks.put(None)


def ordered_map(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    workers: int,
    rescue: Callable[[Task], Result],
) -> Iterator[Result]:
    """Yield `work(task)` for each task in order, worked out in `workers` processes.

    Args:
        work: a function of one task; an exception in it ends its worker like any other death.
        tasks: read only as fast as they are worked off.
        workers: how many processes.
        rescue: gives, in this process, the result of a task whose worker died.
    """
    crew: list[_Worker[Task]] = []
    crew.extend(_Worker(work) for _ in range(workers))
    source = enumerate(tasks)
    done: dict[int, Result] = {}
    taken, given, exhausted = 0, 0, False
    try:
        while True:
            while not exhausted and taken - given < workers * WINDOW_EACH:
                free = min(crew, key=lambda w: len(w.tasks))
                if len(free.tasks) >= WAITING_EACH:
                    break
                item = next(source, None)
                if item is None:
                    exhausted = True
                    break
                free.send(*item)
                taken += 1
            while given in done:
                yield done.pop(given)
                given += 1
            if exhausted and given == taken:
                return
            if any(w.tasks for w in crew) and given not in done:
                _collect(crew, work, done, rescue)
    finally:
        for worker in crew:
            worker.stop()


@contextmanager
def beside(job: Callable[[], object]) -> Iterator[None]:
    """Do `job` in another process while the block runs here; if that process died, do it here afterwards."""
    worker: _Worker[Callable[[], object]] = _Worker(_call)
    worker.send(0, job)
    try:
        yield
        try:
            worker.ours.recv()
        except (EOFError, OSError):
            job()
    finally:
        worker.stop()


def _call(job: Callable[[], object]) -> None:
    job()


def _collect(
    crew: list[_Worker[Task]],
    work: Callable[[Task], Result],
    done: dict[int, Result],
    rescue: Callable[[Task], Result],
) -> None:
    """Wait for at least one answer or death and book it."""
    busy = {w.ours: w for w in crew if w.tasks}
    for pipe in wait(list(busy)):
        worker = busy[pipe]  # type: ignore[index]  # we passed connections only
        try:
            answer = worker.ours.recv()
        except (EOFError, OSError):
            _replace(worker, crew, work, done, rescue)
            continue
        number, _ = worker.tasks.popleft()
        done[number] = answer


def _replace(
    worker: _Worker[Task],
    crew: list[_Worker[Task]],
    work: Callable[[Task], Result],
    done: dict[int, Result],
    rescue: Callable[[Task], Result],
) -> None:
    """A worker died: rescue the task it was at, give the rest to a new one."""
    crew.remove(worker)
    worker.stop()
    number, task = worker.tasks.popleft()
    done[number] = rescue(task)
    successor = _Worker(work)
    for rest in worker.tasks:
        successor.send(*rest)
    crew.append(successor)
