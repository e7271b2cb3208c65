"""What comes without a telling name (a pipe, a file without suffix): known by its first bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from kg.model.article import Article, Rejected
from kg.model.settings import Settings
from kg.read.html import article_of_page
from kg.read.jsonl import BOM, read_lines
from kg.read.plain import article_of_bytes
from kg.read.source import Source

PEEK = 512


def read_unnamed(source: Source, settings: Settings) -> Iterator[Article | Rejected]:
    """Read JSON lines, a page or plain text, whichever the first bytes look like."""
    limit = settings.max_article_bytes
    with source.open(limit) as opened:
        stream = cast(
            BinaryIO, opened if isinstance(opened, io.BufferedReader) else io.BufferedReader(opened)
        )  # type: ignore[arg-type]
        start = cast(io.BufferedReader, stream).peek(PEEK)[:PEEK].removeprefix(BOM).lstrip()
        if start.startswith(b"{"):
            yield from read_lines(stream, source, settings)
            return
        data = stream.read(limit + 1)
    if start.lower().startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")) and len(data) <= limit:
        yield article_of_page(data, source.stem, source.name)
    else:
        yield article_of_bytes(data, source, limit)
