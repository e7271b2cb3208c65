"""The moon's calendar (农历), 1900 to 2100: which day of ours a day of its months is.

Source: kg/lexicon/SOURCES.md, "moon".
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from kg.lexicon.tables import rows_of


class MoonYear(NamedTuple):
    """A year of the moon's calendar, and three days of the sun's in the year of the same number.

    `leap` is the month that comes twice (0: none); `lengths` are the days of each month in order, thirteen where one does.
    """

    first: date
    leap: int
    lengths: tuple[int, ...]
    clear_and_bright: date  # 清明
    summer_solstice: date  # 夏至
    winter_solstice: date  # 冬至


@cache
def moon_years() -> dict[int, MoonYear]:
    """Every year known, by the number of the solar year in which it begins."""
    return {
        int(year): MoonYear(
            date.fromisoformat(first),
            int(leap),
            tuple(30 if length == "L" else 29 for length in lengths),
            date(int(year), 4, int(april)),
            date(int(year), 6, int(june)),
            date(int(year), 12, int(december)),
        )
        for year, first, leap, lengths, april, june, december in rows_of("moon.tsv")
    }


def moon_day(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The day of our calendar; None where the moon's has no such day, or the year is not known.

    Day 0 is the last of the month before: the eve of the new year is day 0 of month 1.
    """
    known = moon_years().get(year)
    if known is None or not 1 <= month <= 12 or (leap and month != known.leap):
        return None
    index = month - 1 + (leap or 0 < known.leap < month)
    if not 0 <= day <= known.lengths[index]:
        return None
    return known.first + timedelta(sum(known.lengths[:index]) + day - 1)
