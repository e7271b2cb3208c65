"""One pass of each pattern over an article; the readers then only look at what lies in their sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


class Hits:
    """The matches of one pattern in one text, by their start."""

    __slots__ = ("_matches", "_starts")

    def __init__(self, pattern: re.Pattern[str], text: str, begins: Sequence[int] | None = None) -> None:
        """`begins`: the only places where the pattern can match, ascending; None if nobody has looked for them."""
        self._matches = list(pattern.finditer(text) if begins is None else _matches_at(pattern, text, begins))
        self._starts = [m.start() for m in self._matches]

    def between(self, start: int, end: int) -> Sequence[re.Match[str]]:
        """Those that begin in [start, end)."""
        if not self._starts:
            return ()
        first = bisect_left(self._starts, start)
        return self._matches[first : bisect_left(self._starts, end, first)]

    def any_between(self, start: int, end: int) -> bool:
        """Whether one begins in [start, end)."""
        first = bisect_left(self._starts, start)
        return first < len(self._starts) and self._starts[first] < end


def _matches_at(pattern: re.Pattern[str], text: str, begins: Sequence[int]) -> Iterator[re.Match[str]]:
    free = 0
    for place in begins:
        if place >= free and (found := pattern.match(text, place)):
            yield found
            free = found.end()


@dataclass(frozen=True, slots=True)
class Scan:
    """What the patterns of the grammar found in `text`."""

    text: str
    heads: Hits
    national: Hits
    endings: Hits
    media: Hits

    def is_silent(self, start: int, end: int) -> bool:
        """Whether no pattern found anything in [start, end)."""
        return not any(
            hits.any_between(start, end) for hits in (self.endings, self.heads, self.national, self.media)
        )
