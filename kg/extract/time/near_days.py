"""Days named by how near they are: 今天, 昨晚, 后天, 上周三, 周一至周五, 周三（20日）."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.extract.time.date_hints import bracketed_day, is_ahead, is_in_title, is_nowadays
from kg.extract.time.date_words import WEEKDAYS
from kg.extract.time.time_range import TimeRange, days

_NIGHT = (timedelta(0), timedelta(1), timedelta(-1))  # how far the day of telling may lie from the article's
_SHIFTS = (("today", 0), ("yesterday", -1), ("before", -2), ("tomorrow", 1))
_FURTHER = {"大前": -1, "大后": 2, "后天": 1}
_WEEKS = {"上": -7, "上上": -14, "下": 7}


def near_day(match: re.Match[str], today: date) -> TimeRange | None:
    """The day, or days, that such words name as seen from `today`; None where they name none."""
    if match["weekday"]:
        return _weekday(match, today)
    for name, shift in _SHIFTS:
        if words := match[name]:
            return None if is_nowadays(match) else _around(words, shift, match, today)
    return None


def _around(words: str, shift: int, match: re.Match[str], today: date) -> TimeRange | None:
    day = today + timedelta(shift + _FURTHER.get(words[:2], 0))
    said = bracketed_day(match)
    if said is not None:  # 今日（1日）, dated the evening before
        day = next((near for near in map(day.__add__, _NIGHT) if near.day == said), day)
    return days(day, day)


def _weekday(match: re.Match[str], today: date) -> TimeRange | None:
    if is_in_title(match):
        return None
    weekday = WEEKDAYS[match["weekday"]]
    if match["wd"]:
        return _weekday_with_day(int(match["wd"]), weekday, today)
    week, ahead = match["week"] or "", is_ahead(match)
    if match["to_weekday"] and not week and not ahead:
        return None  # 周一至周五: every week
    day = today - timedelta(today.weekday()) + timedelta(weekday + _WEEKS.get(week, 0))
    if not week and day > today and not ahead:
        day -= timedelta(7)
    elif not week and day < today and ahead:
        day += timedelta(7)
    last = WEEKDAYS[match["to_weekday"]] if match["to_weekday"] else weekday
    return days(day, day + timedelta(last - weekday))


def _weekday_with_day(number: int, weekday: int, today: date) -> TimeRange | None:
    """周三（20日）: the nearest day that is both."""
    for shift in sorted(range(-24, 25), key=abs):
        day = today + timedelta(shift)
        if day.day == number and day.weekday() == weekday:
            return days(day, day)
    return None
