"""A build from Python: `kg.open(OUT)` gives its graph as rdflib, networkx and pandas objects, or asks it in SPARQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.model.values import Answer, Bound

if TYPE_CHECKING:
    import pandas as pd
    import rdflib

    from kg.store.local import LocalStore
    from kg.store.remote import RemoteStore


class Graph:
    """The graph of a build, or one behind an endpoint.

    Example:
        >>> graph = kg.open("outputs/demo")                                        # doctest: +SKIP
        >>> graph.query("SELECT ?name { ?p a foaf:Person ; skos:prefLabel ?name }")  # doctest: +SKIP
    """

    def __init__(self, store: LocalStore | RemoteStore) -> None:
        self.store = store

    def query(self, sparql: str, **bindings: Bound) -> list[Answer]:
        """The rows of a SELECT query, each a dict of variable to text, None where unbound."""
        return self.store.select(sparql, **bindings)

    def named(self, name: str, **values: str) -> list[Answer]:
        """The rows of a named query: `graph.named("journeys", person="李明")`; `kg query --list` lists them."""
        from kg.rdf.queries import named_query

        query = named_query(name)
        return self.store.select(query.text, **query.values(values, self.store.prefixes["id"]))

    def ask(self, sparql: str, **bindings: Bound) -> bool:
        """The answer of an ASK query."""
        return self.store.ask(sparql, **bindings)

    def dataframe(self, sparql: str, **bindings: Bound) -> pd.DataFrame:
        """The rows of a SELECT query as a table; numbers, days and truth values are such, the rest is text.

        Raises:
            KgError: pandas is not installed.
        """
        from kg.model.errors import KgError

        try:
            import pandas as pd
        except ImportError as error:
            raise KgError("pandas is not installed; pip install 'renmai[pandas]', or use query()") from error
        from io import BytesIO

        return pd.read_csv(
            BytesIO(self.store.answer(sparql, "csv", **bindings)), keep_default_na=False, na_values=[""]
        )

    def rdflib(self) -> rdflib.Graph:
        """The graph as an rdflib.Graph: over the store itself where it is here, over the endpoint where it is not."""
        graph: rdflib.Graph = self.store.rdflib()
        return graph

    def networkx(self) -> Any:
        """Persons, bodies, events and places as a networkx.MultiDiGraph, tied by tenures and participations."""
        from kg.export.graph import property_graph
        from kg.export.reading import read_tables

        return property_graph(read_tables(self.store))


def open(place: str | Path, timeout: float = 60.0) -> Graph:
    """Open an OUT folder, a store folder, or the address of a SPARQL endpoint; `timeout` in seconds.

    Raises:
        StoreError: there is no store.
    """
    from kg.store import open_endpoint, open_store

    if str(place).startswith(("http://", "https://")):
        return Graph(open_endpoint(str(place), timeout))
    return Graph(open_store(Path(place)))
