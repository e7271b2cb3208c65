"""How an id is told in words that outlive a build."""

from __future__ import annotations

from kg.ask.graph import Graph, nodes, select, value
from kg.ask.people import base_of, persons_named

_BODY = "SELECT ?name WHERE {{ VALUES ?body {{ {body} }} ?body skos:prefLabel ?name }}"
_POSTS = """SELECT ?body ?post ?first WHERE {{
  VALUES ?person {{ {person} }}
  ?tenure org:member ?person ; org:role/skos:prefLabel ?post ; org:organization/skos:prefLabel ?body .
  OPTIONAL {{ ?tenure kg:firstAttested ?first }}
}} ORDER BY ?first ?body ?post"""


def name_of_body(graph: Graph, own: str) -> str:
    """The full name of an organisation by its id, "" where there is none."""
    iri = base_of(graph, "https://w3id.org/renmai/id/") + own
    rows = select(graph, _BODY.format(body=nodes([iri])))
    return value(rows[0], "name") if rows else ""


def posts_of(graph: Graph, own: str) -> tuple[str, list[tuple[str, str]]] | None:
    """A person's name and (organisation, post) pairs by id, the earliest first; None where there is none."""
    found = persons_named(graph, own)
    if not found:
        return None
    rows = select(graph, _POSTS.format(person=nodes([found[0].iri])))
    return found[0].name, [(value(row, "body"), value(row, "post")) for row in rows]
