"""The second phase: what the names of every article mean, written as facts and as N-Triples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import orjson

from kg.model.entities import ArticleIds, Resolution
from kg.model.rows import from_row
from kg.model.settings import Settings
from kg.rdf.triples import article_lines
from kg.run.processes import ordered_map
from kg.run.shards import Row, ShardFolder, source_name

KEYS_EACH = 16  # shards that one task of the second phase covers


@dataclass(frozen=True, slots=True)
class Part:
    """Where one task left its share of the products; `lines` is None where no triples were asked for."""

    facts: Path
    rejected: Path
    lines: Path | None
    articles: int


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
        facts, rejected, lines = (stem.with_suffix(s) for s in (".facts", ".rejected", ".nt"))
        articles = 0
        with ExitStack() as files:
            out = files.enter_context(facts.open("wb"))
            left_out = files.enter_context(rejected.open("wb"))
            triples = files.enter_context(lines.open("w", encoding="utf-8")) if self.triples else None
            for key in keys:
                for row in self.shards.rows(key):
                    if "rejected" in row:
                        left_out.write(rejected_line(row["rejected"]))
                    elif "source" in row:
                        self._store_source(row["source"])
                    else:
                        articles += 1
                        triples_of = self._finish(row)
                        out.write(orjson.dumps(row) + b"\n")
                        if triples is not None:
                            triples.writelines(triples_of)
        return Part(facts, rejected, lines if self.triples else None, articles)

    def _finish(self, row: Row) -> Iterator[str]:
        """Put the ids into a row; give back the article's triples."""
        facts = from_row(row)
        ids = self.resolution.ids_of(facts)
        put_ids(row, ids)
        return article_lines(facts, ids, self.settings)

    def _store_source(self, source: Row) -> None:
        folder = self.folder.parent / "sources"
        folder.mkdir(exist_ok=True)
        (folder / source_name(source["id"])).write_text(source["text"], encoding="utf-8", newline="")


def put_ids(row: Row, ids: ArticleIds) -> None:
    """Fill the ids that only the resolve room knows into a row of facts.jsonl."""
    for mention in row["persons"]:
        mention["id"] = ids.persons.get(mention["name"])
    for mention in row["organizations"]:
        mention["id"] = ids.organizations.get(mention["name"])
    for role, identity in zip(row["roles"], ids.tenures, strict=True):
        role["id"] = identity
    for event, identity in zip(row["events"], ids.events, strict=True):
        event["id"] = identity
    if ids.reprint_of:
        row["meta"]["reprint_of"] = ids.reprint_of


def rejected_line(rejected: Row) -> bytes:
    """A line of rejected.jsonl."""
    row = {"id": rejected["article_id"], "reason": rejected["reason"], "path": rejected["path"] or None}
    return orjson.dumps(row) + b"\n"


def merge(merger: Merger, keys: Sequence[str], workers: int, advance: Callable[[int], None]) -> list[Part]:
    """Write all parts, in `workers` processes; the parts come in the order of the articles."""
    merger.folder.mkdir(parents=True, exist_ok=True)
    tasks = [(i, keys[i : i + KEYS_EACH]) for i in range(0, len(keys), KEYS_EACH)]
    if workers > 1 and len(tasks) > 1:
        spread = ordered_map(merger.part, tasks, workers, merger.part)
    else:
        spread = map(merger.part, tasks)  # type: ignore[assignment]  # an iterator, as the other
    parts = []
    for part in spread:
        advance(part.articles)
        parts.append(part)
    return parts


def join(parts: Sequence[Path], place: Path) -> None:
    """Put files one after the other, removing each."""
    with place.open("wb") as whole:
        for part in parts:
            with part.open("rb") as file:
                for piece in iter(partial(file.read, 1 << 20), b""):
                    whole.write(piece)
            part.unlink()


def lines_of(parts: Sequence[Part]) -> Iterator[str]:
    """All triples of the parts, unsorted, each file removed once it is read."""
    for part in parts:
        if part.lines is not None:
            with part.lines.open(encoding="utf-8", newline="\n") as file:
                yield from file
            part.lines.unlink()
