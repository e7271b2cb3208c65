"""A long answer from a server: `python -m benchmarks.streaming OUT --rows 1000000`.

Of each form: milliseconds to the head and to the first byte of the body, seconds to the last, rows or lines counted, and the
most memory meanwhile (MiB of the server alone and of its workers). Then once more with a reader of one megabyte a second,
who leaves after `--patience` seconds.
"""

from __future__ import annotations

import argparse
import http.client
import json
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.server import Server, serving

FORMS = ("text/csv", "application/sparql-results+json", "application/sparql-results+xml")
GRAPHS = ("application/n-triples", "text/turtle")
PIECE = 1 << 16


def read(port: int, query: str, form: str, rate: float = 0, patience: float = 600) -> dict[str, Any]:
    """Read an answer to its end, or for `patience` seconds; `rate` in bytes a second, 0 as fast as it comes."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    begun = time.perf_counter()
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Accept": form}
    connection.request("POST", "/sparql", urlencode({"query": query}), kind)
    answer = connection.getresponse()
    head = time.perf_counter() - begun
    size, lines, first, ended = 0, 0, 0.0, "whole"
    try:
        while piece := answer.read1(PIECE):
            first = first or time.perf_counter() - begun
            size, lines = size + len(piece), lines + piece.count(b"\n")
            if rate:
                time.sleep(len(piece) / rate)
            if time.perf_counter() - begun > patience:
                ended = "left by us"
                break
    except (http.client.HTTPException, OSError):
        ended = "cut"
    connection.close()
    return {"status": answer.status, "ended": ended, "head ms": round(head * 1000), "first byte ms": round(first * 1000),
            "seconds": round(time.perf_counter() - begun, 1), "MB": round(size / 1e6, 1), "lines": lines}  # fmt: skip


def measure(server: Server, rows: int, patience: float) -> dict[str, Any]:
    """Each form by a fast reader, the first also by a slow one."""
    select = f"SELECT ?s ?p ?o {{ ?s ?p ?o }} LIMIT {rows}"
    construct = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }} LIMIT {rows}"
    told: dict[str, Any] = {"before": server.state()}
    for form in (*FORMS, *GRAPHS):
        with server.watched() as most:
            told[form] = read(server.port, construct if form in GRAPHS else select, form)
        told[form]["most"] = most
    with server.watched() as most:
        told["a slow reader"] = read(server.port, select + " # slow", FORMS[0], 1e6, patience)
    told["a slow reader"]["most"] = most
    return told


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.streaming", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument(
        "--patience", type=float, default=20, help="seconds after which the slow reader leaves"
    )
    given = parser.parse_args()
    with serving(given.out, "--timeout", "120") as server:
        server.settle()
        told = measure(server, given.rows, given.patience)
    json.dump(told, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
