"""An article under repair: its text so far, the way back, and the record of what was done."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.model.article import Damage
from kg.model.origin import OriginMap
from kg.model.span import Span


class Edit(NamedTuple):
    """Put `text` in the place of characters [start, end) of the draft.

    `origins` gives for each new character the range of old ones behind it (offsets in the draft); without
    it, a text of the same length stands character for character, any other as a whole for the whole range.
    """

    start: int
    end: int
    text: str
    origins: Sequence[tuple[int, int]] = ()


class Draft:
    """A text that is mended step by step; after each step every character knows its source range."""

    __slots__ = ("damage", "ends", "guesses", "source", "starts", "text")

    def __init__(self, source: str) -> None:
        self.source = self.text = source
        self.starts: array[int] | None = None  # None: nothing was inserted or removed so far
        self.ends: array[int] | None = None
        self.damage: list[Damage] = []
        self.guesses: list[tuple[int, int]] = []  # source ranges whose cleaned characters are guessed

    def in_source(self, start: int, end: int) -> tuple[int, int]:
        """The source range of draft characters [start, end), start < end."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def report(self, kind: str, start: int, end: int, repaired_as: str | None, confidence: float) -> None:
        """Record a damage at draft characters [start, end)."""
        self.damage.append(Damage(kind, *self.in_source(start, end), repaired_as, confidence))

    def swap(self, text: str) -> None:
        """Take a text of the same length, character for character.

        Raises:
            ValueError: the length differs.
        """
        if len(text) != len(self.text):
            raise ValueError(f"{len(self.text)} characters cannot become {len(text)} without a map")
        self.text = text

    def edit(self, edits: Iterable[Edit]) -> None:
        """Apply `edits`, which are sorted and do not overlap."""
        edits = list(edits)
        if not edits:
            return
        if self.starts is None or self.ends is None:
            every = array("i", range(len(self.text) + 1))
            self.starts, self.ends = every[:-1], every[1:]
        text, old_starts, old_ends = self.text, self.starts, self.ends
        parts: list[str] = []
        starts, ends = array("i"), array("i")
        done = 0
        for start, end, new, origins in edits:
            parts.append(text[done:start])
            starts += old_starts[done:start]
            ends += old_ends[done:start]
            if new:
                parts.append(new)
                _extend(starts, ends, old_starts, old_ends, start, end, len(new), origins)
            done = end
        parts.append(text[done:])
        starts += old_starts[done:]
        ends += old_ends[done:]
        self.text, self.starts, self.ends = "".join(parts), starts, ends

    def cut(self, spans: Sequence[tuple[int, int]], kind: str) -> None:
        """Remove `spans`, which are sorted and do not overlap, and record each as damage that was certain."""
        for start, end in spans:
            self.report(kind, start, end, "", 0.99)
        self.edit(Edit(start, end, "") for start, end in spans)

    def origin(self) -> OriginMap:
        """The map from the text so far to the source."""
        if self.starts is None or self.ends is None:
            return OriginMap.identity(len(self.text))
        return OriginMap(len(self.text), self.starts, self.ends)

    def doubtful(self) -> tuple[Span, ...]:
        """The guessed ranges, in the text so far."""
        spans = {self._here(start, end) for start, end in self.guesses}
        return tuple(Span(start, end) for start, end in sorted(spans) if start < end)

    def _here(self, start: int, end: int) -> tuple[int, int]:
        if self.starts is None or self.ends is None:
            return start, end
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def _extend(
    starts: array[int],
    ends: array[int],
    old_starts: array[int],
    old_ends: array[int],
    start: int,
    end: int,
    length: int,
    origins: Sequence[tuple[int, int]],
) -> None:
    if origins:
        starts.extend(old_starts[s] for s, _ in origins)
        ends.extend(old_ends[e - 1] for _, e in origins)
    elif length == end - start:
        starts += old_starts[start:end]
        ends += old_ends[start:end]
    else:
        starts.extend([old_starts[start]] * length)
        ends.extend([old_ends[end - 1]] * length)
