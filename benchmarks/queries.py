"""The named queries on a built store: `python -m benchmarks.queries OUT` prints milliseconds, median and worst."""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

from benchmarks.corpus import ROOT
from kg.store import open_store

TIMES = 5


def main(out: Path) -> None:
    """Run each query without parameters a few times."""
    began = time.perf_counter()
    store = open_store(out)
    opened = time.perf_counter() - began
    medians = {}
    for path in sorted((ROOT / "ontology" / "queries").glob("*.rq")):
        query, spent = path.read_text("utf-8"), []
        for _ in range(TIMES):
            began = time.perf_counter()
            try:
                store.select(query)
            except Exception as error:
                print(f"{path.name}: {error}", file=sys.stderr)
                break
            spent.append((time.perf_counter() - began) * 1000)
        if spent:
            medians[path.stem] = statistics.median(spent)
    worst = max(medians.values(), default=0.0)
    middle = statistics.median(medians.values()) if medians else 0.0
    print(json.dumps({"open_seconds": opened, "queries_ms": medians, "median_ms": middle, "worst_ms": worst}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
