"""What names mean, found group by group: every step of `kg.resolve` on the keys that belong together, and no more.

Sightings are counted per share of the articles and brought together by key, so that nobody's articles, however many, meet
in one place; what meets is one row for each share. See `kg.resolve.entities.resolve` for the same steps in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Any

import orjson

from kg.lexicon.sounds import renderings
from kg.model.background import KnownPerson
from kg.model.entities import Decision
from kg.model.facts import ArticleFacts
from kg.model.rows import from_row
from kg.model.settings import Settings
from kg.resolve.background import links
from kg.resolve.bodies import body_id, entity_of, is_kept
from kg.resolve.entities import helds_of, persona_of, persons_of
from kg.resolve.happenings import Happening, block_of, event_id, groups_in, record_of
from kg.resolve.known import by_name
from kg.resolve.people import Cluster, Persona
from kg.resolve.reprints import KEYS
from kg.resolve.resolution import identity_rows
from kg.resolve.sightings import NameRecord, add_counts, gather
from kg.resolve.spells import make_tenures
from kg.resolve.variants import Outline, Variant, find_variants, merge_records
from kg.resolve.verdicts import Verdicts, forgotten_bodies, meanings, verdicts_on_persons
from kg.run.manifest import Counts
from kg.run.spark.frames import FACTS, Row, Rows, grouped, mapped, row, value_of
from kg.run.spark.shared import Shared

ARTICLES_EACH = 2_000  # whose sightings a task holds before it sends them on


class Resolving:
    """The jobs, each kept on the workers' disks when it is first asked for."""

    def __init__(
        self,
        spark: Any,
        lines: Any,
        decisions: Sequence[Decision],
        background: Sequence[KnownPerson],
        settings: Settings,
    ) -> None:
        self.spark, self.decisions, self.background = spark, decisions, background
        self.public_only, self.means = settings.public_only, meanings(decisions)
        means = self.means
        self.sighted = kept(mapped(lines, lambda rows: _sighted(rows, means), FACTS))
        self.unmatched: list[Decision] = []

    @cached_property
    def records(self) -> Any:
        """By name, as printed: its record, and its outline."""
        return kept(grouped(self._seen("name"), "key", _record))

    @cached_property
    def shared(self) -> Any:
        """What every group must know, at every worker."""
        return self.spark.sparkContext.broadcast(self._shared())

    @cached_property
    def bodies(self) -> Any:
        """By key: the organisation."""
        known = self.shared
        return kept(grouped(self._seen("body"), "key", lambda key, rows: _body(key, rows, known.value)))

    @cached_property
    def persons(self) -> Any:
        """By leading name: its persons, what is said of each in each post, and why they are who they are."""
        known, asked = self.shared, frozenset(n for k in self.background for n in (k.name, *k.names))
        forms = mapped(self._records(), lambda rows: _under_leading(rows, known.value), FACTS)
        return kept(grouped(forms, "key", lambda name, rows: _persons(name, rows, known.value, asked)))

    @cached_property
    def tenures(self) -> Any:
        """By post and body: who held it when, and the timeline of each name."""
        known = self.shared
        held = self.persons.where("kind = 'held'")
        return kept(grouped(held, "key", lambda _, rows: _seat(rows, known.value), then="sub"))

    @cached_property
    def told(self) -> Any:
        """Events by id as they are told, and the id of each way of telling."""
        known = self.shared
        return kept(grouped(self._seen("event"), "key", lambda _, rows: _block(rows, known.value)))

    @cached_property
    def events(self) -> Any:
        """Events by id."""
        from pyspark.sql import functions as f

        part, whole = self.told.where("kind = 'part'"), self.told.where("kind = 'mark'")
        ids = part.alias("p").join(whole.alias("w"), f.col("p.key") == f.col("w.key"))
        ids = ids.select(f.lit("part").alias("kind"), "p.sub", "p.key", "w.value").toDF(
            "kind", "key", "sub", "value"
        )
        told = self.told.where("kind = 'event'").union(ids)
        return kept(grouped(told, "key", _event, then="kind, sub"))

    @cached_property
    def links(self) -> dict[tuple[str, int], tuple[str, ...]]:
        """(name, number of the person) → IRIs elsewhere, where others know of persons at all."""
        asked = self.persons.where("kind = 'whole'").collect()
        found = links(self.background, {said.key: value_of(said.asDict()) for said in asked})
        return {place: tuple(sorted(set(iris))) for place, iris in found.items()}

    def count(self, counts: Counts) -> None:
        """Count what was read and what was made of it."""
        for said in self._seen("counts").collect():
            counts.take(value_of(said.asDict()))
        made = self.persons.union(self.tenures).union(self.bodies).union(self.told)
        number = {said["kind"]: said["count"] for said in made.groupBy("kind").count().collect()}
        counts.persons, counts.organizations = number.get("person", 0), number.get("body", 0)
        counts.tenures, counts.conflicts = number.get("tenure", 0), number.get("conflict", 0)
        counts.events = number.get("event", 0)

    def answers(self) -> Any:
        """What articles may ask: (kind, key, sub, value) of names, ways of telling, words and fingerprints."""
        from pyspark.sql import functions as f

        names = self.persons.where("kind = 'persona'").union(self.tenures.where("kind = 'timeline'"))
        names = names.select(f.lit("name").alias("kind"), "key", f.col("kind").alias("sub"), "value")
        return (
            names.union(self.told.where("kind = 'mark'")).union(self._seen("words")).union(self._seen("like"))
        )

    def _seen(self, kind: str) -> Any:
        return self.sighted.where(f"kind = '{kind}'")

    def _records(self) -> Any:
        return self.records.where("kind = 'record'")

    def _shared(self) -> Shared:
        """The tables that grow with distinct names: collected here, sent to every worker."""
        articles, outlines = {}, {}
        for said in self.records.where("kind = 'outline'").collect():
            articles[said.key], outline = value_of(said.asDict())
            if outline:
                outlines[said.key] = outline
        forgotten = forgotten_bodies(self.decisions)
        keys = [said.key for said in self._seen("body").select("key").distinct().collect()]
        shared = Shared(
            variants=find_variants(outlines),
            bodies=frozenset(key for key in keys if "@" not in key and is_kept(key, forgotten)),
            forgotten=forgotten,
            means=self.means,
            public_only=self.public_only,
        )
        shared.learn_fame(articles)
        if self.decisions:
            self._decide(shared, articles, {*keys, *map(body_id, keys)})
        shared.verdicts.known = by_name(self.background)
        return shared

    def _decide(self, shared: Shared, articles: dict[str, int], bodies: set[str]) -> None:
        """Match what people decided with what would be found without them; then look again."""
        words = {word for d in self.decisions for word in (d.a, d.b) if word}
        asked = {word.partition("#")[0] for word in words}
        ids = _clustered(self._records(), shared, {word for word in words if word.startswith("p-")})
        asked |= {name for name, _ in ids.values()}
        forms = [name for name in articles if shared.leading(name) in asked]
        found = {
            said.key: value_of(said.asDict())
            for start in range(0, len(forms), 1_000)
            for said in self._records().where(_among(forms[start : start + 1_000])).collect()
        }
        records = merge_records(found, shared.variants)
        personas = {
            name: persona_of(name, records[name], shared.names, Verdicts()) for name in sorted(records)
        }
        shared.verdicts = verdicts_on_persons(self.decisions, records, bodies, lambda: personas, lambda: ids)
        self.unmatched = shared.verdicts.unmatched
        for name, to in shared.verdicts.leading.items():
            shared.variants[name] = Variant(name, to, "decided")
        shared.learn_fame(articles)


def kept(frame: Any) -> Any:
    """A data frame that is made once, and lies on the disks of the workers."""
    from pyspark import StorageLevel

    return frame.persist(StorageLevel.DISK_ONLY)


def facts_in(rows: Rows) -> Iterator[ArticleFacts | None]:
    """The facts of each row, None of a rejected article."""
    for said in rows:
        fact = orjson.loads(said["line"].split(b"\n", 1)[0])
        yield None if "rejected" in fact else from_row(fact)


def _sighted(rows: Rows, means: dict[tuple[str, str], str]) -> Rows:
    """What a share of the articles tells: counts, and sightings by name, body, block of events, words and fingerprint."""
    every = facts_in(rows)
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


def _record(name: str, rows: Rows) -> Iterable[Row]:
    record = NameRecord()
    for said in rows:
        record.take(value_of(said))
    outline = Outline.of(record)
    tells = outline.tells or name in renderings() or name in _rendered()
    return row("record", name, record), row("outline", name, (record.articles, outline if tells else None))


def _rendered() -> frozenset[str]:
    return frozenset(renderings().values())


def _body(key: str, rows: Rows, shared: Shared) -> Iterable[Row]:
    forms: dict[str, int] = {}
    for said in rows:
        add_counts(forms, value_of(said))
    return (row("body", key, entity_of(key, forms, shared.bodies)),) if is_kept(key, shared.forgotten) else ()


def _under_leading(rows: Rows, shared: Shared) -> Rows:
    for said in rows:
        yield {**said, "key": shared.leading(said["key"]), "sub": said["key"]}


def _named(rows: Rows, shared: Shared) -> NameRecord:
    """The record of a name under which one or more forms come together."""
    forms = {said["sub"]: value_of(said) for said in rows}
    (record,) = merge_records(forms, shared.variants).values()
    return record


def _persons(name: str, rows: Rows, shared: Shared, asked: frozenset[str]) -> Rows:
    record = _named(rows, shared)
    persona = persona_of(name, record, shared.names, shared.verdicts)
    persons = persons_of(name, persona, record, shared.verdicts, shared.public_only)
    ids = [person.id if person else "" for person in persons]
    bare = Persona([Cluster([]) for _ in ids], persona.by_fragment, persona.misread)
    yield row("persona", name, (bare, ids))
    yield from (row("person", name, person) for person in persons if person)
    for found in identity_rows(name, persona, ids):
        yield row("identity", name, found, f"{found['number']:06d}")
    if name in asked:
        yield row("whole", name, persona)
    for held in helds_of(persona, ids, record):
        if not held.body or is_kept(held.body, shared.forgotten):
            yield row("held", f"{held.body}\x1f{held.post}", (name, held))


def _seat(rows: Rows, shared: Shared) -> Rows:
    held = [value_of(said) for said in rows]
    names = {one.person: name for name, one in held}
    tenures, timelines, conflicts = make_tenures([one for _, one in held])
    body = held[0][1].body.partition("@")[0]
    yield from (row("tenure", own, (tenure, names[tenure.person], body)) for own, tenure in tenures.items())
    yield from (row("timeline", names[place[0]], (place, timeline)) for place, timeline in timelines.items())
    yield from (row("conflict", "", conflict) for conflict in conflicts)


def _block(rows: Rows, shared: Shared) -> Rows:
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


def _event(own: str, rows: Rows) -> Iterable[Row]:
    told = value_of(next(rows))
    ids = {int(said["sub"], 16): value_of(said) for said in rows}
    return (row("event", own, record_of(told, own, ids)),)


def _clustered(records: Any, shared: Shared, asked: set[str]) -> dict[str, tuple[str, int]]:
    """Person id → (name, number) of those ids, as they would be without anyone's decisions."""
    if not asked:
        return {}
    forms = mapped(records, lambda rows: _under_leading(rows, shared), FACTS)
    found = grouped(forms, "key", lambda name, rows: _ids_of(name, rows, shared, asked))
    return {own: place for said in found.collect() for own, place in [value_of(said.asDict())]}


def _ids_of(name: str, rows: Rows, shared: Shared, asked: set[str]) -> Rows:
    record = _named(rows, shared)
    persona = persona_of(name, record, shared.names, shared.verdicts)
    for number, person in enumerate(persons_of(name, persona, record, shared.verdicts, public_only=False)):
        if person and person.id in asked:
            yield row("id", name, (person.id, (name, number)))


def _among(names: Sequence[str]) -> Any:
    from pyspark.sql import functions as f

    return f.col("key").isin(list(names))
