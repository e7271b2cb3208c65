"""Quotations: the sentence behind a fact, its article, and where in it the sentence stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.serve.explorer.graph import Graph, day, values

QUOTES = """SELECT ?proof ?quote ?start ?end ?article ?title ?date ?rule ?confidence ?publisher {
  VALUES ?proof { %s }
  ?proof oa:exact ?quote ; kg:source ?article .
  OPTIONAL { ?proof oa:start ?start } OPTIONAL { ?proof oa:end ?end }
  OPTIONAL { ?proof kg:rule ?rule } OPTIONAL { ?proof kg:confidence ?confidence }
  OPTIONAL { ?article schema:headline ?title } OPTIONAL { ?article schema:datePublished ?date }
  OPTIONAL { ?article schema:publisher/skos:prefLabel ?publisher }
}"""


def quotes(graph: Graph, proofs: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Evidence IRI → the quotation with its article."""
    wanted = values(proofs)
    if not wanted:
        return {}
    found = {}
    for row in graph.rows(QUOTES % wanted):
        found[row["proof"]] = {
            "id": graph.local(row["proof"]),
            "quote": row["quote"],
            "start": int(row["start"] or 0),
            "end": int(row["end"] or 0),
            "article": graph.local(row["article"]),
            "title": row["title"],
            "date": day(row["date"]),
            "source": row["publisher"],
            "rule": row["rule"],
            "confidence": row["confidence"],
        }
    return found
