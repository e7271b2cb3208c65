"""`kg serve` under measurement: started, waited for, watched, stopped; and what its answers took."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import psutil

ROOT = Path(__file__).resolve().parents[1]
STOPPING = 30  # seconds


class Server:
    """A server over OUT, from when it listens."""

    def __init__(
        self,
        out: Path,
        *options: str,
        log: IO[Any] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        command = [sys.executable, "-m", "kg.cli", "serve", str(out), "--port", "0", *options]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True,
            env={**os.environ, **(environment or {})},
        )  # fmt: skip
        assert self.process.stdout
        found = re.search(r":(\d+)$", self.process.stdout.readline())
        if not found:
            sys.exit(f"{out}: cannot be served")
        self.port, self.pid = int(found[1]), self.process.pid

    def stop(self) -> int:
        """Stop it; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(STOPPING)

    def state(self) -> dict[str, float]:
        """Memory (MiB that belongs to the processes alone), handles, threads and processes now."""
        family = [own := psutil.Process(self.pid), *own.children(recursive=True)]
        told = dict.fromkeys(("server MiB", "workers MiB", "handles", "threads", "processes"), 0.0)
        for process in family:
            with contextlib.suppress(psutil.Error):
                told["server MiB" if process is own else "workers MiB"] += (
                    process.memory_full_info().uss / 2**20
                )
                told["handles"] += process.num_fds()
                told["threads"] += process.num_threads()
                told["processes"] += 1
        return {name: round(value, 1) for name, value in told.items()}

    def settle(self) -> None:
        """Wait until the index of the pages, which is made at first, is there: nothing works any more."""
        while True:
            before = self._worked()
            time.sleep(3)
            if self._worked() - before < 0.1:
                return

    def _worked(self) -> float:
        """Processor seconds of all workers so far."""
        seconds = 0.0
        for process in psutil.Process(self.pid).children(recursive=True):
            with contextlib.suppress(psutil.Error):
                seconds += sum(process.cpu_times()[:2])
        return seconds

    @contextlib.contextmanager
    def watched(self, every: float = 0.1) -> Iterator[dict[str, float]]:
        """The most that `state` tells while the block runs, looked at every so many seconds."""
        most: dict[str, float] = {}
        over = threading.Event()

        def watch() -> None:
            while not over.wait(every):
                for name, value in self.state().items():
                    most[name] = max(most.get(name, 0), value)

        thread = threading.Thread(target=watch, daemon=True)
        thread.start()
        try:
            yield most
        finally:
            over.set()
            thread.join()


@contextlib.contextmanager
def serving(out: Path, *options: str) -> Iterator[Server]:
    """A server over OUT, without an access log, while the block runs."""
    server = Server(out, "--access-log", os.devnull, *options)
    try:
        yield server
    finally:
        server.stop()


def percentiles(seconds: Sequence[float]) -> dict[str, float]:
    """Latencies in milliseconds."""
    ordered = sorted(seconds)
    return {
        f"p{p}": round(ordered[min(len(ordered) - 1, len(ordered) * p // 100)] * 1000) for p in (50, 95, 99)
    }


def median_ms(call: Callable[[], Any], times: int = 5) -> float:
    """Milliseconds of a call, the middle of some."""
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent)
