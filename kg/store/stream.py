"""Answers written as bytes while they are found, for who serves others' queries: never whole in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Any, cast

import pyoxigraph as ox

from kg.model.errors import QueryError
from kg.store.local import GRAPHS, ROWS, LocalStore
from kg.store.template import template_of

_POSITION = re.compile(r"^error at (\d+):(\d+): (.*)$", re.DOTALL)
_WIDTH = 30  # characters quoted on each side of a place that cannot be read


class TooManyTriples(Exception):  # noqa: N818  (an answer, not a fault)
    """A graph that a query describes or constructs is larger than was allowed."""


def named_graphs(store: LocalStore) -> tuple[str, ...]:
    """The IRIs of the named graphs, sorted."""
    return tuple(sorted(g.value for g in store.engine.named_graphs() if isinstance(g, ox.NamedNode)))


def write_answer(
    store: LocalStore,
    query: str,
    form: str,
    out: IO[bytes],
    *,
    base: str | None = None,
    default: Sequence[str] | None = None,
    named: Sequence[str] | None = None,
    most_triples: int = 1 << 62,
) -> None:
    """Write the answer to `out` as it is found: json, xml, csv, tsv of rows; ttl, nt, json, xml of a graph.

    Args:
        store: where to look.
        query: the query.
        form: the form of the answer.
        out: takes the bytes.
        base: the IRI that relative ones are completed by.
        default: the graphs that make up the default graph; with either list, the store's own is not used.
        named: the graphs that GRAPH may name.
        most_triples: the triples after which a graph is too large.

    Raises:
        QueryError: the query cannot be read or evaluated.
        TooManyTriples: the graph is larger than `most_triples`.
    """
    dataset: dict[str, Any] = {"base_iri": base, "prefixes": store.prefixes}
    if default is not None or named is not None:
        dataset["default_graph"] = [ox.NamedNode(iri) for iri in default or ()]
        dataset["named_graphs"] = [ox.NamedNode(iri) for iri in named or ()]
    found = _constructed(store, query, dataset) or _find(store, query, dataset)
    if isinstance(found, ox.QuerySolutions | ox.QueryBoolean):
        found.serialize(out, ROWS[form])
    else:
        prefixes = store.prefixes if form == "ttl" else None
        ox.serialize(_at_most(found, most_triples), out, GRAPHS[form], prefixes=prefixes)


def _constructed(store: LocalStore, query: str, dataset: Mapping[str, Any]) -> Iterator[ox.Triple] | None:
    """The triples of a CONSTRUCT query; None where it is none, or where the engine shall tell what is wrong."""
    template = template_of(query, store.prefixes, dataset["base_iri"])
    if template is None:
        return None
    try:
        return template.fill(cast(Any, store.engine.query(template.select, **dataset)))
    except (SyntaxError, ValueError, RuntimeError):
        return None


def _find(store: LocalStore, query: str, dataset: Mapping[str, Any]) -> Any:
    try:
        return store.engine.query(query, **dataset)
    except SyntaxError as error:
        raise QueryError(_explained(str(error), query)) from error
    except (ValueError, RuntimeError) as error:
        raise QueryError(f"query: cannot be evaluated; {error}") from error


def _at_most(triples: Iterable[ox.Triple], most: int) -> Iterator[ox.Triple]:
    for count, triple in enumerate(triples, 1):
        if count > most:
            raise TooManyTriples
        yield triple


def _explained(said: str, query: str) -> str:
    """The engine's words, with those of the query that they mean."""
    found = _POSITION.match(said)
    if not found:
        return f"query: cannot be read; {said}"
    line, column = int(found[1]), int(found[2])
    lines = query.splitlines() or [""]
    words = lines[min(line, len(lines)) - 1][max(0, column - _WIDTH) : column + _WIDTH].strip()
    return f"query: line {line}, column {column}: cannot be read near {words!r}; {found[3]}"
