"""Worker processes as the server sees them: fork one, give it a job, kill it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import math
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import kg
from kg.serve import frames
from kg.serve.limits import MIB, Limits
from kg.serve.refuse import Refused

START_SECONDS = 20.0
NICE = 10  # heavy queries give way to quick ones
TICKS, PAGE = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
GROWN = 96 * MIB


class Zygote:
    """The process that workers are forked from, started when first needed and again when it has died."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None
        self._sock: socket.socket

    async def fork(self, store: Path, memory: int, theirs: socket.socket) -> int:
        """The process id of a new worker that speaks over `theirs`.

        Raises:
            Refused: it cannot be started.
        """
        wish = json.dumps({"store": str(store), "memory": memory}).encode()
        async with self._lock:
            for _ in range(2):
                try:
                    if self._process is None or self._process.returncode is not None:
                        await self._start()
                    socket.send_fds(self._sock, [wish], [theirs.fileno()])
                    return int.from_bytes(await self._read(8), "big")
                except (OSError, EOFError, TimeoutError):
                    await self.stop()
        raise Refused(503, "no worker could be started; the server's log has the reason")

    async def _start(self) -> None:
        self._sock, theirs = socket.socketpair()
        self._sock.setblocking(False)
        with theirs:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "kg.serve.zygote", str(theirs.fileno())),
                pass_fds=[theirs.fileno()],
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                env=_environment(),
            )
        await self._read(1)

    async def _read(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            loop = asyncio.get_running_loop()
            piece = await asyncio.wait_for(loop.sock_recv(self._sock, count - len(data)), START_SECONDS)
            if not piece:
                raise EOFError
            data += piece
        return data

    async def stop(self) -> None:
        """End it; workers end with it."""
        if self._process is not None:
            self._sock.close()
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
            self._process = None


class Worker:
    """A running worker; `generation` is the build it has opened."""

    def __init__(self, pid: int, generation: int) -> None:
        self.pid, self.generation = pid, generation
        self.handle = _handle(pid)
        self.graphs: tuple[str, ...] = ()
        self.heavy = False
        self._began_with = 0
        self.reader: asyncio.StreamReader
        self.writer: asyncio.StreamWriter

    @classmethod
    async def start(cls, zygote: Zygote, store: Path, limits: Limits, generation: int) -> Worker:
        """Fork a process and wait until it has opened the store.

        Raises:
            Refused: the store cannot be opened.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                pid = await zygote.fork(store, limits.memory, theirs)
            except Refused:
                ours.close()
                raise
        worker = cls(pid, generation)
        worker.reader, worker.writer = await asyncio.open_connection(sock=ours, limit=1 << 20)
        try:
            kind, payload = await asyncio.wait_for(frames.read(worker.reader), START_SECONDS)
        except (EOFError, TimeoutError) as error:
            worker.kill()
            raise Refused(503, "a worker did not start; the server's log has the reason") from error
        told = json.loads(payload)
        if kind != b"R":
            worker.kill()
            raise Refused(503, told["message"])
        worker.graphs, worker._began_with = tuple(told["graphs"]), _own_memory(pid)
        return worker

    def give(self, job: dict[str, Any]) -> None:
        """Send a job."""
        self.writer.write(frames.pack_json(b"J", job))

    def become_heavy(self) -> None:
        """From now on it does long queries, and gives way to others, for good."""
        self.heavy = True
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, NICE)

    def spent(self) -> float:
        """Seconds of processor time that it has used so far; where the system does not tell, infinitely many."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        except OSError:
            return math.inf
        return (int(fields[11]) + int(fields[12])) / TICKS

    @property
    def has_grown(self) -> bool:
        """Whether it holds much more memory than it began with: Oxigraph gives nothing back of what it has read."""
        return _own_memory(self.pid) - self._began_with > GROWN

    @property
    def alive(self) -> bool:
        """Whether it can take a job."""
        return not self.reader.at_eof() and not self.writer.is_closing()

    def kill(self) -> None:
        """End it at once, whatever it does."""
        if not self.writer.is_closing():
            self._signal()
        self.writer.close()

    def _signal(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            if self.handle is None:
                os.kill(self.pid, signal.SIGKILL)
            else:
                signal.pidfd_send_signal(self.handle, signal.SIGKILL)
        if self.handle is not None:
            os.close(self.handle)
            self.handle = None


def _handle(pid: int) -> int | None:
    """A handle that stays with this process, so that no later one of the same number is killed; Linux has it."""
    try:
        return os.pidfd_open(pid)
    except (AttributeError, OSError):
        return None


def _own_memory(pid: int) -> int:
    """Bytes that a process does not share with a file; 0 where the system does not tell."""
    try:
        _, resident, shared, *_ = Path(f"/proc/{pid}/statm").read_text("ascii").split()
    except (OSError, ValueError):
        return 0
    return (int(resident) - int(shared)) * PAGE


def _environment() -> dict[str, str]:
    """Ours, and the place this package was loaded from, so that a worker finds the same one."""
    home = str(Path(kg.__file__).resolve().parent.parent)
    paths = [home, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)), "MALLOC_ARENA_MAX": "2"}
