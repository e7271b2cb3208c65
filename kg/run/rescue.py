"""The articles of a worker that died: each is tried once more, alone, and rejected if it kills again."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from multiprocessing.connection import Connection

from kg.model.article import Article, Rejected
from kg.model.settings import Settings
from kg.run.batches import Batch
from kg.run.shards import ShardFolder, line_of, lines_of


def rescue(batch: Batch, settings: Settings, shards: ShardFolder) -> tuple[str, bool]:
    """Extract a batch article by article, each in a process of its own; answers as `shard_of`."""
    shards.write(batch.key, _lines(batch, settings))
    return batch.key, False


def _lines(batch: Batch, settings: Settings) -> Iterator[bytes]:
    for article in batch.articles:
        if isinstance(article, Rejected):
            yield line_of(article)
        else:
            yield from _alone(article, settings)


def _alone(article: Article, settings: Settings) -> list[bytes]:
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_send_lines, args=(theirs, article, settings), daemon=True)
    process.start()
    theirs.close()
    try:
        lines: list[bytes] = ours.recv()
    except EOFError:
        process.join()
        return [line_of(_killed(article, process.exitcode))]
    finally:
        ours.close()
    process.join()
    return lines


def _send_lines(pipe: Connection, article: Article, settings: Settings) -> None:
    pipe.send(list(lines_of([article], settings)))


def _killed(article: Article, exit_code: int | None) -> Rejected:
    how = f"signal {-exit_code}" if exit_code is not None and exit_code < 0 else f"exit code {exit_code}"
    why = f"its worker died twice ({how}); look at the article, or give more memory"
    return Rejected(article.id, why, article.path)
