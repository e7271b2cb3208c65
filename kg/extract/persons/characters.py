"""How well characters make a name, Chinese, Japanese or transliterated, in bits. The tables are in kg/lexicon."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.lexicon.names import RARE, UNSEEN, NameTables, name_tables

MAX_FOREIGN = 12  # code points of one part of a transliterated name


@lru_cache(maxsize=100_000)
def chinese_weight(name: str) -> float:
    """How well two to four characters make a Chinese name, in bits."""
    tables = name_tables()
    if name[:2] in tables.double_surnames and len(name) in {3, 4}:
        return 6.0 + _given(name[2:], tables)
    surname = tables.surnames.get(name[0])
    if surname is None:
        return -20.0
    if len(name) == 4:  # a married name: 周|郭咏怡
        second = tables.surnames.get(name[1])
        return (
            -20.0
            if second is None or min(surname, second) < 1.5
            else surname + second + _given(name[2:], tables) - 3.0
        )
    return (max(surname, 0.8) if surname > -0.5 else surname) + _given(name[1:], tables)


def _given(given: str, tables: NameTables) -> float:
    if len(given) == 1:
        return 0.6 * max(-5.0, tables.single.get(given, RARE)) - 0.5
    return (
        0.5 * (max(-6.0, tables.first.get(given[0], RARE)) + max(-6.0, tables.last.get(given[1], RARE))) + 1.0
    )


@lru_cache(maxsize=100_000)
def japanese_weight(name: str) -> float:
    """How well three to five characters make a Japanese name."""
    tables = name_tables()
    for size in (2, 3):
        if name[:size] in tables.japanese_surnames and size < len(name) <= size + 3:
            given = name[size:]
            weight = 6.0 + (0.5 if len(given) == 2 else -1.0)
            return weight + sum(0.3 * max(-5.0, tables.first.get(c, -3.0)) for c in given)
    return -20.0


def foreign_run(text: str, start: int, limit: int) -> int:
    """The end of the longest run at `start` whose characters stand in transliterated names."""
    run = _foreign_characters().match(text, start, limit)
    return run.end() if run else start


@cache
def _foreign_characters() -> re.Pattern[str]:
    foreign = name_tables().foreign
    hanzi = map(chr, range(0x4E00, 0xA000))
    return re.compile(f"[{''.join(c for c in hanzi if foreign.get(c, UNSEEN) > -6.2)}]+")


def foreign_weight(name: str) -> float:
    """How well a run of characters makes one part of a transliterated name."""
    return foreign_weights(name)[-1]


def foreign_weights(run: str) -> list[float]:
    """The weight of each beginning of `run` as one part of a transliterated name."""
    foreign, total, weights = name_tables().foreign, 0.0, []
    for size, character in enumerate(run, 1):
        total += max(-4.0, min(4.0, foreign.get(character, UNSEEN)))
        weights.append(total * 0.6 - (2.5 if size == 2 else 1.0 if size == 3 else 0.0))
    return weights


def last_part_weight(part: str) -> float:
    """How well a run of characters makes the last part of a name with dots."""
    foreign = name_tables().foreign
    return sum(max(-6.5, min(4.0, foreign.get(c, UNSEEN))) for c in part) * 0.6 - (
        1.0 if len(part) == 1 else 0.0
    )
