"""Who evaluates what, and when: a quick lane that long queries leave, and a heavy lane of few places.

A query starts on a quick worker. If it needs more than `budget` seconds, or its answer is big, it becomes
heavy: it takes one of `workers` places with a lower priority (a fresh quick worker fills the gap), or,
where none is free, is stopped and begun anew when one is. So a short question is answered at once whatever
else goes on. Each lane's queue is bounded: beyond it requests are turned away (429). At the deadline the
worker is killed.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from kg.serve.answer import Answer
from kg.serve.heavy import HeavyLane
from kg.serve.limits import Limits
from kg.serve.quick import QuickLane, Rank
from kg.serve.refuse import Refused, turned_away
from kg.serve.spool import Budget
from kg.serve.staff import Staff
from kg.serve.task import Task

LOG = logging.getLogger("kg.serve")
REMEMBERED = 4096  # queries whose behaviour is remembered
LONGEST_QUICK = 3.0  # seconds for which a query may keep a quick worker, even on a busy machine


class Pool:
    """Takes jobs, and sees each of them through."""

    def __init__(self, store: Path, limits: Limits) -> None:
        self.limits = limits
        self._staff = Staff(store, limits)
        self._quick, self._heavy = QuickLane(self._staff), HeavyLane(self._staff)
        self._budget = Budget(limits.spool)
        self._known: OrderedDict[str, bool] = OrderedDict()  # query → was heavy

    @property
    def graphs(self) -> tuple[str, ...]:
        """The named graphs of the store."""
        return self._staff.graphs

    async def start(self) -> None:
        """Start the first workers.

        Raises:
            Refused: the store cannot be opened.
        """
        await self._quick.start()

    def renew(self) -> None:
        """Open the store anew: workers of the old build end after their job."""
        self._staff.generation += 1
        self._known.clear()
        self._heavy.renew()
        self._quick.renew()

    async def close(self) -> None:
        """Kill every worker."""
        await self._staff.close()

    def submit(self, job: dict[str, Any], rank: Rank, *, key: str = "") -> Answer:
        """Begin a job; `key` names what is asked, so that its cost is remembered."""
        answer = Answer(job, self._budget, self.limits.timeout)
        self._staff.look_after(_guarded(answer, self._work(answer, key, rank)))
        return answer

    def submit_apart(self, job: dict[str, Any], seconds: float) -> Answer:
        """Begin a job of the server's own in a worker of its own, so that it waits for no visitor, nor they for it."""
        answer = Answer(job, self._budget, seconds)
        self._staff.look_after(_guarded(answer, self._work_apart(answer)))
        return answer

    async def _work(self, answer: Answer, key: str, rank: Rank) -> None:
        was_heavy = self._known.get(key)
        if was_heavy:
            await self._begin_heavy(answer)
            return
        if was_heavy is False:
            rank = min(rank, Rank.SHORT)
        if rank == Rank.UNKNOWN and self._heavy.is_full:
            raise turned_away()
        worker = await self._quick.worker(rank)
        if answer.abandoned.is_set():
            self._quick.release(worker)
            return
        task = Task(worker, answer)
        await self._while_quick(task)
        if task.is_well:
            self._remember(key, heavy=False)
            self._quick.release(worker)
        elif task.is_over or answer.abandoned.is_set():
            await self._stop(task)
        else:
            self._remember(key, heavy=True)
            await self._become_heavy(task)

    async def _while_quick(self, task: Task) -> None:
        """Wait until it is over, or no longer for the quick lane."""
        budget, answer = self.limits.budget, task.answer
        longest = min(LONGEST_QUICK, answer.seconds / 2)
        while True:  # on a busy machine time passes without anything being spent
            await task.wait(budget, big=True)
            if task.is_over or answer.is_big or answer.abandoned.is_set():
                return
            if task.seconds > longest or task.spent >= budget:
                return

    async def _become_heavy(self, task: Task) -> None:
        """Go on where it is, if there is a place; else begin anew when there is one."""
        if self._heavy.has_place:
            await self._heavy.enter()
            task.worker.become_heavy()
            self._quick.fill()
            await self._finish_heavy(task)
            return
        await self._stop(task)
        task.answer.begin_anew()
        await self._begin_heavy(task.answer)

    async def _begin_heavy(self, answer: Answer) -> None:
        await self._heavy.enter()
        try:
            worker = await self._heavy.worker()
        except BaseException:
            self._heavy.leave()
            raise
        await self._finish_heavy(Task(worker, answer))

    async def _finish_heavy(self, task: Task) -> None:
        answer = task.answer
        answer.heavy = True
        try:
            answer.commit()
            await task.wait(answer.seconds - task.seconds)
            if task.is_well:
                self._heavy.release(task.worker)
                return
            timed_out = not task.is_over and not answer.abandoned.is_set()
            await self._stop(task)
            if timed_out:
                answer.fail(503, f"the query took longer than {answer.seconds:g} s and was stopped")
        finally:
            self._heavy.leave()

    async def _work_apart(self, answer: Answer) -> None:
        task = Task(await self._staff.hire(heavy=True), answer)
        try:
            await task.wait(answer.seconds)
            if not task.is_over:
                answer.fail(503, f"it took longer than {answer.seconds:g} s")
        finally:
            await self._stop(task)

    async def _stop(self, task: Task) -> None:
        self._staff.dismiss(task.worker)
        await task.drop()
        self._quick.fill()

    def _remember(self, key: str, *, heavy: bool) -> None:
        if key:
            self._known[key] = heavy
            self._known.move_to_end(key)
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)


async def _guarded(answer: Answer, work: Coroutine[Any, Any, None]) -> None:
    """Do it, and let the answer tell whatever goes wrong."""
    try:
        await work
    except Refused as refused:
        answer.fail(refused.status, refused.message)
    except asyncio.CancelledError:
        answer.fail(503, "the server is stopping")
        raise
    except Exception:
        LOG.exception("a job failed in the server")
        answer.fail(500, "the request failed; the server's log has the reason")
