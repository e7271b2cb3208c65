"""What the page of a body tells: its posts, and who held each one after the other."""

from __future__ import annotations

from typing import Any

from kg.serve.explorer.asked import Index
from kg.serve.explorer.graph import Graph
from kg.serve.explorer.person import NAMES, tenures

TENURES = """SELECT ?tenure ?who ?whoName ?body ?bodyName ?post ?first ?last ?from ?until ?status {
  ?tenure org:organization ?org ; org:member ?who ; org:role/skos:prefLabel ?post . ?who skos:prefLabel ?whoName .
  OPTIONAL { ?tenure kg:firstAttested ?first } OPTIONAL { ?tenure kg:lastAttested ?last }
  OPTIONAL { ?tenure kg:validFrom ?from } OPTIONAL { ?tenure kg:validUntil ?until }
  OPTIONAL { ?tenure kg:status ?status } }"""
AROUND = """SELECT ?relation ?thing ?name {
  { ?org org:subOrganizationOf ?thing BIND("part of" AS ?relation) }
  UNION { ?thing org:subOrganizationOf ?org BIND("has part" AS ?relation) }
  UNION { ?org kg:jurisdiction ?thing BIND("jurisdiction" AS ?relation) }
  ?thing skos:prefLabel ?name } ORDER BY ?relation ?name LIMIT 400"""
MOST_POSTS = 80


def body(graph: Graph, index: Index, id_: str, page: int = 1) -> dict[str, Any]:
    """Names, place among other bodies, posts with their holders in time, events of one body.

    Raises:
        NotFound: there is no such body.
    """
    org = graph.expect(id_, "body")
    names = graph.rows(NAMES, who=org)
    main = next((row["name"] for row in names if row["main"] == "1"), id_)
    around: dict[str, list[dict[str, str]]] = {}
    for row in graph.rows(AROUND, org=org):
        around.setdefault(row["relation"], []).append({"id": graph.local(row["thing"]), "name": row["name"]})
    posts: dict[str, list[dict[str, Any]]] = {}
    for tenure in tenures(graph, index, TENURES, org=org):
        posts.setdefault(tenure["post"], []).append(tenure)
    ordered = sorted(posts.items(), key=lambda item: (-sum(t["reports"] for t in item[1]), item[0]))
    return {
        "id": id_,
        "iri": org.value,
        "kind": "body",
        "name": main,
        "names": sorted({row["name"] for row in names} - {main}),
        "around": around,
        "posts": [{"post": post, "tenures": held} for post, held in ordered[:MOST_POSTS]],
        "posts_left_out": max(0, len(ordered) - MOST_POSTS),
        **index.doings(id_, page),
        "companions": index.companions(id_),
    }
