"""Web archives (WARC): the article of every page in them."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from kg.model.article import Article, Rejected
from kg.model.errors import KgError
from kg.model.settings import Settings
from kg.read.html import article_of_page
from kg.read.source import Source

BLOCK = 1 << 16  # bytes
PAGES = ("text/html", "application/xhtml+xml")


def read_warc(source: Source, settings: Settings) -> Iterator[Article | Rejected]:
    """Yield the article of every HTML response; pictures, scripts and failures are passed over.

    An article's id is made of its address, so that it stays the same in another archive.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise KgError(f"{source.name}: web archives need warcio; pip install 'renmai[warc]'") from error

    broken = (
        ArchiveLoadFailed,
        EOFError,
        ValueError,
        AttributeError,
        TypeError,
        OverflowError,
    )  # what warcio raises over headers
    with source.open(settings.max_article_bytes) as stream:
        records = iter(ArchiveIterator(stream))  # type: ignore[no-untyped-call]  # warcio has no types
        while True:
            try:
                record = next(records, None)
            except broken as error:
                yield Rejected(
                    source.stem,
                    f"the archive is damaged or cut off ({error}); what came before is kept",
                    source.name,
                )
                return
            if record is None:
                return
            if _is_page(record):
                yield _article_of(record, source, settings)
            elif _is_cut(record):
                yield Rejected(source.stem, "the archive is cut off; what came before is kept", source.name)


def _is_cut(record: Any) -> bool:
    """Whether a record holds less than its headers promise; reads it to its end."""
    while record.raw_stream.read(BLOCK):
        pass
    promised = record.rec_headers.get_header("Content-Length")
    return promised is None or getattr(record.raw_stream, "limit", 0) > 0


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None:
        return False
    kind = headers.get_header("Content-Type", "").split(";")[0].strip().lower()
    return kind in PAGES and headers.get_statuscode().startswith("2")


def _article_of(record: Any, source: Source, settings: Settings) -> Article | Rejected:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    identity = f"{source.stem}-{blake2b(url.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"
    path = f"{source.name}:{record.rec_headers.get_header('WARC-Record-ID') or url}"
    limit = settings.max_article_bytes
    data = record.content_stream().read(limit + 1)
    if len(data) > limit:
        return Rejected(identity, f"a page of over {limit} bytes; raise max_article_bytes to read it", path)
    if _is_cut(record):
        return Rejected(identity, "a page that is cut off in the middle; fetch the archive again", path)
    return article_of_page(data, identity, path, url)
