"""How soon the page is ready in a headless Chromium, beside pyvis as it comes: `python -m benchmarks.page OUT`.

Ready is the first full draw after navigation; for pyvis, whose physics run in the page, the end of its stabilisation.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg.export.view import write_page
from kg.store import open_store
from tests.chromium import WITHOUT_WEBGL, chromium

READY = "document.documentElement.dataset.ready"
PATIENCE = 200  # seconds until a page must be ready
STABLE = "window.network && (network.__done || (network.once('stabilizationIterationsDone', () => network.__done = 1), 0))"


def main() -> None:
    """Measure pages of 1,000 and 5,000 nodes, and pyvis with as many as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pyvis", type=int, default=100, help="nodes of the page that pyvis makes by itself")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        for limit in (1000, 5000):
            print(json.dumps(ours(asked.out, Path(folder) / f"{limit}.html", limit)))
        print(json.dumps(as_it_comes(Path(folder) / "pyvis.html", asked.pyvis)))


def ours(out: Path, path: Path, limit: int) -> dict[str, Any]:
    """Make and open one page of ours."""
    start = time.perf_counter()
    counts = write_page(open_store(out), path, limit=limit)
    made = round(time.perf_counter() - start, 1)
    size = round(path.stat().st_size / 1e6, 2)
    return {"page": "ours", **counts, "made_s": made, "size_mb": size, "ready_ms": opened(path, READY)}


def as_it_comes(path: Path, count: int) -> dict[str, Any]:
    """A ring with chords, drawn by pyvis's own template; it loads Bootstrap from a CDN, which fails offline."""
    from pyvis.network import Network

    net: Any = Network(cdn_resources="in_line")
    for n in range(count):
        net.add_node(n, label=str(n))
    for n in range(count):
        net.add_edge(n, (n + 1) % count)
        net.add_edge(n, (n * 7 + 3) % count)
    path.write_text(net.generate_html(), "utf-8")
    return {"page": "pyvis", "nodes": count, "ready_ms": opened(path, STABLE)}


def opened(path: Path, ready: str) -> int:
    """Milliseconds from navigation until `ready` is true."""
    with chromium(WITHOUT_WEBGL) as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"file://{path}", wait_until="commit")
        until = time.monotonic() + PATIENCE
        while not page.evaluate(ready):  # the page's own policy lets nobody wait inside it
            if time.monotonic() > until:
                raise SystemExit(f"page: {path} was not ready in {PATIENCE} s")
            time.sleep(0.02)
        found = page.evaluate(f"Math.round(Number({READY} || performance.now()))")
        return int(found)


if __name__ == "__main__":
    main()
