"""Whom a name means in a store."""

from __future__ import annotations

import json

from kg.export.rows import Source
from kg.export.scan import PREFIXES
from kg.model.errors import KgError

TAGS = ("@zh-Hans", "@zh-Hant", "@zh", "@en", "")


def bearers(source: Source, name: str) -> tuple[str, ...]:
    """The IRIs of everything of that name, or with that id, who has most facts first; () where there is nothing."""
    text = json.dumps(name, ensure_ascii=False)  # SPARQL's escapes are JSON's
    forms = " ".join(text + tag for tag in TAGS)
    by_name = f"{{ VALUES ?name {{ {forms} }} ?id skos:prefLabel|skos:altLabel ?name }}"
    by_id = f"{{ ?id skos:prefLabel ?any FILTER(STRENDS(STR(?id), {json.dumps('/' + name)})) }}"
    where = by_id if name.isascii() and "-" in name and " " not in name else by_name
    query = f"SELECT ?id (COUNT(?fact) AS ?n) WHERE {{ {where} OPTIONAL {{ ?fact ?p ?id }} }} GROUP BY ?id"
    rows = [(-int(row["n"] or 0), row["id"] or "") for row in source.select(PREFIXES + query)]
    return tuple(iri for _, iri in sorted(rows) if iri)


def bearer(source: Source, name: str, rdf_class: str) -> str:
    """The one that a name means: of namesakes the one with most facts.

    Raises:
        KgError: nobody of that class bears it.
    """
    for iri in bearers(source, name):
        if source.select(f"{PREFIXES}SELECT ?x WHERE {{ <{iri}> a {rdf_class} . BIND(1 AS ?x) }}"):
            return iri
    raise KgError(
        f"{name}: no {rdf_class.partition(':')[2].lower()} of this name; try `kg person` or `kg org`"
    )
