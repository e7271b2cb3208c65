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
from kg.resolve.known import by_name
from kg.resolve.people import Cluster, Persona, cluster_name
from kg.resolve.rarity import Names
from kg.resolve.resolution import Resolved, nobody_left
from kg.resolve.sightings import NameRecord, gather
from kg.resolve.spells import Held, make_tenures
from kg.resolve.standing import standing
from kg.resolve.variants import Outline, Variant, find_variants, merge_records
from kg.resolve.verdicts import (
    Verdicts,
    forgotten_bodies,
    is_forgotten,
    meanings,
    unused,
    verdicts_on_persons,
)

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
        background: what others know of persons; it weighs in who is one person and gives links, never posts.
        settings: `public_only` leaves out people without any post who were only visited or helped.
    """
    settings = settings or Settings()
    sightings = gather(facts, meanings(decisions))
    bodies = make_bodies(sightings.bodies, forgotten_bodies(decisions))
    found = find_variants({name: Outline.of(record) for name, record in sightings.names.items()})
    verdicts = _verdicts(decisions, sightings.names, bodies.keys() | sightings.bodies.printed.keys(), found)
    verdicts.known = by_name(background)
    found |= {name: Variant(name, to, "decided") for name, to in verdicts.leading.items()}
    records = merge_records(sightings.names, found)
    personas = _personas(records, sightings.names, verdicts)
    persons, ids = _persons(personas, records, verdicts, settings.public_only)
    for place, iris in links(background, personas).items():
        if ids[place]:
            persons[ids[place]] = replace(persons[ids[place]], same_as=tuple(sorted(set(iris))))
    helds = [h for h in _helds(personas, ids, records) if not h.body or h.body_id in bodies]
    tenures, timelines, conflicts = make_tenures(helds)
    leading = {name: variant.leading for name, variant in found.items()}
    gone = nobody_left(ids)
    events, marks = merge(
        sightings.happenings,
        lambda name: leading.get(name, name),
        lambda name: leading.get(name, name) in gone,
    )
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
        unmatched=(*verdicts.unmatched, *unused(decisions, sightings.bodies.used)),
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
        return _personas(records(), names, Verdicts())

    @cache
    def ids() -> dict[str, tuple[str, int]]:
        return {own: where for where, own in _ids(personas()).items()}

    if not decisions:
        return Verdicts()
    return verdicts_on_persons(decisions, records(), bodies, personas, ids)


def _personas(
    records: dict[str, NameRecord], printed: Iterable[str], verdicts: Verdicts
) -> dict[str, Persona]:
    names = Names.of({name: record.articles for name, record in records.items()}, printed)
    return {name: persona_of(name, record, names, verdicts) for name, record in sorted(records.items())}


def persona_of(name: str, record: NameRecord, names: Names, verdicts: Verdicts) -> Persona:
    """The persons of one name, as the articles and the verdicts have them."""
    together, apart = verdicts.together.get(name, ()), verdicts.apart.get(name, ())
    return cluster_name(name, record, names, together, apart, verdicts.known.get(name, ()))


def _ids(personas: Mapping[str, Persona]) -> PersonIds:
    return {
        (name, number): own
        for name, persona in personas.items()
        for number, own in enumerate(ids_in(name, persona))
    }


def ids_in(name: str, persona: Persona) -> list[str]:
    """The ids of the persons of one name, by number."""
    return [_person_id(name, cluster) for cluster in persona.clusters]


def _person_id(name: str, cluster: Cluster) -> str:
    first, body, post = cluster.anchor
    return key("p", name, body, post, "" if body else str(first))


def _persons(
    personas: Mapping[str, Persona], records: Mapping[str, NameRecord], verdicts: Verdicts, public_only: bool
) -> tuple[dict[str, PersonEntity], PersonIds]:
    """Every person by id; the ids of those who are left out are ""."""
    persons: dict[str, PersonEntity] = {}
    ids: PersonIds = {}
    for name, persona in personas.items():
        found = persons_of(name, persona, records[name], verdicts, public_only)
        persons.update((person.id, person) for person in found if person)
        ids.update(((name, number), person.id if person else "") for number, person in enumerate(found))
    return persons, ids


def persons_of(
    name: str, persona: Persona, record: NameRecord, verdicts: Verdicts, public_only: bool
) -> list[PersonEntity | None]:
    """The persons of one name by number; None stands for one who is left out."""
    ids = ids_in(name, persona)
    for number, cluster in enumerate(persona.clusters):
        private = public_only and not record.active and not any(i.body for i in cluster.items)
        if private or all(is_forgotten(i, name, verdicts.forgotten) for i in cluster.items):
            ids[number] = ""
    others = tuple(sorted(form for form in record.printed if form != name))
    found: list[PersonEntity | None] = []
    for number, cluster in enumerate(persona.clusters):
        possibly = tuple(sorted(ids[n] for n in cluster.possibly if ids[n]))
        found.append(PersonEntity(ids[number], name, others, number + 1, possibly) if ids[number] else None)
    return found


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
    found = []
    for name, persona in personas.items():
        own = [ids[name, number] for number in range(len(persona.clusters))]
        found += helds_of(persona, own, records[name])
    return found


def helds_of(persona: Persona, ids: Sequence[str], record: NameRecord) -> list[Held]:
    """Bring together what is said of each person of one name in each post; waves of one person join here.

    Args:
        persona: the persons of the name.
        ids: theirs, by number; "" for who is left out.
        record: all sightings of the name.
    """
    helds: dict[tuple[str, str, str], Held] = {}
    foreign = is_foreign(record)
    for where, fragment in record.fragments.items():
        if not where[1] or where in persona.misread:
            continue
        for first, last, number in persona.waves_of(where):
            person = ids[number]
            if person:
                held = helds.setdefault((person, *where), Held(person, *where, foreign=foreign))
                held.take(fragment, first, last)
    return list(helds.values())
