"""Stretches of the calendar that figures and plans are given for: quarters, halves, weeks, weekends, a year's end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kg.extract.time.date_words import YEAR, number
from kg.extract.time.time_range import Found, TimeRange, days, months, years

_OF_YEAR = rf"(?:(?P<year>{YEAR}年|今年|去年|明年|前年|本年|上年)[，的]?)?"
PERIOD = re.compile(
    rf"{_OF_YEAR}(?:第?(?P<quarter>[一二三四1-4])季度|前(?P<quarters>[二两三23])个?季度|(?P<half>[上下])半年(?!报)"
    r"|前(?P<months>1[0-2]|[2-9]|[二两三四五六七八九十]|十[一二])(?:个月|月(?![初中下底末日\d])))"
    r"|(?P<week>上上|上|本|这|下)一?个?(?:周|星期|礼拜)(?:(?P<weekend>末)|(?![一二三四五六日天\d年期边围转游刊身岁报长密]))"
    r"|(?<![每年\d今去前明历逐半周跨])年(?P<end>[底末初])(?![一二三四五六七八九十])"
    r"|今明(?P<two>两[天日]|[天日])"
)
_MAYBE = re.compile("季度|半年|周|星期|礼拜|年[底末初]|前..?个?月|今明")
_STARTS = re.compile(r"(?:^|[，。；：、\n“（]|显示|表明|截至)$")
_WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1}
_SHIFTS = {"去": -1, "上": -1, "前": -2, "明": 1, "今": 0, "本": 0}


def find_periods(text: str, start: int, end: int, today: date) -> Iterator[Found]:
    """The stretches named in `text[start:end]`, as seen from `today`. Those of no stated year are loose."""
    if not _MAYBE.search(text, start, end):
        return
    for match in PERIOD.finditer(text, start, end):
        time = _week(match, today) or _part_of_year(match, today)
        if time is not None:
            yield match.start(), match.end(), time


def _week(match: re.Match[str], today: date) -> TimeRange | None:
    """From Monday to Sunday; a weekend; today and tomorrow."""
    if match["two"]:
        return days(today, today + timedelta(1), is_loose=True)
    if not match["week"]:
        return None
    over = match["week"] == "这" and match.string.endswith("过去的", 0, match.start())  # 刚刚过去的这个周末
    monday = today - timedelta(today.weekday()) + timedelta(7 * (_WEEKS[match["week"]] - over))
    return days(monday + timedelta(5 if match["weekend"] else 0), monday + timedelta(6), is_loose=True)


def _part_of_year(match: re.Match[str], today: date) -> TimeRange | None:
    if not match["year"] and not _stands_alone(match):
        return None
    year, loose = _year(match["year"], today), not match["year"]
    if match["end"]:
        return years(today.year, is_loose=True)
    if match["half"]:
        return months(year, *((1, 6) if match["half"] == "上" else (7, 12)), is_loose=loose)
    if match["quarter"]:
        quarter = number(match["quarter"])
        year -= loose and 3 * quarter - today.month > 8  # 四季度, said in March: that of last year
        return months(year, 3 * quarter - 2, 3 * quarter, is_loose=loose)
    last = 3 * _count(match["quarters"]) if match["quarters"] else _count(match["months"])
    year -= loose and last - today.month > 6
    return months(year, 1, last, is_loose=loose) if last <= 12 else None


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether a part of no stated year is this year's: 近三季度 and 每个季度 are lengths, 以前8个月 is none."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    if match["quarters"] or (match["months"] and "个" in match.group()):
        return bool(_STARTS.search(before))
    return before[-1:] not in _LENGTHS


_LENGTHS = frozenset("近续每达后过此以之目一二两三四五六七八九十几数0123456789") - {""}


def _year(words: str | None, today: date) -> int:
    if not words:
        return today.year
    return number(words[:-1]) if words[0] not in _SHIFTS else today.year + _SHIFTS[words[0]]


def _count(words: str) -> int:
    return 2 if words == "两" else number(words)
