"""Asks a server what would bring it down, and `ASK {}` meanwhile: `python -m benchmarks.hostile OUT`.

Each kind of hostile request is sent alone, `--at-once` of it together, and at last 200 of all kinds together. Told of each:
how the requests ended, how long the last of them took, and how long `ASK {}` took meanwhile (ms), asked by another process
a hundred times a second, with a new text each time so that it is evaluated. `quiet` is the same with nothing else to do.
Most of memory (MiB of the processes alone) and calls that a listener on this machine got (there must be none) end the list.
"""

from __future__ import annotations

import argparse
import http.client
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.server import Server, percentiles, serving

ANY = "?a ?b ?c . ?d ?e ?f"
REGEX = "(x+x+)+y|(a|aa)+b|" + "(z?){50}" * 20
LONG = {
    "cross product": f"SELECT (COUNT(*) AS ?n) {{ {ANY} . ?g ?h ?i }}",
    "cross product that streams": f"SELECT * {{ {ANY} . ?g ?h ?i }}",
    "sorted cross product": f"SELECT * {{ {ANY} }} ORDER BY ?c ?f",
    "deep path": "SELECT (COUNT(*) AS ?n) { ?a (skos:broader|^skos:broader|org:memberOf|^org:memberOf)* ?b . ?b (!a)* ?c }",
    "huge regex": f"SELECT (COUNT(*) AS ?n) {{ {ANY} FILTER REGEX(CONCAT(STR(?c), STR(?f)), '{REGEX}') }}",
    "strings that grow": f"SELECT (SUM(STRLEN(?y)) AS ?n) {{ {ANY} BIND(CONCAT(STR(?c), STR(?f)) AS ?x) "
    "BIND(CONCAT(?x, ?x, ?x, ?x, ?x, ?x, ?x, ?x) AS ?y) }",
}  # fmt: skip
"""Queries that must be ended."""
ASKER = """
import http.client, select, sys, time
port, number = int(sys.argv[1]), 0
connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
print("ready", flush=True)
while not select.select([sys.stdin], [], [], 0.01)[0]:
    number += 1
    begun = time.perf_counter()
    connection.request("POST", "/sparql", f"ASK {{}} # {number}", {"Content-Type": "application/sparql-query"})
    answer = connection.getresponse()
    assert answer.status == 200 and b"true" in answer.read(), answer.status
    print(time.perf_counter() - begun, flush=True)
"""


def refused(listener: str, secret: Path) -> dict[str, dict[str, str]]:
    """Forms that must be refused before anything is evaluated."""
    return {
        "a query of ten megabytes": {"query": "SELECT * { VALUES ?x { " + '"x" ' * 2_500_000 + "} }"},
        "SERVICE to this machine": {"query": f"ASK {{ SERVICE <{listener}> {{ ?s ?p ?o }} }}"},
        "FROM a file": {"query": f"SELECT * FROM <{secret.as_uri()}> {{ ?s ?p ?o }}"},
        "FROM this machine": {"query": f"SELECT * FROM <{listener}> {{ ?s ?p ?o }}"},
        "LOAD": {"query": f"LOAD <{listener}>"},
        "update by form": {"update": "CLEAR ALL"},
    }


@contextmanager
def asking(port: int) -> Iterator[list[float]]:
    """Ask meanwhile; the seconds that each took are there at the end."""
    times: list[float] = []
    command = [sys.executable, "-c", ASKER, str(port)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as asker:
        assert asker.stdout
        asker.stdout.readline()
        yield times
        told, _ = asker.communicate("\n")
        times += [float(line) for line in told.split()]
    if asker.returncode:
        sys.exit("ASK {} was not answered")


def attempt(port: int, form: dict[str, str]) -> str:
    """The status of a request, or that it was cut."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/csv"}
        connection.request("POST", "/sparql", urlencode(form), kind)
        answer = connection.getresponse()
        while answer.read(1 << 20):
            pass
        return str(answer.status)
    except (http.client.HTTPException, OSError):
        return "cut"
    finally:
        connection.close()


def together(port: int, forms: list[dict[str, str]]) -> dict[str, Any]:
    """Send all of them at once."""
    begun = time.perf_counter()
    with asking(port) as times, ThreadPoolExecutor(len(forms)) as pool:
        ended = Counter(pool.map(lambda form: attempt(port, form), forms))
        seconds = time.perf_counter() - begun
    return {
        "ended": dict(ended),
        "seconds": round(seconds, 1),
        "asked": len(times),
        "ask ms": percentiles(times) if times else {},
    }


def quiet(port: int, seconds: float) -> dict[str, Any]:
    """What `ASK {}` takes when nothing else is asked."""
    with asking(port) as times:
        time.sleep(seconds)
    return {"asked": len(times), "ask ms": percentiles(times)}


def measure(server: Server, at_once: int, listener: str, secret: Path) -> dict[str, Any]:
    """Every kind alone, then all of them."""
    port = server.port
    told: dict[str, Any] = {"quiet": quiet(port, 3)}
    kinds = {name: {"query": query} for name, query in LONG.items()} | refused(listener, secret)
    with server.watched(every=0.5) as most:
        for name, form in kinds.items():
            told[name] = together(port, [form] * at_once)
        long = [{"query": f"{query} # {number}"} for number in range(40) for query in LONG.values()]
        told["200 at once"] = together(port, long[:200])
    return told | {"most memory": most, "quiet again": quiet(port, 3)}


def main() -> int:
    """0 where `ASK {}` stayed below `--ask-ms` at the 95th percentile and the listener heard nothing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--at-once", type=int, default=8, help="requests of one kind together")
    parser.add_argument("--timeout", type=float, default=5, help="of a query, in seconds")
    parser.add_argument("--ask-ms", type=float, default=100, help="what ASK {} may take, 95th percentile")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, _listener() as (listener, calls):
        secret = Path(folder) / "secret.ttl"
        secret.write_text("<a:secret> <a:p> <a:o> .", encoding="utf-8")
        with serving(given.out, "--timeout", str(given.timeout)) as server:
            told = measure(server, given.at_once, listener, secret)
    told["calls to the listener"] = len(calls)
    print(json.dumps(told, indent=1, ensure_ascii=False))
    slow = [
        name
        for name, one in told.items()
        if "ended" in _of(one) and one["ask ms"].get("p95", 0) > given.ask_ms
    ]
    return int(bool(slow or calls))


def _of(one: Any) -> dict[str, Any]:
    return one if isinstance(one, dict) else {}


@contextmanager
def _listener() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine that remembers who calls."""
    from http.server import BaseHTTPRequestHandler, HTTPServer

    calls: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def handle(self) -> None:
            calls.append(str(self.client_address))

    heard = HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=heard.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{heard.server_port}/", calls
    heard.shutdown()


if __name__ == "__main__":
    sys.exit(main())
