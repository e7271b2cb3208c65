"""The order in which lists name people: protocol order, and how it changes."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from kg.ask.graph import Graph, local, nodes, select, value

LONG = 3  # a list of fewer names has no order to speak of

_LISTS = """SELECT ?event ?person ?position WHERE {{
  ?event kg:startDate ?start FILTER(?start >= "{first}"^^xsd:date && ?start <= "{last}"^^xsd:date)
  ?x kg:event ?event ; kg:position ?position ; kg:participant ?person
}}"""
_NAMES = """SELECT ?person ?name WHERE {{ VALUES ?person {{ {persons} }} ?person a foaf:Person ; skos:prefLabel ?name }}"""


def protocol(graph: Graph, first: str, last: str, least: int = 3, top: int = 50) -> list[dict[str, Any]]:
    """People by how they stand in lists of a time: who is more often before another ranks higher.

    Args:
        graph: the store to ask.
        first: first day, ISO.
        last: last day.
        least: in how many lists one must stand.
        top: how many to give.
    """
    lists: dict[str, dict[str, int]] = defaultdict(dict)
    rows = select(graph, _LISTS.format(first=first, last=last))
    named = select(graph, _NAMES.format(persons=nodes(value(row, "person") for row in rows))) if rows else []
    names = {value(row, "person"): value(row, "name") for row in named}
    for row in rows:
        person, position = value(row, "person"), int(value(row, "position"))
        if person not in names:
            continue
        place = lists[value(row, "event")]
        place[person] = min(position, place.get(person, position))
    counted: dict[str, int] = defaultdict(int)
    ahead: dict[tuple[str, str], int] = defaultdict(int)
    for places in lists.values():
        if len(places) < LONG:
            continue
        ordered = sorted(places, key=lambda p: (places[p], p))
        for index, person in enumerate(ordered):
            counted[person] += 1
            for other in ordered[index + 1 :]:
                if places[other] > places[person]:
                    ahead[person, other] += 1
    people = sorted(p for p, n in counted.items() if n >= least)
    ranked = sorted(people, key=lambda p: (-_standing(p, people, ahead), -counted[p], p))
    return [
        {"rank": n, "person": names[p], "person_id": local(p), "lists": counted[p]}
        for n, p in enumerate(ranked[:top], 1)
    ]


def _standing(person: str, people: list[str], ahead: dict[tuple[str, str], int]) -> float:
    """The share of the people met in lists whom this one mostly precedes."""
    met = won = 0.0
    for other in people:
        before, after = ahead.get((person, other), 0), ahead.get((other, person), 0)
        if before or after:
            met += 1
            won += 1.0 if before > after else 0.5 if before == after else 0.0
    return won / met if met else 0.0
