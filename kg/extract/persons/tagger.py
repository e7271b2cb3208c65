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
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.model.errors import LexiconError

LABELS = 4  # outside, begin, inside, end: the lanes of a word
LARGEST = 127  # of a weight; the sum over all features stays within its lane
ROW_BITS = 18
PAD = 4  # code points of nothing at both ends of what is scored; no template reaches further
CLASSES = 64  # more than any character's class

# A run of characters (0) and of their classes (1), as (which, offset), and the shifts at which it is looked at.
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
Places = npt.NDArray[np.intp]
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


FEATURES = sum(len(shifts) for _, shifts in TEMPLATES)
_SALTS = _mixed(np.arange(FEATURES), 0xABCD)[:, None]


def code_points(text: str) -> Places:
    """The code points of `text`; those beyond the first plane become one."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.minimum(points, 0xFFFF).astype(np.intp)


def class_codes(classes: npt.NDArray[np.uint8]) -> Codes:
    """What the class of every character adds to a feature."""
    codes: Codes = _mixed(np.arange(CLASSES), 0x77AA)[classes]
    return codes


def feature_rows(points: Places, codes: Codes) -> Places:
    """Features × places: the row of the table for each feature of each place but the first and last `PAD`."""
    count = len(points) - 2 * PAD
    streams = (_character_codes().take(points), codes.take(points))
    parts = [_FACTORS[:, None] * stream for stream in streams]
    rows = np.empty((FEATURES, count), dtype=np.uint32)
    number = 0
    for run, shifts in TEMPLATES:
        low, wide = min(shifts), max(shifts) - min(shifts) + count
        pieces = [parts[which][n, PAD + low + o :][:wide] for n, (which, o) in enumerate(run)]
        mixed = pieces[0] if len(run) == 1 else np.add(pieces[0], pieces[1])
        for piece in pieces[2:]:
            mixed += piece
        for shift in shifts:
            rows[number] = mixed[shift - low :][:count]
            number += 1
    rows += _SALTS
    rows >>= np.uint32(32 - ROW_BITS)
    return rows.astype(np.intp)


@dataclass(frozen=True, slots=True)
class Weights:
    """`table`: a word of four lanes for every feature; `codes`: what the class of every character adds to one."""

    table: npt.NDArray[np.uint64]
    codes: Codes

    def scores(self, points: Places) -> Scores:
        """Places × labels, relative to the label outside, of all places but the first and last `PAD`."""
        words = self.table.take(feature_rows(points, self.codes)).sum(axis=0)
        lanes = words.view("<u2").reshape(-1, LABELS).astype(np.int32)
        relative: Scores = lanes - lanes[:, :1]
        return relative


def packed(quantised: npt.NDArray[np.int8], classes: npt.NDArray[np.uint8]) -> Weights:
    """The weights as they are used: a row of four labels becomes a word."""
    lanes = np.ascontiguousarray(quantised.astype("<i2") + LARGEST).astype("<u2")
    return Weights(lanes.view("<u8").ravel(), class_codes(classes))


def to_bytes(quantised: npt.NDArray[np.int8], classes: npt.NDArray[np.uint8], labels: str = "") -> bytes:
    """The form of tagger.bin: a line of JSON, then both arrays compressed; `labels` is the digest of what was learnt."""
    plain = classes.tobytes() + np.ascontiguousarray(quantised.T).tobytes()
    head = {"rows": len(quantised), "labels": labels, "sha256": hashlib.sha256(plain).hexdigest()}
    return json.dumps(head).encode() + b"\n" + zlib.compress(plain, 9)


def from_bytes(data: bytes, name: str) -> Weights:
    """Read what `to_bytes` wrote.

    Raises:
        LexiconError: the file is damaged.
    """
    head, _, body = data.partition(b"\n")
    told = json.loads(head)
    plain = zlib.decompress(body)
    if hashlib.sha256(plain).hexdigest() != told["sha256"]:
        raise LexiconError(f"{name}: the weights are damaged; run `make train`")
    classes = np.frombuffer(plain, dtype=np.uint8, count=0x10000)
    return packed(
        np.frombuffer(plain, dtype=np.int8, offset=0x10000).reshape(LABELS, told["rows"]).T, classes
    )


@cache
def weights() -> Weights:
    """The shipped weights, read once per process."""
    return from_bytes(
        files("kg.extract.persons").joinpath("tagger.bin").read_bytes(), "kg/extract/persons/tagger.bin"
    )
