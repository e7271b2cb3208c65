"""Each article once: the same text of the same day is kept the first time, and an id is never used twice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import blake2b

from kg.model.article import Article, Rejected


def digest(*parts: str) -> int:
    """Eight bytes that tell texts or names apart."""
    return int.from_bytes(
        blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )


def again(article: Article) -> Rejected:
    """Why an article is left out whose text was read before."""
    return Rejected(article.id, "the same text of the same date was read before; kept once", article.path)


def renamed(article: Article, text: int) -> Article:
    """An article whose id is taken, under one of its own; `text` is the digest of its text and date."""
    return replace(article, id=f"{article.id}-{text:016x}")


@dataclass(slots=True)
class Once:
    """Remembers, in eight bytes each, what was read so far."""

    texts: set[int] = field(default_factory=set)
    ids: set[int] = field(default_factory=set)

    def __call__(self, article: Article) -> Article | Rejected:
        """The article, under an id of its own; or why it is left out."""
        text = digest(article.text, article.date)
        if text in self.texts:
            return again(article)
        self.texts.add(text)
        if (identity := digest(article.id)) in self.ids:
            article = renamed(article, text)
            identity = digest(article.id)
        self.ids.add(identity)
        return article
