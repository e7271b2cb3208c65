"""Who has not appeared for long, though once frequent."""

from __future__ import annotations

from typing import Any

from kg.ask.graph import Graph, local, select, value
from kg.ask.spans import number

_SEEN = """SELECT ?person ?name (COUNT(DISTINCT ?day) AS ?days) (MAX(?day) AS ?last) WHERE {{
  ?article schema:mentions ?person ; schema:datePublished ?day . ?person a foaf:Person ; skos:prefLabel ?name .
  {limit}
}} GROUP BY ?person ?name HAVING (COUNT(DISTINCT ?day) >= {often})"""
_LATEST = "SELECT (MAX(?day) AS ?last) WHERE { ?article a kg:Article ; schema:datePublished ?day }"


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
    rows = select(graph, _SEEN.format(limit=limit, often=often))
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
    gone = [row for row in found if row["days_unseen"] >= days]
    return sorted(gone, key=lambda r: (r["days_unseen"], -r["days_named"], r["person_id"]))
