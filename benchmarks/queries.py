"""The named queries on a built store: `python -m benchmarks.queries OUT` prints milliseconds, median and worst.

Each is asked about an ordinary subject of the graph and about the heaviest (`benchmarks/weighty.py`).
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.server import median_ms
from benchmarks.weighty import HEAVIEST, USUAL, values
from kg.rdf.queries import NamedQuery, named_queries
from kg.store import open_store


def main(out: Path) -> None:
    """Ask and print."""
    began = time.perf_counter()
    store = open_store(out)
    found: dict[str, Any] = {"open_seconds": time.perf_counter() - began}
    for name, rank in (("queries", USUAL), ("heaviest", HEAVIEST)):
        given = values(store, rank)
        found[f"{name}_ms"] = medians = {q.name: _median(store, q, given) for q in named_queries().values()}
        prefix = "" if name == "queries" else f"{name}_"
        found[f"{prefix}median_ms"] = statistics.median(medians.values())
        found[f"{prefix}worst_ms"] = max(medians.values())
    print(json.dumps(found))


def _median(store: Any, query: NamedQuery, given: dict[str, str]) -> float:
    """Milliseconds of one query, the middle of some runs."""
    words = {p.name: given.get(f"{p.name} {p.kind}") or given[p.name] for p in query.parameters}
    bound = query.values(words)
    return median_ms(lambda: store.select(query.text, **bound))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
