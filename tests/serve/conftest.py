"""A real server process on loopback over a real store."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

ROOT = Path(__file__).resolve().parents[2]


class Server:
    """A running `kg serve`."""

    def __init__(self, out: Path, *options: str) -> None:
        command = [sys.executable, "-m", "kg.cli", "serve", str(out), "--port", "0", *options]
        env = {**os.environ, "PYTHONPATH": str(ROOT), "no_proxy": "127.0.0.1"}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, text=True
        )
        self.log: list[str] = []
        threading.Thread(target=self._collect, daemon=True).start()
        assert self.process.stdout
        line = self.process.stdout.readline()
        found = re.fullmatch(r"listening on (http://\S+)\n", line)
        assert found, f"said {line!r}; log: {self.log}"
        self.url = found[1]
        self.port = int(self.url.rsplit(":", 1)[1])
        self.client = httpx.Client(base_url=self.url, timeout=60, trust_env=False)

    def _collect(self) -> None:
        assert self.process.stderr
        self.log.extend(iter(self.process.stderr.readline, ""))

    def get(self, query: str, accept: str = "application/json", **parameters: str) -> httpx.Response:
        return self.client.get("/sparql", params={"query": query, **parameters}, headers={"accept": accept})

    def stop(self) -> int:
        self.client.close()
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)


def write_store(folder: Path, lines: str, graphs: dict[str, str] | None = None) -> Path:
    """An OUT folder whose store holds these N-Triples, and further ones in named graphs."""
    folder.mkdir(parents=True, exist_ok=True)
    store = ox.Store(str(folder / "store"))
    store.bulk_load(input=lines.encode(), format=ox.RdfFormat.N_TRIPLES)
    for name, content in (graphs or {}).items():
        store.bulk_load(input=content.encode(), format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(name))
    store.flush()
    return folder


@pytest.fixture(scope="session")
def serving() -> Iterator[Callable[..., Server]]:
    """Start servers that end with the session."""
    servers: list[Server] = []

    def start(out: Path, *options: str) -> Server:
        servers.append(Server(out, *options))
        return servers[-1]

    yield start
    for server in servers:
        if server.process.poll() is None:
            begun = time.monotonic()
            server.stop()
            assert time.monotonic() - begun < 5, server.log[-5:]


NUMBERS = "".join(
    f'<http://example.org/n{i}> <http://example.org/value> "{i}"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
    f'<http://example.org/n{i}> <http://example.org/label> "数 {i}"@zh-Hans .\n'
    f"<http://example.org/n{i}> <http://example.org/next> <http://example.org/n{i + 1}> .\n"
    for i in range(2000)
)


@pytest.fixture(scope="session")
def numbers(serving: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server over two thousand numbers and one named graph."""
    graphs = {
        "http://example.org/graph": '<http://example.org/a> <http://example.org/label> "in a graph" .\n'
    }
    out = write_store(tmp_path_factory.mktemp("numbers"), NUMBERS, graphs)
    return serving(out, "--timeout", "6", "--max-rows", "5000", "--max-bytes", "3000000")
