"""Parquet, for pandas, DuckDB, Spark and R: a folder of tables; lists stay lists."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from kg.export.files import folder_beside
from kg.export.reading import read_tables
from kg.export.table import Table, tables_of
from kg.model.errors import KgError
from kg.model.values import Store


def write(store: Store, path: Path) -> None:
    """Write the tables of a graph as Parquet files into the folder `path`.

    Raises:
        KgError: pyarrow is not installed.
    """
    try:
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError as error:
        raise KgError("parquet: needs pyarrow; install it with: pip install 'renmai[parquet]'") from error
    with folder_beside(path) as folder:
        for table in tables_of(read_tables(store)):
            parquet.write_table(_arrow(table), folder / f"{table.name}.parquet", compression="zstd")


def _arrow(table: Table) -> Any:
    pa: Any = import_module("pyarrow")
    types = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        list: pa.list_(pa.string()),
    }
    schema = pa.schema([(name, types[kind]) for name, kind in table.columns.items()])
    columns = list(zip(*table.rows, strict=True)) or [() for _ in table.columns]
    return pa.Table.from_arrays(
        [pa.array(list(column), field.type) for column, field in zip(columns, schema, strict=True)],
        schema=schema,
    )
