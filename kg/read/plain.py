"""Plain text, one article a file, in any encoding."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.article import Article, Rejected
from kg.model.settings import Settings
from kg.read.decoding import UndecodableError, decode
from kg.read.source import Source


def read_plain(source: Source, settings: Settings) -> Iterator[Article | Rejected]:
    """Yield the one article of a text file."""
    limit = settings.max_article_bytes
    with source.open(limit) as stream:
        data = stream.read(limit + 1)
    yield article_of_bytes(data, source, limit)


def article_of_bytes(data: bytes, source: Source, limit: int) -> Article | Rejected:
    """The article that `data`, at most `limit` bytes, decodes to."""
    if len(data) > limit:
        return Rejected(source.stem, f"over {limit} bytes; raise max_article_bytes to read it", source.name)
    try:
        text, encoding = decode(data)
    except UndecodableError as error:
        return Rejected(source.stem, str(error), source.name)
    return Article(id=source.stem, text=text, path=source.name, encoding=encoding)
