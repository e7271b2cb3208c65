"""The lane of long queries: few places, workers of a lower priority, and a short queue."""

from __future__ import annotations

import asyncio
from collections import deque

from kg.serve.process import Worker
from kg.serve.refuse import Refused, turned_away
from kg.serve.staff import Staff


class HeavyLane:
    """Places for long queries, and workers that have done one and are free."""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self._running = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._idle: deque[Worker] = deque()

    def renew(self) -> None:
        """Let free workers of the old build go."""
        for worker in self._idle:
            self.staff.dismiss(worker)
        self._idle.clear()

    @property
    def has_place(self) -> bool:
        """Whether another long query may run now."""
        return self._running < self.staff.limits.workers

    @property
    def is_full(self) -> bool:
        """Whether no further long query can even wait."""
        waiting = sum(not future.done() for future in self._waiting)
        return not self.has_place and waiting >= max(1, self.staff.limits.queue // 4)

    async def enter(self) -> None:
        """Take a place; waits for one.

        Raises:
            Refused: too many wait already, or none came free in time.
        """
        if self.has_place:
            self._running += 1
            return
        if self.is_full:
            raise turned_away()
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        try:
            await asyncio.wait_for(future, self.staff.limits.timeout)
        except TimeoutError:
            raise Refused(503, "other long queries took all the time; try again later") from None

    def leave(self) -> None:
        """Give the place to the next who waits."""
        while self._waiting:
            future = self._waiting.popleft()
            if not future.done():
                future.set_result(None)
                return
        self._running -= 1

    async def worker(self) -> Worker:
        """A worker for a long query: a free one, or a new one."""
        while self._idle:
            worker = self._idle.popleft()
            if worker.alive:
                return worker
            self.staff.dismiss(worker)
        return await self.staff.hire(heavy=True)

    def release(self, worker: Worker) -> None:
        """A worker has done its query: it is kept for another, or goes."""
        if self.staff.is_fit(worker) and len(self._idle) < self.staff.limits.workers:
            self._idle.append(worker)
        else:
            self.staff.dismiss(worker)
