"""How likely one character is behind another, to choose between repairs. All figures are in bits."""

from __future__ import annotations

import lzma
import math
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

UNKNOWN = -20.0
"""Of a Han character that the table does not have: rarer than one in a million."""
STRANGE = -22.0
"""Of a kana, Greek, private-use or other sign that seldom stands in Chinese text."""
LETTER = -14.0
"""Of a Latin letter right behind a Han character."""
MARKS = {
    "，": -3.5,
    ",": -3.5,
    "。": -4.5,
    "、": -4.5,
    "\n": -5.0,
    "”": -6.0,
    "“": -7.0,
    "》": -7.0,
    "《": -7.5,
    " ": -7.0,
}
OTHER_MARK = -9.0
DIGIT = -6.5


class Table(NamedTuple):
    """Chances of pairs and of single characters."""

    pairs: dict[str, float]  # of the second character behind the first
    singles: dict[str, float]
    unseen: dict[str, float]  # the most that a pair with this first character can have if the table lacks it


@cache
def table() -> Table:
    """The table of tools/make_bigrams.py.

    Source: kg/lexicon/SOURCES.md, "bigrams".
    """
    levels: dict[str, int] = {}
    seen: dict[str, int] = defaultdict(int)
    packed = files("kg.clean").joinpath("tables", "bigrams.txt.xz").read_bytes()
    for line in lzma.decompress(packed).decode("utf-8").splitlines():
        level = 0
        for character in line[1:]:
            if "A" <= character <= "Z":
                level = ord(character) - ord("A") + 4
            else:
                levels[line[0] + character] = level
                seen[line[0]] += 1 << level
                seen[character] += 0
    total = math.log2(sum(seen.values()))
    logs = {c: math.log2(n) if n else 3.0 for c, n in seen.items()}
    return Table(
        {pair: level - logs[pair[0]] for pair, level in levels.items()},
        {c: log - total for c, log in logs.items()},
        {c: 3.0 - log for c, log in logs.items()},
    )


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one."""
    return "\u3400" <= character <= "\u9fff" or character == "〇"


def score(text: str) -> float:
    """How likely `text`, in simplified characters, is after its first character."""
    get = table().pairs.get
    total = 0.0
    for i in range(len(text) - 1):
        pair = text[i : i + 2]
        found = get(pair)
        total += _rare(pair) if found is None else found
    return total


@lru_cache(maxsize=1 << 16)
def _rare(pair: str) -> float:
    left, right = pair[0], pair[1]
    alone = single(right)
    if is_han(left) and is_han(right):
        return min(alone - 3.0, table().unseen.get(left, 0.0))
    return alone


def single(character: str) -> float:
    """How likely a character is by itself."""
    if is_han(character):
        return table().singles.get(character, UNKNOWN)
    if character in MARKS:
        return MARKS[character]
    if character.isascii() or "\uff01" <= character <= "\uff20" or "\u3000" <= character <= "\u301f":
        return DIGIT if character.isdigit() else LETTER if character.isalpha() else OTHER_MARK
    return -10.0 if character in "·—…‘’" else STRANGE
