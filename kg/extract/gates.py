"""Where words of long lists may begin: one pass over a text for all lists at once.

An expression of thousands of words is tried branch by branch wherever one of them may begin. Here a table says, for
each two characters, which lists have a word that begins with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

_BITS = 18  # of a place in the table; two pairs rarely share one, and then a word is looked for in vain
_FIRST, _SECOND = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)


class PairGates:
    """The beginnings of up to eight lists of words."""

    def __init__(self, *lists: Iterable[str]) -> None:
        self._count = len(lists)
        self._pairs = np.zeros(1 << _BITS, dtype=np.uint8)
        self._alone: list[tuple[int, str]] = []  # (list, word of one character)
        for number, words in enumerate(lists):
            beginnings = sorted({word[:2] for word in words})
            self._alone += [(number, word) for word in beginnings if len(word) == 1]
            keys = _keys("".join(pair for pair in beginnings if len(pair) == 2))[::2]
            self._pairs[keys] |= np.uint8(1 << number)

    def begins(self, text: str) -> Sequence[Sequence[int]]:
        """For each list the places of `text` where its words may begin, ascending."""
        found: list[list[int]] = [[] for _ in range(self._count)]
        if len(text) > 1:
            flags = self._pairs.take(_keys(text))
            places = flags.nonzero()[0]
            for place, flag in zip(places.tolist(), flags.take(places).tolist(), strict=True):
                for number in _NUMBERS[flag]:
                    found[number].append(place)
        for number, word in self._alone:
            more = _all(text, word)
            found[number] = sorted({*found[number], *more}) if more else found[number]
        return found


_NUMBERS = [[number for number in range(8) if flag >> number & 1] for flag in range(256)]


def _keys(text: str) -> npt.NDArray[Any]:
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    mixed = points[:-1] * _FIRST + points[1:] * _SECOND
    return (mixed >> np.uint32(32 - _BITS)).astype(np.intp)


def _all(text: str, word: str) -> list[int]:
    found, place = [], text.find(word)
    while place >= 0:
        found.append(place)
        place = text.find(word, place + 1)
    return found
