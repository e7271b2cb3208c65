"""Which seats of a place changed hands between two days."""

from __future__ import annotations

from typing import Any

from kg.ask.graph import Graph, label, local, select, value
from kg.ask.who import holders_in
from kg.lexicon.seats import is_single

_SEATS = """SELECT DISTINCT ?body ?name ?post WHERE {{
  VALUES ?label {{ {labels} }}
  ?place skos:prefLabel ?label ; a kg:Place . ?near skos:broader* ?place . ?body kg:jurisdiction ?near ; skos:prefLabel ?name .
  ?tenure org:organization ?body ; org:role/skos:prefLabel ?post .
}} ORDER BY ?name ?post"""


def turnover(graph: Graph, place: str, first: str, last: str) -> list[dict[str, Any]]:
    """Seats with one holder in a place (and the places in it): who had them on the first day, who on the last.

    Args:
        graph: the store to ask.
        place: a place by its full name, or short (山西).
        first: ISO date.
        last: ISO date.
    """
    answer = []
    for row in select(graph, _SEATS.format(labels=" ".join(label(name) for name in _names(place)))):
        body, name, post = value(row, "body"), value(row, "name"), value(row, "post")
        if not is_single(name, post):
            continue
        before, after = (holders_in(graph, {body: name}, post, day) for day in (first, last))
        old, new = {a.person_id: a.person for a in before}, {a.person_id: a.person for a in after}
        if old or new:
            answer.append(
                {
                    "organization": name,
                    "organization_id": local(body),
                    "post": post,
                    "before": sorted(old.values()),
                    "after": sorted(new.values()),
                    "changed": old.keys() != new.keys(),
                }
            )
    return sorted(answer, key=lambda r: (not r["changed"], r["organization"], r["post"]))


def _names(place: str) -> list[str]:
    from kg.lexicon.places import places

    return list(dict.fromkeys([place, *(found.name for found in places().lookup(place))]))
