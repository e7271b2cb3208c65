"""Serves a build for an hour while it is built anew again and again: `python -m benchmarks.soak --minutes 60`.

Every `--rebuild` seconds the examples are built into the served OUT, once with and once without the last articles, so that
each build changes the store. Meanwhile a client asks `--rate` times a second: queries, pages, searches, some left half-way.
Each minute: memory that belongs to the server's processes alone (unique set size, MiB), open handles, threads, processes,
files in the temporary folder. The end compares the second quarter of the time with the last: what grew, grew after warming up.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from benchmarks.load import Load
from benchmarks.server import ROOT, Server

KINDS = ("ask", "small", "page", "page", "search", "count", "big", "abort")
ALLOWED = {"server_mib": 8.0, "family_mib": 32.0, "handles": 8.0, "threads": 2.0, "files": 2.0}
"""Growth from the second quarter to the last that counts as none: a build more or less under way at that moment."""


@dataclass(frozen=True, slots=True)
class State:
    """The server at one moment; `family` is the server with its workers, `files` what it keeps in the temporary folder."""

    minute: float
    server_mib: float
    family_mib: float
    handles: int
    threads: int
    processes: int
    files: int
    builds: int
    requests: int


class Soak:
    """One server, its builds, its client."""

    def __init__(self, scratch: Path, given: argparse.Namespace) -> None:
        self.scratch, self.given, self.out = scratch, given, scratch / "out"
        self.temporary = scratch / "tmp"
        self.temporary.mkdir()
        self.articles = sorted((ROOT / "examples" / "articles").iterdir())
        self.begun = time.monotonic()
        self.builds, self.failed, self.peak = 0, 0, 0.0
        self.states: list[State] = []

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() - self.begun > self.given.minutes * 60

    def build(self) -> None:
        """Build once; every second time two articles are missing."""
        files = self.articles[: len(self.articles) - 2 * (self.builds % 2)]
        command = [sys.executable, "-m", "kg.cli", "build", *map(str, files), "-o", str(self.out)]
        process = psutil.Popen([*command, "--workers", "1"], cwd=ROOT, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        self.builds += 1
        self.failed += status != 0
        self.peak = max(self.peak, usage.ru_maxrss / 1024)

    def start(self) -> None:
        """Start the server."""
        self.log = (self.scratch / "server.log").open("wb")
        self.server = Server(self.out, log=self.log, environment={"TMPDIR": str(self.temporary)})
        self.load = Load("127.0.0.1", self.server.port, seed=1)

    def stop(self) -> int:
        """Stop it; its exit status."""
        status = self.server.stop()
        self.log.close()
        return status

    def look(self) -> None:
        """Note how it is."""
        told = self.server.state()
        self.states.append(
            State(
                round((time.monotonic() - self.begun) / 60, 1), told["server MiB"],
                told["server MiB"] + told["workers MiB"], int(told["handles"]), int(told["threads"]),
                int(told["processes"]), sum(1 for _ in self.temporary.rglob("*")), self.builds,
                sum(self.load.statuses.values()),
            )
        )  # fmt: skip
        print(row(asdict(self.states[-1])), flush=True)

    async def ask(self) -> None:
        """Ask at the rate given."""
        while not self.over:
            await self.load.one(self.load.random.choice(KINDS))
            await asyncio.sleep(1 / self.given.rate)

    async def rebuild(self) -> None:
        """Build at the pace given."""
        while not self.over:
            await asyncio.to_thread(self.build)
            await asyncio.sleep(self.given.rebuild)

    async def watch(self) -> None:
        """Look every minute, or a tenth of the whole where that is less."""
        while not self.over:
            await asyncio.sleep(min(60, self.given.minutes * 6))
            self.look()

    async def run(self) -> None:
        """All three at once; the time counts from here."""
        self.begun = time.monotonic()
        await self.load.find_pages()
        await asyncio.gather(self.ask(), self.rebuild(), self.watch())


def row(cells: dict[str, float]) -> str:
    """A row of the table."""
    return "| " + " | ".join(f"{v:.1f}" if isinstance(v, float) else str(v) for v in cells.values()) + " |"


def growth(states: list[State]) -> dict[str, float]:
    """Median of the last quarter less that of the second, of everything that must not grow."""
    quarter = max(1, len(states) // 4)

    def median(part: list[State], name: str) -> float:
        return statistics.median(getattr(s, name) for s in part)

    return {
        name: median(states[-quarter:], name) - median(states[quarter : 2 * quarter], name)
        for name in ALLOWED
    }


def soak(given: argparse.Namespace) -> int:
    """Run it; 0 where nothing grew and nothing failed."""
    with tempfile.TemporaryDirectory(prefix="renmai-soak-") as name:
        it = Soak(Path(name), given)
        it.build()
        it.start()
        print("| " + " | ".join(State.__dataclass_fields__) + " |", flush=True)
        it.look()
        asyncio.run(it.run())
        status = it.stop()
        left = len(list(it.temporary.iterdir()))
    grew, statuses = growth(it.states[1:]), Counter(it.load.statuses)
    ours = sum(n for s, n in statuses.items() if s.startswith("5") and s != "503")
    result = {
        "minutes": given.minutes, "builds": it.builds, "builds failed": it.failed, "largest build MiB": it.peak,
        "requests": dict(statuses), "5xx but 503": ours, "growth": grew, "exit": status, "files left": left,
    }  # fmt: skip
    print(json.dumps(result, indent=1))
    if given.output:
        told = json.dumps({**result, "states": [asdict(s) for s in it.states]}, indent=1)
        given.output.write_text(told + "\n", encoding="utf-8")
    return int(
        any(grew[n] > most for n, most in ALLOWED.items()) or bool(it.failed or ours or status or left)
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rebuild", type=float, default=15, help="seconds between two builds")
    parser.add_argument("--rate", type=float, default=5, help="requests a second")
    parser.add_argument("-o", "--output", type=Path, help="JSON of it all")
    sys.exit(soak(parser.parse_args()))
