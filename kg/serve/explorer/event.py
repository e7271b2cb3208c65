"""What the page of an event tells."""

from __future__ import annotations

from typing import Any

from kg.serve.explorer.asked import Index
from kg.serve.explorer.graph import Graph, day
from kg.serve.explorer.proofs import quotes

ABOUT = """SELECT ?label ?type ?start ?end ?open ?trigger ?words ?speaker ?speakerName ?verb ?whole ?wholeLabel {
  ?event skos:prefLabel ?label ; kg:eventType ?type .
  OPTIONAL { ?event kg:startDate ?start } OPTIONAL { ?event kg:endDate ?end }
  OPTIONAL { ?event kg:openList ?open } OPTIONAL { ?event kg:trigger ?trigger }
  OPTIONAL { ?event kg:timeWords ?words } OPTIONAL { ?event kg:verb ?verb }
  OPTIONAL { ?event kg:speaker ?speaker . ?speaker skos:prefLabel ?speakerName }
  OPTIONAL { ?event kg:subEventOf ?whole . ?whole skos:prefLabel ?wholeLabel } } LIMIT 1"""
PARTS = """SELECT ?x ?who ?name ?role ?position ?tenure ?body ?post ?proof ?class {
  ?x kg:event ?event ; kg:participant ?who . ?who skos:prefLabel ?name .
  BIND(EXISTS { ?who a foaf:Person } AS ?class)
  OPTIONAL { ?x kg:participationRole ?role } OPTIONAL { ?x kg:position ?position }
  OPTIONAL { ?x kg:evidence ?proof }
  OPTIONAL { ?x kg:inCapacity ?tenure . ?tenure org:role/skos:prefLabel ?post .
    OPTIONAL { ?tenure org:organization/skos:prefLabel ?body } } } LIMIT 4000"""
LINKS = """SELECT ?relation ?thing ?name { { ?event kg:evidence ?thing BIND("proof" AS ?relation) }
  UNION { ?event kg:words ?thing BIND("words" AS ?relation) }
  UNION { ?event kg:place ?thing . ?thing skos:prefLabel ?name BIND("place" AS ?relation) }
  UNION { ?thing kg:subEventOf ?event . ?thing skos:prefLabel ?name BIND("part" AS ?relation) } } LIMIT 600"""
MOST_QUOTES = 40


def event(graph: Graph, _index: Index, id_: str) -> dict[str, Any]:
    """Type, days, places, participants with their capacities, the words said, quotations of one event.

    Raises:
        NotFound: there is no such event.
    """
    iri = graph.expect(id_, "event")
    about = graph.rows(ABOUT, event=iri)[0]
    links: dict[str, list[dict[str, str]]] = {}
    for row in graph.rows(LINKS, event=iri):
        links.setdefault(row["relation"], []).append(row)
    said = sorted(row["thing"] for row in links.get("words", []))
    proofs = sorted(row["thing"] for row in links.get("proof", []))[:MOST_QUOTES]
    found = quotes(graph, [*said, *proofs])
    return {
        "id": id_,
        "iri": iri.value,
        "kind": "event",
        "name": about["label"],
        "type": graph.local(about["type"]),
        "start": day(about["start"]),
        "end": day(about["end"]),
        "time_words": about["words"],
        "open_list": about["open"] == "true",
        "trigger": about["trigger"],
        "speaker": _link(graph, about["speaker"], about["speakerName"]),
        "verb": about["verb"],
        "part_of": _link(graph, about["whole"], about["wholeLabel"]),
        "parts": [_link(graph, row["thing"], row["name"]) for row in links.get("part", [])],
        "places": [_link(graph, row["thing"], row["name"]) for row in links.get("place", [])],
        "participants": participants(graph, graph.rows(PARTS, event=iri)),
        "words": [found[proof] for proof in said if proof in found],
        "proofs": [found[proof] for proof in proofs if proof in found],
    }


def _link(graph: Graph, iri: str, name: str) -> dict[str, str] | None:
    return {"id": graph.local(iri), "name": name} if iri else None


def participants(graph: Graph, rows: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Who took part, in the order of naming, each with role, capacities and a quotation."""
    proofs = quotes(graph, (row["proof"] for row in rows))
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        part = found.setdefault(
            row["x"],
            {
                "id": graph.local(row["who"]),
                "name": row["name"],
                "kind": "person" if row["class"] == "true" else "body",
                "part": graph.local(row["role"]),
                "position": int(row["position"] or 0),
                "capacities": [],
                "proof": proofs.get(row["proof"]),
            },
        )
        capacity = (row["body"] + row["post"]) if row["post"] else ""
        if capacity and capacity not in part["capacities"]:
            part["capacities"].append(capacity)
    return sorted(found.values(), key=lambda p: (p["kind"] != "person", p["position"], p["id"]))
