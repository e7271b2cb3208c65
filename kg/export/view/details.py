"""The words and proofs of the facts that a page tells: read from the store for these alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.export.reading import (
    read_articles,
    read_entities,
    read_events,
    read_evidence,
    read_labels,
    read_participations,
    read_sentences,
    read_tenures,
)
from kg.export.rows import EntityRow, ParticipationRow, Source, Tables
from kg.export.view.picture import Picture
from kg.export.view.proof import Sentences
from kg.export.view.told import Told

FEW_OF_AN_EVENT = 3  # participants named of an event that is not drawn
QUOTES_EACH = 2  # carried of one fact; how many there are is told


def read_details(
    source: Source, picture: Picture, told: Told, companions: Iterable[str]
) -> tuple[Tables, Sentences]:
    """Rows of the told facts, of everything that they name, of their first proofs; and the sentences around these."""
    tenures, events = read_tenures(source, told.tenures), read_events(source, told.events)
    parts = _few(read_participations(source, told.events), dict.fromkeys(picture.nodes))
    capacities = {iri for part in parts.values() for iri in part.capacity} - tenures.keys()
    tenures = tenures | read_tenures(source, capacities)
    cited = {
        iri
        for rows in (tenures, events, parts)
        for row in rows.values()
        for iri in row.evidence[:QUOTES_EACH]
    }
    evidence = read_evidence(source, cited)
    articles = {row.article for row in evidence.values()}
    tables = Tables({}, tenures, events, parts, evidence, labels=read_labels(source))
    entities = _entities(source, picture, tables, companions)
    tables = replace(tables, entities=entities, articles=read_articles(source, articles))
    return tables, Sentences(read_sentences(source, articles))


def _few(parts: dict[str, ParticipationRow], drawn: dict[str, None]) -> dict[str, ParticipationRow]:
    """All participations in drawn events; of others those of drawn nodes, and the first few."""
    kept, so_far = {}, dict[str, int]()
    for part in sorted(parts.values(), key=lambda p: (p.event, p.position or 999, p.id)):
        so_far[part.event] = so_far.get(part.event, 0) + 1
        if part.event in drawn or part.participant in drawn or so_far[part.event] <= FEW_OF_AN_EVENT:
            kept[part.id] = part
    return dict(sorted(kept.items()))


def _entities(
    source: Source, picture: Picture, tables: Tables, companions: Iterable[str]
) -> dict[str, EntityRow]:
    """Everything that is named, and the places and bodies that these belong to."""
    named = {n for n in (*picture.nodes, *companions) if n not in tables.events}
    named |= {iri for t in tables.tenures.values() for iri in (t.person, t.organization) if iri}
    named |= {p.participant for p in tables.participations.values()}
    named |= {place for e in tables.events.values() for place in e.places}
    found = read_entities(source, named)
    wholes = {iri for e in found.values() for iri in (e.jurisdiction, e.part_of) if iri} - found.keys()
    return found | read_entities(source, wholes)
