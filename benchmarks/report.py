"""The figures as a page of docs/."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def page(result: dict[str, Any]) -> str:
    """docs/performance.md."""
    return "\n".join(_lines(result)) + "\n"


def _lines(result: dict[str, Any]) -> Iterator[str]:
    machine, one, two = result["machine"], result["one"], result["two"]
    yield "# Performance\n"
    yield "Written by `make bench`; do not edit. Figures of another machine differ, their ratios hardly.\n"
    yield f"Machine: {machine['cpu']}, Python {machine['python']}, commit {machine['commit']}. Data: {result['data']}.\n"
    yield from _against(result)
    yield "\n## Each stage alone, one process\n"
    yield "| stage | million characters a second | by processor time | peak memory, MiB |\n|---|---|---|---|"
    for name, f in result["stages"].items():
        yield f"| {name} | {_rate(f):.2f} | {f['chars'] / f['cpu_seconds'] / 1e6:.2f} | {f['peak_mib']:.0f} |"
    yield "\nPeak memory of a stage includes the whole corpus and what the stages before made of it, held in memory.\n"
    yield "## One process and two\n"
    yield "`kg build --only facts,nt`, start-up included.\n"
    yield "| workers | seconds | million characters a second | processor seconds | peak MiB, all | largest worker MiB |"
    yield "|---|---|---|---|---|---|"
    for workers, f in ((1, one), (2, two)):
        figures = f"{f['seconds']:.1f} | {_rate(f):.2f} | {f['cpu_seconds']:.1f} | {f['peak_mib']:.0f} | {f['worker_mib']:.0f}"
        yield f"| {workers} | {figures} |"
    yield f"\nTwo workers are {one['seconds'] / two['seconds']:.2f} times as fast as one.\n"
    yield "## Growth\n"
    yield "`kg build --workers 2 --only facts,ttl,store`.\n"
    yield "| articles | characters | triples | seconds | peak memory, MiB |\n|---|---|---|---|---|"
    for f in result["growth"]:
        yield f"| {f['articles']:,} | {f['chars']:,} | {f['triples']:,} | {f['seconds']:.1f} | {f['peak_mib']:.0f} |"
    yield f"\nTime grows as articles to the power {result['seconds_exponent']:.2f}, memory to the power {result['peak_mib_exponent']:.2f}.\n"
    yield from _questions(result)
    yield from _shown(result["shown"])
    yield "## Where the time goes\n"
    yield "![Calls of a build as a flame graph, coloured by room](images/flame.svg)\n"
    yield "`kg build --workers 1 --only facts,nt` on the same data as py-spy saw it, drawn by `make flame`: width is time, what is called stands above its caller.\n"


def _rate(figures: dict[str, Any]) -> float:
    return float(figures["chars"] / figures["seconds"] / 1e6)


def _against(result: dict[str, Any]) -> Iterator[str]:
    posseg, one = result["stages"]["posseg"], result["one"]
    yield "## Against jieba.posseg\n"
    yield "`kg build --workers 1 --only facts,nt`, start-up included, beside `jieba.posseg.cut` alone on the same text in the same run.\n"
    yield "| | seconds | processor seconds | million characters a second |\n|---|---|---|---|"
    for name, f in (("jieba.posseg.cut", posseg), ("kg build", one)):
        yield f"| {name} | {f['seconds']:.1f} | {f['cpu_seconds']:.1f} | {_rate(f):.3f} |"
    by_clock, by_processor = (posseg[key] / one[key] for key in ("seconds", "cpu_seconds"))
    yield f"\n{by_clock:.1f} times as fast by the clock, {by_processor:.1f} times by processor time (which other work on the machine disturbs less)."


def _questions(result: dict[str, Any]) -> Iterator[str]:
    asked, whole = result["questions"], result["whole"]
    yield "## Store, queries, page\n"
    for name, seconds in whole["stages"].items():
        yield f"- {name}: {seconds:.1f} s"
    yield f"- `kg who` from the shell, the store opened: {asked['kg_who_seconds']:.2f} s"
    for about, prefix in (("an ordinary subject", ""), ("the most attested of all", "heaviest_")):
        median, worst = asked[f"{prefix}median_ms"], asked[f"{prefix}worst_ms"]
        yield f"- the named queries about {about}: median {median:.1f} ms, slowest {worst:.0f} ms"
    yield ""


def _shown(pages: list[dict[str, Any]]) -> Iterator[str]:
    if not pages:
        return
    yield "Pages of that graph in a headless Chromium, from opening to the first full picture; last, what pyvis makes by itself:\n"
    yield "| page of | nodes | ready, ms |\n|---|---|---|"
    for shown in pages:
        yield f"| {shown['page']} | {shown['nodes']:,} | {shown['ready_ms']:,} |"
    yield ""
