"""Work on data frames a row or a group at a time, in bounded memory."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from kg.run.spark.session import ROWS_EACH

Row = dict[str, Any]
Rows = Iterator[Row]

FACTS = "kind string, key string, sub string, value binary"
"""What tasks say to one another: `value` is a pickled noun of ours, which only Spark carries between its own processes."""


def mapped(frame: Any, work: Callable[[Rows], Rows], columns: str) -> Any:
    """A data frame of what `work` makes of the rows of `frame`, a bounded number of them at a time."""

    def over(batches: Iterator[Any]) -> Iterator[Any]:
        pa: Any = import_module("pyarrow")  # Spark brings it; its types are not ours to keep
        types = {"long": pa.int64(), "string": pa.string(), "binary": pa.binary()}
        schema = pa.schema([(name, types[kind]) for name, kind in (c.split() for c in columns.split(", "))])
        made = work(row for batch in batches for row in batch.to_pylist())
        while held := list(islice(made, ROWS_EACH)):
            yield from pa.Table.from_pylist(held, schema).to_batches()

    return frame.mapInArrow(over, columns)


def grouped(
    frame: Any,
    key: str,
    work: Callable[[str, Rows], Iterable[Row]],
    columns: str = FACTS,
    *,
    then: str = "sub",
) -> Any:
    """A data frame of what `work` makes of each group of rows with one `key`.

    The rows of a group come one after the other, in the order of the columns `then` (commas between them), so that a
    group of any size is worked off in the memory of one row.
    """

    def over(rows: Rows) -> Rows:
        for value, members in groupby(rows, key=itemgetter(key)):
            yield from work(value, members)

    return mapped(frame.repartition(key).sortWithinPartitions(key, *then.split(", ")), over, columns)


def row(kind: str, key: str, value: Any, sub: str = "") -> Row:
    """A row of `FACTS`."""
    return {"kind": kind, "key": key, "sub": sub, "value": pickle.dumps(value, protocol=5)}


def value_of(said: Row) -> Any:
    """What a row of `FACTS` carries."""
    return pickle.loads(said["value"])
