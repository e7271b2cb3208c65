"""What is believed across articles, to N-Triples: persons, bodies, posts, tenures, events, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.model.entities import EventRecord, OrganizationEntity, PersonEntity, Resolution, TenureRecord
from kg.model.settings import Settings
from kg.rdf.conflicts import change_lines, conflict_lines
from kg.rdf.happenings import STATEMENT
from kg.rdf.nt import FALSE, TRUE, day, first_day, is_iri, last_day, lines, literal, node, tag_of
from kg.rdf.places import PlaceBook, gazetteer, place_lines
from kg.rdf.posts import role_lines, with_wider
from kg.rdf.tenures import member_lines, tenure_lines
from kg.rdf.terms import ALT_LABEL, EVENT_TYPES, PRECISIONS, PREF_LABEL, TYPE, event_type, iri, kg
from kg.rdf.vocabulary import vocabulary_lines

_PERSON, _SAME, _POSSIBLY = iri("foaf:Person"), iri("owl:sameAs"), kg("possiblySameAs")
_BODY = (iri("org:FormalOrganization"), iri("org:Organization"))
_PART_OF, _JURISDICTION = iri("org:subOrganizationOf"), kg("jurisdiction")
_EVENT, _STATEMENT, _SEM_EVENT = kg("Event"), kg("Statement"), iri("sem:Event")
_EVENT_TYPE, _PLACE, _OPEN, _SUB = kg("eventType"), kg("place"), kg("openList"), kg("subEventOf")
_START, _END = kg("startDate"), kg("endDate")
_START_PRECISION, _END_PRECISION = kg("startPrecision"), kg("endPrecision")


def entity_lines(resolution: Resolution, settings: Settings, places: PlaceBook = gazetteer) -> Iterator[str]:
    """Yield everything that no single article says, one string of lines for each subject.

    Args:
        resolution: what is believed.
        settings: `base` is the IRI that instances are named under.
        places: tells what is known of a place; the lexicon's gazetteer unless another is given.
    """
    base, persons, bodies = settings.base, resolution.persons, resolution.organizations
    held = ((tenure, *_names(tenure, persons, bodies)) for tenure in resolution.tenures.values())
    yield from vocabulary_lines()
    yield from (person_lines(person, base) for person in persons.values())
    yield from lines_of_bodies(bodies.values(), base, places)
    yield from lines_of_tenures(held, base)
    yield from lines_of_events(resolution.events.values(), base, places)
    yield from (conflict_lines(conflict, base) for conflict in resolution.conflicts)


def lines_of_bodies(
    bodies: Iterable[OrganizationEntity], base: str, places: PlaceBook = gazetteer
) -> Iterator[str]:
    """Yield organisations, what they became, and the places of their jurisdiction."""
    seats: set[str] = set()
    for body in bodies:
        seats |= {body.jurisdiction} if body.jurisdiction else set()
        yield body_lines(body, base, places)
        yield from change_lines(body, base)
    yield from place_lines(seats, base, places)


def lines_of_tenures(held: Iterable[tuple[TenureRecord, str, str]], base: str) -> Iterator[str]:
    """Yield tenures, their posts, and the shortcut from persons to bodies.

    Args:
        held: tenures with the names of their person and body.
        base: the IRI that instances are named under.
    """
    posts: set[str] = set()
    for tenure, person, body in held:
        posts |= {tenure.post} if tenure.post in posts else with_wider(tenure.post)
        yield tenure_lines(tenure, base, person, body)
        yield from member_lines(tenure, base)
    yield from (role_lines(post, base) for post in sorted(posts))


def lines_of_events(events: Iterable[EventRecord], base: str, places: PlaceBook = gazetteer) -> Iterator[str]:
    """Yield happenings and their places."""
    seen: set[str] = set()
    for event in events:
        seen.update(event.places)
        yield event_record_lines(event, base, places)
    yield from place_lines(seen, base, places)


def person_lines(person: PersonEntity, base: str) -> str:
    """A human being."""
    return lines(
        node(base, person.id),
        [
            (TYPE, _PERSON),
            (PREF_LABEL, literal(person.name, "zh-Hans")),
            *_other_names(person.name, person.names),
            *((_SAME, f"<{other}>") for other in person.same_as if is_iri(other)),
            *((_POSSIBLY, node(base, other)) for other in person.possibly_same_as),
        ],
    )


def body_lines(body: OrganizationEntity, base: str, places: PlaceBook) -> str:
    """An organisation."""
    return lines(
        node(base, body.id),
        [
            *((TYPE, t) for t in _BODY),
            (PREF_LABEL, literal(body.name, "zh-Hans")),
            *_other_names(body.name, body.names),
            (_JURISDICTION, node(base, places(body.jurisdiction).key) if body.jurisdiction else ""),
            (_PART_OF, node(base, body.part_of) if body.part_of else ""),
        ],
    )


def event_record_lines(event: EventRecord, base: str, places: PlaceBook) -> str:
    """A happening; a year or a month becomes the days that it begins and ends with, and says so."""
    label = event.label or EVENT_TYPES[event.type][0]
    return lines(
        node(base, event.id),
        [
            (TYPE, _EVENT),
            (TYPE, _SEM_EVENT),
            (TYPE, _STATEMENT if event.type == STATEMENT else ""),
            (PREF_LABEL, literal(label, "zh-Hans")),
            (_EVENT_TYPE, event_type(event.type)),
            (_START, day(first_day(event.start))),
            (_START_PRECISION, PRECISIONS.get(len(event.start), "")),
            (_END, day(last_day(event.end))),
            (_END_PRECISION, PRECISIONS.get(len(event.end), "")),
            *((_PLACE, node(base, places(name).key)) for name in event.places),
            (_OPEN, TRUE if event.open_list else FALSE),
            (_SUB, node(base, event.part_of) if event.part_of else ""),
        ],
    )


def _other_names(name: str, names: Iterable[str]) -> list[tuple[str, str]]:
    return [(ALT_LABEL, literal(other, tag_of(other))) for other in names if other and other != name]


def _names(
    tenure: TenureRecord, persons: Mapping[str, PersonEntity], bodies: Mapping[str, OrganizationEntity]
) -> tuple[str, str]:
    person, body = persons.get(tenure.person), bodies.get(tenure.organization)
    return person.name if person else "", body.name if body else ""
