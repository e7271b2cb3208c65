"""From all sightings to the entities of one graph: the order of this room's steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from kg.model.background import KnownPerson
from kg.model.entities import Decision, PersonEntity
from kg.model.facts import ArticleFacts
from kg.model.settings import Settings
from kg.resolve.background import links
from kg.resolve.bodies import make_bodies
from kg.resolve.happenings import merge
from kg.resolve.keys import key
from kg.resolve.people import Cluster, Persona, cluster_name
from kg.resolve.rarity import Names
from kg.resolve.resolution import Resolved
from kg.resolve.sightings import NameRecord, gather
from kg.resolve.spells import Held, make_tenures
from kg.resolve.standing import standing
from kg.resolve.variants import Variant, find_variants, merge_records
from kg.resolve.verdicts import Verdicts, forgotten_bodies, is_forgotten, meanings, verdicts_on_persons

PersonIds = dict[tuple[str, int], str]


def resolve(
    facts: Iterable[ArticleFacts],
    decisions: Sequence[Decision] = (),
    settings: Settings | None = None,
    background: Sequence[KnownPerson] = (),
) -> Resolved:
    """Read every article once and decide who and what their names mean.

    Args:
        facts: all articles' facts, in any order; the result does not depend on it.
        decisions: people's judgements, which win.
        background: what others know of persons; it gives links, never posts.
        settings: `public_only` leaves out people without any post who were only visited or helped.
    """
    settings = settings or Settings()
    sightings = gather(facts, meanings(decisions))
    bodies = make_bodies(sightings.bodies, forgotten_bodies(decisions))
    found = find_variants(sightings.names)
    verdicts = _verdicts(decisions, sightings.names, bodies.keys() | sightings.bodies.printed.keys(), found)
    found |= {name: Variant(name, to, "decided") for name, to in verdicts.leading.items()}
    records = merge_records(sightings.names, found)
    personas = _personas(records, verdicts)
    persons, ids = _persons(personas, records, verdicts, settings.public_only)
    for place, iris in links(background, personas).items():
        if ids[place]:
            persons[ids[place]] = replace(persons[ids[place]], same_as=tuple(sorted(set(iris))))
    helds = [h for h in _helds(personas, ids, records) if not h.body or h.body_id in bodies]
    tenures, timelines, conflicts = make_tenures(helds)
    leading = {name: variant.leading for name, variant in found.items()}
    events, marks = merge(sightings.happenings, lambda name: leading.get(name, name))
    return Resolved(
        persons=persons,
        organizations=bodies,
        tenures=tenures,
        events=events,
        conflicts=conflicts,
        bodies=sightings.bodies,
        reprints=sightings.reprints,
        personas=personas,
        person_ids=ids,
        timelines=timelines,
        marks=marks,
        leading=leading,
        unmatched=tuple(verdicts.unmatched),
    )


def _verdicts(
    decisions: Sequence[Decision],
    names: dict[str, NameRecord],
    bodies: Set[str],
    found: Mapping[str, Variant],
) -> Verdicts:
    """What people decided, matched with what the program would have found without them."""

    @cache
    def records() -> dict[str, NameRecord]:
        return merge_records(names, found)

    @cache
    def personas() -> dict[str, Persona]:
        return _personas(records(), Verdicts())

    @cache
    def ids() -> dict[str, tuple[str, int]]:
        return {own: where for where, own in _ids(personas()).items()}

    if not decisions:
        return Verdicts()
    return verdicts_on_persons(decisions, records(), bodies, personas, ids)


def _personas(records: dict[str, NameRecord], verdicts: Verdicts) -> dict[str, Persona]:
    names = Names.of({name: record.articles for name, record in records.items()})
    return {
        name: cluster_name(name, record, names, verdicts.together.get(name, ()), verdicts.apart.get(name, ()))
        for name, record in sorted(records.items())
    }


def _ids(personas: Mapping[str, Persona]) -> PersonIds:
    return {
        (name, number): _person_id(name, cluster)
        for name, persona in personas.items()
        for number, cluster in enumerate(persona.clusters)
    }


def _person_id(name: str, cluster: Cluster) -> str:
    first, body, post = cluster.anchor
    return key("p", name, body, post, "" if body else str(first))


def _persons(
    personas: Mapping[str, Persona], records: Mapping[str, NameRecord], verdicts: Verdicts, public_only: bool
) -> tuple[dict[str, PersonEntity], PersonIds]:
    """Every person by id; the ids of those who are left out are ""."""
    ids = _ids(personas)
    for (name, number), _ in list(ids.items()):
        cluster = personas[name].clusters[number]
        private = public_only and not records[name].active and not any(i.body for i in cluster.items)
        if private or all(is_forgotten(i, name, verdicts.forgotten) for i in cluster.items):
            ids[name, number] = ""
    persons = {}
    for (name, number), own in ids.items():
        cluster = personas[name].clusters[number]
        others = tuple(sorted(form for form in records[name].printed if form != name))
        possibly = tuple(sorted(ids[name, n] for n in cluster.possibly if ids[name, n]))
        if own:
            persons[own] = PersonEntity(own, name, others, number + 1, possibly)
    return persons, ids


def is_foreign(record: NameRecord) -> bool:
    """Is the name known, in most articles that tell a body, from posts abroad?"""
    abroad = home = 0
    for where, fragment in record.fragments.items():
        if where[0] and standing(*where).abroad:
            abroad += sum(fragment.days.values())
        elif where[0]:
            home += sum(fragment.days.values())
    return abroad > home


def _helds(personas: Mapping[str, Persona], ids: PersonIds, records: Mapping[str, NameRecord]) -> list[Held]:
    """Bring together what is said of each person in each post; waves of one person join here."""
    helds: dict[tuple[str, str, str], Held] = {}
    for name, persona in personas.items():
        foreign = is_foreign(records[name])
        for where, fragment in records[name].fragments.items():
            if not where[1] or where in persona.misread:
                continue
            for first, last, number in persona.waves_of(where):
                person = ids[name, number]
                if person:
                    held = helds.setdefault((person, *where), Held(person, *where, foreign=foreign))
                    held.take(fragment, first, last)
    return list(helds.values())
