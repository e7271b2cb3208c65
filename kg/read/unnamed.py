"""What comes without a telling name (a pipe, a file without suffix): known by its first bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from kg.model.article import Article, Rejected
from kg.model.settings import Settings
from kg.read.html import article_of_page
from kg.read.jsonl import BOM, read_lines
from kg.read.packing import unpack
from kg.read.plain import article_of_bytes
from kg.read.source import Source

PEEK = 512
MAGIC = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ": "xz", b"\x28\xb5\x2f\xfd": "zst"}
MARKUP = (b"<!doctype html", b"<html", b"<head", b"<?xml")


def read_unnamed(source: Source, settings: Settings) -> Iterator[Article | Rejected]:
    """Read JSON lines, a page or plain text, whichever the first bytes look like; packed or not."""
    limit = settings.max_article_bytes
    with source.open(limit) as opened:
        stream = _peekable(opened)
        start = stream.peek(PEEK)[:PEEK]
        if packing := next((p for magic, p in MAGIC.items() if start.startswith(magic)), ""):
            stream = _peekable(unpack(cast(BinaryIO, _Counted(stream)), packing, limit))
            start = stream.peek(PEEK)[:PEEK]
        start = start.removeprefix(BOM).lstrip()
        if start.startswith(b"{"):
            yield from read_lines(cast(BinaryIO, stream), source, settings)
            return
        data = stream.read(limit + 1)
    if start.lower().startswith(MARKUP) and len(data) <= limit:
        yield article_of_page(data, source.stem, source.name)
    else:
        yield article_of_bytes(data, source, limit)


def _peekable(stream: BinaryIO) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))


class _Counted(io.RawIOBase):
    """A pipe that can tell how much of it was read, as a file can."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream, self._given = stream, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        block = self._stream.read1(len(buffer))
        buffer[: len(block)] = block
        self._given += len(block)
        return len(block)

    def tell(self) -> int:
        return self._given
