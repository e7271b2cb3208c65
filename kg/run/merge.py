"""The second phase: what the names of every article mean, written as facts and as N-Triples."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import orjson

from kg.model.entities import ArticleIds, Resolution
from kg.model.facts import ArticleFacts
from kg.model.rows import from_row, to_row
from kg.model.settings import Settings
from kg.rdf.sort import head_for, spill
from kg.rdf.triples import article_lines
from kg.run.leaving import without_left_out
from kg.run.processes import ordered_map
from kg.run.shards import Row, ShardFolder, store_source

TASKS_EACH = 4  # shares of the second phase for each worker, so that they end at about the same time


@dataclass(frozen=True, slots=True)
class Part:
    """Where one task left its share of the products; `triples` is a folder of buckets for the sorter."""

    facts: Path
    rejected: Path
    triples: Path | None
    articles: int


@dataclass(slots=True)
class _Count:
    articles: int = 0


class Merger:
    """Everything that a task of the second phase needs; forked processes share it without copying."""

    def __init__(
        self, shards: ShardFolder, resolution: Resolution, settings: Settings, folder: Path, triples: bool
    ) -> None:
        self.shards, self.resolution, self.settings = shards, resolution, settings
        self.folder, self.triples = folder, triples

    def part(self, task: tuple[int, Sequence[str]]) -> Part:
        """Write the share of these shards; returns where."""
        number, keys = task
        stem = self.folder / f"{number:08d}"
        part = Part(stem.with_suffix(".facts"), stem.with_suffix(".rejected"), stem.with_suffix(".nt"), 0)
        count = _Count()
        with part.facts.open("wb") as facts, part.rejected.open("wb") as rejected:
            lines = self._triples(keys, facts, rejected, count)
            if self.triples and part.triples is not None:
                spill(lines, part.triples, head_for(self.settings.base))
            else:
                deque(lines, maxlen=0)
        return replace(part, triples=part.triples if self.triples else None, articles=count.articles)

    def _triples(
        self, keys: Sequence[str], facts: BinaryIO, rejected: BinaryIO, count: _Count
    ) -> Iterator[str]:
        """Write the finished rows of these shards; yield their triples, if any are wanted."""
        for key in keys:
            for row in self.shards.rows(key):
                if "rejected" in row:
                    rejected.write(rejected_line(row["rejected"]))
                elif "source" in row:
                    store_source(row["source"], self.folder.parent / "sources")
                else:
                    count.articles += 1
                    found, ids, whole = finished(row, self.resolution)
                    facts.write(orjson.dumps(whole) + b"\n")
                    if self.triples:
                        yield from article_lines(found, ids, self.settings)


def finished(row: Row, resolution: Resolution) -> tuple[ArticleFacts, ArticleIds, Row]:
    """An article's facts without the people who are left out, what its names mean, and its row with ids."""
    facts = from_row(row)
    kept, ids = without_left_out(facts, resolution.ids_of(facts))
    if kept is not facts:
        row = to_row(kept)
    put_ids(row, ids)
    return kept, ids, row


def put_ids(row: Row, ids: ArticleIds) -> None:
    """Fill the ids that only the resolve room knows into a row of facts.jsonl."""
    for mention in row["persons"]:
        mention["id"] = ids.persons.get(mention["name"])
    for mention in row["organizations"]:
        mention["id"] = ids.organizations.get(mention["name"])
    for role, identity in zip(row["roles"], ids.tenures, strict=True):
        role["id"] = identity or None
    for event, identity in zip(row["events"], ids.events, strict=True):
        event["id"] = identity or None
    if ids.reprint_of:
        row["meta"]["reprint_of"] = ids.reprint_of


def rejected_line(rejected: Row) -> bytes:
    """A line of rejected.jsonl."""
    row = {"id": rejected["article_id"], "reason": rejected["reason"], "path": rejected["path"] or None}
    return orjson.dumps(row) + b"\n"


def merge(merger: Merger, keys: Sequence[str], workers: int, advance: Callable[[int], None]) -> list[Part]:
    """Write all parts, in `workers` processes; the parts come in the order of the articles."""
    merger.folder.mkdir(parents=True, exist_ok=True)
    size = max(1, -(-len(keys) // (workers * TASKS_EACH))) if workers > 1 else max(1, len(keys))
    tasks = [(start, keys[start : start + size]) for start in range(0, len(keys), size)]
    spread: Iterator[Part] = map(merger.part, tasks)
    if workers > 1 and len(tasks) > 1:
        spread = ordered_map(merger.part, tasks, workers, merger.part)
    parts = []
    for part in spread:
        advance(part.articles)
        parts.append(part)
    return parts


def join(parts: Sequence[Path], place: Path) -> None:
    """Put files one after the other, removing each; a single one is only renamed."""
    if len(parts) == 1:
        parts[0].rename(place)
        return
    with place.open("wb") as whole:
        for part in parts:
            with part.open("rb") as file:
                shutil.copyfileobj(file, whole, 1 << 20)
            part.unlink()
