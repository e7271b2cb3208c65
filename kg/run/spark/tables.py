"""The tables of `kg.export.table`, made slice by slice where the triples lie.

A slice is a small graph: the triples of some subjects, and of what they point at those by which it is called. The
exporters' own queries read it, so that a table says the same wherever it is made.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from kg.export.reading import read_tables
from kg.export.rows import Tables, local
from kg.export.table import Table, tables_of
from kg.model.namespaces import PREFIXES
from kg.run.spark.frames import Row, Rows, grouped
from kg.run.spark.parts import set_in_order
from kg.run.spark.session import tasks_on
from kg.store.local import memory_store

TRIPLES_EACH = 50_000  # of a slice, about; with its neighbours some tens of megabytes
CALLED = [  # what a table says of another thing: its name, and for a tenure its post and body
    f"<{PREFIXES[prefix]}{name}>"
    for prefix, name in (
        ("rdf", "type"), ("skos", "prefLabel"), ("org", "member"), ("org", "organization"), ("org", "role"),
    )
]  # fmt: skip
OWN, NEAR = 0, 1
CELLS = "table string, id string, cells string"
TYPES = {str: "string", int: "bigint", float: "double", bool: "boolean", list: "array<string>"}


def write_tables(triples: Any, number: int, folder: Path) -> None:
    """Write each table as a Parquet data set, `folder`/persons.parquet/part-00000.parquet and so on.

    Args:
        triples: a data frame of N-Triples lines without their newline, in the column `text`.
        number: how many there are.
        folder: where to write; made here.
    """
    from pyspark.sql import functions as f

    slices = max(tasks_on(triples.sparkSession), number // TRIPLES_EACH)
    rows = grouped(
        _sliced(triples, slices), "slice", lambda _, said: _cells(said), CELLS, then="part, text"
    ).persist()
    folder.mkdir(parents=True)
    for table in tables_of(Tables()):
        columns = ", ".join(f"`{name}` {TYPES[kind]}" for name, kind in table.columns.items())
        named = rows.where(f.col("table") == table.name).orderBy("id")
        place = folder / f"{table.name}.parquet"
        read = named.select(f.from_json("cells", columns).alias("row")).select("row.*")
        read.write.option("compression", "zstd").parquet(str(place))
        set_in_order(place, ".parquet")
    rows.unpersist()


def _sliced(triples: Any, slices: int) -> Any:
    """(slice, part, text): the triples of some subjects, and what their neighbours and those of these are called."""
    from pyspark.sql import functions as f

    words = f.split("text", " ", 3)
    last = f.substring_index("text", " ", -2)
    cut = triples.select(
        "text",
        words[0].alias("s"),
        words[1].alias("p"),
        f.regexp_extract(last, r"^(<\S+>) \.$", 1).alias("o"),
    )
    own = cut.withColumn("slice", f.pmod(f.xxhash64("s"), f.lit(slices)).cast("string"))
    called = cut.where(f.col("p").isin(CALLED)).select("text", "s", "o")
    near = _called(own, called)
    far = _called(near, called)
    around = near.union(far).select("slice", f.lit(NEAR).cast("long").alias("part"), "text").distinct()
    return own.select("slice", f.lit(OWN).cast("long").alias("part"), "text").union(around)


def _called(pointing: Any, called: Any) -> Any:
    """What the things at which the triples of a slice point are called: (slice, text, o)."""
    asked = pointing.where("o != ''").selectExpr("slice", "o as s").distinct()
    return asked.join(called, "s").select("slice", "text", "o")


def _cells(said: Rows) -> Rows:
    """The rows of every table about the subjects of one slice."""
    subjects, lines = set(), []
    for row in said:
        lines.append(row["text"])
        if row["part"] == OWN:
            subjects.add(local(row["text"].partition(" ")[0].strip("<>")))
    for table in tables_of(read_tables(memory_store("\n".join(lines)))):
        yield from _own(table, subjects)


def _own(table: Table, subjects: set[str]) -> list[Row]:
    return [
        {
            "table": table.name,
            "id": row[0],
            "cells": orjson.dumps(dict(zip(table.columns, row, strict=True))).decode(),
        }
        for row in table.rows
        if row[0] in subjects
    ]
