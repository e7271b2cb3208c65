"""Dates in running text, resolved against the article's date with known precision."""

from __future__ import annotations

import re
from datetime import date

from kg.extract.time.date_reader import Reader
from kg.extract.time.date_words import DATE
from kg.extract.time.feasts import find_feasts
from kg.extract.time.periods import find_periods
from kg.extract.time.time_range import NOWHEN, Found, Precision, TimeRange, day_of

__all__ = ["NOWHEN", "Found", "Precision", "TimeRange", "find_dates", "may_be_told"]

# Each branch begins with one character and no class: Python then skips to the places where any of them can begin.
_MAYBE = re.compile(
    "日(?<=[\\d十一二三]日)|号(?<=[\\d十]号)|年|月|今[天日早晨晚午夜（(]|昨|明[天日晚早晨]|前天|后天|周[一二三四五六日天]|星期|礼拜|日前|近[日期]|不久|当[天日晚时]|同[日一]"
    "|最近|早[前些]|稍早|连日|前[日晚些]|农历|次日|翌日|-(?<=\\d-)\\d|\\.(?<=\\d.)\\d|/(?<=\\d/)\\d|季度|上个?周|下个?周|本个?周|这个?周|今明|除夕|中秋|端午"
    "|七夕|夏夕|重阳|元宵|清明|国庆节|冬至|夏至|元旦|动节|女节|童节|军节|师节|诞节|春节"
)
_AND = ("和", "、", "及", "与")  # between two days that are one span
_UNTIL = ("起至", "起到", "至", "到", "开始至", "—", "-", "一直到", "起，至")  # between the ends of a span


def find_dates(
    text: str, start: int, end: int, written: str, anchor: str | None = None, is_near: bool = True
) -> list[Found]:
    """The date expressions of `text[start:end]` as (start, end, range), in order.

    Args:
        text: the cleaned text; offsets count in it.
        start: where to begin.
        end: where to stop.
        written: ISO date of the article, or "" (then only dates that name their year are resolved).
        anchor: ISO date last spoken of, for 同日 and for bare days of another month.
        is_near: whether that was in the same paragraph.
    """
    if not _MAYBE.search(text, start, end):
        return []
    found = _days(text, start, end, Reader(written, anchor, is_near))
    today = day_of(written)
    more = [*find_periods(text, start, end, today)] if today else []
    more += find_feasts(text, start, end, today)
    return _joined(text, _longest(found + more) if more else found)


def may_be_told(found: list[Found]) -> list[Found]:
    """Those that can be when something happened which a sentence tells."""
    return [each for each in found if not each[2].is_loose]


def _days(text: str, start: int, end: int, reader: Reader) -> list[Found]:
    found = []
    for match in DATE.finditer(text, start, end):
        time = reader.resolve(match)
        if time is not None:
            if time.start is None:
                time = TimeRange(None, None, "", match.group())
            found.append((match.start(), match.end(), time))
    return found


def _longest(found: list[Found]) -> list[Found]:
    """Without those that overlap a longer one: 今年一季度, not 今年."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
        if not any(each[0] < k[1] and k[0] < each[1] for k in kept):
            kept.append(each)
    return sorted(kept, key=lambda f: f[:2])


def _joined(text: str, found: list[Found]) -> list[Found]:
    """With two days in a row, and the two ends of a span, as one (6日和7日, 今天起至30日)."""
    joined: list[Found] = []
    for start, end, time in found:
        last = joined[-1] if joined else None
        if last is not None and (whole := _whole(text[last[1] : start], last[2], time)):
            joined[-1] = (last[0], end, whole)
        else:
            joined.append((start, end, time))
    return joined


def _whole(between: str, first: TimeRange, second: TimeRange) -> TimeRange | None:
    """One time out of two: the second follows on the first, or ends it."""
    if not first.start or not second.start or not second.end or first.precision != second.precision:
        return None
    until = between in _UNTIL and first.start < second.start and len(between) > 0
    if not until and not (between in _AND and _is_eve(first, second)):
        return None
    return TimeRange(first.start, second.end, first.precision, is_loose=first.is_loose or second.is_loose)


def _is_eve(first: TimeRange, second: TimeRange) -> bool:
    """Whether one day, or span of days, ends right before another begins; weeks stand for themselves."""
    if first.is_loose or second.is_loose or first.precision != "day" or not first.end or not second.start:
        return False
    return (date.fromisoformat(second.start) - date.fromisoformat(first.end)).days == 1
