"""An event's dossier: what, when, where, who as what, in which capacity, and every sentence that tells of it."""

from __future__ import annotations

from typing import Any

from kg.ask.graph import Graph, local, nodes, select, value
from kg.ask.people import base_of
from kg.ask.quotes import listed, quotes

_EVENT = """SELECT ?type ?label ?start ?end ?open ?place ?whole WHERE {{
  VALUES ?event {{ {event} }}
  ?event kg:eventType ?type ; skos:prefLabel ?label .
  OPTIONAL {{ ?event kg:startDate ?start }} OPTIONAL {{ ?event kg:endDate ?end }}
  OPTIONAL {{ ?event kg:openList ?open }} OPTIONAL {{ ?event kg:place/skos:prefLabel ?place }}
  OPTIONAL {{ ?event kg:subEventOf ?whole }}
}}"""
_PARTS = """SELECT ?who ?name ?role ?position ?post ?body ?evidence WHERE {{
  VALUES ?event {{ {event} }}
  ?x kg:event ?event ; kg:participant ?who ; kg:participationRole ?role . ?who skos:prefLabel ?name .
  OPTIONAL {{ ?x kg:position ?position }} OPTIONAL {{ ?x kg:evidence ?evidence }}
  OPTIONAL {{ ?x kg:inCapacity ?tenure . ?tenure org:role/skos:prefLabel ?post .
    OPTIONAL {{ ?tenure org:organization/skos:prefLabel ?body }} }}
}}"""
_SAID = """SELECT ?evidence WHERE {{ VALUES ?event {{ {event} }} ?event kg:evidence|kg:words ?evidence }} ORDER BY ?evidence"""


def dossier(graph: Graph, event: str) -> dict[str, Any] | None:
    """All about one event, by its id or IRI; None where there is none."""
    iri = event if ":" in event else base_of(graph, "https://w3id.org/renmai/id/") + event
    rows = select(graph, _EVENT.format(event=nodes([iri])))
    if not rows:
        return None
    first = rows[0]
    said = [value(row, "evidence") for row in select(graph, _SAID.format(event=nodes([iri])))]
    return {
        "event": local(iri),
        "type": local(value(first, "type")),
        "label": value(first, "label"),
        "start": first.get("start"),
        "end": first.get("end"),
        "places": sorted({value(row, "place") for row in rows} - {""}),
        "open_list": value(first, "open") == "true",
        "part_of": local(value(first, "whole")) or None,
        "participants": _parts(graph, iri),
        "evidence": listed(quotes(graph, said), said),
    }


def _parts(graph: Graph, iri: str) -> list[dict[str, Any]]:
    parts: dict[tuple[str, str], dict[str, Any]] = {}
    for row in select(graph, _PARTS.format(event=nodes([iri]))):
        own = (value(row, "who"), value(row, "role"))
        part = parts.setdefault(
            own,
            {
                "name": value(row, "name"),
                "id": local(own[0]),
                "as": local(own[1]),
                "position": int(value(row, "position") or 0) or None,
                "capacity": [],
                "evidence": [],
            },
        )
        capacity = value(row, "body") + value(row, "post")
        if capacity and capacity not in part["capacity"]:
            part["capacity"].append(capacity)
        if row.get("evidence") and row["evidence"] not in part["evidence"]:
            part["evidence"].append(row["evidence"])
    found = quotes(graph, [iri for part in parts.values() for iri in part["evidence"]])
    for part in parts.values():
        part["capacity"].sort()
        part["evidence"] = listed(found, sorted(part["evidence"]))
    return sorted(parts.values(), key=lambda p: (p["position"] or 999, p["as"], p["id"]))
