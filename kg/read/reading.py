"""The one way in: inputs of any kind → articles, each once, in a stable order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model.article import Article, Rejected
from kg.model.settings import Settings
from kg.read.once import Once
from kg.read.packing import PackingError
from kg.read.registry import reader_of
from kg.read.source import Source, find_sources


def read_articles(inputs: Sequence[str], settings: Settings) -> Iterator[Article | Rejected]:
    """Yield every article of `inputs`: files, folders, globs, or "-" for the standard input.

    What cannot be read, and what was read before (the same id or the same words of the same day), comes as a
    `Rejected`; reading goes on.

    Raises:
        KgError: an input does not exist.
    """
    once = Once()
    for source in find_sources(inputs):
        for outcome in read_source(source, settings):
            yield once(outcome) if isinstance(outcome, Article) else outcome


def read_source(source: Source, settings: Settings) -> Iterator[Article | Rejected]:
    """Yield the articles of one file, by the reader of its suffix."""
    found = False
    try:
        for outcome in reader_of(source)(source, settings):
            found = True
            yield _in_one_line(outcome) if isinstance(outcome, Rejected) else outcome
        if not found:
            yield Rejected(source.stem, "holds no article", source.name)
    except PackingError as error:
        yield Rejected(source.stem, str(error), source.name)
    except OSError as error:
        yield Rejected(source.stem, f"cannot be read ({error.strerror or error})", source.name)


def _in_one_line(rejected: Rejected) -> Rejected:
    """A reason may quote the file, line ends and all."""
    return replace(rejected, reason=" ".join(rejected.reason.split()))
