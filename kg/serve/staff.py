"""The worker processes of one store: started, counted, ended; a new build is a new generation of them."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from kg.serve.limits import Limits
from kg.serve.process import Worker, Zygote


class Staff:
    """All workers, whatever lane they are in, and the tasks of the server that see to them."""

    def __init__(self, store: Path, limits: Limits) -> None:
        self.store, self.limits = store, limits
        self.generation = 0
        self.graphs: tuple[str, ...] = ()
        self.is_closed = False
        self._zygote = Zygote()
        self._workers: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def hire(self, *, heavy: bool = False) -> Worker:
        """A new worker that has opened the store; a heavy one gives way to the others.

        Raises:
            Refused: it cannot be started, or the store not be opened.
        """
        worker = await Worker.start(self._zygote, self.store, self.limits, self.generation)
        self._workers.add(worker)
        if heavy:
            worker.become_heavy()
        if worker.generation == self.generation:
            self.graphs = worker.graphs
        return worker

    def dismiss(self, worker: Worker) -> None:
        """End a worker, whatever it does."""
        worker.kill()
        self._workers.discard(worker)

    def is_fit(self, worker: Worker) -> bool:
        """Whether a worker may do another job: it lives, has this build open, and has not grown."""
        return worker.alive and worker.generation == self.generation and not worker.has_grown

    @property
    def quick(self) -> int:
        """How many workers of this build are for short queries."""
        return sum(w.generation == self.generation and not w.heavy for w in self._workers)

    def look_after(self, work: Coroutine[Any, Any, None]) -> None:
        """Let something run until it is done or the server stops."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Kill every worker."""
        self.is_closed = True
        for worker in list(self._workers):
            self.dismiss(worker)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._zygote.stop()
