"""Every quotation of facts.jsonl against the article that it quotes: the cheapest guard against invented facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from kg.model.article import Article


@dataclass(frozen=True, slots=True)
class Misquote:
    """A quotation that does not stand where it is said to stand."""

    article: str
    start: int
    end: int
    quote: str
    there: str

    def __str__(self) -> str:
        """One line: where, what, and what stands there."""
        where = f"article {self.article} [{self.start}, {self.end})"
        return f"violation: {where}: quotes “{self.quote}”, but the source has “{self.there}”"


class QuoteCheck:
    """Compares the quotations of a facts file with articles that are read again.

    `checked` counts the quotations that were compared, `unseen` the articles that were not read again.
    """

    def __init__(self, facts: Path) -> None:
        self.facts = facts
        self.checked = 0
        self.unseen = 0

    def against(self, articles: Iterable[Article]) -> Iterator[Misquote]:
        """Yield every misquote. Articles come in the order of the rows, with others between them, or in any order.

        Articles that come before their row wait in memory: none where the inputs are read as the build read them.
        """
        source = iter(articles)
        waiting: dict[str, str] = {}
        with self.facts.open("rb") as rows:
            for line in rows:
                row = orjson.loads(line)
                text = self._text_of(row["id"], source, waiting)
                if text is None:
                    self.unseen += 1
                else:
                    yield from self._misquotes(row, text)

    def _text_of(self, key: str, source: Iterator[Article], waiting: dict[str, str]) -> str | None:
        if key in waiting:
            return waiting.pop(key)
        for article in source:
            if article.id == key:
                return article.text
            waiting[article.id] = article.text
        return None

    def _misquotes(self, row: dict[str, Any], text: str) -> Iterator[Misquote]:
        for quote in quotes_of(row):
            self.checked += 1
            there = text[quote["start"] : quote["end"]]
            if there != quote["quote"]:
                yield Misquote(row["id"], quote["start"], quote["end"], quote["quote"], there)


def quotes_of(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Everything in a row of facts.jsonl that quotes the source."""
    for entity in (*row["persons"], *row["organizations"]):
        yield from entity["mentions"]
    for role in row["roles"]:
        yield from role["evidence"]
    for event in row["events"]:
        yield from event["evidence"]
        yield from event.get("statement", ())
        for participant in event["participants"]:
            yield from participant.get("evidence", ())
