"""Where words of long lists may begin: one pass over a text for all lists at once.

An expression of thousands of words is tried branch by branch wherever one of them may begin. Here two tables say
which lists have a word of two characters there, and a longer one that begins with these three.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

_BITS = 18  # of a place in a table; two beginnings rarely share one, and then a word is looked for in vain
_FIRST, _SECOND, _THIRD = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77), np.uint32(0xC2B2AE3D)


class PairGates:
    """The beginnings of up to eight lists of words."""

    def __init__(self, *lists: Iterable[str]) -> None:
        self._count = len(lists)
        self._pairs = np.zeros(1 << _BITS, dtype=np.uint8)
        self._threes = np.zeros(1 << _BITS, dtype=np.uint8)
        self._alone: list[tuple[int, str]] = []  # (list, word of one character)
        for number, words in enumerate(lists):
            beginnings = sorted({word[:3] for word in words})
            self._alone += [(number, word) for word in beginnings if len(word) == 1]
            pairs, threes = ("".join(word for word in beginnings if len(word) == size) for size in (2, 3))
            self._pairs[_keys(pairs)[0][::2]] |= np.uint8(1 << number)
            self._threes[_keys(threes)[1][::3]] |= np.uint8(1 << number)

    def begins(self, text: str) -> Sequence[Sequence[int]]:
        """For each list the places of `text` where its words may begin, ascending."""
        found: list[list[int]] = [[] for _ in range(self._count)]
        if len(text) > 1:
            pairs, threes = _keys(text)
            flags = self._pairs.take(pairs)
            flags[:-1] |= self._threes.take(threes)
            places = flags.nonzero()[0]
            for place, flag in zip(places.tolist(), flags.take(places).tolist(), strict=True):
                for number in _NUMBERS[flag]:
                    found[number].append(place)
        for number, word in self._alone:
            more = _all(text, word)
            found[number] = sorted({*found[number], *more}) if more else found[number]
        return found


_NUMBERS = [[number for number in range(8) if flag >> number & 1] for flag in range(256)]


def _keys(text: str) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """The places in the tables of every two, and of every three, characters of `text`."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    pairs = points[:-1] * _FIRST + points[1:] * _SECOND
    threes = pairs[:-1] + points[2:] * _THIRD
    return _rows(pairs), _rows(threes)


def _rows(mixed: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return (mixed >> np.uint32(32 - _BITS)).astype(np.intp)


def _all(text: str, word: str) -> list[int]:
    found, place = [], text.find(word)
    while place >= 0:
        found.append(place)
        place = text.find(word, place + 1)
    return found
