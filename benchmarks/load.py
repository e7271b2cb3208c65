"""Puts a server under load and tells what it did: `python -m benchmarks.load OUT --clients 200 --seconds 60`.

Clients ask short and long queries, open pages, search, leave half-way, read slowly, never finish a request, send what is
too big, climb out of the folder and name foreign hosts. Told: requests by status, 5xx that no policy explains, latencies of
each kind (ms), memory (MiB that belongs to the processes alone) and handles of the server and its workers before and after.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

from benchmarks.server import Server, percentiles, serving

LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
BIG = "SELECT ?s ?o { ?s skos:prefLabel ?o } LIMIT 20000"
KINDS = {
    "ask": 3, "small": 3, "page": 5, "search": 2, "count": 1, "big": 1, "slow": 1, "long": 1, "abort": 1,
    "half-open": 1, "upload": 1, "climb": 1, "host": 1,
}  # fmt: skip
"""How often each kind of request is made, relative to the others."""
MIX = tuple(kind for kind, times in KINDS.items() for _ in range(times))
WORDS = ("wang", "lq", "省委", "总工会", "li", "国务院")
CLIMBS = ("/../../etc/passwd", "/static/..%2f..%2fapp.py", "/%2e%2e/%2e%2e/etc/passwd", "/static/")
POLICY = {"503", "429"}  # out of time or memory, turned away: said so on purpose


class Load:
    """What the clients together have seen."""

    def __init__(self, host: str, port: int, seed: int) -> None:
        self.host, self.port, self.random = host, port, random.Random(seed)
        self.statuses: Counter[str] = Counter()
        self.by_kind: dict[str, Counter[str]] = {}
        self.times: dict[str, list[float]] = {}
        self.pages = ["/"]

    async def send(self, request: bytes, pause: float = 0) -> tuple[int, bytes]:
        """Send bytes, read the answer; of a long one the first 100 kB are kept."""
        reader, writer = await asyncio.open_connection(self.host, self.port)
        try:
            writer.write(request)
            await writer.drain()
            body = bytearray()
            while piece := await reader.read(65536):
                body += piece if len(body) < 100_000 else b""
                if pause:
                    await asyncio.sleep(pause)
            return int(body.split(b" ", 2)[1] or 0), bytes(body)
        finally:
            writer.close()

    async def fetch(self, path: str, host: str = "localhost", pause: float = 0) -> tuple[int, bytes]:
        """GET a path."""
        head = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nAccept: application/json, text/html;q=0.5\r\n\r\n"
        return await self.send(head.encode(), pause)

    def query(self, kind: str) -> str:
        """A query of a kind; the mark keeps it out of caches, wholly or in part."""
        mark = self.random.randrange(10**9)
        return {
            "ask": f"ASK {{}} # {mark}",
            "small": f"SELECT * {{ ?s ?p ?o }} LIMIT {mark % 90 + 1}",
            "count": f"SELECT ?t (COUNT(*) AS ?n) {{ ?e kg:eventType ?t }} GROUP BY ?t # {mark % 20}",
            "big": BIG,
            "slow": BIG,
            "long": f"{LONG} # {mark % 50}",
            "abort": f"{LONG} # {mark}",
        }[kind]

    async def ask(self, kind: str) -> int:
        """Make one request; its status."""
        match kind:
            case "page":
                return (await self.fetch(self.random.choice(self.pages)))[0]
            case "search":
                return (await self.fetch("/api/search?q=" + quote(self.random.choice(WORDS))))[0]
            case "climb":
                return (await self.fetch(self.random.choice(CLIMBS)))[0]
            case "host":
                return (await self.fetch("/sparql?query=ASK%7B%7D", host="evil.example"))[0]
            case "upload":
                head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/sparql-query\r\n"
                return (await self.send(head + b"Content-Length: 4000000\r\n\r\n" + b"x" * 100_000))[0]
            case "half-open":
                async with asyncio.timeout(self.random.uniform(0.5, 3)):
                    return (await self.send(b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: loc"))[0]
            case "abort":
                async with asyncio.timeout(self.random.uniform(0.05, 0.6)):
                    return (await self.fetch(f"/sparql?query={quote(self.query(kind))}"))[0]
        pause = 0.05 if kind == "slow" else 0
        return (await self.fetch(f"/sparql?query={quote(self.query(kind))}", pause=pause))[0]

    async def one(self, kind: str) -> None:
        """Make one request and note what came of it."""
        begun = time.perf_counter()
        try:
            told = str(await self.ask(kind))
        except TimeoutError:
            told = "left by us"
        except (OSError, IndexError, ValueError):
            told = "broken off"
        self.statuses[told] += 1
        self.by_kind.setdefault(kind, Counter())[told] += 1
        if told != "left by us":
            self.times.setdefault(kind, []).append(time.perf_counter() - begun)

    async def client(self, until: float) -> None:
        """One client, until it is time."""
        while time.monotonic() < until:
            await self.one(self.random.choice(MIX))
            await asyncio.sleep(self.random.uniform(0, 0.2))

    async def find_pages(self) -> None:
        """Take up the pages of the most prominent things, once the server has its index."""
        status, body = await self.fetch("/api/stats")
        while status == 503:
            await asyncio.sleep(1)
            status, body = await self.fetch("/api/stats")
        told = json.loads(body.partition(b"\r\n\r\n")[2])
        for kind in ("persons", "bodies", "places"):
            self.pages += [f"/{one.get('kind', kind)}/{one['id']}" for one in told[kind]]
        self.pages += [f"/event/{event['id']}" for event in told["latest"]]

    async def run(self, clients: int, seconds: float) -> None:
        """All clients at once."""
        await self.find_pages()
        until = time.monotonic() + seconds
        await asyncio.gather(*(self.client(until) for _ in range(clients)))

    @property
    def unexplained(self) -> int:
        """Answers of 5xx that no policy explains: faults of ours."""
        return sum(
            n for status, n in self.statuses.items() if status.startswith("5") and status not in POLICY
        )


def measure(server: Server, given: argparse.Namespace) -> dict[str, Any]:
    """Load it, and tell."""
    load = Load("127.0.0.1", server.port, given.seed)
    asyncio.run(load.find_pages())  # the index is there by then
    before = server.state()
    asyncio.run(load.run(given.clients, given.seconds))
    after = server.state()
    time.sleep(5)
    return {
        "clients": given.clients, "seconds": given.seconds, "requests": sum(load.statuses.values()),
        "statuses": dict(load.statuses.most_common()), "5xx but 503": load.unexplained,
        "by kind": {k: dict(load.by_kind[k].most_common()) for k in sorted(load.by_kind)},
        "ms": {k: percentiles(load.times[k]) for k in sorted(load.times)},
        "all ms": percentiles([t for times in load.times.values() for t in times]),
        "before": before, "after": after, "five seconds later": server.state(),
    }  # fmt: skip


def main() -> int:
    """0 where every 5xx was policy."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--timeout", type=float, default=5, help="of a query; short, so that many of them end so"
    )
    given = parser.parse_args()
    with serving(given.out, "--timeout", str(given.timeout)) as server:
        told = measure(server, given)
    print(json.dumps(told, indent=1, ensure_ascii=False))
    return int(told["5xx but 503"] > 0)


if __name__ == "__main__":
    sys.exit(main())
