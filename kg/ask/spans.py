"""Days, as far as answers need them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence


def number(date: str) -> int:
    """Days since the year 1 of an ISO date, 0 where there is none."""
    return dt.date.fromisoformat(date[:10]).toordinal() if date else 0


def iso(day: int) -> str:
    """The ISO date of a day number."""
    return dt.date.fromordinal(max(day, 1)).isoformat()


def within(days: Sequence[int], first: int, last: int) -> int:
    """How many of the sorted days lie in [first, last]."""
    return bisect_right(days, last) - bisect_left(days, first)


def distance(days: Sequence[int], day: int) -> int:
    """Days from `day` to the nearest of the sorted days; a large number where there is none."""
    place = bisect_left(days, day)
    return min((abs(d - day) for d in days[max(place - 1, 0) : place + 1]), default=10**6)
