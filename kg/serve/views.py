"""What a worker answers besides SPARQL: the explorer's pages and their data, search, reconciliation, the index."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson

from kg.model.errors import KgError
from kg.serve.engine import Engine
from kg.serve.explorer.article import article
from kg.serve.explorer.asked import Index
from kg.serve.explorer.body import body
from kg.serve.explorer.event import event
from kg.serve.explorer.graph import Graph
from kg.serve.explorer.home import home, network, overview, search
from kg.serve.explorer.index import make_index, open_index
from kg.serve.explorer.person import person
from kg.serve.explorer.place import place
from kg.serve.explorer.reconcile import extend, preview, reconcile, suggest
from kg.serve.explorer.spelled import spell_index
from kg.serve.sink import Sink

VIEWS: dict[str, Callable[..., dict[str, Any]]] = {
    "home": home,
    "search": search,
    "person": person,
    "body": body,
    "event": event,
    "article": article,
    "place": place,
    "network": network,
    "overview": overview,
    "reconcile": reconcile,
    "extend": extend,
    "suggest": suggest,
    "preview": preview,
}
"""Name → (graph, index, **arguments) to plain data; the template of the same name shows it."""


def write_view(engine: Engine, job: dict[str, Any], sink: Sink) -> None:
    """Do a job of a page.

    Raises:
        KgError: there is no such thing.
    """
    graph = graph_of(engine)
    if job["view"] == "index":
        if job["plain"]:
            spell_index(Path(job["plain"]), Path(job["index"]))
        else:
            make_index(graph, Path(job["index"]))
        sink.write(b"{}")
        return
    if job["view"] == "where":
        sink.write(orjson.dumps({"path": graph.page_of(job["arguments"]["id_"])}))
        return
    data = VIEWS[job["view"]](graph, _index(job["index"]), **job["arguments"])
    if job["as"] == "json":
        sink.write(orjson.dumps(data, option=orjson.OPT_INDENT_2))
        return
    from kg.serve.explorer.render import page

    sink.write(page(job["view"], data, job["language"], graph.type_labels).encode("utf-8", "replace"))


@lru_cache(maxsize=1)
def graph_of(engine: Engine) -> Graph:
    """The graph of a worker's store; OUT is where the store stands."""
    out = engine.path.parent if engine.path.name == "store" else engine.path
    return Graph(engine.store, out)


@lru_cache(maxsize=2)
def _index(path: str) -> Index:
    try:
        return Index(open_index(path))
    except OSError as error:
        raise KgError("the index of pages cannot be opened") from error
