"""The sentence that a fact's words stand in, and where: readers want the sentence, the fact is proved by its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.export.rows import EvidenceRow

LONGEST = 400  # code points; a longer quotation around the words is no sentence
END = ("。", "！", "？", "”", "；", "…")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article with the fact's own words at [start, start + length), in UTF-16 units as JavaScript counts."""

    text: str
    article: str
    start: int
    length: int


class Sentences:
    """The quotations of some articles, to find for words the sentence around them."""

    def __init__(self, evidence: Iterable[EvidenceRow]) -> None:
        self._of: dict[str, list[EvidenceRow]] = defaultdict(list)
        for row in evidence:
            if len(row.quote) <= LONGEST and row.quote.endswith(END):
                self._of[row.article].append(row)
        for rows in self._of.values():
            rows.sort(key=lambda r: (r.end - r.start, r.start))

    def has(self, words: EvidenceRow) -> bool:
        """Whether a sentence around these words is among them."""
        return any(
            row.start <= words.start and words.end <= row.end for row in self._of.get(words.article, ())
        )

    def around(self, words: EvidenceRow) -> Passage:
        """The shortest quoted sentence of the article that holds these words, or the words with what is known beside."""
        for row in self._of.get(words.article, ()):
            if row.start <= words.start and words.end <= row.end:
                return _passage(row.quote, words.article, words.start - row.start, len(words.quote))
        text = words.prefix + words.quote + words.suffix
        return _passage(text, words.article, len(words.prefix), len(words.quote))


def _passage(text: str, article: str, start: int, length: int) -> Passage:
    units = utf16_length(text[:start])
    return Passage(text, article, units, utf16_length(text[start : start + length]))


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text has: characters beyond the BMP take two."""
    return len(text) + sum(c > "\uffff" for c in text)
