"""An answer under way, from the worker that writes it to the client that reads it."""

from __future__ import annotations

import asyncio
from typing import Any

from kg.serve.limits import MIB
from kg.serve.refuse import Refused
from kg.serve.spool import Budget, Spool

BIG = MIB // 2  # bytes of an answer after which it counts as heavy


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

    def begin_anew(self) -> None:
        """Forget what has come: another worker will begin again."""
        self.seen_head = None
        self.spool.clear()

    def fail(self, status: int, message: str) -> None:
        """There will be no (whole) answer."""
        if self.error is None and self.end is None:
            self.error = Refused(status, message)
        self._finish()

    def close(self, end: dict[str, Any]) -> None:
        """The end, as it came from the worker."""
        self.end = end
        self.commit()
        self._finish()

    def _finish(self) -> None:
        self.finished = True
        self.settled.set()
        self.spool.wake()
