"""Who took part in the same events as somebody.

The shortcut sem:hasActor leads from an event to its people ten times faster than the participations do; what those alone
know (in which capacity) is asked of the few who are told.
"""

from __future__ import annotations

from typing import Any

from kg.ask.graph import Graph, local, nodes, select, value

_COUNTS = """SELECT ?other (COUNT(*) AS ?n) WHERE {{
  ?event sem:hasActor {person} . ?event sem:hasActor ?other
}} GROUP BY ?other"""
_NAMES = """SELECT ?other ?name WHERE {{ VALUES ?other {{ {others} }} ?other a foaf:Person ; skos:prefLabel ?name }}"""
_DAYS = """SELECT ?other (MIN(?start) AS ?first) (MAX(?start) AS ?last) WHERE {{
  {{ SELECT ?other ?event WHERE {{ VALUES ?other {{ {others} }} ?event sem:hasActor ?other }} }}
  {{ SELECT ?event ?start WHERE {{ ?event sem:hasActor {person} . ?event kg:startDate ?start }} }}
}} GROUP BY ?other"""
_CAPACITIES = """SELECT DISTINCT ?other ?tenure WHERE {{
  {{ SELECT ?other ?tenure ?event WHERE {{
    VALUES ?other {{ {others} }} ?tenure org:member ?other . ?part kg:inCapacity ?tenure ; kg:event ?event }} }}
  {{ SELECT ?event WHERE {{ ?event sem:hasActor {person} }} }}
}}"""
_DAYS_OF_FEW = """SELECT ?other (MIN(?start) AS ?first) (MAX(?start) AS ?last) WHERE {{
  ?event sem:hasActor {person} . ?event sem:hasActor ?other . ?event kg:startDate ?start
}} GROUP BY ?other"""
_CAPACITIES_OF_FEW = """SELECT DISTINCT ?other ?tenure WHERE {{
  ?event sem:hasActor {person} . ?part kg:event ?event ; kg:participant ?other ; kg:inCapacity ?tenure
}}"""
MANY = 1000  # events from which on two tables are joined faster than events are looked up one by one
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
    found = most_met(graph, person, limit)
    if not found:
        return []
    names = {"person": nodes([person]), "others": nodes(iri for iri, _, _ in found)}
    many = sum(events for _, _, events in found) > MANY
    rows = select(graph, (_DAYS if many else _DAYS_OF_FEW).format(**names))
    days = {value(row, "other"): row for row in rows}
    posts = _posts_of(
        graph, (_CAPACITIES if many else _CAPACITIES_OF_FEW).format(**names), {iri for iri, _, _ in found}
    )
    return [
        {
            "person": name,
            "person_id": local(iri),
            "events": events,
            "first": days[iri].get("first") if iri in days else None,
            "last": days[iri].get("last") if iri in days else None,
            "as": sorted(posts.get(iri, ())),
        }
        for iri, name, events in found
    ]


def most_met(graph: Graph, person: str, limit: int) -> list[tuple[str, str, int]]:
    """(IRI, name, events) of those whom most of the person's events share."""
    counted = select(graph, _COUNTS.format(person=nodes([person])))
    events = {value(row, "other"): int(value(row, "n")) for row in counted if value(row, "other") != person}
    ranked = sorted(events, key=lambda iri: (-events[iri], iri))
    found: list[tuple[str, str, int]] = []
    for start in range(0, len(ranked), 2 * limit + 20):  # bodies among them have no name here
        part = ranked[start : start + 2 * limit + 20]
        names = {
            value(r, "other"): value(r, "name") for r in select(graph, _NAMES.format(others=nodes(part)))
        }
        found += [(iri, names[iri], events[iri]) for iri in part if iri in names]
        if len(found) >= limit:
            break
    return found[:limit]


def _posts_of(graph: Graph, query: str, wanted: set[str]) -> dict[str, set[str]]:
    """Person → posts under which they are named in the shared events."""
    rows = [row for row in select(graph, query) if value(row, "other") in wanted]
    if not rows:
        return {}
    told = select(graph, _POSTS.format(tenures=nodes(value(row, "tenure") for row in rows)))
    posts = {value(row, "tenure"): value(row, "body") + value(row, "post") for row in told}
    table: dict[str, set[str]] = {}
    for row in rows:
        if value(row, "tenure") in posts:
            table.setdefault(value(row, "other"), set()).add(posts[value(row, "tenure")])
    return table
