"""Dates in running text, resolved against the article's date with known precision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kg.extract.date_words import DATE, WEEKDAYS, number

Precision = Literal["day", "month", "year", ""]
_FUTURE = re.compile("[将拟]|定于|计划|预定|预计|即将|明天|定在|择日")
_OPEN = re.compile("(?:[日号月年])?(?:起|以来|开始|至今|至记者发稿|至发稿)")
_MAYBE = re.compile(
    "[\\d十]日|[\\d十]号|年|月|今[天日早晨晚午夜（(]|昨|明[天日晚早晨]|[前后]天|周[一二三四五六日末]|星期|礼拜|日前|近[日期]|不久|当[天日晚时]|同[日一]|最近|早[前些]|稍早|连日|前[日晚些]|农历|[一二三]日"
)
_MINGUO = 1911
_AND = ("和", "、", "及", "与")  # between two days that are one span
_FAR_AHEAD = 75  # days: a date without a year further ahead than this is last year's


@dataclass(frozen=True, slots=True)
class TimeRange:
    """A day, a month, a year or a span of them: ISO dates cut to what is known.

    `start` and `end` are None where the words name no calendar date (日前) or the span is open; `precision` is that of `start`.
    """

    start: str | None
    end: str | None
    precision: Precision
    words: str = ""  # as printed, where they name no calendar date


Found = tuple[int, int, TimeRange]
NOWHEN = TimeRange(None, None, "")


def find_dates(text: str, start: int, end: int, written: str, anchor: str | None = None) -> list[Found]:
    """The date expressions of `text[start:end]` as (start, end, range), in order.

    Args:
        text: the cleaned text; offsets count in it.
        start: where to begin.
        end: where to stop.
        written: ISO date of the article, or "" (then only dates that name their year are resolved).
        anchor: ISO date last spoken of, for 同日 and for bare days of another month.
    """
    if not _MAYBE.search(text, start, end):
        return []
    reader = _Reader(written, anchor)
    found: list[Found] = []
    for match in DATE.finditer(text, start, end):
        resolved = reader.resolve(match)
        if resolved is not None:
            if resolved.start is None:
                resolved = TimeRange(None, None, "", match.group())
            begin = match.start()
            if found and text[found[-1][1] : begin] in _AND and _is_eve(found[-1][2], resolved):
                begin, _, first = found.pop()  # 6日和7日
                resolved = TimeRange(first.start, resolved.end, "day")
            found.append((begin, match.end(), resolved))
    return found


def _is_eve(first: TimeRange, second: TimeRange) -> bool:
    """Whether one day, or span of days, ends right before another begins."""
    if first.precision != "day" or second.precision != "day" or not first.end or not second.start:
        return False
    return (date.fromisoformat(second.start) - date.fromisoformat(first.end)).days == 1


class _Reader:
    """Resolves one expression after the other; remembers the last one."""

    def __init__(self, written: str, anchor: str | None) -> None:
        self.today = _parse(written)
        self.anchor = anchor

    def resolve(self, match: re.Match[str]) -> TimeRange | None:
        try:
            resolved = self._resolve(match)
        except ValueError:  # 2月31日: printed, but no day
            return None
        if resolved is not None and resolved.start:
            self.anchor = resolved.start
        if resolved is not None and resolved.start and _OPEN.match(match.string, match.end() - 1):
            return TimeRange(resolved.start, None, resolved.precision)
        return resolved

    def _resolve(self, match: re.Match[str]) -> TimeRange | None:
        group = match.groupdict()
        if group["year"]:
            return self._full(group, match)
        if group["m"]:
            return self._month_day(group, match)
        if group["bare"]:
            return self._bare(group, match)
        if group["y"]:
            last = str(number(group["y2"])) if group["y2"] else None
            return _years(number(group["y"]), last)
        if group["vague"] or group["lunar"]:
            return NOWHEN
        return self._relative(group, match)

    def _full(self, group: dict[str, str | None], match: re.Match[str]) -> TimeRange | None:
        year = self._year(group["year"] or "")
        if year is None:
            return None
        month = number(group["month"] or "")
        if not group["day"]:
            last = (
                f"{number(group['year3']) if group['year3'] else year}-{number(group['month3']):02d}"
                if group["month3"]
                else None
            )
            first = f"{year}-{month:02d}"
            return TimeRange(first, last or first, "month")
        first_day = date(year, month, number(group["day"]))
        if not group["day2"]:
            return _days(first_day, first_day)
        year2 = number(group["year2"]) if group["year2"] else year
        month2 = number(group["month2"]) if group["month2"] else month
        return _days(first_day, date(year2, month2, number(group["day2"])))

    def _month_day(self, group: dict[str, str | None], match: re.Match[str]) -> TimeRange | None:
        if self.today is None:
            return NOWHEN
        month = number(group["m"] or "")
        first = self._nearest(month, number(group["d"] or ""), match)
        if not group["d2"]:
            return _days(first, first)
        month2 = number(group["m2"]) if group["m2"] else month
        return _days(first, date(first.year + (month2 < month), month2, number(group["d2"])))

    def _nearest(self, month: int, day: int, match: re.Match[str]) -> date:
        """The year that a month and day without one belong to: this year, or the last or next one at its ends."""
        assert self.today is not None
        year = self.today.year
        here = date(year, month, day)
        if (here - self.today).days > _FAR_AHEAD and not (_ahead(match) and month - self.today.month < 9):
            return date(year - 1, month, day)
        if (self.today - here).days > 300 and (_ahead(match) or match.string.startswith("起", match.end())):
            return date(year + 1, month, day)
        return here

    def _bare(self, group: dict[str, str | None], match: re.Match[str]) -> TimeRange | None:
        day = number(group["bare"] or "")
        if not 1 <= day <= 31:
            return None
        if self.today is None:
            return NOWHEN
        first = self._bare_day(day, match)
        last = first
        if group["bare2"]:
            day2 = number(group["bare2"])
            last = first.replace(day=day2) if day2 >= day else _next_month(first).replace(day=day2)
        return _days(first, last)

    def _bare_day(self, day: int, match: re.Match[str]) -> date:
        assert self.today is not None
        spoken = _parse(self.anchor or "")
        if spoken and (spoken.year, spoken.month) < (self.today.year, self.today.month) and day >= spoken.day:
            return spoken.replace(day=day)
        if day <= self.today.day:
            return self.today.replace(day=day)
        if _ahead(match) or (day == self.today.day + 1 and match["bare2"]):
            return self.today.replace(day=day)
        return _month_before(self.today).replace(day=day)  # ValueError where that month has no such day

    def _year(self, words: str) -> int | None:
        if words.startswith("民国"):
            return _MINGUO + number(words[2:])
        if words[0].isdigit() or words[0] in "一二":
            return number(words)
        shift = {"去": -1, "上": -1, "前": -2, "明": 1, "来": 1, "后": 2, "今": 0, "本": 0}.get(words[0])
        if shift is not None:
            return self.today.year + shift if self.today else None
        base = _parse(self.anchor or "")
        return None if base is None else base.year + (words[0] in "翌次")

    def _relative(self, group: dict[str, str | None], match: re.Match[str]) -> TimeRange | None:
        if group["minguo"]:
            return _years(_MINGUO + number(group["minguo"]))
        if group["then"]:
            cut: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
            return TimeRange(self.anchor, self.anchor, cut[len(self.anchor)]) if self.anchor else None
        if group["same"]:
            day = _parse(self.anchor or "")
            return _days(day, day) if day else NOWHEN
        if self.today is None:
            return NOWHEN
        if group["today"]:
            return _days(self.today, self.today)
        for name, shift in (("yesterday", -1), ("before", -2), ("tomorrow", 1)):
            if words := group[name]:
                day = self.today + timedelta(shift + {"大": -1, "后": 1}.get(words[0], 0))
                return _days(day, day)
        return self._coarse(group, match)

    def _coarse(self, group: dict[str, str | None], match: re.Match[str]) -> TimeRange | None:
        if group["weekday"]:
            return self._weekday(group, match)
        if group["near_month"]:
            return self._near_month(group)
        words = group["months"] or group["near_year"]
        if words:
            year = self._year(words)
            return None if year is None else _years(year)
        if group["month_from"]:
            first = self._month(number(group["month_from"] or ""), match)
            last = self._month(number(group["month_to"] or ""), match)
            return TimeRange(first, last, "month") if first <= last else None
        cut = self._month(number(group["lone_month"] or ""), match)
        return TimeRange(cut, cut, "month")

    def _month(self, month: int, match: re.Match[str]) -> str:
        assert self.today is not None
        soon = month == self.today.month + 1 and self.today.day > 20
        past_year = month > self.today.month and not (soon or _ahead(match))
        return f"{self.today.year - past_year}-{month:02d}"

    def _near_month(self, group: dict[str, str | None]) -> TimeRange | None:
        base = self.today
        words = group["near_month"] or ""
        if words[0] in "当同次":
            base = _parse(self.anchor or "")
        if base is None:
            return NOWHEN
        if words[0] == "上":
            base = _month_before(base)
        elif words[0] in "下次":
            base = _next_month(base)
        if group["nd"]:
            first = base.replace(day=number(group["nd"]))
            return _days(first, base.replace(day=number(group["nd2"])) if group["nd2"] else first)
        cut = base.isoformat()[:7]
        return TimeRange(cut, cut, "month")

    def _weekday(self, group: dict[str, str | None], match: re.Match[str]) -> TimeRange | None:
        assert self.today is not None
        if group["wd"]:
            return self._weekday_with_day(int(group["wd"]), WEEKDAYS[group["weekday"] or ""])
        monday = self.today - timedelta(self.today.weekday())
        day = monday + timedelta(WEEKDAYS[group["weekday"] or ""])
        week = group["week"]
        if week == "上":
            day -= timedelta(7)
        elif week == "上上":
            day -= timedelta(14)
        elif week == "下":
            day += timedelta(7)
        elif week is None and day > self.today and not _ahead(match):
            day -= timedelta(7)
        elif week is None and day < self.today and _ahead(match):
            day += timedelta(7)
        return _days(day, day)

    def _weekday_with_day(self, number_: int, weekday: int) -> TimeRange | None:
        """周三（20日）: the nearest day that is both."""
        assert self.today is not None
        for shift in sorted(range(-24, 25), key=abs):
            day = self.today + timedelta(shift)
            if day.day == number_ and day.weekday() == weekday:
                return _days(day, day)
        return None


def _ahead(match: re.Match[str]) -> bool:
    """Whether the words around a date speak of what is to come."""
    text, start, end = match.string, match.start(), match.end()
    return bool(_FUTURE.search(text, max(0, start - 8), min(len(text), end + 4)))


def _parse(iso: str) -> date | None:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    return day if 1 < day.year < 9999 else None  # days near the ends of the calendar have no neighbours


def _days(first: date, last: date) -> TimeRange | None:
    if last < first:
        return None
    return TimeRange(first.isoformat(), last.isoformat(), "day")


def _years(first: int, last: str | None = None) -> TimeRange:
    return TimeRange(str(first), last or str(first), "year")


def _month_before(day: date) -> date:
    return day.replace(day=1) - timedelta(1)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(4)).replace(day=1)
