"""The way back from cleaned text to the source it was made of."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model.span import Span


@dataclass(frozen=True, slots=True)
class OriginMap:
    """For every character of a cleaned text, the half-open source range that it stands for.

    `starts[i]` and `ends[i]` are code-point offsets in the source of cleaned character `i`;
    both are non-decreasing. An empty `starts` with `length` set is the identity, which costs nothing.
    """

    length: int
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()

    @classmethod
    def identity(cls, length: int) -> OriginMap:
        """The map of a text in which nothing was changed."""
        return cls(length)

    @property
    def is_identity(self) -> bool:
        """Whether every character stands where it stood."""
        return not self.starts

    def span_of(self, start: int, end: int) -> Span:
        """The source range of cleaned characters [start, end).

        Raises:
            ValueError: the range is empty or out of bounds.
        """
        return Span(*self.bounds_of(start, end))

    def bounds_of(self, start: int, end: int) -> tuple[int, int]:
        """As `span_of`, as two plain numbers."""
        if not 0 <= start < end <= self.length:
            raise ValueError(f"[{start}, {end}) is not within a text of {self.length} characters")
        return (self.starts[start], self.ends[end - 1]) if self.starts else (start, end)

    def then(self, later: OriginMap) -> OriginMap:
        """Compose: `self` maps text B to text A, `later` maps C to B; the result maps C to A."""
        if not later.starts:
            return self
        if not self.starts:
            return later
        mine_start, mine_end = self.starts, self.ends
        return OriginMap(
            later.length,
            array("l", (mine_start[s] for s in later.starts)),
            array("l", (mine_end[e - 1] for e in later.ends)),
        )
