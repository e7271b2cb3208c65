"""Puts a running server under load and tells what it did: `python -m tests.serve.load URL --clients 200 --seconds 60`.

Clients ask short and long queries, open pages, search, leave half-way, and read slowly. Printed: requests by status,
latencies of all and of `ASK {}` alone (ms), memory and open files of the server and its workers before and after.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import time
from collections import Counter
from urllib.parse import quote

import psutil

LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
MIX = (
    "ask",
    "ask",
    "small",
    "small",
    "page",
    "page",
    "page",
    "search",
    "count",
    "big",
    "long",
    "abort",
    "slow",
)


class Load:
    """What the clients together have seen."""

    def __init__(self, host: str, port: int, seed: int) -> None:
        self.host, self.port, self.random = host, port, random.Random(seed)
        self.statuses: Counter[str] = Counter()
        self.times: dict[str, list[float]] = {}
        self.pages = ["/"]

    async def fetch(self, path: str, most: int = 1 << 40, pause: float = 0) -> tuple[int, bytes]:
        reader, writer = await asyncio.open_connection(self.host, self.port)
        try:
            head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: application/json, text/html;q=0.5\r\n\r\n"
            writer.write(head.encode())
            await writer.drain()
            body = bytearray()
            while len(body) < most and (piece := await reader.read(65536)):
                body += piece if len(body) < 100_000 else b""
                if pause:
                    await asyncio.sleep(pause)
            return int(body.split(b" ", 2)[1] or 0), bytes(body)
        finally:
            writer.close()

    async def one(self, kind: str) -> None:
        begun = time.perf_counter()
        mark = self.random.randrange(10**9)
        query = {
            "ask": f"ASK {{}} # {mark}",
            "small": f"SELECT * {{ ?s ?p ?o }} LIMIT {mark % 90 + 1}",
            "count": f"SELECT ?t (COUNT(*) AS ?n) {{ ?e kg:eventType ?t }} GROUP BY ?t # {mark % 20}",
            "big": "SELECT ?s ?o { ?s skos:prefLabel ?o } LIMIT 20000",
            "slow": "SELECT ?s ?o { ?s skos:prefLabel ?o } LIMIT 20000",
            "long": f"{LONG} # {mark % 50}",
            "abort": f"{LONG} # {mark}",
        }.get(kind)
        if query:
            path = f"/sparql?query={quote(query)}"
        elif kind == "search":
            path = "/api/search?q=" + quote(
                self.random.choice(["wang", "lq", "省委", "总工会", "li", "国务院"])
            )
        else:
            path = self.random.choice(self.pages)
        try:
            if kind == "abort":
                async with asyncio.timeout(self.random.uniform(0.05, 0.6)):
                    await self.fetch(path)
            status, _ = await self.fetch(path, pause=0.05 if kind == "slow" else 0)
            self.statuses[str(status)] += 1
        except (OSError, IndexError, ValueError):
            self.statuses["broken off"] += 1
        except TimeoutError:
            self.statuses["left by us"] += 1
        self.times.setdefault(kind, []).append(time.perf_counter() - begun)

    async def client(self, until: float) -> None:
        while time.monotonic() < until:
            await self.one(self.random.choice(MIX))
            await asyncio.sleep(self.random.uniform(0, 0.2))

    async def run(self, clients: int, seconds: float) -> None:
        _, body = await self.fetch("/api/stats")
        told = json.loads(body.partition(b"\r\n\r\n")[2])
        for kind in ("persons", "bodies", "places"):
            self.pages += [f"/{one.get('kind', kind)}/{one['id']}" for one in told[kind]]
        self.pages += [f"/event/{event['id']}" for event in told["latest"]]
        until = time.monotonic() + seconds
        await asyncio.gather(*(self.client(until) for _ in range(clients)))


def state(pid: int) -> str:
    server = psutil.Process(pid)
    family = [server, *server.children(recursive=True)]
    memory = [process.memory_info().rss >> 20 for process in family]
    return f"server {memory[0]} MiB, workers {memory[1:]} MiB, open files {server.num_fds()}"


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))] * 1000


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("pid", type=int)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    load = Load("127.0.0.1", given.port, given.seed)
    print("before:", state(given.pid))
    asyncio.run(load.run(given.clients, given.seconds))
    print("after: ", state(given.pid))
    time.sleep(5)
    print("later: ", state(given.pid))
    print(sum(load.statuses.values()), "requests:", dict(load.statuses.most_common()))
    for kind, times in sorted(load.times.items()):
        shares = ", ".join(
            f"p{int(100 * share)} {percentile(times, share):.0f}" for share in (0.5, 0.95, 0.99)
        )
        print(f"{kind:7} {len(times):6}  {shares} ms")


if __name__ == "__main__":
    main()
