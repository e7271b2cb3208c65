"""A store on this machine: Oxigraph, opened read-only."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.model.digests import folder_digest
from kg.model.errors import QueryError, StoreError
from kg.model.namespaces import PREFIXES
from kg.model.settings import Settings
from kg.model.values import Answer, Bound
from kg.store.base import base_of
from kg.store.binding import bind
from kg.store.complaints import complaint
from kg.store.turtle import short_turtle

ROWS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
GRAPHS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "json": ox.RdfFormat.JSON_LD,
    "xml": ox.RdfFormat.RDF_XML,
}

_TAG = re.compile(r'("@[a-z]{2,3}-)(hans|hant) \.\n\Z')


class LocalStore:
    """A graph in an Oxigraph store; the methods are those of kg.model.values.Store."""

    def __init__(self, store: ox.Store, base: str = Settings().base) -> None:
        self.engine = store
        self.prefixes = {"id": base, **PREFIXES}

    def select(self, query: str, **bindings: Bound) -> list[Answer]:
        """The rows of a SELECT query: variable → lexical form, None where unbound."""
        found = self.query(query, **bindings)
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError(
                "query: this is no SELECT query; ask() answers ASK, construct() CONSTRUCT and DESCRIBE"
            )
        names = [v.value for v in found.variables]
        with _damage_told():
            return [
                {n: None if t is None else _lexical(t) for n, t in zip(names, row, strict=True)}
                for row in found
            ]

    def ask(self, query: str, **bindings: Bound) -> bool:
        """The answer of an ASK query."""
        found = self.query(query, **bindings)
        if not isinstance(found, ox.QueryBoolean):
            raise QueryError("query: this is no ASK query; select() answers SELECT, construct() CONSTRUCT")
        return bool(found)

    def construct(self, query: str, **bindings: Bound) -> Iterator[str]:
        """The triples of a CONSTRUCT or DESCRIBE query, as N-Triples lines, each ended by a newline."""
        found = self.query(query, **bindings)
        if not isinstance(found, ox.QueryTriples):
            raise QueryError("query: this is no CONSTRUCT or DESCRIBE query; select() answers SELECT")
        return _lines(found)

    def answer(self, query: str, form: str, **bindings: Bound) -> bytes:
        """The whole answer of a query of any kind, written as csv, tsv, json, xml, ttl or nt."""
        found = self.query(query, **bindings)
        is_graph = isinstance(found, ox.QueryTriples)
        chosen: Any = (GRAPHS if is_graph else ROWS).get(form)
        if chosen is None or (isinstance(found, ox.QueryBoolean) and form in {"csv", "tsv"}):
            raise QueryError(
                f"query: {form} cannot hold the answer of this query; try {'ttl' if is_graph else 'json'}"
            )
        if form in {"ttl", "nt"}:
            with _damage_told():
                lines = sorted(set(_lines(found)))
            return "".join(short_turtle(lines, self.prefixes["id"]) if form == "ttl" else lines).encode()
        with _damage_told():
            return bytes(found.serialize(format=chosen) or b"")

    def query(self, query: str, **bindings: Bound) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The engine's own answer, which is read as it comes.

        Raises:
            QueryError: the query is no SPARQL, is an update, or asks for something that the engine cannot do.
        """
        bound = bind(query, bindings)
        try:
            return self.engine.query(bound, prefixes=self.prefixes)
        except (SyntaxError, RuntimeError, OSError, ValueError) as error:
            raise QueryError(complaint(error, query, self.prefixes)) from error

    @cached_property
    def size(self) -> int:
        """The number of triples."""
        return len(self.engine)

    def rdflib(self) -> Any:
        """The graph as an rdflib.Graph that reads this store (through oxrdflib), without a copy."""
        import rdflib
        from oxrdflib import OxigraphStore
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

        graph = rdflib.Graph(OxigraphStore(store=self.engine), identifier=DATASET_DEFAULT_GRAPH_ID)
        for prefix, iri in self.prefixes.items():
            graph.namespace_manager.store.bind(prefix, rdflib.URIRef(iri))
        return graph


@contextmanager
def _damage_told() -> Iterator[None]:
    """One line for what Oxigraph says when it comes upon a damaged block.

    Raises:
        StoreError: it came upon one.
    """
    try:
        yield
    except (RuntimeError, OSError) as error:
        raise StoreError(
            f"the store cannot be read to the end ({_first_line(error)}); see what kg validate says, or build it again"
        ) from error


def check_intact(out: Path) -> None:
    """Compare the store of an OUT with the digest that its build noted; without a note nothing is said.

    Raises:
        StoreError: a file of it is not what the build wrote.
    """
    import json

    manifest, folder = out / "manifest.json", out / "store"
    if not manifest.is_file() or not folder.is_dir():
        return
    noted = json.loads(manifest.read_text("utf-8")).get("products", {}).get("store", {}).get("sha256")
    if noted and folder_digest(folder) != noted:
        raise StoreError(f"{folder}: is damaged, its files are not those that were built; build it again")


def open_store(place: Path) -> LocalStore:
    """Open the store of an OUT folder, or a store folder itself, read-only."""
    folder = place / "store" if (place / "store").is_dir() else place
    if not (folder / "CURRENT").is_file():
        raise StoreError(f"{place}: no store there; make one with: kg build INPUT… -o {place}")
    try:
        return LocalStore(ox.Store.read_only(str(folder)), base_of(folder))
    except (OSError, RuntimeError) as error:  # RuntimeError: what Oxigraph says of damaged files
        raise StoreError(
            f"{folder}: cannot be opened as a store ({_first_line(error)}); build it again"
        ) from error


def load(nt_path: Path, store_dir: Path) -> None:
    """Make a store of an N-Triples file, beside its place, then swap it in.

    A bulk load leaves a million triples to a file, and a look-up searches each of them: put together into one
    run they are found several times as fast, which pays for itself before the page is drawn.
    """
    beside = store_dir.with_name(f"{store_dir.name}.{os.getpid()}.part")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        store = ox.Store(str(beside))
        store.bulk_load(path=str(nt_path), format=ox.RdfFormat.N_TRIPLES)
        store.flush()
        store.optimize()
        del store
        _swap(beside, store_dir)
    except SyntaxError as error:
        raise StoreError(f"{nt_path}: not N-Triples ({_first_line(error)}); build it again") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def memory_store(nt: str, base: str = Settings().base) -> LocalStore:
    """A store in memory of some N-Triples text: for small graphs and tests."""
    store = ox.Store()
    store.load(input=nt.encode(), format=ox.RdfFormat.N_TRIPLES)
    return LocalStore(store, base)


def _swap(new: Path, place: Path) -> None:
    """Put a finished folder in its place; a reader that has the old one open keeps it."""
    old = place.with_name(f"{place.name}.{os.getpid()}.old")
    if place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def _lines(triples: Any) -> Iterator[str]:
    """N-Triples lines, with language tags in their usual case, which Oxigraph folds."""
    return (_TAG.sub(lambda m: f"{m[1]}{m[2].title()} .\n", f"{triple} .\n") for triple in triples)


def _lexical(term: Any) -> str:
    return str(term.value) if hasattr(term, "value") else str(term)


def _first_line(error: BaseException) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
