"""An organisation's dossier: names, parts, and the holders of each post in succession, with gaps."""

from __future__ import annotations

from typing import Any

from kg.ask.bodies import bodies_named
from kg.ask.graph import Graph, Row, local, nodes, select, value
from kg.ask.renamings import Change, Valid, changes, valid_on
from kg.ask.spans import number
from kg.lexicon.seats import is_single

GAP = 31  # days between two holders of one seat from which on the gap is told

_ABOUT = """SELECT ?kind ?label WHERE {{
  VALUES ?body {{ {body} }}
  {{ ?body skos:altLabel ?label BIND("names" AS ?kind) }}
  UNION {{ ?body org:subOrganizationOf/skos:prefLabel ?label BIND("part_of" AS ?kind) }}
  UNION {{ ?part org:subOrganizationOf ?body ; skos:prefLabel ?label BIND("parts" AS ?kind) }}
  UNION {{ ?body kg:jurisdiction/skos:prefLabel ?label BIND("place" AS ?kind) }}
}} ORDER BY ?label"""
_HOLDERS = """SELECT ?tenure ?post ?person ?name ?first ?last ?from ?until ?status (COUNT(?evidence) AS ?reports) WHERE {{
  VALUES ?body {{ {body} }}
  ?tenure org:organization ?body ; org:member ?person ; org:role/skos:prefLabel ?post . ?person skos:prefLabel ?name .
  OPTIONAL {{ ?tenure kg:firstAttested ?first }} OPTIONAL {{ ?tenure kg:lastAttested ?last }}
  OPTIONAL {{ ?tenure kg:validFrom ?from }} OPTIONAL {{ ?tenure kg:validUntil ?until }}
  OPTIONAL {{ ?tenure kg:status ?status }} OPTIONAL {{ ?tenure kg:evidence ?evidence }}
}} GROUP BY ?tenure ?post ?person ?name ?first ?last ?from ?until ?status"""


def dossiers(graph: Graph, name: str, on: str | None = None) -> list[dict[str, Any]]:
    """One dossier for each organisation that goes by a name.

    Args:
        graph: the store to ask.
        name: any known form of its name.
        on: an ISO date; where the body was another on that day, the dossier is that one's, and a note says so.
    """
    known, bodies = changes(graph), bodies_named(graph, name)
    there = valid_on(graph, known, bodies, on) if on else Valid(bodies)
    return [
        {**_dossier(graph, iri, full, known), "note": there.note}
        for iri, full in sorted(there.bodies.items())
    ]


def _dossier(graph: Graph, body: str, name: str, known: list[Change]) -> dict[str, Any]:
    about: dict[str, list[str]] = {k: [] for k in ("names", "place", "part_of", "parts")}
    for row in select(graph, _ABOUT.format(body=nodes([body]))):
        about[value(row, "kind")].append(value(row, "label"))
    return {
        "organization": name,
        "organization_id": local(body),
        **about,
        "came_from": [c.old for c in known if c.after == body],
        "became": [c.new for c in known if c.before == body],
        "changes": [str(c) for c in known if body in (c.before, c.after)],
        "posts": _posts(graph, body, name),
    }


def _posts(graph: Graph, body: str, name: str) -> list[dict[str, Any]]:
    posts: dict[str, list[Row]] = {}
    for row in select(graph, _HOLDERS.format(body=nodes([body]))):
        posts.setdefault(value(row, "post"), []).append(row)
    answer = []
    for post, rows in posts.items():
        rows.sort(key=lambda r: (value(r, "from") or value(r, "first") or "9", value(r, "tenure")))
        single = is_single(name, post)
        answer.append(
            {
                "post": post,
                "one_holder": single,
                "holders": [_holder(row) for row in rows],
                "gaps": _gaps(rows) if single else [],
            }
        )
    return sorted(answer, key=lambda p: (not p["one_holder"], -len(p["holders"]), p["post"]))


def _holder(row: Row) -> dict[str, Any]:
    return {
        "person": value(row, "name"),
        "person_id": local(value(row, "person")),
        "first_attested": row.get("first"),
        "last_attested": row.get("last"),
        "valid_from": row.get("from"),
        "valid_until": row.get("until"),
        "status": row.get("status"),
        "reports": int(value(row, "reports") or 0),
    }


def _gaps(rows: list[Row]) -> list[dict[str, Any]]:
    """Times between two holders in which nobody is known to have had the seat."""
    gaps = []
    end = ""
    for row in rows:
        begin = value(row, "from") or value(row, "first")
        if end and begin and number(begin) - number(end) > GAP:
            gaps.append({"from": end, "to": begin, "days": number(begin) - number(end)})
        end = max(end, value(row, "until") or value(row, "last"))
    return gaps
