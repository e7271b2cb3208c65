"""How usual it is that one character follows another, to choose between possible repairs."""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files

UNSEEN = -4
"""Score of a pair that is not in the table (its pairs score 4 to 23, the logarithm of their count)."""


@cache
def pairs() -> dict[str, int]:
    """The table of tools/make_bigrams.py: log2 of the count of each pair of characters.

    Source: kg/lexicon/SOURCES.md, "bigrams".
    """
    table: dict[str, int] = {}
    packed = files("kg.clean").joinpath("tables", "bigrams.txt.xz").read_bytes()
    for line in lzma.decompress(packed).decode("utf-8").splitlines():
        level = 0
        for character in line[1:]:
            if "A" <= character <= "Z":
                level = ord(character) - ord("A") + 4
            else:
                table[line[0] + character] = level
    return table


def score(text: str) -> int:
    """How much `text`, in simplified characters, looks like Chinese: the sum over its neighbouring characters."""
    table = pairs()
    return sum(table.get(text[i : i + 2], UNSEEN) for i in range(len(text) - 1))
