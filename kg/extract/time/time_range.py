"""What a date expression means: a stretch of the calendar, cut to what is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "month", "year", ""]


@dataclass(frozen=True, slots=True)
class TimeRange:
    """A day, a month, a year or a span of them: ISO dates cut to what is known.

    `start` and `end` are None where the words name no calendar date (日前) or the span is open; `precision` is that of
    `start`. `is_loose`: a stretch that plans and figures are given for (下周, 一季度), a feast spoken of, a year in a name:
    known, but seldom when that happened which the sentence tells.
    """

    start: str | None
    end: str | None
    precision: Precision
    words: str = ""  # as printed, where they name no calendar date
    is_loose: bool = False


Found = tuple[int, int, TimeRange]
NOWHEN = TimeRange(None, None, "")


def days(first: date, last: date, is_loose: bool = False) -> TimeRange | None:
    """From one day to another; None where they stand in the wrong order."""
    if last < first:
        return None
    return TimeRange(first.isoformat(), last.isoformat(), "day", is_loose=is_loose)


def months(year: int, first: int, last: int, is_loose: bool = False) -> TimeRange:
    """From one month of a year to another."""
    return TimeRange(f"{year}-{first:02d}", f"{year}-{last:02d}", "month", is_loose=is_loose)


def years(first: int, last: int | None = None, is_loose: bool = False) -> TimeRange:
    """From one year to another."""
    return TimeRange(str(first), str(last or first), "year", is_loose=is_loose)


def day_of(iso: str) -> date | None:
    """The day of an ISO date; None for a month or year, and near the ends of the calendar, where days have no neighbours."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    return day if 1 < day.year < 9999 else None


def month_before(day: date) -> date:
    """The last day of the month before."""
    return day.replace(day=1) - timedelta(1)


def next_month(day: date) -> date:
    """The first day of the month after."""
    return (day.replace(day=28) + timedelta(4)).replace(day=1)
