"""The first page, and search."""

from __future__ import annotations

from typing import Any

from kg.serve.explorer.asked import Index
from kg.serve.explorer.graph import Graph, NotFound
from kg.serve.explorer.pictures import neighbourhood

BUSIEST, LATEST = 24, 20


def home(_graph: Graph, index: Index) -> dict[str, Any]:
    """How large the graph is, who is in it most often, when, and what came last."""
    return {
        "facts": index.facts(),
        "persons": index.busiest("person", BUSIEST),
        "bodies": index.busiest("body", BUSIEST),
        "places": index.busiest("place", BUSIEST),
        "months": index.months(),
        "latest": index.latest(LATEST),
    }


def search(_graph: Graph, index: Index, q: str, kind: str = "", most: int = 40) -> dict[str, Any]:
    """Who and what goes by a name, however it is typed."""
    return {"q": q, "kind_asked": kind, "results": index.search(q, kind, most)}


def network(_graph: Graph, index: Index, id_: str, most: int = 30) -> dict[str, Any]:
    """The neighbourhood of a person or body: who took part in the same events, and who of them with whom.

    Raises:
        NotFound: there is no such person or body.
    """
    own = index.thing(id_)
    if own is None or own["kind"] == "place":
        raise NotFound("there is no person or body of that name here")
    nodes = [
        own,
        *index.companions(id_, most),
        *index.companions(id_, most // 3, "body"),
    ]
    ties = index.among([node["id"] for node in nodes])
    spots = {node["id"]: (node["x"], node["y"]) for node in neighbourhood(nodes, ties)["nodes"]}
    return {
        "id": id_,
        "name": own["name"],
        "kind": own["kind"],
        "nodes": [{**node, "x": spots[node["id"]][0], "y": spots[node["id"]][1]} for node in nodes],
        "ties": ties,
    }


def overview(_graph: Graph, index: Index) -> dict[str, Any]:
    """The picture of the whole: who takes part most often, tied to whom they meet most.

    It is made after the first index; `ready` says whether it is there.
    """
    found = index.overview()
    return {"ready": found is not None, **(found or {"nodes": [], "ties": []})}
