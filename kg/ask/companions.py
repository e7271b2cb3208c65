"""Who took part in the same events as somebody."""

from __future__ import annotations

from typing import Any

from kg.ask.graph import Graph, local, nodes, select, value

_COMPANIONS = """SELECT ?other ?name (COUNT(DISTINCT ?event) AS ?n) (MIN(?start) AS ?first) (MAX(?start) AS ?last) WHERE {{
  VALUES ?person {{ {person} }}
  ?x kg:participant ?person ; kg:event ?event .
  ?y kg:event ?event ; kg:participant ?other . FILTER(?other != ?person)
  ?other a foaf:Person ; skos:prefLabel ?name .
  OPTIONAL {{ ?event kg:startDate ?start }}
}} GROUP BY ?other ?name ORDER BY DESC(?n) ?other LIMIT {limit}"""
_CAPACITIES = """SELECT DISTINCT ?other ?post ?body WHERE {{
  VALUES ?person {{ {person} }} VALUES ?other {{ {others} }}
  ?x kg:participant ?person ; kg:event ?event .
  ?y kg:event ?event ; kg:participant ?other ; kg:inCapacity ?tenure .
  ?tenure org:role/skos:prefLabel ?post . OPTIONAL {{ ?tenure org:organization/skos:prefLabel ?body }}
}} ORDER BY ?body ?post"""


def companions(graph: Graph, person: str, limit: int = 30) -> list[dict[str, Any]]:
    """People of the same events, those of most events first, with the posts in which they came.

    Args:
        graph: the store to ask.
        person: the IRI of a person.
        limit: how many to give.
    """
    rows = select(graph, _COMPANIONS.format(person=nodes([person]), limit=limit))
    posts: dict[str, list[str]] = {}
    if rows:
        others = nodes(value(row, "other") for row in rows)
        for row in select(graph, _CAPACITIES.format(person=nodes([person]), others=others)):
            posts.setdefault(value(row, "other"), []).append(value(row, "body") + value(row, "post"))
    return [
        {
            "person": value(row, "name"),
            "person_id": local(value(row, "other")),
            "events": int(value(row, "n")),
            "first": row.get("first"),
            "last": row.get("last"),
            "as": posts.get(value(row, "other"), []),
        }
        for row in rows
    ]
