"""Which reader reads which kind of file: the entry points of the group `kg.readers`, named by suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from kg.model.article import Article, Rejected
from kg.model.settings import Settings
from kg.read.source import Source

Reader = Callable[[Source, Settings], Iterator[Article | Rejected]]
GROUP = "kg.readers"
OWN: dict[str, str] = {
    "txt": "kg.read.plain:read_plain",
    "md": "kg.read.plain:read_plain",
    "html": "kg.read.html:read_html",
    "htm": "kg.read.html:read_html",
    "shtml": "kg.read.html:read_html",
    "jsonl": "kg.read.jsonl:read_jsonl",
    "ndjson": "kg.read.jsonl:read_jsonl",
    "json": "kg.read.jsonl:read_json",
    "csv": "kg.read.table:read_csv",
    "tsv": "kg.read.table:read_csv",
    "parquet": "kg.read.table:read_parquet",
    "warc": "kg.read.warc:read_warc",
}
"""Our own readers as pyproject.toml registers them; named here too, so that a bare checkout can read."""


@cache
def readers() -> dict[str, EntryPoint]:
    """Every registered reader by suffix; a plugin's reader takes the place of ours."""
    found = {suffix: EntryPoint(suffix, value, GROUP) for suffix, value in OWN.items()}
    return found | {e.name: e for e in sorted(entry_points(group=GROUP)) if e.value not in OWN.values()}


@cache
def _load(value: str) -> Reader:
    module, _, name = value.partition(":")
    reader: Reader = getattr(import_module(module), name)
    return reader


def reader_of(source: Source) -> Reader:
    """The reader for a file: by its suffix, else by how its content begins."""
    known = readers().get(source.suffix)
    return _load(known.value) if known else _load("kg.read.unnamed:read_unnamed")
