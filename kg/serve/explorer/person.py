"""What the page of a person tells."""

from __future__ import annotations

from typing import Any

from kg.model.values import Iri
from kg.serve.explorer.asked import NONE, Index
from kg.serve.explorer.graph import Graph, day
from kg.serve.explorer.proofs import quotes

NAMES = """SELECT DISTINCT ?name ?main { { ?who skos:prefLabel ?name BIND(1 AS ?main) }
  UNION { ?who skos:altLabel ?name BIND(0 AS ?main) } }"""
TENURES = """SELECT ?tenure ?body ?bodyName ?post ?first ?last ?from ?until ?status {
  ?tenure org:member ?who ; org:role/skos:prefLabel ?post .
  OPTIONAL { ?tenure org:organization ?body . ?body skos:prefLabel ?bodyName }
  OPTIONAL { ?tenure kg:firstAttested ?first } OPTIONAL { ?tenure kg:lastAttested ?last }
  OPTIONAL { ?tenure kg:validFrom ?from } OPTIONAL { ?tenure kg:validUntil ?until }
  OPTIONAL { ?tenure kg:status ?status } }"""
PERHAPS = """SELECT DISTINCT ?other ?name { { ?who kg:possiblySameAs ?other } UNION { ?other kg:possiblySameAs ?who }
  ?other skos:prefLabel ?name }"""


def person(graph: Graph, index: Index, id_: str, page: int = 1) -> dict[str, Any]:
    """Names, posts in time, events, companions, places of one person.

    Raises:
        NotFound: there is no such person.
    """
    who = graph.expect(id_, "person")
    names = graph.rows(NAMES, who=who)
    main = next((row["name"] for row in names if row["main"] == "1"), id_)
    perhaps = graph.rows(PERHAPS, who=who)
    return {
        "id": id_,
        "iri": who.value,
        "kind": "person",
        "name": main,
        "names": sorted({row["name"] for row in names} - {main}),
        "perhaps": [_other(index, graph.local(row["other"]), row["name"]) for row in perhaps],
        "tenures": tenures(graph, index, TENURES, who=who),
        **index.doings(id_, page),
        "companions": index.companions(id_),
    }


def _other(index: Index, id_: str, name: str) -> dict[str, str]:
    """A namesake, and the post by which he is told apart."""
    return {"id": id_, "name": name, "post": (index.thing(id_) or {}).get("post", "")}


def tenures(graph: Graph, index: Index, query: str, **bindings: Iri) -> list[dict[str, Any]]:
    """Tenures in time, each with its first and last quotation."""
    rows = [row for row in graph.rows(query, **bindings) if row["tenure"]]
    counted = index.proofs([graph.local(row["tenure"]) for row in rows])
    proofs = quotes(graph, (proof for told in counted.values() for proof in (told.one, told.other)))
    found = [
        {
            "id": graph.local(row["tenure"]),
            "person": {"id": graph.local(row.get("who", "")), "name": row.get("whoName", "")},
            "body": {"id": graph.local(row["body"]), "name": row["bodyName"]} if row["body"] else None,
            "post": row["post"],
            "first": day(row["first"]),
            "last": day(row["last"]),
            "from": day(row["from"]),
            "until": day(row["until"]),
            "status": row["status"],
            "reports": told.reports,
            "proofs": [proofs[p] for p in dict.fromkeys((told.one, told.other)) if p in proofs],
        }
        for row in rows
        for told in [counted.get(graph.local(row["tenure"]), NONE)]
    ]
    return sorted(found, key=lambda t: (t["from"] or t["first"], t["last"], t["id"]))
