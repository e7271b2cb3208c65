"""The words behind facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kg.ask.graph import Graph, nodes, select, value

Quote = dict[str, Any]

_QUOTES = """SELECT ?evidence ?article ?quote ?start ?end ?day WHERE {{
  VALUES ?evidence {{ {evidence} }}
  ?evidence kg:source ?source ; oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  ?source schema:identifier ?article . OPTIONAL {{ ?source schema:datePublished ?day }}
}}"""


def quotes(graph: Graph, evidence: Iterable[str]) -> dict[str, Quote]:
    """Evidence node → article, quote, offsets in the source, day of the article."""
    wanted = sorted(set(evidence))
    if not wanted:
        return {}
    return {
        value(row, "evidence"): {
            "article": value(row, "article"),
            "quote": value(row, "quote"),
            "start": int(value(row, "start")),
            "end": int(value(row, "end")),
            "date": row.get("day"),
        }
        for row in select(graph, _QUOTES.format(evidence=nodes(wanted)))
    }


def listed(found: dict[str, Quote], evidence: Sequence[str]) -> list[Quote]:
    """The quotes of some evidence nodes, in their order."""
    return [found[iri] for iri in evidence if iri in found]
