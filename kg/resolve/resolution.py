"""Facts of many articles to the nouns of one graph: pass 1 reads all, pass 2 asks what one article means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.model.entities import (
    ArticleIds,
    Conflict,
    Decision,
    EventRecord,
    OrganizationEntity,
    PersonEntity,
    TenureRecord,
)
from kg.model.facts import ArticleFacts
from kg.model.settings import Settings
from kg.resolve.bodies import BodyBook, body_id, make_bodies
from kg.resolve.happenings import mark_of, merge
from kg.resolve.keys import day_number, key
from kg.resolve.people import Cluster, Persona, cluster_name
from kg.resolve.rarity import Names
from kg.resolve.reprints import ReprintBook
from kg.resolve.sightings import FragmentKey, NameRecord, gather
from kg.resolve.spells import Held, Timeline, make_tenures
from kg.resolve.variants import find_variants, merge_records


@dataclass(slots=True)
class Resolved:
    """What is known after every article was seen once (kg.model.entities.Resolution)."""

    persons: dict[str, PersonEntity]
    organizations: dict[str, OrganizationEntity]
    tenures: dict[str, TenureRecord]
    events: dict[str, EventRecord]
    conflicts: tuple[Conflict, ...]
    bodies: BodyBook
    reprints: ReprintBook
    personas: dict[str, Persona]
    person_ids: dict[tuple[str, int], str]
    timelines: dict[tuple[str, str, str], Timeline]
    marks: dict[int, str]
    leading: dict[str, str] = field(default_factory=dict)

    def ids_of(self, facts: ArticleFacts) -> ArticleIds:
        """Whom and what the names of one article mean; "" where it must be left out."""
        day = day_number(facts.meta.date)
        seen: dict[str, list[FragmentKey]] = {}
        for tenure in facts.tenures:
            where = (self.bodies.key_of(tenure.organization, facts.id), tenure.post)
            seen.setdefault(tenure.person, []).append(where)
        persons = {}
        for name in dict.fromkeys([*(mention.name for mention in facts.persons), *seen]):
            found = self._person(name, seen.get(name) or [("", "")], day)
            if found:
                persons[name] = found
        tenures = []
        for tenure in facts.tenures:
            where = (self.bodies.key_of(tenure.organization, facts.id), tenure.post)
            timeline = self.timelines.get((persons.get(tenure.person, ""), *where))
            tenures.append(timeline.spell_on(day) if timeline else "")
        organizations = {
            name: body_id(self.bodies.key_of(name, facts.id)) for name in sorted(_names_of_bodies(facts))
        }
        events = tuple(self.marks[mark_of(event, facts, day)] for event in facts.events)
        return ArticleIds(persons, organizations, tuple(tenures), events, self.reprints.original_of(facts))

    def _person(self, name: str, places: Sequence[FragmentKey], day: int) -> str:
        leading = self.leading.get(name, name)
        persona = self.personas[leading]
        votes: dict[int, int] = {}
        for where in places:
            number = persona.cluster_of(where, day)
            votes[number] = votes.get(number, 0) + 1
        winner = min(votes, key=lambda n: (-votes[n], n))
        return self.person_ids[leading, winner]


def _names_of_bodies(facts: ArticleFacts) -> set[str]:
    names = {mention.name for mention in facts.organizations}
    names |= {tenure.organization for tenure in facts.tenures if tenure.organization}
    names |= {involved.organization for event in facts.events for involved in event.organizations}
    return names


def resolve(
    facts: Iterable[ArticleFacts], decisions: Sequence[Decision] = (), settings: Settings | None = None
) -> Resolved:
    """Read every article once and decide who and what their names mean.

    Args:
        facts: all articles' facts, in any order; the result does not depend on it.
        decisions: people's judgements, which win.
        settings: the settings of the build.
    """
    del decisions, settings
    sightings = gather(facts)
    variants = find_variants(sightings.names)
    records = merge_records(sightings.names, variants)
    names = Names.of({name: record.articles for name, record in records.items()})
    personas = {name: cluster_name(name, record, names) for name, record in sorted(records.items())}
    persons, person_ids = _make_persons(personas, records)
    helds = _make_helds(personas, person_ids, records)
    tenures, timelines, conflicts = make_tenures(helds)
    leading = {name: variant.leading for name, variant in variants.items()}
    events, marks = merge(sightings.happenings, lambda name: leading.get(name, name))
    return Resolved(
        persons=persons,
        organizations=make_bodies(sightings.bodies),
        tenures=tenures,
        events=events,
        conflicts=conflicts,
        bodies=sightings.bodies,
        reprints=sightings.reprints,
        personas=personas,
        person_ids=person_ids,
        timelines=timelines,
        marks=marks,
        leading=leading,
    )


def _person_id(name: str, cluster: Cluster) -> str:
    first, body, post = cluster.anchor
    return key("p", name, body, post, "" if body else str(first))


def _make_persons(
    personas: dict[str, Persona], records: dict[str, NameRecord]
) -> tuple[dict[str, PersonEntity], dict[tuple[str, int], str]]:
    persons, ids = {}, {}
    for name, persona in personas.items():
        for number, cluster in enumerate(persona.clusters):
            ids[name, number] = _person_id(name, cluster)
        others = tuple(sorted(form for form in records[name].printed if form != name))
        for number, cluster in enumerate(persona.clusters):
            own = ids[name, number]
            possibly = tuple(sorted(ids[name, n] for n in cluster.possibly))
            persons[own] = PersonEntity(own, name, others, number + 1, possibly)
    return persons, ids


def _make_helds(
    personas: dict[str, Persona], ids: dict[tuple[str, int], str], records: dict[str, NameRecord]
) -> list[Held]:
    """Bring together what is said of each person in each post; waves of one person join here."""
    helds: dict[tuple[str, str, str], Held] = {}
    for name, persona in personas.items():
        for where, fragment in records[name].fragments.items():
            if not where[1]:
                continue

            def held_on(
                day: int, where: FragmentKey = where, persona: Persona = persona, name: str = name
            ) -> Held:
                person = ids[name, persona.cluster_of(where, day)]
                return helds.setdefault((person, *where), Held(person, *where))

            for day, n in fragment.days.items():
                held_on(day).days[day] = n
            for day, n in fragment.former.items():
                held_on(day).former[day] = n
            for when, n in fragment.appointed.items():
                held_on(when[1]).appointed[when] = n
            for when, n in fragment.removed.items():
                held_on(when[1]).removed[when] = n
            for one in {persona.cluster_of(where, day) for day in fragment.all_days()}:
                held = helds[(ids[name, one], *where)]
                held.since.update(fragment.since)
                held.until.update(fragment.until)
    return list(helds.values())
