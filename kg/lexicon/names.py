"""What names of persons are made of: surnames, and how readily a character stands in a given name.

Source: kg/lexicon/SOURCES.md, "names".
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from kg.lexicon.tables import rows_of

UNSEEN = -6.0  # bits; a character that no transliterated name has
RARE = -0.5  # bits; a given name's character so rare that neither names nor running text show it


@dataclass(frozen=True, slots=True)
class NameTables:
    """Log-odds in bits, positive where a character or surname speaks for a name.

    `surnames` and `double_surnames` map a surname to the weight of its frequency; `first`, `last`, `single` give
    the weight of a character at that place of a given name; `foreign` in a transliterated name. `tibetan` holds the given
    names of two characters of which Tibetan names have two.
    """

    surnames: dict[str, float]
    double_surnames: frozenset[str]
    japanese_surnames: frozenset[str]
    tibetan: frozenset[str]
    first: dict[str, float]
    last: dict[str, float]
    single: dict[str, float]
    foreign: dict[str, float]


@cache
def name_tables() -> NameTables:
    """The tables, read once per process."""
    surnames: dict[str, float] = {}
    doubles: set[str] = set()
    for name, count in rows_of("surnames.tsv"):
        if len(name) == 1:
            surnames[name] = math.log2(int(count) + 1) / 2 - 2
        else:
            doubles.add(name)
    first, last, single, foreign = {}, {}, {}, {}
    for character, *weights in rows_of("name_characters.tsv"):
        a, b, c, d = (int(w) / 10 for w in weights)
        first[character], last[character], single[character], foreign[character] = a, b, c, d
    japanese = frozenset(name for (name,) in rows_of("japanese_surnames.tsv"))
    tibetan = frozenset(name for (name,) in rows_of("tibetan_names.tsv"))
    return NameTables(surnames, frozenset(doubles), japanese, tibetan, first, last, single, foreign)
