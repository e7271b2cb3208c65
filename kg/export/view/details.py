"""The words and proofs of the facts that a page tells: read from the store for these alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.export.reading import (
    read_articles,
    read_entities,
    read_events,
    read_evidence,
    read_labels,
    read_participations,
    read_posts,
    read_proofs,
    read_sentences,
    read_tenures,
)
from kg.export.rows import EntityRow, EventRow, ParticipationRow, Source, Tables, TenureRow
from kg.export.scan import at_once
from kg.export.view.picture import Picture
from kg.export.view.proof import Sentences
from kg.export.view.told import Told

ROOM_FOR_TWO = 3000  # facts; of more, the page carries one proof each, but of the events that it draws
FEW_OF_AN_EVENT = 3  # participants named of an event that is not drawn


@dataclass(frozen=True, slots=True)
class Details:
    """Rows of the told facts (without their proofs) and of everything that they name.

    `posts` are tenures in which people acted; `proofs` how many a fact has, and one or two; `sentences` stand around these.
    """

    tables: Tables
    posts: dict[str, TenureRow]
    proofs: dict[str, tuple[int, tuple[str, ...]]]
    sentences: Sentences


def read_details(source: Source, picture: Picture, told: Told, companions: Iterable[str]) -> Details:
    """Read what the page tells."""
    drawn = dict.fromkeys(picture.nodes)
    tenures, events, all_parts = at_once(
        lambda: read_tenures(source, told.tenures, False),
        lambda: read_events(source, told.events, False),
        lambda: read_participations(source, told.events, False),
    )
    parts = _few(all_parts, drawn)
    acted = {iri for p in parts.values() for iri in p.capacity} - tenures.keys()
    proved = [*tenures, *events, *(p.id for p in parts.values() if p.event in drawn)]
    acting, proofs = at_once(lambda: read_posts(source, acted), lambda: read_proofs(source, proved))
    posts = tenures | acting
    if len(proofs) > ROOM_FOR_TWO:
        proofs = {
            iri: (count, few if iri in events and iri in drawn else few[:1])
            for iri, (count, few) in proofs.items()
        }
    words = read_evidence(source, {iri for _, few in proofs.values() for iri in few})
    known = Sentences(words.values())
    alone = [row for row in words.values() if not known.has(row)]
    entities, articles, labels, around = at_once(
        lambda: _entities(source, picture, events, posts, parts, companions),
        lambda: read_articles(source, {row.article for row in words.values()}),
        lambda: read_labels(source),
        lambda: read_sentences(source, alone),
    )
    tables = Tables(entities, tenures, events, parts, words, articles, labels)
    return Details(tables, posts, proofs, Sentences([*words.values(), *around]))


def _few(parts: dict[str, ParticipationRow], drawn: dict[str, None]) -> dict[str, ParticipationRow]:
    """All participations in drawn events; of others those of drawn nodes, and the first few."""
    kept, so_far = {}, dict[str, int]()
    for part in sorted(parts.values(), key=lambda p: (p.event, p.position or 999, p.id)):
        so_far[part.event] = so_far.get(part.event, 0) + 1
        if part.event in drawn or part.participant in drawn or so_far[part.event] <= FEW_OF_AN_EVENT:
            kept[part.id] = part
    return dict(sorted(kept.items()))


def _entities(
    source: Source,
    picture: Picture,
    events: dict[str, EventRow],
    posts: dict[str, TenureRow],
    parts: dict[str, ParticipationRow],
    companions: Iterable[str],
) -> dict[str, EntityRow]:
    """Everything that is named, and the places and bodies that these belong to."""
    named = {n for n in (*picture.nodes, *companions) if n not in events}
    named |= {iri for t in posts.values() for iri in (t.person, t.organization) if iri}
    named |= {p.participant for p in parts.values()}
    named |= {place for e in events.values() for place in e.places}
    found = read_entities(source, named)
    wholes = {iri for e in found.values() for iri in (e.jurisdiction, e.part_of) if iri} - found.keys()
    return found | read_entities(source, wholes)
