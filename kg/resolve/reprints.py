"""The same report, printed again: told by its words, not by its headline."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.model.facts import ArticleFacts
from kg.model.fingerprint import likeness
from kg.resolve.keys import day_number, signature

MIN_QUOTES = 4  # fewer quotations in common may be chance
LIKE = 0.7  # of two stories' clauses that must be the same, as their fingerprints estimate it
MAX_DAYS = 30  # between a story and its reprint; what is worded alike years later reports a yearly occasion
MIN_CLAUSES = 6  # fewer in a fingerprint may be a formula that many reports share
UNDATED = "9999"  # sorts behind every day
KEYS = 4  # smallest values of a fingerprint by which like ones are looked up


def _words_of(facts: ArticleFacts) -> int | None:
    quotes = {e.quote for event in facts.events for e in event.evidence}
    quotes |= {e.quote for tenure in facts.tenures for e in tenure.evidence}
    if len(quotes) < MIN_QUOTES or sum(map(len, quotes)) < 40:
        return None
    return signature(*sorted(quotes))


class Printing(NamedTuple):
    """One printed story: its day, its article, and the sketch of its words."""

    day: str
    article: str
    sketch: array[int]


@dataclass(slots=True)
class ReprintBook:
    """What was printed: by the digest of its quoted words, and by its fingerprint."""

    first: dict[int, tuple[str, str]] = field(default_factory=dict)
    printings: list[Printing] = field(default_factory=list)
    places: dict[int, array[int]] = field(default_factory=dict)  # value of a fingerprint → printings

    def add(self, facts: ArticleFacts) -> None:
        """Take note of one article."""
        own = _own(facts)
        words = _words_of(facts)
        if words is not None:
            self.note_words(words, own)
        if len(facts.fingerprint) >= MIN_CLAUSES:
            self.note(Printing(*own, array("Q", facts.fingerprint)))

    def note_words(self, words: int, own: tuple[str, str]) -> None:
        """Take note of the day and the article of a story of these words."""
        self.first[words] = min(own, self.first.get(words, own))

    def note(self, printing: Printing) -> None:
        """Take note of a printed story."""
        for value in printing.sketch[:KEYS]:
            self.places.setdefault(value, array("L")).append(len(self.printings))
        self.printings.append(printing)

    def original_of(self, facts: ArticleFacts) -> str:
        """The id of the article that this one reprints, or ""."""
        words = _words_of(facts)
        known = [self.first[words]] if words is not None and words in self.first else []
        original = min([_own(facts), *known, *self._like(facts)])[1]
        return original if original != facts.id else ""

    def _like(self, facts: ArticleFacts) -> list[tuple[str, str]]:
        """Day and article of every printing of the same story."""
        if len(facts.fingerprint) < MIN_CLAUSES:
            return []
        near = {place for value in facts.fingerprint[:KEYS] for place in self.places.get(value, ())}
        printings = (self.printings[place] for place in near)
        soon = (p for p in printings if _are_near(p.day, _own(facts)[0]))
        return [(p.day, p.article) for p in soon if likeness(facts.fingerprint, tuple(p.sketch)) >= LIKE]


def asked_of(facts: ArticleFacts) -> tuple[list[int], tuple[int, ...]]:
    """Under which digests of words, and which values of fingerprints, like stories of an article are found."""
    words = _words_of(facts)
    values = facts.fingerprint[:KEYS] if len(facts.fingerprint) >= MIN_CLAUSES else ()
    return ([] if words is None else [words]), values


def _own(facts: ArticleFacts) -> tuple[str, str]:
    return facts.meta.date or UNDATED, facts.id


def _are_near(day: str, other: str) -> bool:
    return UNDATED in {day, other} or abs(day_number(day) - day_number(other)) <= MAX_DAYS
