"""One pass of each pattern over an article; the readers then only look at what lies in their sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


class Hits:
    """The matches of one pattern in one text, by their start."""

    __slots__ = ("_matches", "_starts")

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._matches = list(pattern.finditer(text))
        self._starts = [m.start() for m in self._matches]

    def between(self, start: int, end: int) -> Sequence[re.Match[str]]:
        """Those that begin in [start, end)."""
        if not self._starts:
            return ()
        first = bisect_left(self._starts, start)
        return self._matches[first : bisect_left(self._starts, end, first)]


@dataclass(frozen=True, slots=True)
class Scan:
    """What the patterns of the grammar found in `text`."""

    text: str
    heads: Hits
    national: Hits
    endings: Hits
    media: Hits
