"""One store opened read-only in a worker process."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from kg.serve import media
from kg.store import open_store
from kg.store.stream import TooManyTriples, named_graphs, write_answer

WRITTEN = {
    media.JSON: "json",
    media.XML: "xml",
    media.CSV: "csv",
    media.TSV: "tsv",
    media.TURTLE: "ttl",
    media.NTRIPLES: "nt",
    media.JSONLD: "json",
    media.RDFXML: "xml",
}
"""Media type → the store room's name of the form."""

Names = list[str] | None


class Engine:
    """A store and the answers it gives."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = open_store(path)
        self.graphs = named_graphs(self.store)

    def write(
        self, query: str, form: str, out: IO[bytes], base: str, graphs: tuple[Names, Names], most: int
    ) -> None:
        """Evaluate `query` over the default and the named `graphs` and write its answer to `out`.

        Raises:
            QueryError: the query cannot be read.
            TooManyTriples: the graph it constructs is larger than `most` triples.
        """
        default, named = graphs
        write_answer(
            self.store, query, WRITTEN[form], out, base=base, default=default, named=named, most_triples=most
        )


__all__ = ["Engine", "TooManyTriples"]
