"""The bare bones of a graph: who is tied to what and when, without words and proofs.

Each query follows one property, which a store answers by a walk through one index: all of a large graph in seconds.
"""

from __future__ import annotations

from kg.export.reading import CLASSES
from kg.export.rows import EntityRow, EventRow, ParticipationRow, Source, Tables, TenureRow, local
from kg.export.scan import answers, at_once, pairs

PROPERTIES = {
    "actor": "sem:hasActor", "type": "kg:eventType", "start": "kg:startDate", "end": "kg:endDate",
    "place": "kg:place", "whole event": "kg:subEventOf", "member": "org:member", "body": "org:organization",
    "first": "kg:firstAttested", "last": "kg:lastAttested", "from": "kg:validFrom", "until": "kg:validUntil",
    "seat": "kg:jurisdiction", "whole": "org:subOrganizationOf",
}  # fmt: skip
Walked = dict[str, list[tuple[str, str]]]
"""Subjects and values by the name of the property."""


def read_skeleton(source: Source) -> Tables:
    """Entities without names, tenures without posts, events with type, days and places, and who took part."""
    found = at_once(*(lambda path=path: list(pairs(source, path)) for path in PROPERTIES.values()))
    walked = dict(zip(PROPERTIES, found, strict=True))
    return Tables(
        entities=dict(sorted(_entities(source, walked).items())),
        tenures=_tenures(walked),
        events=_events(walked),
        participations={
            f"{event} {who}": ParticipationRow(f"{event} {who}", event, who, "")
            for event, who in sorted(walked["actor"])
        },
    )


def _entities(source: Source, walked: Walked) -> dict[str, EntityRow]:
    wholes, seats = dict(walked["whole"]), dict(walked["seat"])
    return {
        iri: EntityRow(iri, kind, "", (), seats.get(iri, ""), wholes.get(iri, ""))
        for kind, name in CLASSES.items()
        for (iri,) in answers(source, f"SELECT ?id WHERE {{ %s ?id a {name} }}")
    }


def _tenures(walked: Walked) -> dict[str, TenureRow]:
    bodies, first, last, start, until = (
        dict(walked[name]) for name in ("body", "first", "last", "from", "until")
    )
    return {
        iri: TenureRow(
            iri, person, bodies.get(iri, ""), "", "", first.get(iri, ""), last.get(iri, ""), start.get(iri, ""),
            until.get(iri, ""),
        )
        for iri, person in sorted(walked["member"])
    }  # fmt: skip


def _events(walked: Walked) -> dict[str, EventRow]:
    starts, ends, wholes = (dict(walked[name]) for name in ("start", "end", "whole event"))
    places: dict[str, list[str]] = {}
    for iri, place in walked["place"]:
        places.setdefault(iri, []).append(place)
    return {
        iri: EventRow(
            iri, local(kind), "", starts.get(iri, ""), ends.get(iri, ""), tuple(sorted(places.get(iri, ()))), False,
            wholes.get(iri, ""),
        )
        for iri, kind in sorted(walked["type"])
    }  # fmt: skip
