"""The bare bones of a graph: who is tied to what and when, without words and proofs.

Each query follows one property, which a store answers by a walk through one index: all of a large graph in seconds.
"""

from __future__ import annotations

from kg.export.reading import CLASSES, PREFIXES
from kg.export.rows import EntityRow, EventRow, ParticipationRow, Source, Tables, TenureRow, local


def read_skeleton(source: Source) -> Tables:
    """Entities without names, tenures without posts, events with type, days and places, and who took part."""
    return Tables(
        entities=dict(sorted(_entities(source).items())),
        tenures=_tenures(source),
        events=_events(source),
        participations={
            f"{event} {who}": ParticipationRow(f"{event} {who}", event, who, "")
            for event, who in sorted(_pairs(source, "sem:hasActor"))
        },
    )


def _entities(source: Source) -> dict[str, EntityRow]:
    wholes = dict(_pairs(source, "org:subOrganizationOf"))
    seats = dict(_pairs(source, "kg:jurisdiction"))
    return {
        iri: EntityRow(iri, kind, "", (), seats.get(iri, ""), wholes.get(iri, ""))
        for kind, name in CLASSES.items()
        for iri in _members(source, name)
    }


def _tenures(source: Source) -> dict[str, TenureRow]:
    bodies, first, last, start, until = (
        dict(_pairs(source, p))
        for p in ("org:organization", "kg:firstAttested", "kg:lastAttested", "kg:validFrom", "kg:validUntil")
    )
    return {
        iri: TenureRow(
            iri, person, bodies.get(iri, ""), "", "", first.get(iri, ""), last.get(iri, ""), start.get(iri, ""),
            until.get(iri, ""),
        )
        for iri, person in sorted(_pairs(source, "org:member"))
    }  # fmt: skip


def _events(source: Source) -> dict[str, EventRow]:
    starts, ends = dict(_pairs(source, "kg:startDate")), dict(_pairs(source, "kg:endDate"))
    wholes = dict(_pairs(source, "kg:subEventOf"))
    places: dict[str, list[str]] = {}
    for iri, place in _pairs(source, "kg:place"):
        places.setdefault(iri, []).append(place)
    return {
        iri: EventRow(
            iri, local(kind), "", starts.get(iri, ""), ends.get(iri, ""), tuple(sorted(places.get(iri, ()))), False,
            wholes.get(iri, ""),
        )
        for iri, kind in sorted(_pairs(source, "kg:eventType"))
    }  # fmt: skip


def _pairs(source: Source, path: str) -> list[tuple[str, str]]:
    rows = source.select(f"{PREFIXES}SELECT ?a ?b WHERE {{ ?a {path} ?b }}")
    return [(row["a"] or "", row["b"] or "") for row in rows]


def _members(source: Source, rdf_class: str) -> list[str]:
    return [row["a"] or "" for row in source.select(f"{PREFIXES}SELECT ?a WHERE {{ ?a a {rdf_class} }}")]
