"""`python -m benchmarks [--quick]`: measure everything, print a table, keep JSON, write docs/performance.md."""

from __future__ import annotations

import argparse
import json
import math
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.corpus import ROOT, all_articles, corpus, first
from benchmarks.measure import kg, run
from benchmarks.report import page
from benchmarks.stage import STAGES
from tests.chromium import CHROMIUM

GROWTH = (1_000, 5_000, 20_000, 70_000)
RESULTS = ROOT / "benchmarks" / "results"


def stages(files: list[Path]) -> dict[str, Any]:
    """Each stage alone, and jieba's tagger on the same text."""
    found = {}
    for name in STAGES:
        done = run([sys.executable, "-m", "benchmarks.stage", name, *map(str, files)])
        found[name] = json.loads(done.output.splitlines()[-1])
        print(
            f"{name:<10}{found[name]['chars'] / found[name]['seconds'] / 1e6:8.2f} million characters a second"
        )
    return found


def build(files: list[Path], out: Path, *options: str) -> dict[str, Any]:
    """A whole build from the command line, start-up included."""
    done = kg("build", *map(str, files), "-o", str(out), *options)
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    figures = {
        "seconds": done.seconds, "cpu_seconds": done.cpu, "peak_mib": done.peak, "worker_mib": done.largest_child,
        "articles": manifest["counts"]["articles"], "chars": manifest["counts"]["chars"],
        "triples": manifest["counts"]["triples"], "stages": manifest["stages"],
    }  # fmt: skip
    rate = figures["chars"] / done.seconds / 1e6
    print(
        f"kg build {' '.join(options)}: {figures['articles']} articles, {done.seconds:.1f} s, {rate:.2f} million/s"
    )
    return figures


def growth(files: list[Path], scratch: Path, sizes: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    """The same build over more and more articles."""
    for size in sizes:
        part = first(files, size, scratch / f"{size}.jsonl")
        yield build([part], scratch / f"growth-{size}", "--workers", "2", "--only", "facts,ttl,store")


def exponent(sizes: list[float], values: list[float]) -> float:
    """The slope of log value over log size, by least squares: 1 is linear."""
    x, y = [math.log(s) for s in sizes], [math.log(v) for v in values]
    mx, my = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mx) * (b - my) for a, b in zip(x, y, strict=True)) / sum((a - mx) ** 2 for a in x)


def questions(out: Path) -> dict[str, Any]:
    """Opening a store and answering, from the command line and within a process."""
    who = min(kg("who", str(out), "国务院", "总理").seconds for _ in range(3))
    done = run([sys.executable, "-m", "benchmarks.queries", str(out)])
    return {"kg_who_seconds": who, **json.loads(done.output.splitlines()[-1])}


def shown(out: Path) -> list[dict[str, Any]]:
    """How soon pages are ready, where there is a browser."""
    if not CHROMIUM:
        return []
    return [
        json.loads(line)
        for line in run([sys.executable, "-m", "benchmarks.page", str(out)]).output.splitlines()
    ]


def machine() -> dict[str, Any]:
    """Where this ran and on which code."""
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in _text("/proc/cpuinfo").splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    return {
        "cpu": cpu,
        "python": platform.python_version(),
        "system": platform.system(),
        "commit": commit.stdout.strip(),
    }


def _text(path: str) -> str:
    return Path(path).read_text("utf-8") if Path(path).exists() else ""


def main(quick: bool) -> None:
    """Measure, keep, tell."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        label, files = corpus(scratch)
        result: dict[str, Any] = {"machine": machine(), "data": label, "stages": stages(files)}
        result["one"] = build(files, scratch / "one", "--workers", "1", "--only", "facts,nt")
        result["two"] = build(files, scratch / "two", "--workers", "2", "--only", "facts,nt")
        result["whole"] = build(files, scratch / "whole", "--workers", "2")
        result["questions"] = questions(scratch / "whole")
        result["shown"] = shown(scratch / "whole")
        sizes = GROWTH[:2] if quick else GROWTH
        result["growth"] = list(growth(all_articles(scratch), scratch, sizes))
    counts = [g["articles"] for g in result["growth"]]
    for key in ("seconds", "peak_mib"):
        result[f"{key}_exponent"] = exponent(counts, [g[key] for g in result["growth"]])
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.json").write_text(
        json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    text = page(result)
    print(text)
    if not quick:
        (ROOT / "docs" / "performance.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="small sizes only; docs/performance.md stays as it is"
    )
    main(parser.parse_args().quick)
