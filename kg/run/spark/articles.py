"""Articles on Spark: read where the files are seen, each once, and extracted where there is a core."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

import orjson

from kg.model.article import Article, Rejected
from kg.model.errors import KgError
from kg.model.settings import Settings
from kg.read.reading import read_source
from kg.read.source import Source, find_sources
from kg.run.shards import lines_of
from kg.run.spark.frames import Rows, mapped
from kg.run.spark.session import TASKS_EACH

READ = "file long, row long, text long, id long, article binary"
LINES = "file long, row long, line binary"


def lines_on(spark: Any, inputs: Sequence[str], settings: Settings, cores: int) -> Any:
    """The lines of a shard for every article: (file, row, line), kept on the workers' disks."""
    from pyspark import StorageLevel

    articles = _articles(spark, inputs, settings, cores)
    spread = articles.repartition(cores * TASKS_EACH, "file", "row")
    return mapped(spread, lambda rows: _extracted(rows, settings), LINES).persist(StorageLevel.DISK_ONLY)


def _articles(spark: Any, inputs: Sequence[str], settings: Settings, cores: int) -> Any:
    """Every article under an id of its own, each text of a day once: (file, row, text, mark, article)."""
    from pyspark import StorageLevel
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    paths = [(i, str(source.path)) for i, source in enumerate(find_sources(inputs))]
    if not paths:
        raise KgError(f"{', '.join(inputs)}: there is no file in it; name files or folders with articles")
    sources = spark.createDataFrame(paths, "file long, path string")
    sources = sources.repartition(min(len(paths), cores * TASKS_EACH), "file")
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
