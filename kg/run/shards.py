"""Facts on disk between the two phases: one small file for each batch, whole or not there.

A shard is JSON lines: a facts row for each article, `{"rejected": …}` for each that could not be used,
`{"source": …}` for each text that was taken out of markup, and `{"end": count}` last: the file is whole.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from kg.model.article import Article, Rejected
from kg.model.facts import ArticleFacts
from kg.model.rows import to_row
from kg.model.settings import Settings
from kg.run.batches import Batch
from kg.run.facts import outcome_of

Row = dict[str, Any]


class ShardFolder:
    """The shards of one OUT, named by the keys of their batches.

    An article keeps its facts when it moves to another line or file; where it lies now is noted beside, for one run.
    """

    def __init__(self, folder: Path, making: Path) -> None:
        self.folder, self.making = folder, making

    def path(self, key: str) -> Path:
        """Where the shard of that key stands, once it is made."""
        return self.folder / key[:2] / f"{key}.jsonl"

    def has(self, key: str) -> bool:
        """Whether the shard is there and whole."""
        try:
            with self.path(key).open("rb") as file:
                file.seek(0, os.SEEK_END)
                file.seek(max(0, file.tell() - 40))
                return file.read().rpartition(b"\n{")[2].startswith(b'"end":')
        except OSError:
            return False

    def note(self, batch: Batch) -> Batch:
        """Write down where the articles of a batch lie in this run."""
        place = self.making / f"{batch.key}.paths"
        place.write_bytes(orjson.dumps([article.path for article in batch.articles]))
        return batch

    def rows(self, key: str) -> Iterator[Row]:
        """The rows of a shard, without its last line; their paths are those of this run."""
        paths = iter(orjson.loads((self.making / f"{key}.paths").read_bytes()))
        with self.path(key).open("rb") as file:
            for line in file:
                if line.startswith(b'{"end":'):
                    continue
                row: Row = orjson.loads(line)
                if "rejected" in row:
                    row["rejected"]["path"] = next(paths)
                elif "source" not in row:
                    row["meta"]["path"] = next(paths) or None
                yield row

    def write(self, key: str, lines: Iterable[bytes]) -> None:
        """Write a shard in the folder for what is being made, then rename it to its place."""
        place = self.path(key)
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = self.making / f"{key}.{os.getpid()}"
        count = 0
        try:
            with beside.open("wb") as file:
                for line in lines:
                    file.write(line + b"\n")
                    count += 1
                file.write(b'{"end":%d}\n' % count)
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)

    def prune(self, keep: set[str]) -> int:
        """Remove the shards that no longer belong to the build; returns how many."""
        gone = 0
        for path in sorted(self.folder.glob("*/*")):
            if path.stem not in keep:
                path.unlink()
                gone += 1
        return gone


def shard_of(batch: Batch, settings: Settings, shards: ShardFolder) -> tuple[str, bool]:
    """See to it that a batch has its shard; give back its key, and whether an earlier run had made it."""
    if shards.has(batch.key):
        return batch.key, True
    shards.write(batch.key, lines_of(batch.articles, settings))
    return batch.key, False


def lines_of(articles: Iterable[Article | Rejected], settings: Settings) -> Iterator[bytes]:
    """The lines of a shard for these articles."""
    for article in articles:
        outcome = article if isinstance(article, Rejected) else outcome_of(article, settings)
        yield line_of(outcome)
        if isinstance(article, Article) and article.stored_text and not isinstance(outcome, Rejected):
            yield orjson.dumps({"source": {"id": article.id, "text": article.text}})


def line_of(outcome: ArticleFacts | Rejected) -> bytes:
    """One outcome as a line, without the line's end."""
    if isinstance(outcome, Rejected):
        return orjson.dumps({"rejected": asdict(outcome)})
    return orjson.dumps(to_row(outcome))


def source_name(article_id: str) -> str:
    """The file name under sources/ of an article's stored text: the id, where a file may be called so.

    Ids that a disk may take for one, for it knows no case or one form of Unicode only, have their digest in the name.
    """
    safe = "".join(c if c.isalnum() or c in "._-" else "_" for c in article_id)
    plain = unicodedata.normalize("NFC", safe).casefold()
    if plain == article_id and len(article_id.encode()) <= 120 and not safe.startswith("."):
        return f"{safe}.txt"
    return f"{safe.strip('.')[:40]}-{sha256(article_id.encode()).hexdigest()[:16]}.txt"


def store_source(source: Row, folder: Path) -> None:
    """Write a stored text beside its place under `folder`, then rename it: a task may be tried twice."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / source_name(source["id"])
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    beside.write_text(source["text"], encoding="utf-8", newline="")
    with suppress(FileNotFoundError):  # another machine's task of this number was faster
        beside.replace(place)
