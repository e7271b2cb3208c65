"""A small linear tagger of ours: which characters begin, continue and end a person's name.

It knows no posts and no word lists, only runs of characters and what kinds of characters they are; it is one more
witness beside the grammar. `make train` makes its weights (tagger.bin) from labels of our own grammar; docs/adr has
the choice.

A label is a 16-bit lane of a 64-bit word: whole words are added, so that one sum scores four labels.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.model.errors import LexiconError

KINDS = ("PER",)  # scripts/train_tagger.py learns others too, where they are named here
LABELS = 1 + 3 * len(KINDS)  # O, then begin, inside, end of every kind
LANES = 4  # of a 64-bit word
LARGEST = 127  # of a weight; the sum over all templates stays within its lane
ROW_BITS = 18
PAD = 4  # code points of nothing around every range; no template reaches further
CHUNK = 2048  # code points scored at once: the intermediate arrays stay in the cache

_CHARACTERS, _CLASSES = 0, 1
# A run of characters or of their kinds, as (which, offset), and the shifts at which it is looked at.
TEMPLATES: tuple[tuple[tuple[tuple[int, int], ...], tuple[int, ...]], ...] = (
    (((0, 0),), (-2, -1, 0, 1, 2)),
    (((0, 0), (0, 1)), (-3, -2, -1, 0, 1, 2)),
    (((0, -1), (0, 1)), (0,)),
    (((0, 0), (0, 1), (0, 2)), (-3, -2, -1, 0, 1)),
    (((0, 0), (0, 1), (0, 2), (0, 3)), (0,)),
    (((1, 0), (1, 1), (1, 2)), (-1,)),
    (((1, 0), (1, 1), (1, 2), (1, 3)), (0, -3, -2)),
    (((0, -1), (1, 0), (1, 1), (1, 2)), (0,)),
    (((0, 1), (1, 0), (1, -1), (1, -2)), (0,)),
    (((0, 2), (1, -1), (1, 0), (1, 1)), (0,)),
    (((0, 3), (1, 0), (1, 1), (1, 2)), (0,)),
)
_FACTORS = np.array([0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F], dtype=np.uint32)

Codes = npt.NDArray[np.uint32]
Scores = npt.NDArray[np.int32]


def _mixed(numbers: npt.NDArray[Any], salt: int) -> Codes:
    """Spread numbers over 32 bits, the same on every machine."""
    x = numbers.astype(np.uint64) + np.uint64(salt)
    for shift, factor in ((16, 0x45D9F3B), (16, 0x45D9F3B), (15, 1)):
        x = ((x ^ (x >> np.uint64(shift))) * np.uint64(factor)) & np.uint64(0xFFFFFFFF)
    return x.astype(np.uint32)


@cache
def _character_codes() -> Codes:
    plain = np.arange(0x10000)
    for first, last, same in (
        (0x30, 0x39, 0x30),
        (0x41, 0x5A, 0x41),
        (0x61, 0x7A, 0x41),
        (0xFF10, 0xFF19, 0x30),
    ):
        plain[first : last + 1] = same  # all digits are one, all Latin letters are one
    plain[[0x9, 0xA, 0xD, 0x20, 0xA0, 0x3000]] = 0x20
    plain[[0x2022, 0x30FB, 0x2027, 0x22C5, 0x2219, 0xFF0E]] = 0xB7
    codes = _mixed(plain, 0x51ED)
    codes[0] = 0
    return codes


_CLASS_CODES = _mixed(np.arange(256), 0x77AA)
_SALTS = _mixed(np.arange(sum(len(shifts) for _, shifts in TEMPLATES)), 0xABCD)[:, None]


def code_points(text: str) -> npt.NDArray[np.intp]:
    """The code points of `text`; those beyond the first plane become one."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.minimum(points, 0xFFFF).astype(np.intp)


def feature_rows(points: npt.NDArray[np.intp], classes: npt.NDArray[np.uint8]) -> npt.NDArray[np.intp]:
    """The row of every feature at every place but the first and last `PAD`: features × places."""
    count = len(points) - 2 * PAD
    streams = (_character_codes()[points], _CLASS_CODES[classes[points]])
    parts = [[stream * factor for factor in _FACTORS] for stream in streams]
    rows = np.empty((len(_SALTS), count), dtype=np.uint32)
    number = 0
    for run, shifts in TEMPLATES:
        low, high = min(shifts), max(shifts)
        first, last = PAD + low, PAD + high + count
        views = [parts[which][n][first + o : last + o] for n, (which, o) in enumerate(run)]
        mixed = reduce(np.add, views)
        for shift in shifts:
            rows[number] = mixed[shift - low : shift - low + count]
            number += 1
    rows += _SALTS
    rows >>= np.uint32(32 - ROW_BITS)
    return rows.astype(np.intp)


@dataclass(frozen=True, slots=True)
class Weights:
    """`table`: features × 64-bit words of four lanes; `classes`: the kind of every character."""

    table: npt.NDArray[np.uint64]
    classes: npt.NDArray[np.uint8]

    def scores(self, points: npt.NDArray[np.intp]) -> Scores:
        """Places × labels, relative to the label O; `points` with `PAD` zeros at both ends."""
        words = self.table.take(feature_rows(points, self.classes), axis=0).sum(axis=0)
        lanes = words.view(np.uint16)[:, :LABELS].astype(np.int32)
        relative: Scores = lanes - lanes[:, :1]
        return relative


def packed(quantised: npt.NDArray[np.int8], classes: npt.NDArray[np.uint8]) -> Weights:
    """The weights as they are used: features × labels of eight bits, put into lanes."""
    words = -(-LABELS // LANES)
    lanes = np.zeros((len(quantised), words * LANES), dtype="<u2")
    lanes[:, :LABELS] = quantised.astype(np.int16) + LARGEST
    return Weights(lanes.view(np.uint64), classes)


def to_bytes(quantised: npt.NDArray[np.int8], classes: npt.NDArray[np.uint8]) -> bytes:
    """The form of tagger.bin: a line of JSON, then both arrays compressed."""
    plain = classes.tobytes() + np.ascontiguousarray(quantised.T).tobytes()
    head = {"rows": len(quantised), "kinds": KINDS, "sha256": hashlib.sha256(plain).hexdigest()}
    return json.dumps(head).encode() + b"\n" + zlib.compress(plain, 9)


def from_bytes(data: bytes, name: str) -> Weights:
    """Read what `to_bytes` wrote.

    Raises:
        LexiconError: the file is damaged, or of another version of this module.
    """
    head, _, body = data.partition(b"\n")
    told = json.loads(head)
    plain = zlib.decompress(body)
    if hashlib.sha256(plain).hexdigest() != told["sha256"] or tuple(told["kinds"]) != KINDS:
        raise LexiconError(f"{name}: the weights are damaged or of another version; run `make train`")
    classes = np.frombuffer(plain, dtype=np.uint8, count=0x10000)
    table = np.frombuffer(plain, dtype=np.int8, offset=0x10000).reshape(LABELS, told["rows"]).T
    return packed(table, classes)


@cache
def weights() -> Weights:
    """The shipped weights, read once per process."""
    return from_bytes(files("kg.extract").joinpath("tagger.bin").read_bytes(), "kg/extract/tagger.bin")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch of text as the tagger sees it; by how much, on average, its labels beat O: 100 is much, 0 a toss-up."""

    start: int
    end: int
    kind: str
    margin: float


def tag_spans(text: str, ranges: Sequence[tuple[int, int]]) -> list[Tagged]:
    """The names, bodies and places of text[start:end] for every range (sorted, apart); offsets in `text`."""
    return list(Scored(text, ranges, weights()).spans())


class Scored:
    """What the tagger thinks of a text; `ranges` are sorted and apart, usually its sentences."""

    def __init__(self, text: str, ranges: Sequence[tuple[int, int]], using: Weights) -> None:
        self._chunks: list[tuple[Scores, list[tuple[int, int, int]]]] = []
        batch: list[tuple[int, int]] = []
        size = 0
        for start, end in ranges:
            batch.append((start, end))
            size += end - start + PAD
            if size >= CHUNK:
                self._chunks.append(_scored(text, batch, using))
                batch, size = [], 0
        if batch:
            self._chunks.append(_scored(text, batch, using))

    def spans(self) -> Iterator[Tagged]:
        """The best reading, in order."""
        for scores, places in self._chunks:
            number = 0
            for first, last, only in _regions(scores):
                rows = scores[first:last].tolist()
                for start, end, kind in [(0, last - first, only)] if only >= 0 else _best_path(rows):
                    while first + start >= places[number + 1][0]:
                        number += 1
                    shift = first + places[number][1]
                    yield Tagged(start + shift, end + shift, KINDS[kind], _margin(rows, start, end, kind))

    def margin(self, start: int, end: int, kind: str) -> float:
        """How well text[start:end] is just one span of `kind`; far below 0 where the tagger disagrees."""
        for scores, places in self._chunks:
            for at, shift, stop in places:
                if start - shift >= at and end <= stop:
                    rows = scores[start - shift : end - shift].tolist()
                    return _margin(rows, 0, end - start, KINDS.index(kind))
        return 0.0


def _scored(
    text: str, ranges: Sequence[tuple[int, int]], using: Weights
) -> tuple[Scores, list[tuple[int, int, int]]]:
    """The scores of some ranges, and for each its first row, what leads from rows to the text, and its end there."""
    gap = "\0" * PAD
    points = code_points(gap + gap.join([text[a:b] for a, b in ranges]) + gap)
    scores = using.scores(points)
    scores[_barriers()[points[PAD:-PAD]]] = _NEVER
    places, at = [], 0
    for a, b in ranges:
        places.append((at, a - at, b))
        at += b - a + PAD
    return scores, [*places, (at, 0, 0)]


@cache
def _barriers() -> npt.NDArray[np.bool_]:
    """Characters that no name holds, and what stands between two ranges."""
    barriers = np.zeros(0x10000, dtype=np.bool_)
    barriers[[0, *map(ord, "，。；：！？、\n\r\t ,;!?|/《》")]] = True
    return barriers


_NEVER = -1_000_000
_SHIFT = 20  # bits for a place; CHUNK and one range more must stay below
REACH = 32  # code points of the longest span that is looked for


def _regions(scores: Scores) -> list[tuple[int, int, int]]:
    """Where any span of up to `REACH` places beats O; with its kind where it is the only one, else with -1."""
    begin, inside, end = (scores[:, first::3].T.astype(np.int64) for first in (1, 2, 3))
    through = np.cumsum(inside, axis=1)
    # What it is worth to have begun at a place, with the place in the low bits; the best of the last REACH by doubling.
    best = ((begin - through) << _SHIFT) + np.arange(len(scores))
    reach = 1
    while reach < REACH:
        np.maximum(best[:, reach:], best[:, :-reach].copy(), out=best[:, reach:])
        reach *= 2
    worth = (end - inside + through)[:, 1:] + (best[:, :-1] >> _SHIFT)
    kinds, places = np.nonzero(worth > 0)
    starts = best[kinds, places] & ((1 << _SHIFT) - 1)
    regions: list[tuple[int, int, int]] = []
    for start, stop, kind in sorted(zip(starts.tolist(), (places + 2).tolist(), kinds.tolist(), strict=True)):
        if regions and start <= regions[-1][1]:
            regions[-1] = regions[-1][0], max(stop, regions[-1][1]), -1
        else:
            regions.append((start, stop, kind))
    return regions


def _best_path(rows: list[list[int]]) -> list[tuple[int, int, int]]:
    """The best labels of a run of places, as (start, end, kind)."""
    free, last = (
        0,
        None,
    )  # the best score with no span open here, and its spans: (start, end, kind, spans before)
    opened: list[tuple[int, int, Any]] = [(_NEVER, 0, None)] * len(KINDS)
    for at, row in enumerate(rows):
        best, best_last = free, last
        for kind, (score, start, before) in enumerate(opened):
            begin, inside, end = row[3 * kind + 1 : 3 * kind + 4]
            if score + end > best:
                best, best_last = score + end, (start, at + 1, kind, before)
            if free + begin >= score + inside:
                opened[kind] = free + begin, at, last
            else:
                opened[kind] = score + inside, start, before
        free, last = best, best_last
    found = []
    while last is not None:
        start, end, kind, last = last
        found.append((start, end, kind))
    return found[::-1]


def _margin(rows: list[list[int]], start: int, end: int, kind: int) -> float:
    """By how much, on average, the labels of a span beat O."""
    labels = [3 * kind + 1, *[3 * kind + 2] * (end - start - 2), 3 * kind + 3]
    return sum(row[label] for row, label in zip(rows[start:end], labels, strict=True)) / (end - start)
