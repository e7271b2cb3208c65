"""A job that a worker is doing: its frames are moved to the answer as they come."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time

from kg.serve import frames
from kg.serve.answer import Answer
from kg.serve.process import Worker

LOOK = 0.05  # seconds between looks at how big an answer has become
OUT_OF_MEMORY = "the query needed more memory than this server gives to one, and was stopped"


class Task:
    """One worker at one answer, from now on."""

    def __init__(self, worker: Worker, answer: Answer) -> None:
        self.worker, self.answer = worker, answer
        self._begun, self._spent = time.monotonic(), worker.spent()
        worker.give(answer.job)
        self._pump = asyncio.get_running_loop().create_task(self._move())

    @property
    def is_over(self) -> bool:
        """Whether the worker has nothing more to say."""
        return self._pump.done()

    @property
    def is_well(self) -> bool:
        """Whether it is over and the worker ready for another job."""
        return self._pump.done() and self._pump.result()

    @property
    def seconds(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self._begun

    @property
    def spent(self) -> float:
        """Seconds of processor time that it took so far."""
        return self.worker.spent() - self._spent

    async def wait(self, seconds: float, *, big: bool = False) -> None:
        """Wait until it is over, the time is up, the client has gone, or (`big`) the answer has grown big."""
        gone = asyncio.get_running_loop().create_task(self.answer.abandoned.wait())
        deadline, step = time.monotonic() + seconds, LOOK if big else seconds
        try:
            while not self.is_over and not gone.done() and (left := deadline - time.monotonic()) > 0:
                await asyncio.wait({self._pump, gone}, timeout=min(left, step), return_when="FIRST_COMPLETED")
                if big and self.answer.is_big:
                    return
        finally:
            gone.cancel()

    async def drop(self) -> None:
        """Listen to the worker no longer."""
        self._pump.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._pump

    async def _move(self) -> bool:
        """Move frames from the worker to the answer; True when the worker is ready for another job."""
        while True:
            try:
                kind, payload = await frames.read(self.worker.reader)
            except EOFError:
                self.answer.fail(503, OUT_OF_MEMORY)
                return False
            if kind == b"D":
                await self._take(payload)
            elif kind == b"H":
                self.answer.seen_head = json.loads(payload)
            elif kind == b"E":
                self.answer.close(json.loads(payload))
                return True
            else:
                told = json.loads(payload)
                self.answer.fail(told["status"], told["message"])
                return True

    async def _take(self, data: bytes) -> None:
        self.answer.spool.put(data)
        if self.answer.heavy:
            self.answer.commit()
        while self.answer.spool.must_wait:
            await self.answer.spool.change()
