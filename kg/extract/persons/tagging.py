"""Names in a text, as the tagger sees them: the best reading of its scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.extract.persons.tagger import PAD, Scores, Weights, code_points, weights

CHUNK = 2048  # code points scored at once: the intermediate arrays stay in the cache
REACH = 32  # code points of the longest name that is looked for

_GAP = "\0" * PAD
_NEVER = -1_000_000
_SHIFT = 20  # bits for a place; a chunk and one range more must stay below

Rows = list[list[int]]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name as the tagger sees it; by how much, on average, its labels beat "outside": 200 is much, 0 a toss-up."""

    start: int
    end: int
    margin: float


class Tagging:
    """What the tagger thinks of some ranges of a text: sorted and apart, usually its sentences; offsets in `text`."""

    def __init__(self, text: str, ranges: Sequence[tuple[int, int]], using: Weights | None = None) -> None:
        """Score every range, many at a time."""
        self._scored: list[tuple[Scores, list[tuple[int, int, int]]]] = []
        batch: list[tuple[int, int]] = []
        size = 0
        for number, (start, end) in enumerate(ranges, 1):
            batch.append((start, end))
            size += end - start + PAD
            if size >= CHUNK or number == len(ranges):
                self._scored.append(_scored(text, batch, using or weights()))
                batch, size = [], 0

    def names(self) -> Iterator[Tagged]:
        """The names, in order."""
        for scores, laid in self._scored:
            number = 0
            for first, last, alone in _regions(scores):
                rows = scores[first:last].tolist()
                for start, end in [(0, last - first)] if alone else _best_path(rows):
                    while first + start >= laid[number][2]:
                        number += 1
                    at = first + laid[number][0]
                    yield Tagged(at + start, at + end, _margin(rows, start, end))

    def margin(self, start: int, end: int) -> float:
        """How well text[start:end] is just one name; far below 0 where the tagger disagrees, 0 outside all ranges."""
        for scores, laid in self._scored:
            for shift, first, stop in laid:
                if first <= start - shift and end - shift <= stop:
                    return _margin(scores[start - shift : end - shift].tolist(), 0, end - start)
        return 0.0


def tag_names(text: str, ranges: Sequence[tuple[int, int]], using: Weights | None = None) -> Iterator[Tagged]:
    """The names in text[start:end] of every range."""
    return Tagging(text, ranges, using).names()


def _scored(
    text: str, ranges: list[tuple[int, int]], using: Weights
) -> tuple[Scores, list[tuple[int, int, int]]]:
    """Scores of ranges laid end to end; of each range what leads back to the text, its first row and the one behind."""
    points = code_points(_GAP + _GAP.join([text[a:b] for a, b in ranges]) + _GAP)
    scores = using.scores(points)
    scores[_barriers().take(points[PAD:-PAD])] = _NEVER
    laid, at = [], 0
    for a, b in ranges:
        laid.append((a - at, at, at + b - a))
        at += b - a + PAD
    return scores, laid


@cache
def _barriers() -> npt.NDArray[np.bool_]:
    """Characters that no name holds, and what stands between two ranges."""
    barriers = np.zeros(0x10000, dtype=np.bool_)
    barriers[[0, *map(ord, "，。；：！？、\n\r\t ,;!?|/《》（）()“”")]] = True
    return barriers


def _regions(scores: Scores) -> list[tuple[int, int, bool]]:
    """Where any name of up to `REACH` places beats "outside", and whether it is the only one there."""
    begin, inside, end = (scores[:, label].astype(np.int64) for label in (1, 2, 3))
    through = np.cumsum(inside)
    # What it is worth to have begun at a place, with the place in the low bits; the best of the last REACH by doubling.
    best = ((begin - through) << _SHIFT) + np.arange(len(scores))
    reach = 1
    while reach < REACH:
        np.maximum(best[reach:], best[:-reach].copy(), out=best[reach:])
        reach *= 2
    ends = ((end - inside + through)[1:] + (best[:-1] >> _SHIFT) > 0).nonzero()[0]
    starts = best[ends] & ((1 << _SHIFT) - 1)
    regions: list[tuple[int, int, bool]] = []
    for start, stop in sorted(zip(starts.tolist(), (ends + 2).tolist(), strict=True)):
        if regions and start <= regions[-1][1]:
            regions[-1] = regions[-1][0], max(stop, regions[-1][1]), False
        else:
            regions.append((start, stop, True))
    return regions


def _best_path(rows: Rows) -> list[tuple[int, int]]:
    """The names, as (start, end), that gain most together in a run of places."""
    free, last = 0, None  # the best score with no name open here, and its names: (start, end, names before)
    opened: tuple[int, int, Any] = (_NEVER, 0, None)
    for at, (_, begin, inside, end) in enumerate(rows):
        score, start, before = opened
        best = (score + end, (start, at + 1, before)) if score + end > free else (free, last)
        opened = (
            (free + begin, at, last) if free + begin >= score + inside else (score + inside, start, before)
        )
        free, last = best
    found = []
    while last is not None:
        start, end, last = last
        found.append((start, end))
    return found[::-1]


def _margin(rows: Rows, start: int, end: int) -> float:
    """By how much, on average, the labels of a name beat "outside"."""
    total = rows[start][1] + rows[end - 1][3] + sum([row[2] for row in rows[start + 1 : end - 1]])
    return total / (end - start)
