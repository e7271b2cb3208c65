"""What the page of an article tells: its text with every fact marked in place, and what was mended."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from kg.model.values import Iri
from kg.serve.explorer.asked import Index
from kg.serve.explorer.graph import Graph, day, values
from kg.serve.explorer.text import row_of, text_of

ABOUT = """SELECT ?identifier ?title ?date ?url ?section ?publisher ?length ?reprint {
  ?article schema:identifier ?identifier .
  OPTIONAL { ?article schema:headline ?title } OPTIONAL { ?article schema:datePublished ?date }
  OPTIONAL { ?article schema:url ?url } OPTIONAL { ?article schema:articleSection ?section }
  OPTIONAL { ?article schema:publisher/skos:prefLabel ?publisher }
  OPTIONAL { ?article kg:sourceLength ?length } OPTIONAL { ?article kg:reprintOf ?reprint } } LIMIT 1"""
PROOFS = """SELECT ?proof ?start ?end ?quote ?rule ?confidence {
  ?proof kg:source ?article ; oa:start ?start ; oa:end ?end ; oa:exact ?quote .
  OPTIONAL { ?proof kg:rule ?rule } OPTIONAL { ?proof kg:confidence ?confidence } } LIMIT 5000"""
FACTS = {
    "tenure": """SELECT ?proof ?fact ?name ?who {{ VALUES ?proof {{ {proofs} }}
  ?fact kg:evidence ?proof . ?fact org:member ?who . ?fact rdfs:label ?name }}""",
    "event": """SELECT ?proof ?fact ?name ?part {{ VALUES ?proof {{ {proofs} }}
  ?fact kg:evidence ?proof . ?fact kg:eventType ?part . ?fact skos:prefLabel ?name }}""",
    "words": """SELECT ?proof ?fact ?name {{ VALUES ?proof {{ {proofs} }}
  ?fact kg:words ?proof . ?fact skos:prefLabel ?name }}""",
    "part": """SELECT ?proof ?fact ?name ?part ?who ?event {{ VALUES ?proof {{ {proofs} }}
  ?fact kg:evidence ?proof . ?fact kg:participant ?who . ?fact kg:event ?event . ?who skos:prefLabel ?name .
  OPTIONAL {{ ?fact kg:participationRole ?part }} }}""",
}
"""What rests on quotations, by its relation to them; from the quotations on, for the other way is thousands of times as long."""
RANK = {"event": 0, "words": 1, "tenure": 2, "part": 3}


def article(graph: Graph, index: Index, id_: str) -> dict[str, Any]:
    """Meta data, text in pieces, facts, damage of one article.

    Raises:
        NotFound: there is no such article.
    """
    iri = graph.expect(id_, "article")
    about = graph.rows(ABOUT, article=iri)[0]
    facts = facts_of(graph, _rows(graph, iri))
    row = row_of(graph.out, about["identifier"], index.row(about["identifier"]))
    text = text_of(graph.out, row) if row else None
    mentions, damage = mentions_of(row) if row else [], damage_of(row, text)
    return {
        "id": id_,
        "iri": iri.value,
        "kind": "article",
        "identifier": about["identifier"],
        "name": about["title"] or about["identifier"],
        "date": day(about["date"]),
        "source": about["publisher"],
        "section": about["section"],
        "url": about["url"] if about["url"].startswith(("http://", "https://")) else "",
        "reprint_of": graph.local(about["reprint"]) if about["reprint"] else "",
        "facts": facts,
        "has_text": text is not None,
        "pieces": pieces(text, facts, mentions, damage) if text is not None else fragments(facts),
        "damage": damage,
    }


def _rows(graph: Graph, article_iri: Iri) -> list[dict[str, str]]:
    """What rests on an article, each with its quotation."""
    proofs = {row["proof"]: row for row in graph.rows(PROOFS, article=article_iri)}
    wanted = values(proofs)
    if not wanted:
        return []
    return [
        {"part": "", "who": "", "event": "", **proofs[row["proof"]], **row, "relation": relation}
        for relation, query in FACTS.items()
        for row in graph.rows(query.format(proofs=wanted))
    ]


def facts_of(graph: Graph, rows: list[dict[str, str]]) -> list[dict[str, Any]]:
    """The facts that rest on an article, in the order of their places; numbered from 1."""
    found: list[dict[str, Any]] = [
        {
            "relation": row["relation"],
            "name": row["name"],
            "part": graph.local(row["part"]),
            "id": graph.local(row["fact"]),
            "who": graph.local(row["who"]),
            "event": graph.local(row["event"]),
            "start": int(row["start"]),
            "end": int(row["end"]),
            "quote": row["quote"],
            "rule": row["rule"],
            "confidence": row["confidence"],
        }
        for row in rows
    ]
    found.sort(key=lambda f: (f["start"], -f["end"], RANK[f["relation"]], f["name"], f["id"]))
    return [{"number": number, **fact} for number, fact in enumerate(found, 1)]


def mentions_of(row: dict[str, Any]) -> list[tuple[int, int, str, str]]:
    """Where persons are named: start, end, id, name."""
    return [
        (m["start"], m["end"], person["id"], person["name"])
        for person in row["persons"]
        if person["id"]
        for m in person["mentions"]
    ]


def pieces(
    text: str,
    facts: list[dict[str, Any]],
    mentions: list[tuple[int, int, str, str]],
    damage: list[dict[str, Any]] | None = None,
) -> list[dict[str, Any]]:
    """The text cut wherever a fact, a name or a repair begins or ends; each piece knows what covers it.

    `text` of a piece is what stands there, `read` what is read for it: they differ where something was mended.
    """
    mended = repairs(damage or [], len(text))
    edges = {0, len(text), *(edge for start, end, _ in mended for edge in (start, end))}
    for fact in facts:
        edges.update((min(fact["start"], len(text)), min(fact["end"], len(text))))
    for start, end, _, _ in mentions:
        edges.update((min(start, len(text)), min(end, len(text))))
    cuts = sorted(edges)
    found = []
    for start, end in pairwise(cuts):
        over = [fact for fact in facts if fact["start"] <= start and end <= fact["end"]]
        named = next((m for m in mentions if m[0] <= start and end <= m[1]), None)
        repair = next((m for m in mended if m[0] <= start and end <= m[1]), None)
        found.append(
            {
                "text": text[start:end],
                "read": text[start:end] if repair is None else repair[2] if start == repair[0] else "",
                "relation": min(over, key=_breadth, default={"relation": ""})["relation"],
                "facts": [f["number"] for f in over],
                "begins": [f["number"] for f in over if f["start"] == start],
                "person": named[2] if named else "",
            }
        )
    return found


def _breadth(fact: dict[str, Any]) -> tuple[int, int]:
    """The narrower of two facts gives a place its colour; of equal ones the more particular."""
    return fact["end"] - fact["start"], -RANK[fact["relation"]]


def repairs(damage: list[dict[str, Any]], length: int) -> list[tuple[int, int, str]]:
    """What was mended (start, end, as what), in order; of repairs that overlap the first."""
    found: list[tuple[int, int, str]] = []
    for one in sorted(damage, key=lambda d: (d["start"], -d["end"])):
        free = not found or found[-1][1] <= one["start"]
        if one["repaired_as"] is not None and free and one["start"] < one["end"] <= length:
            found.append((one["start"], one["end"], one["repaired_as"]))
    return found


def fragments(facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without the text: the longest quotations, with gaps between."""
    found: list[dict[str, Any]] = []
    reached = 0
    for fact in facts:
        if fact["end"] <= reached:
            continue
        if fact["start"] > reached:
            found.append(
                {"text": "…", "relation": "gap", "read": "…", "facts": [], "begins": [], "person": ""}
            )
        found.append(
            {
                "text": fact["quote"][max(0, reached - fact["start"]) :],
                "read": fact["quote"][max(0, reached - fact["start"]) :],
                "relation": fact["relation"],
                "facts": [fact["number"]],
                "begins": [fact["number"]],
                "person": "",
            }
        )
        reached = fact["end"]
    return found


def damage_of(row: dict[str, Any] | None, text: str | None) -> list[dict[str, Any]]:
    """What was found broken, and what it was taken for."""
    return [
        {**damage, "was": text[damage["start"] : damage["end"]][:80] if text is not None else ""}
        for damage in (row or {}).get("damage", [])
    ]
