"""Holds an answer between the worker that writes it and the client that reads it at its own pace.

Up to `IN_MEMORY` bytes wait in memory, the rest in an unnamed temporary file: a slow reader keeps neither a
worker nor memory. All spools of a server share one budget; beyond it the worker has to wait for the client.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections import deque
from typing import IO

IN_MEMORY = 1 << 20  # bytes


class Budget:
    """How many bytes all answers together may keep on disk."""

    def __init__(self, most: int) -> None:
        self.most, self.used = most, 0


class Spool:
    """A queue of bytes, first in, first out."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._memory: deque[bytes] = deque()
        self._held = 0
        self._file: IO[bytes] | None = None
        self._read_at = self._end = 0
        self._changed = asyncio.Event()
        self._closed = False
        self.total = 0

    def put(self, data: bytes) -> None:
        """Add bytes at the end; nothing where nobody will read them."""
        if self._closed:
            return
        self.total += len(data)
        if self._end == self._read_at and self._held + len(data) <= IN_MEMORY:
            self._memory.append(data)
            self._held += len(data)
        else:
            self._to_file(data)
        self._changed.set()

    def _to_file(self, data: bytes) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="kg-serve-")  # noqa: SIM115  (closed by `close`)
        self._file.seek(self._end)
        self._file.write(data)
        self._end += len(data)
        self._budget.used += len(data)

    @property
    def must_wait(self) -> bool:
        """Whether the budget is spent and this spool is part of it."""
        return self._budget.used > self._budget.most and self._end > self._read_at

    def take(self) -> bytes:
        """The next bytes, b"" where none wait."""
        if self._memory:
            data = self._memory.popleft()
            self._held -= len(data)
        elif self._file is not None and self._read_at < self._end:
            self._file.seek(self._read_at)
            data = self._file.read(min(65536, self._end - self._read_at))
            self._read_at += len(data)
            self._budget.used -= len(data)
            if self._read_at == self._end:
                self._shrink()
        else:
            return b""
        self._changed.set()
        return data

    def _shrink(self) -> None:
        assert self._file is not None
        self._read_at = self._end = 0
        self._file.truncate(0)

    async def change(self) -> None:
        """Wait until something was put or taken."""
        self._changed.clear()
        await self._changed.wait()

    def wake(self) -> None:
        """Let whoever waits look again."""
        self._changed.set()

    def clear(self) -> None:
        """Forget everything: the answer is begun anew."""
        self._memory.clear()
        self._held = self.total = 0
        if self._file is not None:
            self._budget.used -= self._end - self._read_at
            self._shrink()

    def close(self) -> None:
        """Give memory and disk back."""
        self.clear()
        self._closed = True
        if self._file is not None:
            self._file.close()
            self._file = None
