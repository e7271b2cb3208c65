"""CSV and TSV tables, and Parquet files: one article a row, columns named by the settings."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from kg.model.article import Article, Rejected
from kg.model.errors import KgError
from kg.model.settings import Settings
from kg.read.decoding import UndecodableError, decode
from kg.read.rows import article_of
from kg.read.source import Source

HEAD = 256 * 1024  # bytes by which the encoding of a table is guessed
ROWS = 256  # of Parquet in memory at a time


def read_csv(source: Source, settings: Settings) -> Iterator[Article | Rejected]:
    """Yield the article of every row of a table with a heading; commas, semicolons or tabs."""
    limit = settings.max_article_bytes
    with source.open(limit) as stream:
        head = stream.read(HEAD)
    try:
        first, encoding = decode(_whole_lines(head))
    except UndecodableError as error:
        yield Rejected(source.stem, str(error), source.name)
        return
    csv.field_size_limit(limit)
    with source.open(limit) as stream:
        codec = encoding.split(" ")[0]
        lines = _lines(stream, "utf-8-sig" if codec == "utf-8" else codec, limit)
        rows = csv.DictReader(lines, delimiter=_delimiter(first))
        try:
            columns = rows.fieldnames or ()
        except csv.Error as error:
            yield Rejected(source.stem, f"no heading of a table ({error})", source.name)
            return
        if settings.text_field not in columns:
            names = ", ".join(columns)
            yield Rejected(
                source.stem,
                f"no column {settings.text_field!r} among {names}; name it with --text-field",
                source.name,
            )
            return
        yield from _articles(rows, source, encoding, settings)


def _articles(
    rows: csv.DictReader[str], source: Source, encoding: str, settings: Settings
) -> Iterator[Article | Rejected]:
    while True:
        place = f"{source.name}:{rows.line_num + 1}"
        identity = f"{source.stem}-{rows.line_num + 1}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Rejected(identity, f"no row of a table ({error}); the rest of the file is left out", place)
            return
        yield article_of(row, identity, place, encoding, settings)


def _lines(stream: BinaryIO, codec: str, limit: int) -> Iterator[str]:
    """The decoded lines of a stream; one of over `limit` bytes is an error before it fills the memory."""
    if codec.startswith(("utf-16", "utf-32")):
        yield from io.TextIOWrapper(stream, codec, errors="replace", newline="")
        return
    decoder = codecs.getincrementaldecoder(codec)(errors="replace")
    while line := stream.readline(limit + 1):
        if len(line) > limit:
            raise csv.Error(f"a line of over {limit} bytes")
        yield decoder.decode(line)


def _whole_lines(head: bytes) -> bytes:
    return head[: head.rfind(b"\n") + 1] if len(head) == HEAD and b"\n" in head else head


def _delimiter(text: str) -> str:
    heading = text.split("\n", 1)[0]
    return max("\t;,", key=heading.count)


def read_parquet(source: Source, settings: Settings) -> Iterator[Article | Rejected]:
    """Yield the article of every record of a Parquet file."""
    try:
        from pyarrow.lib import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise KgError(f"{source.name}: Parquet needs pyarrow; pip install 'renmai[parquet]'") from error

    if source.path is None or source.packing:
        yield Rejected(
            source.stem,
            "Parquet cannot be read from a pipe or a packed file; give the file itself",
            source.name,
        )
        return
    try:
        table = ParquetFile(source.path)  # type: ignore[no-untyped-call]  # pyarrow has no types here
        wanted = [f for f in _fields(settings) if f in table.schema_arrow.names]
        number = 0
        batches = table.iter_batches(batch_size=ROWS, columns=wanted)  # type: ignore[no-untyped-call]  # nor here
        for batch in batches:
            for row in batch.to_pylist():
                number += 1
                identity = f"{source.stem}-{number}"
                yield article_of(row, identity, f"{source.name}:{number}", "utf-8", settings)
    except (ArrowException, OSError, UnicodeDecodeError) as error:
        yield Rejected(source.stem, f"no Parquet file ({str(error).splitlines()[0]})", source.name)


def _fields(settings: Settings) -> tuple[str, ...]:
    return (
        settings.id_field,
        settings.text_field,
        settings.title_field,
        settings.date_field,
        settings.source_field,
        settings.url_field,
        "author",
        "authors",
    )
