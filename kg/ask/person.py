"""A person's dossier: names, posts in time, events, and who was there too."""

from __future__ import annotations

from typing import Any

from kg.ask.companions import most_met
from kg.ask.graph import Graph, local, nodes, select, value
from kg.ask.people import Named, persons_named
from kg.ask.quotes import listed, quotes

EVENTS = 50  # of the latest, given with a dossier
QUOTES = 3

_NAMES = """SELECT ?person ?name WHERE {{ VALUES ?person {{ {persons} }} ?person skos:altLabel ?name }} ORDER BY ?name"""
_LINKS = """SELECT ?person ?link ?other WHERE {{
  VALUES ?person {{ {persons} }} VALUES ?link {{ kg:possiblySameAs owl:sameAs }} ?person ?link ?other
}} ORDER BY ?other"""
_TENURES = """SELECT ?person ?tenure ?body ?organization ?post ?first ?last ?from ?until ?status ?spell WHERE {{
  VALUES ?person {{ {persons} }}
  ?tenure org:member ?person ; org:role ?role . ?role skos:prefLabel ?post .
  OPTIONAL {{ ?tenure org:organization ?body . ?body skos:prefLabel ?organization }}
  OPTIONAL {{ ?tenure kg:firstAttested ?first }} OPTIONAL {{ ?tenure kg:lastAttested ?last }}
  OPTIONAL {{ ?tenure kg:validFrom ?from }} OPTIONAL {{ ?tenure kg:validUntil ?until }}
  OPTIONAL {{ ?tenure kg:status ?status }} OPTIONAL {{ ?tenure kg:spell ?spell }}
}}"""
_SAMPLES = """SELECT ?tenure (MIN(?evidence) AS ?one) (MAX(?evidence) AS ?other) (COUNT(?evidence) AS ?n) WHERE {{
  VALUES ?tenure {{ {tenures} }} ?tenure kg:evidence ?evidence
}} GROUP BY ?tenure"""
_LATEST = """SELECT ?start WHERE {{
  ?event sem:hasActor {person} . ?event kg:startDate ?start
}} ORDER BY DESC(?start) LIMIT {limit}"""
_SINCE = """SELECT DISTINCT ?event ?start WHERE {{
  ?event sem:hasActor {person} . ?event kg:startDate ?start FILTER(?start >= "{first}"^^xsd:date)
}} ORDER BY DESC(?start) ?event LIMIT {limit}"""
_UNDATED = """SELECT DISTINCT ?event WHERE {{
  ?event sem:hasActor {person} MINUS {{ ?event kg:startDate ?start }}
}} ORDER BY ?event LIMIT {limit}"""
_COUNT = """SELECT (COUNT(*) AS ?n) WHERE {{ ?event sem:hasActor {person} }}"""
_EVENTS = """SELECT ?event ?type ?label ?end ?role ?evidence WHERE {{
  VALUES ?event {{ {events} }}
  ?event kg:eventType ?type ; skos:prefLabel ?label . OPTIONAL {{ ?event kg:endDate ?end }}
  ?x kg:event ?event ; kg:participant {person} ; kg:participationRole ?role .
  OPTIONAL {{ ?x kg:evidence ?evidence }}
}} ORDER BY ?event ?role ?evidence"""


def dossiers(graph: Graph, name: str, events: int = EVENTS) -> list[dict[str, Any]]:
    """One dossier for each person of the name, those with most posts first.

    Args:
        graph: the store to ask.
        name: a name in any known form, or a person's id.
        events: how many of the latest events to give; their whole number stands in "events_total".
    """
    found = persons_named(graph, name)
    if not found:
        return []
    tenures = tenures_of(graph, [p.iri for p in found])
    names = _grouped(graph, _NAMES, found, "name")
    answer = []
    for person in found:
        happened = _events(graph, person, events)
        links = select(graph, _LINKS.format(persons=nodes([person.iri])))
        answer.append(
            {
                "person": person.name,
                "person_id": person.id,
                "names": names.get(person.iri, []),
                "possibly_same_as": [
                    local(value(r, "other")) for r in links if "possibly" in value(r, "link")
                ],
                "same_as": [value(r, "other") for r in links if "possibly" not in value(r, "link")],
                "tenures": tenures.get(person.iri, []),
                "events": happened,
                "events_total": int(value(select(graph, _COUNT.format(person=nodes([person.iri])))[0], "n")),
                "companions": [
                    {"person": name, "person_id": local(iri), "events": n}
                    for iri, name, n in most_met(graph, person.iri, 10)
                ],
            }
        )
    return sorted(answer, key=lambda d: (-len(d["tenures"]), -d["events_total"], d["person_id"]))


def _grouped(graph: Graph, query: str, people: list[Named], variable: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for row in select(graph, query.format(persons=nodes(p.iri for p in people))):
        table.setdefault(value(row, "person"), []).append(value(row, variable))
    return table


def tenures_of(graph: Graph, persons: list[str]) -> dict[str, list[dict[str, Any]]]:
    """Person → tenures in time, each with quotations."""
    rows = select(graph, _TENURES.format(persons=nodes(persons)))
    samples: dict[str, list[str]] = {}
    reports: dict[str, int] = {}
    if rows:
        wanted = nodes(value(r, "tenure") for r in rows)
        for row in select(graph, _SAMPLES.format(tenures=wanted)):
            samples[value(row, "tenure")] = sorted({value(row, "one"), value(row, "other")} - {""})
            reports[value(row, "tenure")] = int(value(row, "n") or 0)
    found = quotes(graph, [iri for iris in samples.values() for iri in iris])
    table: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(rows, key=lambda r: (value(r, "first") or value(r, "from") or "9", value(r, "tenure"))):
        own = value(row, "tenure")
        table.setdefault(value(row, "person"), []).append(
            {
                "organization": row.get("organization"),
                "organization_id": local(value(row, "body")) or None,
                "post": value(row, "post"),
                "first_attested": row.get("first"),
                "last_attested": row.get("last"),
                "valid_from": row.get("from"),
                "valid_until": row.get("until"),
                "status": row.get("status"),
                "tenure_id": local(own),
                "reports": reports.get(own, 0),
                "evidence": listed(found, samples.get(own, [])),
            }
        )
    return table


def _events(graph: Graph, person: Named, wanted: int) -> list[dict[str, Any]]:
    """The person's latest events, with quotations; undated ones last."""
    own = nodes([person.iri])
    starts = _latest(graph, own, wanted)
    if not starts:
        return []
    events: dict[str, dict[str, Any]] = {}
    for row in select(graph, _EVENTS.format(person=own, events=nodes(starts))):
        iri = value(row, "event")
        event = events.setdefault(
            iri,
            {
                "event": local(iri),
                "type": local(value(row, "type")),
                "label": value(row, "label"),
                "start": starts[iri] or None,
                "end": row.get("end"),
                "as": local(value(row, "role")),
                "evidence": [],
            },
        )
        if (
            row.get("evidence")
            and len(event["evidence"]) < QUOTES
            and row["evidence"] not in event["evidence"]
        ):
            event["evidence"].append(row["evidence"])
    found = quotes(graph, [iri for event in events.values() for iri in event["evidence"]])
    for event in events.values():
        event["evidence"] = listed(found, event["evidence"])
    return [events[iri] for iri in starts if iri in events]


def _latest(graph: Graph, own: str, wanted: int) -> dict[str, str]:
    """The person's latest events → their days, "" where unknown; the last day first, undated ones last."""
    days = select(graph, _LATEST.format(person=own, limit=wanted)) if wanted > 0 else []
    found = {}
    if days:
        query = _SINCE.format(person=own, first=value(days[-1], "start"), limit=wanted)
        found = {value(row, "event"): value(row, "start") for row in select(graph, query)}
    if len(found) < wanted:
        undated = select(graph, _UNDATED.format(person=own, limit=wanted - len(found)))
        found |= {value(row, "event"): "" for row in undated}
    return found
