"""Who has not appeared for long, though once frequent."""

from __future__ import annotations

from typing import Any

from kg.ask.graph import Graph, local, nodes, select, value
from kg.ask.spans import iso, number

_FREQUENT = """SELECT ?person WHERE {{
  ?person a foaf:Person . ?article schema:mentions ?person
}} GROUP BY ?person HAVING (COUNT(*) >= {often})"""
_LATELY = """SELECT DISTINCT ?person WHERE {{
  {{ SELECT ?article WHERE {{
    ?article schema:datePublished ?day FILTER(?day > "{first}"^^xsd:date && ?day <= "{last}"^^xsd:date) }} }}
  ?article schema:mentions ?person
}}"""
_SEEN = """SELECT ?person ?name (COUNT(DISTINCT ?day) AS ?days) (MAX(?day) AS ?last) WHERE {{
  VALUES ?person {{ {persons} }} ?person skos:prefLabel ?name .
  ?article schema:mentions ?person . ?article schema:datePublished ?day {limit}
}} GROUP BY ?person ?name HAVING (COUNT(DISTINCT ?day) >= {often})"""
_LATEST = "SELECT (MAX(?day) AS ?last) WHERE { ?article schema:datePublished ?day }"


def unseen(graph: Graph, before: str | None = None, days: int = 90, often: int = 20) -> list[dict[str, Any]]:
    """People named on at least `often` days until `before`, but not in the last `days` of them; longest unseen last.

    Args:
        graph: the store to ask.
        before: an ISO date; by default the day of the latest article.
        days: how long they have not been named.
        often: on how many days they were named until then.
    """
    today = before or value(select(graph, _LATEST)[0], "last")
    if not today:
        return []
    limit = f'FILTER(?day <= "{today}"^^xsd:date)' if before else ""
    away = _away(graph, today, days, often)
    rows = select(graph, _SEEN.format(persons=nodes(away), limit=limit, often=often)) if away else []
    found: list[dict[str, Any]] = [
        {
            "person": value(row, "name"),
            "person_id": local(value(row, "person")),
            "last_seen": value(row, "last"),
            "days_unseen": number(today) - number(value(row, "last")),
            "days_named": int(value(row, "days")),
        }
        for row in rows
    ]
    return sorted(found, key=lambda r: (r["days_unseen"], -r["days_named"], r["person_id"]))


def _away(graph: Graph, today: str, days: int, often: int) -> set[str]:
    """Who is named in many articles, but in none of the last days: a look at those days saves one at all others."""
    frequent = select(graph, _FREQUENT.format(often=often))
    first = iso(number(today) - days)
    lately = select(graph, _LATELY.format(first=first, last=today))
    return {value(r, "person") for r in frequent} - {value(r, "person") for r in lately}
