"""The graph as networkx knows it: things are nodes, tenures and participations are edges with their proof."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.export.rows import EvidenceRow, Tables, local

if TYPE_CHECKING:
    import networkx as nx

LONGEST_LIST = 5  # quotations on an edge; their number is there too


def property_graph(tables: Tables) -> nx.MultiDiGraph[str]:
    """Persons, bodies, places and events; edges HOLDS, TAKES_PART, AT, PART_OF and SEAT.

    Attributes are text, numbers and truth values only, "" for unknown, so that every format can hold them;
    several values stand in one text with " | " between.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name="renmai")
    for row in tables.entities.values():
        graph.add_node(
            local(row.id), kind=row.kind, label=row.name, names=" | ".join(row.names), code=row.code
        )
    for event in tables.events.values():
        label = event.label or event.type
        graph.add_node(
            local(event.id),
            kind="event",
            label=label,
            type=event.type,
            start_date=event.start,
            end_date=event.end,
        )
    _tie_tenures(graph, tables)
    _tie_events(graph, tables)
    for row in tables.entities.values():
        for other, name in ((row.part_of, "PART_OF"), (row.jurisdiction, "SEAT")):
            if other in tables.entities:
                graph.add_edge(local(row.id), local(other), kind=name)
    return graph


def _tie_tenures(graph: nx.MultiDiGraph[str], tables: Tables) -> None:
    for t in tables.tenures.values():
        if t.organization in tables.entities and t.person in tables.entities:
            graph.add_edge(
                local(t.person), local(t.organization), fact=local(t.id), kind="HOLDS", label=t.post, level=t.level,
                status=t.status, first_attested=t.first, last_attested=t.last, valid_from=t.valid_from,
                valid_until=t.valid_until, **proof_of(tables, t.evidence),
            )  # fmt: skip


def _tie_events(graph: nx.MultiDiGraph[str], tables: Tables) -> None:
    for p in tables.participations.values():
        if p.participant in tables.entities and p.event in tables.events:
            event = tables.events[p.event]
            graph.add_edge(
                local(p.participant), local(p.event), fact=local(p.id), kind="TAKES_PART", label=p.role,
                position=p.position, capacity=capacity_of(tables, p.capacity), start_date=event.start,
                end_date=event.end, **proof_of(tables, p.evidence),
            )  # fmt: skip
    for event in tables.events.values():
        for place in event.places:
            if place in tables.entities:
                graph.add_edge(local(event.id), local(place), kind="AT")


def capacity_of(tables: Tables, tenures: tuple[str, ...]) -> str:
    """The posts in which somebody acted, in words."""
    held = [tables.tenures[iri] for iri in tenures if iri in tables.tenures]
    return " | ".join((tables.name_of(t.organization) if t.organization else "") + t.post for t in held)


def proof_of(tables: Tables, evidence: tuple[str, ...]) -> dict[str, Any]:
    """Quotations and articles of a fact, flat."""
    rows: list[EvidenceRow] = [tables.evidence[iri] for iri in evidence if iri in tables.evidence]
    articles = [tables.articles[row.article] for row in rows if row.article in tables.articles]
    return {
        "quotes": " | ".join(dict.fromkeys(row.quote for row in rows[:LONGEST_LIST])),
        "articles": " | ".join(dict.fromkeys(local(a.id) for a in articles[:LONGEST_LIST])),
        "evidence_count": len(evidence),
        "confidence": max((row.confidence for row in rows), default=0.0),
    }
