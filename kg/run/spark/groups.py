"""What is made of the rows of one key: one function for each kind of group that `kg.run.spark.resolving` brings together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import islice

import orjson

from kg.lexicon.sounds import renderings
from kg.model.facts import ArticleFacts
from kg.model.rows import from_row
from kg.resolve.bodies import body_id, entity_of, is_kept
from kg.resolve.entities import helds_of, persona_of, persons_of
from kg.resolve.happenings import Happening, block_of, event_id, groups_in, record_of
from kg.resolve.people import Cluster, Persona
from kg.resolve.reprints import KEYS
from kg.resolve.resolution import identity_rows
from kg.resolve.sightings import NameRecord, add_counts, gather
from kg.resolve.spells import make_tenures
from kg.resolve.variants import Outline, merge_records
from kg.run.manifest import Counts
from kg.run.spark.frames import Row, Rows, row, value_of
from kg.run.spark.shared import Shared

ARTICLES_EACH = 2_000  # whose sightings a task holds before it sends them on


def _facts_in(rows: Rows) -> Iterator[ArticleFacts | None]:
    """The facts of each row, None of a rejected article."""
    for said in rows:
        fact = orjson.loads(said["line"].split(b"\n", 1)[0])
        yield None if "rejected" in fact else from_row(fact)


def sighted(rows: Rows, means: dict[tuple[str, str], str]) -> Rows:
    """What a share of the articles tells: counts, and sightings by name, body, block of events, words and fingerprint."""
    every = _facts_in(rows)
    while some := list(islice(every, ARTICLES_EACH)):
        found = [facts for facts in some if facts]
        counts = Counts(rejected=len(some) - len(found))
        for facts in found:
            counts.add(facts)
        yield row("counts", "", counts)
        seen = gather(found, means)
        yield from (row("name", name, record) for name, record in seen.names.items())
        yield from (row("body", key, forms) for key, forms in seen.bodies.printed.items())
        for mark, one in seen.happenings.found.items():
            yield row("event", "\x1f".join(map(str, block_of(mark, one))), one, f"{mark:016x}")
        yield from (row("words", f"{words:016x}", own) for words, own in seen.reprints.first.items())
        for printing in seen.reprints.printings:
            yield from (row("like", f"{value:016x}", printing) for value in printing.sketch[:KEYS])
        yield from (row("meant", form, None, article) for form, article in seen.bodies.used)


def record(name: str, rows: Rows) -> Iterable[Row]:
    """What all shares tell of a name as printed: its record, and its outline if it may have variants."""
    record = NameRecord()
    for said in rows:
        record.take(value_of(said))
    outline = Outline.of(record)
    tells = outline.tells or name in renderings() or name in _rendered()
    return row("record", name, record), row("outline", name, (record.articles, outline if tells else None))


def _rendered() -> frozenset[str]:
    return frozenset(renderings().values())


def body(key: str, rows: Rows, shared: Shared) -> Iterable[Row]:
    """The organisation of a key."""
    forms: dict[str, int] = {}
    for said in rows:
        add_counts(forms, value_of(said))
    return (row("body", key, entity_of(key, forms, shared.bodies)),) if is_kept(key, shared.forgotten) else ()


def under_leading(rows: Rows, shared: Shared) -> Rows:
    """Records of names under the name that leads all forms of each."""
    for said in rows:
        yield {**said, "key": shared.leading(said["key"]), "sub": said["key"]}


def _named(rows: Rows, shared: Shared) -> NameRecord:
    """The record of a name under which one or more forms come together."""
    forms = {said["sub"]: value_of(said) for said in rows}
    (record,) = merge_records(forms, shared.variants).values()
    return record


def persons(name: str, rows: Rows, shared: Shared, asked: frozenset[str]) -> Rows:
    """The persons of a leading name, the grounds, and which post each held; the clusters whole where `asked`."""
    record = _named(rows, shared)
    persona = persona_of(name, record, shared.names, shared.verdicts)
    persons = persons_of(name, persona, record, shared.verdicts, shared.public_only)
    ids = [person.id if person else "" for person in persons]
    bare = Persona([Cluster([]) for _ in ids], persona.by_fragment, persona.misread)
    yield row("persona", name, (bare, ids))
    yield from (row("person", name, person) for person in persons if person)
    if not any(ids):
        yield row("gone", name, None)
    for found in identity_rows(name, persona, ids):
        yield row("identity", name, found, f"{found['number']:06d}")
    if name in asked:
        yield row("whole", name, persona)
    for held in helds_of(persona, ids, record):
        if not held.body or is_kept(held.body, shared.forgotten):
            yield row("held", f"{held.body}\x1f{held.post}", (name, held))


def seat(rows: Rows) -> Rows:
    """The tenures of one post in one body, the timeline of each holder, and conflicts."""
    held = [value_of(said) for said in rows]
    names = {one.person: name for name, one in held}
    tenures, timelines, conflicts = make_tenures([one for _, one in held])
    body = held[0][1].body.partition("@")[0]
    yield from (row("tenure", own, (tenure, names[tenure.person], body)) for own, tenure in tenures.items())
    yield from (row("timeline", names[place[0]], (place, timeline)) for place, timeline in timelines.items())
    yield from (row("conflict", "", conflict) for conflict in conflicts)


def block(rows: Rows, shared: Shared) -> Rows:
    """Events of a type and day, and the ways of telling that tell each."""
    found: dict[int, Happening] = {}
    for said in rows:
        mark, one = int(said["sub"], 16), value_of(said)
        if mark in found:
            found[mark].take(one)
        else:
            found[mark] = one
    for group in groups_in(found, shared.leading):
        own = event_id({mark: found[mark] for mark in group})
        yield row("event", own, [found[mark] for mark in group])
        yield from (row("mark", f"{mark:016x}", own) for mark in group)
        wholes = {found[mark].part_of for mark in group} - {0}
        yield from (row("part", f"{whole:016x}", None, own) for whole in sorted(wholes))


def event(own: str, rows: Rows, shared: Shared, gone: Set[str]) -> Iterable[Row]:
    """One event as all its reports tell it, with what it is part of; `gone` are names of whom nobody is left."""
    told = value_of(next(rows))
    ids = {int(said["sub"], 16): value_of(said) for said in rows}
    return (row("event", own, record_of(told, own, ids, lambda name: shared.leading(name) in gone)),)


def bodies_among(rows: Rows, asked: Set[str]) -> Rows:
    """Of the bodies seen, those whose key or id is asked for."""
    for said in rows:
        key = said["key"]
        yield from (row("asked", word, None) for word in (key, body_id(key)) if word in asked)


def ids_of(name: str, rows: Rows, shared: Shared, asked: set[str]) -> Rows:
    """Of the persons of a name, those whose id is asked for."""
    record = _named(rows, shared)
    persona = persona_of(name, record, shared.names, shared.verdicts)
    for number, person in enumerate(persons_of(name, persona, record, shared.verdicts, public_only=False)):
        if person and person.id in asked:
            yield row("id", name, (person.id, (name, number)))
