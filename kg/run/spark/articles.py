"""Articles on Spark: read where the files are seen, each once, and extracted where there is a core."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from kg.model.article import Article, Rejected
from kg.model.errors import KgError
from kg.model.settings import Settings
from kg.read.once import again, digest, renamed
from kg.read.reading import read_source
from kg.read.source import Source, find_sources
from kg.run.shards import lines_of
from kg.run.spark.frames import Row, Rows, mapped
from kg.run.spark.session import tasks_on

READ = "file long, row long, text long, id long, article binary"
LINES = "file long, row long, line binary"


def lines_on(spark: Any, inputs: Sequence[str], settings: Settings) -> Any:
    """The lines of a shard for every article: (file, row, line), kept on the workers' disks."""
    from pyspark import StorageLevel

    spread = _articles(spark, inputs, settings).repartition(tasks_on(spark), "file", "row")
    return mapped(spread, lambda rows: _extracted(rows, settings), LINES).persist(StorageLevel.DISK_ONLY)


def _articles(spark: Any, inputs: Sequence[str], settings: Settings) -> Any:
    """Every article under an id of its own, each text of a day once: (file, row, text, mark, article)."""
    from pyspark import StorageLevel
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    sources = _files(spark, inputs)
    read = mapped(sources, lambda rows: _read(rows, settings), READ).persist(StorageLevel.DISK_ONLY)
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


def _files(spark: Any, inputs: Sequence[str]) -> Any:
    """Every file to read: (file, path, content); content is null where workers see the path themselves.

    Inputs with a scheme (s3a://…, hdfs://…) are fetched by Spark, whole files at a time; they come after the others.

    Raises:
        KgError: an input does not exist, or there is no file in any.
    """
    from pyspark.sql import functions as f

    here = [str(source.path) for source in find_sources([i for i in inputs if not is_remote(i)])]
    there = [path for given in inputs if is_remote(given) for path in _fetched(spark, given)]
    if not here and not there:
        raise KgError(f"{', '.join(inputs)}: there is no file in it; name files or folders with articles")
    files = spark.createDataFrame(list(enumerate([*here, *there])), "file long, path string")
    seen = files.where(f.col("file") < len(here)).withColumn("content", f.lit(None).cast("binary"))
    if there:
        content = spark.read.format("binaryFile").load(there).select("path", "content")
        seen = seen.union(content.join(f.broadcast(files), "path").select("file", "path", "content"))
    return seen.repartition(min(len(here) + len(there), tasks_on(spark)), "file")


def is_remote(given: str) -> bool:
    """Is it a place that Spark reads and we do not?"""
    return "://" in given


def _fetched(spark: Any, given: str) -> list[str]:
    """The files at a place, in order of their names; those that begin with . or _ are none, as Spark has it.

    Raises:
        KgError: there is no such place, or Spark cannot read it.
    """
    try:
        found = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(given)
        return sorted(row.path for row in found.select("path").collect())
    except Exception as error:  # of Java, by way of Spark: no names of classes to go by
        reason = str(getattr(error, "java_exception", error)).strip().splitlines()[0][:200]
        raise KgError(
            f"{given}: Spark cannot read it ({reason}); check the place and its credentials"
        ) from error


def _read(rows: Rows, settings: Settings) -> Rows:
    """The articles of files, with the digests by which the same text and the same id are told."""
    for row in rows:
        for number, outcome in enumerate(_outcomes(row, settings)):
            is_article = isinstance(outcome, Article)
            yield {
                "file": row["file"],
                "row": number,
                "text": _signed(digest(outcome.text, outcome.date)) if isinstance(outcome, Article) else None,
                "id": _signed(digest(outcome.id)) if isinstance(outcome, Article) else None,
                "article": orjson.dumps({"is_article": is_article, **asdict(outcome)}),
            }


def _outcomes(row: Row, settings: Settings) -> Iterator[Article | Rejected]:
    """What one file holds; what Spark fetched is laid down for the readers first."""
    if row["content"] is None:
        yield from read_source(Source.of(Path(row["path"])), settings)
        return
    with TemporaryDirectory() as folder:
        place = Path(folder) / row["path"].rpartition("/")[2]
        place.write_bytes(row["content"])
        yield from read_source(replace(Source.of(place), name=row["path"]), settings)


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
                outcome = again(outcome)
            elif row["mark"] == "rename":
                outcome = renamed(outcome, row["text"] % (1 << 64))
        else:
            outcome = Rejected(**fields)
        yield {"file": row["file"], "row": row["row"], "line": b"\n".join(lines_of([outcome], settings))}
