"""Many words looked for at once, fast: as one regular expression, or by their first two characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any


def pattern_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of `words` at a place.

    Python tries alternatives one after the other; factored by first characters, a text in which few words begin is
    passed at the speed of a character class.
    """
    root: dict[str, Any] = {}
    for word in sorted(set(words)):
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _alternatives(root)


def _alternatives(node: dict[str, Any]) -> str:
    ends = "" in node
    plain = "".join(re.escape(c) for c, rest in node.items() if c and list(rest) == [""])
    longer = [re.escape(c) + _alternatives(rest) for c, rest in node.items() if c and list(rest) != [""]]
    branches = longer + ([f"[{plain}]" if len(plain) > 1 else plain] if plain else [])
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return joined + "?" if ends else joined


class WordFinder:
    """Finds the longest of many words at each place, left to right, never overlapping.

    For thousands of words: an expression with so many branches is tried branch by branch at every character, while
    here two character classes choose the places and a table by the first two characters the words.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_pair: dict[str, tuple[str, ...]] = {}
        for word in sorted(set(words), key=lambda w: (-len(w), w)):
            if len(word) < 2:
                raise ValueError(f"a word to be found needs two characters, got {word!r}")
            self._by_pair[word[:2]] = (*self._by_pair.get(word[:2], ()), word)
        first = "".join(sorted({re.escape(pair[0]) for pair in self._by_pair}))
        second = "".join(sorted({re.escape(pair[1]) for pair in self._by_pair}))
        self._gate = re.compile(f"[{first}](?=[{second}])" if self._by_pair else "(?!)")

    def find(self, text: str, begins: Iterable[int] | None = None) -> Iterator[tuple[int, str]]:
        """Yield where each word begins, and the word; `begins`: the only places where one can, if they are known."""
        by_pair, end = self._by_pair, 0
        for start in (gate.start() for gate in self._gate.finditer(text)) if begins is None else begins:
            if start < end:
                continue
            for word in by_pair.get(text[start : start + 2], ()):
                if text.startswith(word, start):
                    yield start, word
                    end = start + len(word)
                    break


def occurrences(
    text: str, words: Iterable[str], start: int = 0, end: int | None = None
) -> list[tuple[int, str]]:
    """Where a few words stand in text[start:end], the longest at each place, left to right, never overlapping.

    For the names of one article: plain search is faster than making an expression that is used once.
    """
    return within(hits_of(text, words, start, end), start, len(text) if end is None else end)


Hit = tuple[int, int, str]  # where a word stands, its length below zero, the word


def hits_of(text: str, words: Iterable[str], start: int = 0, end: int | None = None) -> list[Hit]:
    """Every place of every word, overlapping ones too, sorted: found once for many calls of `within`."""
    hits = []
    for word in set(words):
        place = text.find(word, start, end) if word else -1
        while place >= 0:
            hits.append((place, -len(word), word))
            place = text.find(word, place + 1, end)
    return sorted(hits)


def within(hits: list[Hit], start: int, end: int) -> list[tuple[int, str]]:
    """Those of `hits` that lie in [start, end), the longest at each place, left to right, never overlapping."""
    found, free = [], start
    for place, below, word in hits[bisect_left(hits, (start,)) : bisect_left(hits, (end,))]:
        if place >= free and place - below <= end:
            found.append((place, word))
            free = place - below
    return found
