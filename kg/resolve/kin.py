"""Given names before one family name: brothers, and father and son, are not one person."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon.sounds import likeness_in_sound

ALIKE = 0.6  # of given names, in sound


def kin_of(names: Sequence[str]) -> list[list[str]]:
    """Full names of one family name, brought together where a given name is alike; the most frequent first.

    Args:
        names: full names (萨德尔·扎帕罗夫), the most frequent first.
    """
    groups: list[list[str]] = []
    for name in names:
        fitting = [group for group in groups if any(same_given(name, other) for other in group)]
        joined = [other for group in fitting for other in group]
        groups = [group for group in groups if group not in fitting]
        groups.append([*joined, name])
    return groups


def same_given(one: str, other: str) -> bool:
    """May two full names be one person's, as far as the given names tell? 塔·莫罗金 may be 塔利亚·莫罗金."""
    return any(_alike(a, b) for a in _given(one) for b in _given(other))


def _given(name: str) -> list[str]:
    return name.split("·")[:-1]


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    initial = len(short) == 1 and long.startswith(short)
    return initial or long.endswith(short) or likeness_in_sound(one, other) >= ALIKE
