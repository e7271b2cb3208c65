"""Articles cut into batches by their content alone, so that an added article changes one batch only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import entry_points
from pathlib import Path

from kg.model.article import Article, Rejected
from kg.model.digests import code_digest
from kg.model.settings import Settings

BORDER_MASK = 0x3F  # an article in 64 ends its batch: some 40 milliseconds of work
MAX_BATCH_CHARS = 300_000  # bounds what waits in memory for each worker
EXTRACTING_ROOMS = ("model", "lexicon", "clean", "extract", "run/facts.py")
EXTRACTING_LIBRARIES = ("jieba", "rjieba", "OpenCC", "pypinyin", "ftfy", "numpy")


@dataclass(frozen=True, slots=True)
class Batch:
    """Some articles in reading order; `key` changes when any of them, the settings or the code does."""

    key: str
    articles: tuple[Article | Rejected, ...]


def digest_of(article: Article | Rejected) -> bytes:
    """16 bytes that change when anything about the article does, but for where it lies: lines move in their file."""
    digest = blake2b(digest_size=16)
    if isinstance(article, Rejected):
        fields = ["rejected", article.article_id, article.reason, article.path]
    else:
        fields = [
            article.id, article.title, article.date, article.source, article.url,
            "\x1e".join(article.authors), article.encoding, str(article.stored_text), article.text,
        ]  # fmt: skip
    for value in fields:
        data = value.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()


def cut(articles: Iterable[Article | Rejected], salt: bytes) -> Iterator[Batch]:
    """Cut the stream into batches; `salt` stands for settings and code."""
    members: list[Article | Rejected] = []
    digest, chars = blake2b(salt, digest_size=16), 0
    for article in articles:
        mark = digest_of(article)
        members.append(article)
        digest.update(mark)
        chars += len(article.text) if isinstance(article, Article) else 0
        if mark[0] & BORDER_MASK == 0 or chars >= MAX_BATCH_CHARS:
            yield Batch(digest.hexdigest(), tuple(members))
            members, digest, chars = [], blake2b(salt, digest_size=16), 0
    if members:
        yield Batch(digest.hexdigest(), tuple(members))


def salt_of(settings: Settings) -> bytes:
    """Stands for all that facts depend on besides the article: settings, code, word lists, libraries."""
    digest = blake2b(repr(settings).encode(), digest_size=16)
    digest.update(code_version().encode())
    for entry in entry_points(group="kg.extractors"):
        if entry.name in settings.plugins and entry.dist is not None:
            digest.update(f"{entry.value} {entry.dist.name} {entry.dist.version}".encode())
    if settings.triggers:
        digest.update(Path(settings.triggers).read_bytes())
    return digest.digest()


@lru_cache(maxsize=1)
def code_version() -> str:
    """A digest of the code and word lists that facts depend on, and of the versions of libraries."""
    return code_digest(EXTRACTING_ROOMS, EXTRACTING_LIBRARIES)
