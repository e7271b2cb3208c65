"""CSV for spreadsheets: a folder of tables, UTF-8 with a byte order mark, cells that no program takes for a formula."""

from __future__ import annotations

import csv
from pathlib import Path

from kg.export.files import folder_beside
from kg.export.reading import read_tables
from kg.export.table import Cell, tables_of
from kg.model.values import Store

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes Excel and its kin compute: OWASP, "CSV injection"


def write(store: Store, path: Path) -> None:
    """Write the tables of a graph as CSV files into the folder `path`."""
    with folder_beside(path) as folder:
        for table in tables_of(read_tables(store)):
            with (folder / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
                rows = csv.writer(file)
                rows.writerow(table.columns)
                rows.writerows([cell(value) for value in row] for row in table.rows)


def cell(value: Cell) -> Cell:
    """A cell: lists with " | " between, truth in lower case, and a ' before text that would be computed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = " | ".join(value) if isinstance(value, list) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(FORMULA) else text
