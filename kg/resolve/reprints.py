"""The same report, printed again: told by its words, not by its headline."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model.facts import ArticleFacts
from kg.resolve.keys import signature

MIN_QUOTES = 4  # fewer quotations in common may be chance


def _words_of(facts: ArticleFacts) -> int | None:
    quotes = {e.quote for event in facts.events for e in event.evidence}
    quotes |= {e.quote for tenure in facts.tenures for e in tenure.evidence}
    if len(quotes) < MIN_QUOTES or sum(map(len, quotes)) < 40:
        return None
    return signature(*sorted(quotes))


@dataclass(slots=True)
class ReprintBook:
    """Digest of a report's quoted words → its first printing (date, article id)."""

    first: dict[int, tuple[str, str]] = field(default_factory=dict)

    def add(self, facts: ArticleFacts) -> None:
        """Take note of one article."""
        words = _words_of(facts)
        if words is not None:
            own = (facts.meta.date or "9999", facts.id)
            self.first[words] = min(own, self.first.get(words, own))

    def original_of(self, facts: ArticleFacts) -> str:
        """The id of the article that this one reprints, or ""."""
        words = _words_of(facts)
        original = self.first.get(words, ("", ""))[1] if words is not None else ""
        return original if original != facts.id else ""
