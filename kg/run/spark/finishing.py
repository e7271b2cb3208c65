"""From what is known to what is written: each article's finished facts and triples, and the entities' triples.

Articles come in slices of a few hundred. A slice asks for what its own names, ways of telling and words mean, is sent
those answers together with its articles, and needs nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from kg.model.entities import OrganizationEntity
from kg.model.facts import ArticleFacts
from kg.model.rows import from_row
from kg.model.settings import Settings
from kg.rdf.conflicts import conflict_lines
from kg.rdf.entities import lines_of_bodies, lines_of_events, lines_of_tenures, person_lines
from kg.rdf.triples import article_lines
from kg.rdf.vocabulary import vocabulary_lines
from kg.resolve.bodies import BodyBook
from kg.resolve.happenings import mark_of
from kg.resolve.keys import day_number
from kg.resolve.reprints import ReprintBook, asked_of
from kg.resolve.resolution import Resolved, without_names
from kg.run.merge import finished, rejected_line
from kg.run.shards import store_source
from kg.run.spark.frames import Row, Rows, grouped, mapped, value_of
from kg.run.spark.resolving import Resolving, kept
from kg.run.spark.shared import Shared

SLICE = 256  # rows of a file; their facts and answers are some megabytes
SAID, ARTICLE = 0, 1  # answers stand before the articles of a slice
ASKED = "slice string, kind string, key string"
SLICED = "slice string, part long, file long, row long, kind string, key string, sub string, value binary"
OUTPUT = "kind string, file long, row long, text string"


def articles_on(lines: Any, known: Resolving, settings: Settings, sources: Path) -> Any:
    """Finished rows and triples of every article: (kind, file, row, text), kind facts, rejected or triple."""
    from pyspark.sql import functions as f

    shared = known.shared
    asked = mapped(lines, lambda rows: _asked(rows, shared.value), ASKED).distinct()
    answers = known.answers().join(asked, ["kind", "key"])
    nothing = f.lit(None).cast("long")
    said = answers.select(
        "slice", f.lit(SAID).cast("long").alias("part"), nothing.alias("file"), nothing.alias("row"),
        "kind", "key", "sub", "value",
    )  # fmt: skip
    articles = mapped(lines, _sliced, SLICED)
    return kept(
        grouped(
            said.union(articles),
            "slice",
            lambda _, rows: _finished(rows, shared.value, settings, sources),
            OUTPUT,
            then="part, file, row",
        )
    )


def entities_on(known: Resolving, base: str) -> Any:
    """Triples of everything that no single article says: (text)."""
    same = known.links
    made = [
        mapped(known.spark.range(1, numPartitions=1), lambda rows: _texts(vocabulary_lines(), rows), "text string"),
        mapped(known.persons.where("kind = 'person'"), lambda rows: _persons(rows, same, base), "text string"),
        mapped(known.tenures.where("kind = 'tenure'"), lambda rows: _tenures(rows, base), "text string"),
        mapped(known.tenures.where("kind = 'conflict'"), lambda rows: _conflicts(rows, base), "text string"),
        mapped(known.bodies, lambda rows: _lines(lines_of_bodies(map(value_of, rows), base)), "text string"),
        mapped(known.events, lambda rows: _lines(lines_of_events(map(value_of, rows), base)), "text string"),
    ]  # fmt: skip
    whole = made[0]
    for more in made[1:]:
        whole = whole.union(more)
    return whole


def identity_on(known: Resolving) -> Any:
    """The rows of identity.jsonl, in order: (text)."""
    rows = known.persons.where("kind = 'identity'").orderBy("key", "sub")
    shared, gone = known.shared, known.gone
    return mapped(rows, lambda said: _judgements(said, shared.value, gone), "text string")


def _judgements(rows: Rows, shared: Shared, gone: Set[str]) -> Rows:
    for said in rows:
        found = without_names(value_of(said), lambda name: shared.leading(name) in gone)
        yield {"text": orjson.dumps(found).decode()}


def _slice_of(said: Row) -> str:
    return f"{said['file']:08d}-{said['row'] // SLICE:010d}"


def _asked(rows: Rows, shared: Shared) -> Rows:
    """What each article asks."""
    for said in rows:
        fact = orjson.loads(said["line"].split(b"\n", 1)[0])
        if "rejected" not in fact:
            place = _slice_of(said)
            yield from (
                {"slice": place, "kind": k, "key": key} for k, key in _questions(from_row(fact), shared)
            )


def _questions(facts: ArticleFacts, shared: Shared) -> Iterator[tuple[str, str]]:
    names = {mention.name for mention in facts.persons} | {tenure.person for tenure in facts.tenures}
    yield from (("name", name) for name in sorted({shared.leading(name) for name in names}))
    day = day_number(facts.meta.date)
    yield from (("mark", f"{mark_of(event, facts, day):016x}") for event in facts.events)
    words, values = asked_of(facts)
    yield from (("words", f"{word:016x}") for word in words)
    yield from (("like", f"{value:016x}") for value in values)


def _sliced(rows: Rows) -> Rows:
    for said in rows:
        place = {"slice": _slice_of(said), "part": ARTICLE, "file": said["file"], "row": said["row"]}
        yield {**place, "kind": "article", "key": "", "sub": "", "value": said["line"]}


class _AllBut(dict[str, OrganizationEntity]):
    """The organisations of a slice: every one but those that are forgotten."""

    def __init__(self, forgotten: frozenset[str]) -> None:
        super().__init__()
        self.forgotten = forgotten

    def __contains__(self, own: object) -> bool:
        return own not in self.forgotten


def _known_to(shared: Shared) -> Resolved:
    """What a slice knows before it is told anything."""
    leading = {name: variant.leading for name, variant in shared.variants.items()}
    bodies = BodyBook(shared.means)
    return Resolved({}, _AllBut(shared.forgotten), {}, {}, (), bodies, ReprintBook(), {}, {}, {}, {}, leading)


def _learn(resolved: Resolved, said: Row) -> None:
    """Take in one answer."""
    value = value_of(said)
    if said["kind"] == "words":
        resolved.reprints.note_words(int(said["key"], 16), value)
    elif said["kind"] == "like":
        resolved.reprints.note(value)
    elif said["kind"] == "mark":
        resolved.marks[int(said["key"], 16)] = value
    elif said["sub"] == "timeline":
        place, timeline = value
        resolved.timelines[place] = timeline
    else:
        persona, ids = value
        resolved.personas[said["key"]] = persona
        resolved.person_ids.update(((said["key"], number), own) for number, own in enumerate(ids))


def _finished(rows: Rows, shared: Shared, settings: Settings, sources: Path) -> Rows:
    """The outcome of every article of one slice."""
    resolved = _known_to(shared)
    for said in rows:
        if said["part"] == SAID:
            _learn(resolved, said)
            continue
        place = {"file": said["file"], "row": said["row"]}
        first, *more = said["value"].split(b"\n")
        fact = orjson.loads(first)
        if "rejected" in fact:
            text = rejected_line(fact["rejected"]).decode().rstrip("\n")
            yield {"kind": "rejected", **place, "text": text}
            continue
        for line in more:
            store_source(orjson.loads(line)["source"], sources)
        facts, ids, whole = finished(fact, resolved)
        yield {"kind": "facts", **place, "text": orjson.dumps(whole).decode()}
        for made in _lines(article_lines(facts, ids, settings)):
            yield {"kind": "triple", **place, **made}


def _persons(rows: Rows, same: dict[tuple[str, int], tuple[str, ...]], base: str) -> Rows:
    for said in rows:
        person = value_of(said)
        iris = same.get((person.name, person.number - 1), ())
        yield from _lines([person_lines(replace(person, same_as=iris), base)])


def _tenures(rows: Rows, base: str) -> Rows:
    return _lines(lines_of_tenures(map(value_of, rows), base))


def _conflicts(rows: Rows, base: str) -> Rows:
    return _lines(conflict_lines(value_of(said), base) for said in rows)


def _texts(texts: Iterable[str], rows: Rows) -> Rows:
    for _ in rows:
        yield from _lines(texts)


def _lines(texts: Iterable[str]) -> Rows:
    for text in texts:
        yield from ({"text": line} for line in text.split("\n") if line)
