"""The lane of short queries: a few workers that long ones leave, so that whoever comes is answered at once."""

from __future__ import annotations

import asyncio
import enum
import heapq
import itertools
import logging
from collections import deque

from kg.serve.process import Worker
from kg.serve.refuse import Refused, turned_away
from kg.serve.staff import Staff

LOG = logging.getLogger("kg.serve")
PLACES = (4, 2, 1)  # times `queue`: how many may wait, by rank
SPARE = 1  # workers kept ready beside the quick ones
RESERVED = 1  # free workers that only instant requests may take
RETRY = 1.0  # seconds between attempts to open a store that cannot be opened


class Rank(enum.IntEnum):
    """What is known of a job beforehand; the smaller goes first."""

    INSTANT = 0  # cannot take long: ASK {}
    SHORT = 1  # a page, or a query that was short before
    UNKNOWN = 2


class QuickLane:
    """Free workers, and those who wait for one."""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self._idle: deque[Worker] = deque()
        self._starting = 0
        self._waiting: list[tuple[int, int, asyncio.Future[Worker]]] = []
        self._order = itertools.count()

    async def start(self) -> None:
        """Start the first workers.

        Raises:
            Refused: the store cannot be opened.
        """
        for worker in await asyncio.gather(*(self.staff.hire() for _ in range(RESERVED + 1))):
            self.release(worker)
        self.fill()

    def renew(self) -> None:
        """Let free workers of the old build go."""
        for worker in self._idle:
            self.staff.dismiss(worker)
        self._idle.clear()
        self.fill()

    def fill(self) -> None:
        """Start as many workers as are missing."""
        for _ in range(self.staff.limits.quick + SPARE - self.staff.quick - self._starting):
            self._starting += 1
            self.staff.look_after(self._start_one())

    async def _start_one(self) -> None:
        worker = None
        try:
            while worker is None and not self.staff.is_closed:
                try:
                    worker = await self.staff.hire()
                except (Refused, OSError) as error:
                    LOG.error("no worker: %s", error)
                    self._refuse_waiting()
                    await asyncio.sleep(RETRY)
        finally:
            self._starting -= 1
        if worker is not None:
            self.release(worker)
            self.fill()

    def _refuse_waiting(self) -> None:
        for _, _, future in self._waiting:
            if not future.done():
                future.set_exception(Refused(503, "the store cannot be opened just now"))
        self._waiting.clear()

    def release(self, worker: Worker) -> None:
        """A worker is free: it takes the next request, or waits, or goes where it is not fit for another."""
        if not self.staff.is_fit(worker):
            self.staff.dismiss(worker)
            self.fill()
            return
        self._idle.append(worker)
        self._match()

    def _match(self) -> None:
        """Give free workers to those who wait; the last free one only to what is done at once."""
        while self._waiting and self._idle:
            rank, _, future = self._waiting[0]
            if not future.done():
                if rank != Rank.INSTANT and len(self._idle) <= RESERVED:
                    return
                future.set_result(self._idle.popleft())
            heapq.heappop(self._waiting)

    async def worker(self, rank: Rank) -> Worker:
        """A free worker; waits for one.

        Raises:
            Refused: too many wait already, or none came free in time.
        """
        waiting = sum(1 for other, _, future in self._waiting if other == rank and not future.done())
        if waiting >= self.staff.limits.queue * PLACES[rank]:
            raise turned_away()
        future: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (rank, next(self._order), future))
        self._match()
        try:
            worker = await asyncio.wait_for(future, self.staff.limits.timeout)
        except TimeoutError:
            raise Refused(503, "no worker came free in time; try again later") from None
        if worker.alive:
            return worker
        self.staff.dismiss(worker)
        self.fill()
        return await self.worker(rank)
