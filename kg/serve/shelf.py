"""Keeps the pages' index of the build that is served: made in the background, once for each build."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from kg.serve.pool import Pool
from kg.serve.refuse import Refused
from kg.serve.scratch import Scratch

LOG = logging.getLogger("kg.serve")
SECONDS = 1800.0  # that making it may take
AGAIN = 5.0  # seconds before another attempt
GRACE = 60.0  # seconds for which an old index stays, for jobs that have just been told of it


class Shelf:
    """Where the index of the current build lies."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self._folder = Scratch()
        self._path: Path | None = None
        self._made = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._number = 0

    def renew(self) -> None:
        """Make an index of the store as it is now; pages go on with the old one until then."""
        if self._task:
            self._task.cancel()
        self._task = asyncio.get_running_loop().create_task(self._make_both())

    async def _make_both(self) -> None:
        """First one that finds names as they are written, soon; then one that finds pinyin too."""
        for spelled in (False, True):
            while not await self._make(spelled):
                await asyncio.sleep(AGAIN)

    async def _make(self, spelled: bool) -> bool:
        self._number += 1
        path = self._folder.path / f"{self._number}.sqlite"
        job = {"do": "view", "view": "index", "index": str(path), "spelled": spelled}
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
            return False
        old, self._path = self._path, path
        self._made.set()
        if old:
            asyncio.get_running_loop().call_later(GRACE, lambda: old.unlink(missing_ok=True))
        return True

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
