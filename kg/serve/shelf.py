"""Keeps the pages' index of the build that is served: an earlier server's, or made in the background."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from kg.serve import kept
from kg.serve.build import Build
from kg.serve.pool import Pool
from kg.serve.refuse import Refused
from kg.serve.scratch import Scratch

LOG = logging.getLogger("kg.serve")
SECONDS = 1800.0  # that making it may take
AGAIN = 5.0  # seconds before another attempt
GRACE = 60.0  # seconds for which an old index stays, for jobs that have just been told of it


class Shelf:
    """Where the index of the current build lies."""

    def __init__(self, pool: Pool, build: Build) -> None:
        self.pool, self.build = pool, build
        self._folder = Scratch()
        self._path: Path | None = None
        self._made = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._number = 0

    def renew(self) -> None:
        """Find or make an index of the store as it is now; pages go on with the old one until then."""
        if self._task:
            self._task.cancel()
        self._task = asyncio.get_running_loop().create_task(self._fill())

    async def _fill(self) -> None:
        """The one that is kept; else first one that finds names as they are written, soon, then the whole."""
        found, build = self._next(), self.build.id
        if await asyncio.to_thread(kept.take, self.build, found):
            self._show(found)
            return
        plain = await self._make(None)
        whole = await self._make(plain)
        await asyncio.to_thread(kept.keep, self.build, build, whole)

    def _next(self) -> Path:
        self._number += 1
        return self._folder.path / f"{self._number}.sqlite"

    async def _make(self, plain: Path | None) -> Path:
        """Make an index, from the plain one where that is there; try again until it is done."""
        while not await self._attempt(path := self._next(), plain):
            await asyncio.sleep(AGAIN)
        self._show(path)
        return path

    async def _attempt(self, path: Path, plain: Path | None) -> bool:
        job = {"do": "view", "view": "index", "index": str(path), "plain": str(plain or "")}
        answer = self.pool.submit_apart({**job, "max_rows": 1, "max_bytes": 1024}, SECONDS)
        try:
            await answer.settled.wait()
        except asyncio.CancelledError:
            path.unlink(missing_ok=True)
            raise
        finally:
            answer.abandoned.set()
            answer.spool.close()
        if answer.error:
            LOG.error("the index of pages could not be made: %s", answer.error.message)
            path.unlink(missing_ok=True)
        return not answer.error

    def _show(self, path: Path) -> None:
        """From here on pages ask this one."""
        old, self._path = self._path, path
        self._made.set()
        if old:
            asyncio.get_running_loop().call_later(GRACE, lambda: old.unlink(missing_ok=True))

    async def path(self) -> str:
        """The index; waits for the first one.

        Raises:
            Refused: it is not made in time.
        """
        if self._path is None:
            try:
                await asyncio.wait_for(self._made.wait(), self.pool.limits.timeout)
            except TimeoutError:
                raise Refused(503, "the pages are being made ready; try again in a minute") from None
        return str(self._path)

    def close(self) -> None:
        """Throw the index away."""
        if self._task:
            self._task.cancel()
        self._folder.close()
