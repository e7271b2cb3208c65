"""One worker process as the server sees it: start it, give it a job, kill it."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import kg
from kg.serve import frames
from kg.serve.limits import Limits
from kg.serve.refuse import Refused

START_SECONDS = 20.0
NICE = 10  # heavy queries give way to quick ones
NUMBERS = itertools.count(1)


class Worker:
    """A running worker; `generation` is the build it has opened."""

    def __init__(self, process: asyncio.subprocess.Process, generation: int) -> None:
        self.process, self.generation = process, generation
        self.number = next(NUMBERS)
        self.graphs: tuple[str, ...] = ()
        self.heavy = False
        self.reader: asyncio.StreamReader
        self.writer: asyncio.StreamWriter

    @classmethod
    async def start(cls, store: Path, limits: Limits, generation: int) -> Worker:
        """Start a process and wait until it has opened the store.

        Raises:
            Refused: the store cannot be opened.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            process = await asyncio.create_subprocess_exec(
                *(
                    sys.executable,
                    "-m",
                    "kg.serve.worker",
                    str(theirs.fileno()),
                    str(store),
                    str(limits.memory),
                ),
                pass_fds=[theirs.fileno()],
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                env=_environment(),
            )
        worker = cls(process, generation)
        worker.reader, worker.writer = await asyncio.open_connection(sock=ours, limit=1 << 20)
        try:
            kind, payload = await asyncio.wait_for(frames.read(worker.reader), START_SECONDS)
        except (EOFError, TimeoutError) as error:
            await worker.end()
            raise Refused(503, "a worker did not start; the server's log has the reason") from error
        told = json.loads(payload)
        if kind != b"R":
            await worker.end()
            raise Refused(503, told["message"])
        worker.graphs = tuple(told["graphs"])
        return worker

    def give(self, job: dict[str, Any]) -> None:
        """Send a job."""
        self.writer.write(frames.pack_json(b"J", job))

    def yield_to_others(self) -> None:
        """Lower this worker's priority, for good."""
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.process.pid, NICE)

    @property
    def alive(self) -> bool:
        """Whether it can take a job."""
        return self.process.returncode is None and not self.reader.at_eof()

    async def end(self) -> None:
        """Kill it and wait until it is gone."""
        self.kill()
        await self.process.wait()

    def kill(self) -> None:
        """End it at once, whatever it does."""
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGKILL)
        if hasattr(self, "writer"):
            self.writer.close()


def _environment() -> dict[str, str]:
    """Ours, and the place this package was loaded from, so that a worker finds the same one."""
    home = str(Path(kg.__file__).resolve().parent.parent)
    paths = [home, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)), "MALLOC_ARENA_MAX": "2"}
