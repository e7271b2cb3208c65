"""The shortest tie between two persons: events that they shared, step by step, with the sentences."""

from __future__ import annotations

from typing import Any

from kg.ask.graph import Graph, local, nodes, select, value
from kg.ask.people import persons_named
from kg.ask.quotes import listed, quotes

STEPS = 6  # ties longer than that say nothing

_NEXT = """SELECT ?near ?far (MIN(?event) AS ?tie) WHERE {{
  VALUES ?near {{ {near} }}
  ?x kg:participant ?near ; kg:event ?event . ?y kg:event ?event ; kg:participant ?far .
  ?far a foaf:Person . FILTER(?far != ?near)
}} GROUP BY ?near ?far"""
_TIE = """SELECT ?label ?start ?evidence WHERE {{
  VALUES ?event {{ {event} }} ?event skos:prefLabel ?label .
  OPTIONAL {{ ?event kg:startDate ?start }} OPTIONAL {{ ?event kg:evidence ?evidence }}
}} ORDER BY ?evidence LIMIT 1"""
_NAMES = """SELECT ?person ?name WHERE {{ VALUES ?person {{ {persons} }} ?person skos:prefLabel ?name }}"""

Steps = dict[str, tuple[str, str]]  # person → (the person before, the event that ties them)


def shortest(graph: Graph, one: str, other: str) -> list[dict[str, Any]] | None:
    """The steps from one person to another, or None where no tie is found; names may have namesakes.

    Both ends are grown in turn, the smaller first.
    """
    starts = {p.iri for p in persons_named(graph, one)}
    goals = {p.iri for p in persons_named(graph, other)}
    if not starts or not goals:
        return None
    left: Steps = dict.fromkeys(sorted(starts), ("", ""))
    right: Steps = dict.fromkeys(sorted(goals), ("", ""))
    edge, far_edge = sorted(starts), sorted(goals)
    for _ in range(STEPS):
        meeting = sorted(left.keys() & right.keys())
        if meeting:
            return _told(graph, meeting[0], left, right)
        if not edge or not far_edge:
            return None
        if len(edge) <= len(far_edge):
            edge = _grow(graph, edge, left)
        else:
            far_edge = _grow(graph, far_edge, right)
    return None


def _grow(graph: Graph, edge: list[str], reached: Steps) -> list[str]:
    fresh: Steps = {}
    for row in select(graph, _NEXT.format(near=nodes(edge))):
        far, step = value(row, "far"), (value(row, "near"), value(row, "tie"))
        if far not in reached and (far not in fresh or step < fresh[far]):
            fresh[far] = step
    reached.update(fresh)
    return sorted(fresh)


def _told(graph: Graph, meeting: str, left: Steps, right: Steps) -> list[dict[str, Any]]:
    chain: list[tuple[str, str, str]] = []
    at = meeting
    while left[at][0]:
        before, event = left[at]
        chain.append((before, event, at))
        at = before
    chain.reverse()
    at = meeting
    while right[at][0]:
        after, event = right[at]
        chain.append((at, event, after))
        at = after
    people = {iri for a, _, b in chain for iri in (a, b)} or {meeting}
    names = {
        value(r, "person"): value(r, "name") for r in select(graph, _NAMES.format(persons=nodes(people)))
    }
    return [_step(graph, names, *link) for link in chain]


def _step(graph: Graph, names: dict[str, str], one: str, event: str, other: str) -> dict[str, Any]:
    rows = select(graph, _TIE.format(event=nodes([event])))
    proof = [value(row, "evidence") for row in rows if row.get("evidence")]
    return {
        "from": names.get(one, ""),
        "from_id": local(one),
        "to": names.get(other, ""),
        "to_id": local(other),
        "event": local(event),
        "label": value(rows[0], "label") if rows else "",
        "start": rows[0].get("start") if rows else None,
        "evidence": listed(quotes(graph, proof), proof),
    }
