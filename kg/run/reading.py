"""Where files are read: small ones in processes, for a page of markup takes as long to read as to extract from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, islice

from kg.model.article import Article, Rejected
from kg.model.settings import Settings
from kg.read.once import Once
from kg.read.reading import read_articles, read_source
from kg.read.source import Source, find_sources
from kg.run.processes import ordered_map

SMALL = 1_000_000  # bytes; a larger file is read here, article by article, for it must not pass a pipe whole
FILES_EACH = 16  # small files that one task reads


def articles_of(inputs: Sequence[str], settings: Settings, workers: int) -> Iterator[Article | Rejected]:
    """As `kg.read.read_articles`, whose result it gives, with small files read in `workers` processes."""
    if workers == 1:
        yield from read_articles(inputs, settings)
        return
    once = Once()
    for is_small, sources in groupby(find_sources(inputs), key=_is_small):
        read = partial(_spread, workers=workers) if is_small else _one_by_one
        for outcome in read(sources, settings):
            yield once(outcome) if isinstance(outcome, Article) else outcome


def _is_small(source: Source) -> bool:
    try:
        return source.path is not None and not source.packing and (source.size or 0) < SMALL
    except OSError:  # gone, or not ours to see: reading it here says so
        return False


def _one_by_one(sources: Iterable[Source], settings: Settings) -> Iterator[Article | Rejected]:
    for source in sources:
        yield from read_source(source, settings)


def _spread(sources: Iterator[Source], settings: Settings, workers: int) -> Iterator[Article | Rejected]:
    first = _taken(sources)
    if len(first) < FILES_EACH:  # too few to start processes for
        yield from _one_by_one(first, settings)
        return
    work = partial(_read, settings=settings)
    for outcomes in ordered_map(work, _chunks(first, sources), workers, work):
        yield from outcomes


def _read(sources: Sequence[Source], settings: Settings) -> list[Article | Rejected]:
    return list(_one_by_one(sources, settings))


def _chunks(first: list[Source], sources: Iterator[Source]) -> Iterator[list[Source]]:
    chunk = first
    while chunk:
        yield chunk
        chunk = _taken(sources)


def _taken(sources: Iterator[Source]) -> list[Source]:
    return list(islice(sources, FILES_EACH))
