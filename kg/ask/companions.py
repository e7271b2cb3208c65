"""Who took part in the same events as somebody."""

from __future__ import annotations

from typing import Any

from kg.ask.graph import Graph, Row, local, nodes, select, value

_COUNTS = """SELECT ?other (COUNT(DISTINCT ?event) AS ?n) WHERE {{
  VALUES ?person {{ {person} }}
  ?x kg:participant ?person ; kg:event ?event . ?y kg:event ?event ; kg:participant ?other .
}} GROUP BY ?other ORDER BY DESC(?n) ?other LIMIT {limit}"""
_NAMES = """SELECT ?other ?name WHERE {{ VALUES ?other {{ {others} }} ?other a foaf:Person ; skos:prefLabel ?name }}"""
_SHARED = """SELECT DISTINCT ?other ?event ?tenure ?start WHERE {{
  VALUES ?person {{ {person} }}
  ?x kg:participant ?person ; kg:event ?event . ?y kg:event ?event ; kg:participant ?other .
  VALUES ?other {{ {others} }}
  OPTIONAL {{ ?y kg:inCapacity ?tenure }} OPTIONAL {{ ?event kg:startDate ?start }}
}}"""
_POSTS = """SELECT ?tenure ?post ?body WHERE {{
  VALUES ?tenure {{ {tenures} }} ?tenure org:role ?role . ?role skos:prefLabel ?post .
  OPTIONAL {{ ?tenure org:organization ?organization . ?organization skos:prefLabel ?body }}
}}"""


def companions(graph: Graph, person: str, limit: int = 30) -> list[dict[str, Any]]:
    """People of the same events, those of most events first, with the posts in which they came.

    Args:
        graph: the store to ask.
        person: the IRI of a person.
        limit: how many to give.
    """
    counted = select(graph, _COUNTS.format(person=nodes([person]), limit=2 * limit + 20))
    events = {value(row, "other"): int(value(row, "n")) for row in counted if value(row, "other") != person}
    if not events:
        return []
    names = {value(r, "other"): value(r, "name") for r in select(graph, _NAMES.format(others=nodes(events)))}
    chosen = [iri for iri in events if iri in names][:limit]
    shared = select(graph, _SHARED.format(person=nodes([person]), others=nodes(chosen))) if chosen else []
    posts = _posts(graph, {value(row, "tenure") for row in shared} - {""})
    return [
        _row(iri, names[iri], events[iri], [r for r in shared if r["other"] == iri], posts) for iri in chosen
    ]


def _posts(graph: Graph, tenures: set[str]) -> dict[str, str]:
    if not tenures:
        return {}
    rows = select(graph, _POSTS.format(tenures=nodes(tenures)))
    return {value(row, "tenure"): value(row, "body") + value(row, "post") for row in rows}


def _row(iri: str, name: str, events: int, shared: list[Row], posts: dict[str, str]) -> dict[str, Any]:
    days = sorted({value(row, "start") for row in shared} - {""})
    return {
        "person": name,
        "person_id": local(iri),
        "events": events,
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "as": sorted({posts[value(row, "tenure")] for row in shared if value(row, "tenure") in posts}),
    }
