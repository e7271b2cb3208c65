"""The same build on Spark: `kg build --engine spark --master URL`. The only file that knows pyspark.

Tasks read, clean and extract with the same `outcome_of`, and keep their facts on their own disks. The driver reads those
facts once, in order, a partition at a time, to resolve names; what it then knows (bounded by distinct names) goes to every
worker, and tasks write finished facts and sorted triples. The bytes are those of the local engine.

Inputs, OUT and the workers' Python (with this package in it) must be reachable from every worker under the same path.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from hashlib import blake2b
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from kg.model.article import Article, Rejected
from kg.model.entities import Resolution
from kg.model.errors import KgError
from kg.model.facts import ArticleFacts
from kg.model.rows import from_row
from kg.model.settings import Settings
from kg.rdf.triples import article_lines, entity_lines
from kg.read.reading import read_source
from kg.read.source import STDIN, Source, find_sources
from kg.run.build import GRAPH_PRODUCTS, Build
from kg.run.folder import FILES
from kg.run.manifest import Manifest
from kg.run.merge import finished, rejected_line
from kg.run.progress import Silent
from kg.run.shards import lines_of, source_name

ARTICLES_EACH = 128  # in one Arrow batch
FILES_EACH = 4  # tasks of reading for each core
READ = "file long, row long, text long, id long, article binary"
LINES = "file long, row long, line binary"
CONFIG = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(ARTICLES_EACH),
    "spark.sql.adaptive.enabled": "true",
    "spark.task.maxFailures": "4",
    "spark.python.worker.reuse": "true",
}

Rows = Iterator[dict[str, Any]]


def build_on_spark(
    inputs: Sequence[str],
    out: Path,
    settings: Settings,
    *,
    master: str,
    only: Sequence[str],
    progress: Silent,
) -> Manifest:
    """As `kg.run.build.build`, on the Spark cluster at `master`.

    Raises:
        KgError: pyspark is not installed, or standard input is given.
    """
    if STDIN in inputs:
        raise KgError("-: a cluster cannot read a pipe; give files or folders that all workers see")
    job = SparkBuild(inputs, out, settings, only, session(master), progress)
    try:
        return job.run(force=False, prune=False)
    finally:
        job.spark.stop()


def session(master: str) -> Any:
    """A Spark session; workers use this very Python.

    Raises:
        KgError: pyspark is not installed.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise KgError(
            "--engine spark: pyspark is not installed; pip install 'renmai[spark]', and Java 17"
        ) from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("renmai")
    for key, value in CONFIG.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


class SparkBuild(Build):
    """A build whose articles and triples never stand in one place before they are sorted."""

    def __init__(
        self,
        inputs: Sequence[str],
        out: Path,
        settings: Settings,
        only: Sequence[str],
        spark: Any,
        progress: Silent,
    ) -> None:
        super().__init__(inputs, out.resolve(), settings, only, 1, progress)
        self.spark = spark
        self.cores = int(spark.sparkContext.defaultParallelism)
        self.manifest.engine, self.manifest.workers = "spark", self.cores
        self.lines: Any = None

    def _facts(self) -> Iterator[ArticleFacts]:
        """Extract everywhere; read the facts back in order, a partition at a time."""
        from pyspark import StorageLevel

        settings = self.settings
        articles = self._articles()
        tasks = self.cores * FILES_EACH
        spread = articles.repartition(tasks, "file", "row")
        self.lines = _mapped(spread, lambda rows: _extracted(rows, settings), LINES)
        self.lines.persist(StorageLevel.DISK_ONLY)
        for row in self.lines.orderBy("file", "row").toLocalIterator(prefetchPartitions=True):
            facts = orjson.loads(bytes(row.line).split(b"\n", 1)[0])
            if "rejected" in facts:
                self.counts.rejected += 1
            else:
                found = from_row(facts)
                self.counts.add(found)
                self.progress.advance(1, found.chars)
                yield found

    def _articles(self) -> Any:
        """Every article under an id of its own, each text of a day once: (file, row, article)."""
        from pyspark import StorageLevel
        from pyspark.sql import Window
        from pyspark.sql import functions as f

        settings = self.settings
        paths = [(i, str(source.path)) for i, source in enumerate(find_sources(self.inputs))]
        if not paths:
            raise KgError(
                f"{', '.join(self.inputs)}: there is no file in it; name files or folders with articles"
            )
        sources = self.spark.createDataFrame(paths, "file long, path string")
        sources = sources.repartition(min(len(paths), self.cores * FILES_EACH), "file")
        read = _mapped(sources, lambda rows: _read(rows, settings), READ).persist(StorageLevel.DISK_ONLY)
        place = ("file", "row")
        texts = read.where("text is not null").select(
            *place, "id", "text", f.row_number().over(Window.partitionBy("text").orderBy(*place)).alias("nth")
        )
        again = texts.where("nth > 1").select(*place, f.lit("again").alias("mark"))
        named = texts.where("nth = 1").select(
            *place, f.row_number().over(Window.partitionBy("id").orderBy(*place)).alias("nth")
        )
        renamed = named.where("nth > 1").select(*place, f.lit("rename").alias("mark"))
        marked = read.join(again.union(renamed), list(place), "left")
        return marked.select(*place, "text", "mark", "article")

    def _merge(self, resolution: Resolution) -> list[Path]:
        """Finish every row where it lies; join the sorted parts."""
        known, settings = self.spark.sparkContext.broadcast(resolution), self.settings
        sources = self.folder.new / "sources"
        rows = self.lines.repartitionByRange(self.cores * FILES_EACH, "file", "row").sortWithinPartitions(
            "file", "row"
        )
        done = _mapped(
            rows, lambda r: _finished(r, known.value, sources), "facts string, rejected string"
        ).persist()
        for column, name in (("facts", "facts.jsonl"), ("rejected", "rejected.jsonl")):
            self._write(done.where(f"{column} is not null").select(column), name)
        done.unpersist()
        if not self.only & GRAPH_PRODUCTS:
            return []
        entities = self.spark.range(1, numPartitions=1)
        said = _mapped(self.lines, lambda r: _triples(r, known.value, settings), "line string")
        known_of = _mapped(entities, lambda r: _entities(r, known.value, settings), "line string")
        self._write(said.union(known_of).distinct().orderBy("line"), FILES["nt"])
        return []

    def _sort(self, parts: list[Path], resolution: Resolution) -> int:
        with (self.folder.new / FILES["nt"]).open("rb") as lines:
            return sum(piece.count(b"\n") for piece in iter(lambda: lines.read(1 << 20), b""))

    def _write(self, lines: Any, name: str) -> None:
        """Write one column as text, parts in order, then as one file."""
        folder = self.folder.new / f"{name}.parts"
        lines.write.text(str(folder))
        with (self.folder.new / name).open("wb") as whole:
            for part in sorted(folder.glob("part-*")):
                with part.open("rb") as piece:
                    shutil.copyfileobj(piece, whole, 1 << 20)
        shutil.rmtree(folder)


def _mapped(frame: Any, work: Callable[[Rows], Rows], columns: str) -> Any:
    """A data frame of what `work` makes of the rows of `frame`, a bounded number of them at a time."""

    def over(batches: Iterator[Any]) -> Iterator[Any]:
        pa: Any = import_module("pyarrow")  # Spark brings it; its types are not ours to keep
        types = {"long": pa.int64(), "string": pa.string(), "binary": pa.binary()}
        schema = pa.schema([(name, types[kind]) for name, kind in (c.split() for c in columns.split(", "))])
        made = work(row for batch in batches for row in batch.to_pylist())
        while held := list(islice(made, ARTICLES_EACH)):
            yield from pa.Table.from_pylist(held, schema).to_batches()

    return frame.mapInArrow(over, columns)


def _read(rows: Rows, settings: Settings) -> Rows:
    """The articles of files, with the digests by which the same text and the same id are told."""
    for row in rows:
        source = Source.of(Path(row["path"]))
        for number, outcome in enumerate(read_source(source, settings)):
            is_article = isinstance(outcome, Article)
            yield {
                "file": row["file"],
                "row": number,
                "text": _signed(digest(outcome.text, outcome.date)) if isinstance(outcome, Article) else None,
                "id": _signed(digest(outcome.id)) if isinstance(outcome, Article) else None,
                "article": orjson.dumps({"is_article": is_article, **asdict(outcome)}),
            }


def digest(*parts: str) -> int:
    """Eight bytes that tell texts or names apart, as kg.read.once has them."""
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number


def _extracted(rows: Rows, settings: Settings) -> Rows:
    """The lines of a shard for each article: its facts or its rejection, and its stored text if it has one."""
    for row in rows:
        fields = orjson.loads(row["article"])
        is_article = fields.pop("is_article")
        outcome: Article | Rejected
        if is_article:
            outcome = Article(**{**fields, "authors": tuple(fields["authors"])})
            if row["mark"] == "again":
                outcome = Rejected(
                    outcome.id, "the same text of the same date was read before; kept once", outcome.path
                )
            elif row["mark"] == "rename":
                outcome = replace(outcome, id=f"{outcome.id}-{row['text'] % (1 << 64):016x}")
        else:
            outcome = Rejected(**fields)
        yield {"file": row["file"], "row": row["row"], "line": b"\n".join(lines_of([outcome], settings))}


def _finished(rows: Rows, resolution: Resolution, sources: Path) -> Rows:
    for row in rows:
        first, *more = row["line"].split(b"\n")
        fact = orjson.loads(first)
        if "rejected" in fact:
            yield {"facts": None, "rejected": rejected_line(fact["rejected"]).decode().rstrip("\n")}
            continue
        for line in more:
            _store(orjson.loads(line)["source"], sources)
        yield {"facts": orjson.dumps(finished(fact, resolution)[2]).decode(), "rejected": None}


def _store(source: dict[str, str], folder: Path) -> None:
    """Write a stored text beside its place, then rename: a task may be tried twice."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / source_name(source["id"])
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    beside.write_text(source["text"], encoding="utf-8", newline="")
    with suppress(FileNotFoundError):
        beside.replace(place)


def _triples(rows: Rows, resolution: Resolution, settings: Settings) -> Rows:
    for row in rows:
        fact = orjson.loads(row["line"].split(b"\n", 1)[0])
        if "rejected" not in fact:
            facts, ids, _ = finished(fact, resolution)
            yield from _split(article_lines(facts, ids, settings))


def _entities(rows: Rows, resolution: Resolution, settings: Settings) -> Rows:
    for _ in rows:
        yield from _split(entity_lines(resolution, settings))


def _split(texts: Iterable[str]) -> Rows:
    for text in texts:
        for line in text.split("\n"):
            if line:
                yield {"line": line}
