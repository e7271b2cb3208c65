"""What a graph holds, in numbers."""

from __future__ import annotations

from typing import Any

from kg.ask.graph import Graph, local, select, value

CLASSES = {
    "articles": "kg:Article",
    "persons": "foaf:Person",
    "organizations": "org:Organization",
    "tenures": "kg:Tenure",
    "events": "kg:Event",
    "participations": "kg:Participation",
    "evidence": "kg:Evidence",
    "conflicts": "kg:Conflict",
}
_COUNT = "SELECT (COUNT(?x) AS ?n) WHERE {{ ?x a {kind} }}"
_TYPES = (
    "SELECT ?type (COUNT(?e) AS ?n) WHERE { ?e kg:eventType ?type } GROUP BY ?type ORDER BY DESC(?n) ?type"
)
_DAYS = "SELECT (MIN(?d) AS ?first) (MAX(?d) AS ?last) WHERE { ?a a kg:Article ; schema:datePublished ?d }"
_TOP = """SELECT ?name (COUNT(?t) AS ?n) WHERE {{
  ?t {link} ?x . ?x a {kind} ; skos:prefLabel ?name }} GROUP BY ?x ?name ORDER BY DESC(?n) ?name LIMIT {limit}"""


def statistics(graph: Graph, top: int = 10) -> dict[str, Any]:
    """Counts of everything, the span of days, events by type, the persons and bodies that come most."""
    days = select(graph, _DAYS)
    return {
        **{name: count(graph, kind) for name, kind in CLASSES.items()},
        "first_day": days[0].get("first") if days else None,
        "last_day": days[0].get("last") if days else None,
        "events_by_type": {local(value(r, "type")): int(value(r, "n")) for r in select(graph, _TYPES)},
        "most_named_persons": _most(graph, "schema:mentions", "foaf:Person", top),
        "most_named_organizations": _most(graph, "schema:mentions", "org:Organization", top),
    }


def count(graph: Graph, kind: str) -> int:
    """How many things of a class there are."""
    rows = select(graph, _COUNT.format(kind=kind))
    return int(value(rows[0], "n")) if rows else 0


def _most(graph: Graph, link: str, kind: str, limit: int) -> dict[str, int]:
    rows = select(graph, _TOP.format(link=link, kind=kind, limit=limit))
    return {value(row, "name"): int(value(row, "n")) for row in rows}
