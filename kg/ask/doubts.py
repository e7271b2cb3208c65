"""Pairs of persons who may be one, the most doubtful first, for a reader to decide."""

from __future__ import annotations

from typing import Any

from kg.ask.graph import Graph, local, nodes, select, value
from kg.ask.person import tenures_of

_PAIRS = """SELECT ?one ?other ?name ?other_name WHERE {
  ?one kg:possiblySameAs ?other ; skos:prefLabel ?name . ?other skos:prefLabel ?other_name .
  FILTER(STR(?one) < STR(?other))
} ORDER BY ?name ?one ?other"""
_NAMED = """SELECT ?person (COUNT(?article) AS ?n) WHERE {{
  VALUES ?person {{ {persons} }} ?article schema:mentions ?person
}} GROUP BY ?person"""


_SEEN = """SELECT ?day ?headline ?article WHERE {{
  ?source schema:mentions {person} ; schema:identifier ?article .
  OPTIONAL {{ ?source schema:datePublished ?day }} OPTIONAL {{ ?source schema:headline ?headline }}
}} ORDER BY ?day ?article"""
SHOWN = 2  # of the articles that name a person without a post: the first and the last


def doubtful_pairs(graph: Graph, limit: int = 50, name: str = "") -> list[dict[str, Any]]:
    """Pairs linked by kg:possiblySameAs, those whom more articles name first.

    Args:
        graph: the store to ask.
        limit: how many pairs to give.
        name: only pairs of this name.
    """
    pairs = [
        (value(row, "one"), value(row, "other"), value(row, "name"))
        for row in select(graph, _PAIRS)
        if not name or name in (row.get("name"), row.get("other_name"))
    ]
    named = _named(graph, {iri for one, other, _ in pairs for iri in (one, other)})
    pairs.sort(key=lambda p: (-min(named.get(p[0], 0), named.get(p[1], 0)), p))
    chosen = pairs[:limit]
    tenures = (
        tenures_of(graph, sorted({iri for one, other, _ in chosen for iri in (one, other)})) if chosen else {}
    )
    return [
        {
            "name": who,
            "persons": [
                {
                    "person_id": local(iri),
                    "articles": named.get(iri, 0),
                    "tenures": tenures.get(iri, []),
                    "seen": [] if tenures.get(iri) else _seen(graph, iri),
                }
                for iri in (one, other)
            ],
        }
        for one, other, who in chosen
    ]


def _named(graph: Graph, persons: set[str]) -> dict[str, int]:
    if not persons:
        return {}
    rows = select(graph, _NAMED.format(persons=nodes(persons)))
    return {value(row, "person"): int(value(row, "n")) for row in rows}


def _seen(graph: Graph, person: str) -> list[dict[str, Any]]:
    """The first and the last article that name a person: all that a reader can go by where no post is known."""
    rows = select(graph, _SEEN.format(person=nodes([person])))
    chosen = rows if len(rows) <= SHOWN else [rows[0], rows[-1]]
    return [
        {"article": value(r, "article"), "date": r.get("day"), "headline": value(r, "headline")}
        for r in chosen
    ]
