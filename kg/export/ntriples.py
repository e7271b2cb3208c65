"""N-Triples: every triple of the graph, one in a line, sorted and each once."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.export.files import beside
from kg.model.values import Store

EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
RUN = 500_000  # lines sorted at once in memory: about 100 MB


def write(store: Store, path: Path) -> None:
    """Write the graph of a store as sorted N-Triples."""
    with (
        beside(path) as part,
        sorted_lines(store) as lines,
        part.open("w", encoding="utf-8", newline="\n") as out,
    ):
        out.writelines(lines)


@contextmanager
def sorted_lines(store: Store) -> Iterator[Iterator[str]]:
    """The triples of a store as lines, sorted, each once; memory stays flat however large the graph."""
    with TemporaryDirectory() as folder, ExitStack() as open_files:
        runs = _runs(store.construct(EVERYTHING), Path(folder))
        files = [open_files.enter_context(run.open(encoding="utf-8", newline="\n")) for run in runs]
        yield (line for line, _ in groupby(heapq.merge(*files)))


def _runs(lines: Iterable[str], folder: Path) -> list[Path]:
    found: list[Path] = []
    every = iter(lines)
    while run := sorted(islice(every, RUN)):
        found.append(folder / f"{len(found)}.nt")
        with found[-1].open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(run)
    return found
