"""JSON lines, one article a line; also a JSON file that holds one array of such objects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import orjson

from kg.model.article import Article, Rejected
from kg.model.settings import Settings
from kg.read.decoding import UndecodableError, decode
from kg.read.rows import article_of
from kg.read.source import Source

BOM = b"\xef\xbb\xbf"


def read_jsonl(source: Source, settings: Settings) -> Iterator[Article | Rejected]:
    """Yield the article of every line; a line that is too long or no JSON object is a `Rejected`."""
    with source.open(settings.max_article_bytes) as stream:
        yield from read_lines(stream, source, settings)


def read_lines(stream: BinaryIO, source: Source, settings: Settings) -> Iterator[Article | Rejected]:
    """Yield the article of every line of an open stream."""
    limit, number = settings.max_article_bytes, 0
    while line := stream.readline(limit + 1):
        number += 1
        path = f"{source.name}:{number}"
        if len(line) > limit:
            _skip_line(stream)
            yield Rejected(
                f"{source.stem}-{number}",
                f"a line of over {limit} bytes; raise max_article_bytes to read it",
                path,
            )
        elif line.strip():
            yield _article_of(line, f"{source.stem}-{number}", path, settings)


def _skip_line(stream: BinaryIO) -> None:
    while (more := stream.readline(1 << 20)) and not more.endswith(b"\n"):
        pass


def _article_of(line: bytes, default_id: str, path: str, settings: Settings) -> Article | Rejected:
    encoding = "utf-8"
    try:
        row: Any = orjson.loads(line)
    except orjson.JSONDecodeError:
        try:
            text, encoding = decode(line)
            row = orjson.loads(text.removeprefix("\ufeff"))
        except (orjson.JSONDecodeError, UndecodableError) as error:
            return Rejected(default_id, f"no JSON object ({error}); one object a line is expected", path)
    if not isinstance(row, dict):
        return Rejected(
            default_id, f"a JSON {type(row).__name__} where an object with a text field is expected", path
        )
    return article_of(row, default_id, path, encoding, settings)


def read_json(source: Source, settings: Settings) -> Iterator[Article | Rejected]:
    """Yield the articles of a JSON file: an array of objects, one object, or JSON lines by a wrong name."""
    limit = settings.max_article_bytes
    with source.open(limit) as stream:
        start = stream.read(len(BOM) + 64).removeprefix(BOM).lstrip()
    if not start.startswith(b"["):
        yield from read_jsonl(source, settings)
        return
    with source.open(limit) as stream:
        data = stream.read(16 * limit + 1)
    if len(data) > 16 * limit:
        yield Rejected(
            source.stem,
            f"a JSON array of over {16 * limit} bytes; make it JSON lines, which are read one by one",
            source.name,
        )
        return
    try:
        rows = orjson.loads(data.removeprefix(BOM))
    except orjson.JSONDecodeError as error:
        yield Rejected(source.stem, f"no JSON ({error})", source.name)
        return
    for number, row in enumerate(rows, 1):
        path, default_id = f"{source.name}:{number}", f"{source.stem}-{number}"
        if isinstance(row, dict):
            yield article_of(row, default_id, path, "utf-8", settings)
        else:
            yield Rejected(default_id, f"a JSON {type(row).__name__} where an object is expected", path)
