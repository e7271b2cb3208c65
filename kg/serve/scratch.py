"""A server's own folder for what it keeps while it runs; a killed server's folder is removed by the next one."""

from __future__ import annotations

import fcntl
import logging
import os
import shutil
import tempfile
from pathlib import Path
from typing import IO

LOG = logging.getLogger("kg.serve")
PREFIX, LOCK = "kg-serve-", "lock"


class Scratch:
    """A folder under the system's temporary one; the lock in it is held for as long as its server lives."""

    def __init__(self) -> None:
        remove_left_behind(Path(tempfile.gettempdir()))
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._lock = _hold(self.path)

    def close(self) -> None:
        """Remove it."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.close()


def _hold(folder: Path) -> IO[bytes]:
    """Lock before the name is there: whoever sees the file sees it locked, or its owner is dead."""
    lock = (folder / "lock.new").open("wb")
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    (folder / "lock.new").rename(folder / LOCK)
    return lock


def remove_left_behind(place: Path) -> None:
    """Remove folders of servers that were killed: ours by owner, with a lock that nobody holds."""
    for folder in place.glob(f"{PREFIX}*"):
        try:
            if folder.is_symlink() or folder.stat().st_uid != os.getuid():
                continue
            with (folder / LOCK).open("rb") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder)
                LOG.info("%s: removed; the server that made it was killed", folder)
        except OSError:  # held, gone meanwhile, or of a server that has not locked it yet
            continue
