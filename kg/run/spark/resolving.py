"""What names mean, found group by group: every step of `kg.resolve` on the keys that belong together, and no more.

Sightings are counted per share of the articles and brought together by key, so that nobody's articles, however many, meet
in one place; what meets is one row for each share. See `kg.resolve.entities.resolve` for the same steps in one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from kg.model.background import KnownPerson
from kg.model.entities import Decision
from kg.model.settings import Settings
from kg.resolve.background import links
from kg.resolve.bodies import is_kept
from kg.resolve.body_names import plain_name
from kg.resolve.entities import persona_of
from kg.resolve.known import by_name
from kg.resolve.variants import Variant, find_variants, merge_records
from kg.resolve.verdicts import Verdicts, forgotten_bodies, meanings, unused, verdicts_on_persons
from kg.run.manifest import Counts
from kg.run.spark import groups
from kg.run.spark.frames import FACTS, grouped, mapped, value_of
from kg.run.spark.shared import Shared


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
        self.sighted = kept(mapped(lines, lambda rows: groups.sighted(rows, means), FACTS))
        self.unmatched: list[Decision] = []

    @cached_property
    def records(self) -> Any:
        """By name, as printed: its record, and its outline."""
        return kept(grouped(self._seen("name"), "key", groups.record))

    @cached_property
    def shared(self) -> Any:
        """What every group must know, at every worker."""
        return self.spark.sparkContext.broadcast(self._shared())

    @cached_property
    def bodies(self) -> Any:
        """By key: the organisation."""
        known = self.shared
        return kept(grouped(self._seen("body"), "key", lambda key, rows: groups.body(key, rows, known.value)))

    @cached_property
    def persons(self) -> Any:
        """By leading name: its persons, what is said of each in each post, and why they are who they are."""
        known, asked = self.shared, frozenset(n for k in self.background for n in (k.name, *k.names))
        forms = mapped(self._records(), lambda rows: groups.under_leading(rows, known.value), FACTS)
        return kept(grouped(forms, "key", lambda name, rows: groups.persons(name, rows, known.value, asked)))

    @cached_property
    def tenures(self) -> Any:
        """By post and body: who held it when, and the timeline of each name."""
        held = self.persons.where("kind = 'held'")
        return kept(grouped(held, "key", lambda _, rows: groups.seat(rows), then="sub"))

    @cached_property
    def told(self) -> Any:
        """Events by id as they are told, and the id of each way of telling."""
        known = self.shared
        return kept(grouped(self._seen("event"), "key", lambda _, rows: groups.block(rows, known.value)))

    @cached_property
    def events(self) -> Any:
        """Events by id."""
        from pyspark.sql import functions as f

        part, whole = self.told.where("kind = 'part'"), self.told.where("kind = 'mark'")
        ids = part.alias("p").join(whole.alias("w"), f.col("p.key") == f.col("w.key"))
        ids = ids.select(f.lit("part").alias("kind"), "p.sub", "p.key", "w.value").toDF(
            "kind", "key", "sub", "value"
        )
        told, known, gone = self.told.where("kind = 'event'").union(ids), self.shared, self.gone
        events = grouped(
            told, "key", lambda own, rows: groups.event(own, rows, known.value, gone), then="kind, sub"
        )
        return kept(events)

    @cached_property
    def gone(self) -> frozenset[str]:
        """The names of whom nobody is left: people were asked to be forgotten, or only public ones are wanted."""
        if not self.decisions and not self.public_only:
            return frozenset()
        return frozenset(said.key for said in self.persons.where("kind = 'gone'").select("key").collect())

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

    def _bodies_among(self, words: set[str]) -> frozenset[str]:
        """Of what decisions name, the keys and ids of bodies that articles name."""
        asked = words | {plain_name(word) for word in words}
        seen = self._seen("body").select("key").distinct()
        found = mapped(seen, lambda rows: groups.bodies_among(rows, asked), FACTS)
        return frozenset(said.key for said in found.select("key").collect())

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
        common = self._seen("body").where("not contains(key, '@')")  # an open name is its article's own
        keys = [said.key for said in common.select("key").distinct().collect()]
        shared = Shared(
            variants=find_variants(outlines),
            bodies=frozenset(key for key in keys if is_kept(key, forgotten)),
            forgotten=forgotten,
            means=self.means,
            public_only=self.public_only,
        )
        shared.learn_fame(articles)
        if self.decisions:
            self._decide(shared, articles)
        shared.verdicts.known = by_name(self.background)
        return shared

    def _decide(self, shared: Shared, articles: dict[str, int]) -> None:
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
        shared.verdicts = verdicts_on_persons(
            self.decisions, records, self._bodies_among(words), lambda: personas, lambda: ids
        )
        used = {
            (said.key, said.sub) for said in self._seen("meant").select("key", "sub").distinct().collect()
        }
        self.unmatched = [*shared.verdicts.unmatched, *unused(self.decisions, used)]
        for name, to in shared.verdicts.leading.items():
            shared.variants[name] = Variant(name, to, "decided")
        shared.learn_fame(articles)


def kept(frame: Any) -> Any:
    """A data frame that is made once, and lies on the disks of the workers."""
    from pyspark import StorageLevel

    return frame.persist(StorageLevel.DISK_ONLY)


def _clustered(records: Any, shared: Shared, asked: set[str]) -> dict[str, tuple[str, int]]:
    """Person id → (name, number) of those ids, as they would be without anyone's decisions."""
    if not asked:
        return {}
    forms = mapped(records, lambda rows: groups.under_leading(rows, shared), FACTS)
    found = grouped(forms, "key", lambda name, rows: groups.ids_of(name, rows, shared, asked))
    return {own: place for said in found.collect() for own, place in [value_of(said.asDict())]}


def _among(names: Sequence[str]) -> Any:
    from pyspark.sql import functions as f

    return f.col("key").isin(list(names))
