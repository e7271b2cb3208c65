"""Who evaluates what, and when: a quick lane that long queries leave, and a heavy lane of few places.

A query starts on a quick worker. If it needs more than `budget` seconds, or its answer is big, it becomes
heavy: it takes one of `workers` places with a lower priority (a fresh quick worker fills the gap), or,
where none is free, is stopped and begun anew when one is. So a short question is answered at once whatever
else goes on. Each lane's queue is bounded: beyond it requests are turned away (429). At the deadline the
worker is killed.
"""

from __future__ import annotations

import asyncio
import contextlib
import enum
import heapq
import itertools
import json
import logging
import time
from collections import OrderedDict, deque
from pathlib import Path
from typing import Any

from kg.serve import frames
from kg.serve.limits import MIB, Limits
from kg.serve.process import Worker, Zygote
from kg.serve.refuse import Refused
from kg.serve.spool import Budget, Spool

LOG = logging.getLogger("kg.serve")
BIG = MIB // 2  # bytes of an answer after which it counts as heavy
PLACES = (4, 2, 1)  # times `queue`: how many may wait, by rank
REMEMBERED = 4096  # queries whose behaviour is remembered
SPARE = 1  # workers kept ready beside the quick ones
RESERVED = 1  # free workers that only instant requests may take
LOOK = 0.05  # seconds between looks at how big an answer has become
LONGEST_QUICK = 3.0  # seconds for which a query may keep a quick worker, even on a busy machine
RETRY = 1.0  # seconds between attempts to open a store that cannot be opened


class Rank(enum.IntEnum):
    """What is known of a job beforehand; the smaller goes first."""

    INSTANT = 0  # cannot take long: ASK {}
    SHORT = 1  # a page, or a query that was short before
    UNKNOWN = 2
    APART = 3  # the server's own, in no lane


class Answer:
    """An answer under way: `head` is set once it is certain to begin, `error` where there is none."""

    def __init__(self, job: dict[str, Any], budget: Budget, seconds: float) -> None:
        self.job, self.seconds = job, seconds
        self.spool = Spool(budget)
        self.head: dict[str, Any] | None = None
        self.seen_head: dict[str, Any] | None = None
        self.end: dict[str, Any] | None = None
        self.error: Refused | None = None
        self.settled = asyncio.Event()  # head or error is there
        self.abandoned = asyncio.Event()  # the client has gone
        self.finished = False
        self.heavy = False

    @property
    def is_big(self) -> bool:
        """Whether so much has come already that it counts as heavy."""
        return self.spool.total > BIG

    def commit(self) -> None:
        """From here on the answer is not begun anew: the client may have its head."""
        if self.head is None and self.seen_head is not None:
            self.head = self.seen_head
            self.settled.set()

    def fail(self, status: int, message: str) -> None:
        """There will be no (whole) answer."""
        if self.error is None and self.end is None:
            self.error = Refused(status, message)
        self.finished = True
        self.settled.set()
        self.spool.wake()

    def close(self) -> None:
        """The end, as it came from the worker."""
        self.commit()
        self.finished = True
        self.settled.set()
        self.spool.wake()


class Pool:
    """The worker processes of one store; a new build is a new generation of them."""

    def __init__(self, store: Path, limits: Limits) -> None:
        self.store, self.limits = store, limits
        self.zygote = Zygote()
        self.generation = 0
        self.graphs: tuple[str, ...] = ()
        self.budget = Budget(limits.spool)
        self.counts = {"done": 0, "killed": 0, "turned away": 0, "restarted": 0, "crashed": 0}
        self._idle: deque[Worker] = deque()
        self._all: set[Worker] = set()
        self._starting = 0
        self._waiting: list[tuple[int, int, asyncio.Future[Worker]]] = []
        self._order = itertools.count()
        self._heavy_running = 0
        self._heavy_waiting: deque[asyncio.Future[None]] = deque()
        self._heavy_idle: deque[Worker] = deque()
        self._known: OrderedDict[str, bool] = OrderedDict()  # query → was heavy
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    # --- life

    async def start(self) -> None:
        """Start the first workers.

        Raises:
            Refused: the store cannot be opened.
        """
        starts = (
            Worker.start(self.zygote, self.store, self.limits, self.generation) for _ in range(RESERVED + 1)
        )
        for worker in await asyncio.gather(*starts):
            self._welcome(worker)
        self._fill()

    def renew(self) -> None:
        """Open the store anew: workers of the old build end after their job."""
        self.generation += 1
        self._known.clear()
        for worker in [*self._idle, *self._heavy_idle]:
            self._end(worker)
        self._idle.clear()
        self._heavy_idle.clear()
        self._fill()

    async def close(self) -> None:
        """Kill every worker."""
        self._closed = True
        for worker in list(self._all):
            self._end(worker)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.zygote.stop()

    def _spawn(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _fill(self) -> None:
        """Start as many quick workers as are missing."""
        quick = sum(w.generation == self.generation and not w.heavy for w in self._all)
        for _ in range(self.limits.quick + SPARE - quick - self._starting):
            self._starting += 1
            self._spawn(self._start_one())

    async def _start_one(self) -> None:
        try:
            while not self._closed:
                try:
                    worker = await Worker.start(self.zygote, self.store, self.limits, self.generation)
                    break
                except (Refused, OSError) as error:
                    LOG.error("no worker: %s", error)
                    self._refuse_waiting()
                    await asyncio.sleep(RETRY)
        finally:
            self._starting -= 1
        if self._closed:
            return
        self._welcome(worker)
        self._fill()

    def _refuse_waiting(self) -> None:
        for _, _, future in self._waiting:
            if not future.done():
                future.set_exception(Refused(503, "the store cannot be opened just now"))
        self._waiting.clear()

    def _welcome(self, worker: Worker) -> None:
        self._all.add(worker)
        if worker.generation == self.generation:
            self.graphs = worker.graphs
        self._release(worker)

    def _end(self, worker: Worker) -> None:
        worker.kill()
        self._all.discard(worker)

    # --- the quick lane

    def _release(self, worker: Worker) -> None:
        """A quick worker is free: it takes the next request, or waits, or ends where its build is gone."""
        if worker.generation != self.generation or not worker.alive:
            self._end(worker)
            self._fill()
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

    async def _quick_worker(self, rank: Rank) -> Worker:
        waiting = sum(1 for other, _, future in self._waiting if other == rank and not future.done())
        if waiting >= self.limits.queue * PLACES[rank]:
            raise self._turned_away()
        future: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (rank, next(self._order), future))
        self._match()
        try:
            worker = await asyncio.wait_for(future, self.limits.timeout)
        except TimeoutError:
            raise Refused(503, "no worker came free in time; try again later") from None
        if worker.alive:
            return worker
        self._end(worker)
        self._fill()
        return await self._quick_worker(rank)

    def _turned_away(self) -> Refused:
        self.counts["turned away"] += 1
        return Refused(429, "too many requests wait already; try again later")

    # --- the heavy lane

    async def _heavy_place(self) -> None:
        if self._heavy_running < self.limits.workers:
            self._heavy_running += 1
            return
        if self.heavy_is_full:
            raise self._turned_away()
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._heavy_waiting.append(future)
        try:
            await asyncio.wait_for(future, self.limits.timeout)
        except TimeoutError:
            raise Refused(503, "other long queries took all the time; try again later") from None

    @property
    def heavy_is_full(self) -> bool:
        """Whether no further long query can even wait."""
        waiting = sum(not future.done() for future in self._heavy_waiting)
        return self._heavy_running >= self.limits.workers and waiting >= max(1, self.limits.queue // 4)

    def _leave_heavy(self) -> None:
        while self._heavy_waiting:
            future = self._heavy_waiting.popleft()
            if not future.done():
                future.set_result(None)  # the place goes over to the next
                return
        self._heavy_running -= 1

    # --- a job

    def submit(
        self, job: dict[str, Any], rank: Rank, *, key: str = "", seconds: float | None = None
    ) -> Answer:
        """Begin a job; `key` names what is asked, so that its cost is remembered; `seconds` bound it."""
        answer = Answer(job, self.budget, seconds or self.limits.timeout)
        self._spawn(self._guard(answer, key, rank))
        return answer

    def submit_apart(self, job: dict[str, Any], seconds: float) -> Answer:
        """Begin a job of the server's own in a worker of its own, so that it waits for no visitor, nor they for it."""
        answer = Answer(job, self.budget, seconds)
        self._spawn(self._guard(answer, "", Rank.APART))
        return answer

    async def _run_apart(self, answer: Answer) -> None:
        worker = await Worker.start(self.zygote, self.store, self.limits, self.generation)
        worker.heavy = True
        worker.yield_to_others()
        self._all.add(worker)
        worker.give(answer.job)
        pump = asyncio.get_running_loop().create_task(self._pump(worker, answer))
        try:
            await self._until(answer, pump, answer.seconds, big=False)
            if not pump.done():
                answer.fail(503, f"it took longer than {answer.seconds:g} s")
        finally:
            await self._stop(worker, pump)

    async def _guard(self, answer: Answer, key: str, rank: Rank) -> None:
        try:
            await self._work(answer, key, rank)
        except Refused as refused:
            answer.fail(refused.status, refused.message)
        except asyncio.CancelledError:
            answer.fail(503, "the server is stopping")
            raise
        except Exception:
            LOG.exception("a job failed in the server")
            answer.fail(500, "the request failed; the server's log has the reason")

    async def _work(self, answer: Answer, key: str, rank: Rank) -> None:
        if rank == Rank.APART:
            await self._run_apart(answer)
            return
        was_heavy = self._known.get(key) if key else None
        if was_heavy:
            await self._run_heavy(answer)
            return
        if was_heavy is False:
            rank = min(rank, Rank.SHORT)
        if rank == Rank.UNKNOWN and self.heavy_is_full:
            raise self._turned_away()
        worker = await self._quick_worker(rank)
        if answer.abandoned.is_set():
            self._release(worker)
            return
        begun, spent = time.monotonic(), worker.spent()
        worker.give(answer.job)
        pump = asyncio.get_running_loop().create_task(self._pump(worker, answer))
        while True:  # on a busy machine time passes without anything being spent
            await self._until(answer, pump, self.limits.budget, big=True)
            late = time.monotonic() - begun > min(LONGEST_QUICK, answer.seconds / 2)
            if pump.done() or late or answer.is_big or answer.abandoned.is_set():
                break
            if worker.spent() - spent >= self.limits.budget:
                break
        if pump.done() and pump.result():
            self._remember(key, False)
            self.counts["done"] += 1
            self._release(worker)
        elif pump.done() or answer.abandoned.is_set():
            await self._stop(worker, pump)
        else:
            self._remember(key, True)
            await self._become_heavy(answer, worker, pump, begun)

    async def _become_heavy(
        self, answer: Answer, worker: Worker, pump: asyncio.Task[bool], begun: float
    ) -> None:
        if self._heavy_running < self.limits.workers:
            self._heavy_running += 1
            worker.heavy = True
            worker.yield_to_others()
            self._fill()
            await self._finish_heavy(answer, worker, pump, answer.seconds - (time.monotonic() - begun))
            return
        await self._stop(worker, pump)
        self.counts["restarted"] += 1
        answer.seen_head = None
        answer.spool.clear()
        await self._run_heavy(answer)

    async def _run_heavy(self, answer: Answer) -> None:
        await self._heavy_place()
        try:
            worker = await self._heavy_worker()
        except BaseException:
            self._leave_heavy()
            raise
        worker.give(answer.job)
        pump = asyncio.get_running_loop().create_task(self._pump(worker, answer))
        await self._finish_heavy(answer, worker, pump, answer.seconds)

    async def _heavy_worker(self) -> Worker:
        while self._heavy_idle:
            worker = self._heavy_idle.popleft()
            if worker.alive:
                return worker
            self._end(worker)
        worker = await Worker.start(self.zygote, self.store, self.limits, self.generation)
        worker.heavy = True
        worker.yield_to_others()
        self._all.add(worker)
        return worker

    async def _finish_heavy(
        self, answer: Answer, worker: Worker, pump: asyncio.Task[bool], seconds: float
    ) -> None:
        answer.heavy = True
        try:
            answer.commit()
            await self._until(answer, pump, seconds, big=False)
            if pump.done() and pump.result():
                self.counts["done"] += 1
                if worker.generation == self.generation and len(self._heavy_idle) < self.limits.workers:
                    self._heavy_idle.append(worker)
                else:
                    self._end(worker)
                return
            timed_out = not pump.done() and not answer.abandoned.is_set()
            await self._stop(worker, pump)
            if timed_out:
                answer.fail(503, f"the query took longer than {answer.seconds:g} s and was stopped")
        finally:
            self._leave_heavy()

    async def _stop(self, worker: Worker, pump: asyncio.Task[bool]) -> None:
        if not pump.done():
            self.counts["killed"] += 1
        self._end(worker)
        pump.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await pump
        self._fill()

    async def _until(self, answer: Answer, pump: asyncio.Task[bool], seconds: float, *, big: bool) -> None:
        """Wait for the pump, the deadline, the client to go, or (`big`) the answer to grow big."""
        gone = asyncio.get_running_loop().create_task(answer.abandoned.wait())
        deadline, step = time.monotonic() + seconds, LOOK if big else seconds
        try:
            while not pump.done() and not gone.done() and (left := deadline - time.monotonic()) > 0:
                await asyncio.wait({pump, gone}, timeout=min(left, step), return_when="FIRST_COMPLETED")
                if big and answer.is_big:
                    return
        finally:
            gone.cancel()

    async def _pump(self, worker: Worker, answer: Answer) -> bool:
        """Move frames from the worker to the answer; True when the worker is ready for another job."""
        while True:
            try:
                kind, payload = await frames.read(worker.reader)
            except EOFError:
                self.counts["crashed"] += 1
                answer.fail(
                    503, "the query needed more memory than this server gives to one, and was stopped"
                )
                return False
            if kind == b"D":
                answer.spool.put(payload)
                if answer.heavy:
                    answer.commit()
                while answer.spool.must_wait:
                    await answer.spool.change()
            elif kind == b"H":
                answer.seen_head = json.loads(payload)
            elif kind == b"E":
                answer.end = json.loads(payload)
                answer.close()
                return True
            else:
                told = json.loads(payload)
                answer.fail(told["status"], told["message"])
                return True

    def _remember(self, key: str, heavy: bool) -> None:
        if key:
            self._known[key] = heavy
            self._known.move_to_end(key)
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
