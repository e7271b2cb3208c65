"""What the page of a place tells."""

from __future__ import annotations

from typing import Any

from kg.serve.explorer.asked import Index
from kg.serve.explorer.graph import Graph

AROUND = """SELECT ?relation ?thing ?name { { ?place skos:broader ?thing BIND("within" AS ?relation) }
  UNION { ?thing skos:broader ?place BIND("parts" AS ?relation) }
  UNION { ?thing kg:jurisdiction ?place BIND("bodies" AS ?relation) }
  ?thing skos:prefLabel ?name } ORDER BY ?relation ?name LIMIT 600"""


def place(graph: Graph, index: Index, id_: str, page: int = 1) -> dict[str, Any]:
    """What lies around a place, its bodies, and the events there.

    Raises:
        NotFound: there is no such place.
    """
    iri = graph.expect(id_, "place")
    about = graph.rows(
        "SELECT ?name ?code { ?place skos:prefLabel ?name . OPTIONAL { ?place skos:notation ?code } }",
        place=iri,
    )
    around: dict[str, list[dict[str, str]]] = {}
    for row in graph.rows(AROUND, place=iri):
        around.setdefault(row["relation"], []).append({"id": graph.local(row["thing"]), "name": row["name"]})
    return {
        "id": id_,
        "iri": iri.value,
        "kind": "place",
        "name": about[0]["name"] if about else id_,
        "code": about[0]["code"] if about else "",
        "around": around,
        **index.events_at(id_, page),
    }
