"""What one date expression after the other means, seen from the day of the article and from what was said before."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.extract.time.date_hints import (
    is_ahead,
    is_any_day,
    is_deadline,
    is_former,
    is_held_against,
    is_linked,
    is_open,
    may_be_day,
)
from kg.extract.time.date_words import DATE, number
from kg.extract.time.near_days import near_day
from kg.extract.time.time_range import (
    NOWHEN,
    Precision,
    TimeRange,
    day_of,
    days,
    month_before,
    next_month,
    years,
)

_MINGUO = 1911
_FAR_AHEAD = 75  # days: a date without a year further ahead than this is last year's
_SOON = 10  # days: a bare day no further ahead than this lies ahead; who means last month says so
_SOON_MONTHS = 3  # the same of a bare month
_JUST = 2  # days: a bare day so shortly before the article is the article's, whatever was spoken of before
_SAME_TALE = (
    62  # days: how far off a day of another paragraph may lie and be of one chronicle with a bare day
)
_LONG_AGO = 15  # years: what lies so far back is a story, whose months without a year are of its own
_NOW = re.compile("[今昨]|日前|近日|本月|目前|现在|当前|至今|迄今|\n")
_LOOK_BACK = 400  # code points: how far before 当天 the day that it means may stand


class Reader:
    """Resolves one expression after the other; remembers the last one.

    Args:
        written: ISO date of the article, or "".
        anchor: ISO date spoken of last before the text that is read, or None.
        is_near: whether `anchor` stands in the same paragraph.
    """

    def __init__(self, written: str, anchor: str | None = None, is_near: bool = True) -> None:
        self.written = written
        self.today = day_of(written)
        self.anchor = anchor
        self.is_near = is_near
        self._own = 0  # where `anchor` ends, once it was read here
        self._last = ""  # the end of the time read last
        self._year_said: tuple[int, int] | None = None  # a year read last, and where it ends
        self._story = "", 0  # the date with a year that was told last, ISO, and where it ends

    def resolve(self, match: re.Match[str]) -> TimeRange | None:
        """The time that an expression names; None where it is no date after all."""
        try:
            resolved = self._resolve(match)
        except ValueError:  # 2月31日: printed, but no day
            return None
        if resolved is None or not resolved.start:
            return resolved
        if not resolved.is_loose and not is_former(match):
            self.anchor, self._own = resolved.start, match.end()
            self._last = resolved.end or resolved.start
        if (match["y"] or match["year"]) and resolved.end == resolved.start:
            self._story = resolved.start, match.end()
        if match["y"] or match["near_year"]:
            self._year_said = int(resolved.start[:4]), match.end()
        if is_open(match):
            return TimeRange(resolved.start, None, resolved.precision, is_loose=resolved.is_loose)
        return resolved

    def _resolve(self, match: re.Match[str]) -> TimeRange | None:
        if match["iso"]:
            year, month, day = (int(part) for part in re.split("[-./]", match["iso"]))
            return _one(date(year, month, day))
        if match["year"]:
            return self._full(match)
        if match["m"]:
            return self._month_day(match)
        if match["bare"]:
            return self._bare(match)
        if match["y"]:
            last = match["y2"] or match["y3"]
            return years(
                number(match["y"]), number(last) if last else None, is_loose=match["named"] is not None
            )
        return NOWHEN if match["vague"] else self._relative(match)

    def _full(self, match: re.Match[str]) -> TimeRange | None:
        year = self._year(match["year"], match)
        if year is None:
            return None
        month = number(match["month"])
        if not match["day"]:
            first = f"{year}-{month:02d}"
            return TimeRange(first, self._last_month(year, month, match) or first, "month")
        first_day = date(year, month, number(match["day"]))
        if not match["day2"]:
            return _one(first_day)
        year2 = number(match["year2"]) if match["year2"] else year
        month2 = number(match["month2"]) if match["month2"] else month
        return days(first_day, date(year2, month2, number(match["day2"])))

    def _last_month(self, year: int, month: int, match: re.Match[str]) -> str | None:
        if not match["month3"]:
            return None
        last, words = number(match["month3"]), match["year3"]
        return f"{self._later_year(words, year, match) if words else year + (last < month)}-{last:02d}"

    def _later_year(self, words: str, year: int, match: re.Match[str]) -> int:
        """The year at the far end of a span that begins in `year`: 次年, 今年, 2021年."""
        if words[0] in "次翌":
            return year + 1
        return self._year(words if words[0] in "今明" else words.removesuffix("年"), match) or year

    def _month_day(self, match: re.Match[str]) -> TimeRange | None:
        if self.today is None:
            return NOWHEN
        month = number(match["m"])
        first = self._nearest(month, number(match["d"]), match)
        if not match["d2"]:
            return _one(first)
        month2 = number(match["m2"]) if match["m2"] else month
        return days(first, date(first.year + (month2 < month), month2, number(match["d2"])))

    def _nearest(self, month: int, day: int, match: re.Match[str]) -> date:
        """The year that a month and day without one belong to: this year, or the last or next one at its ends."""
        assert self.today is not None
        told = self._year_of_story(month, match)
        if told:
            return date(told, month, day)
        year = self.today.year
        here = date(year, month, day)
        if (here - self.today).days > _FAR_AHEAD and not (is_ahead(match) and month - self.today.month < 9):
            return date(year - 1, month, day)
        if (self.today - here).days > 300 and (is_ahead(match) or match.string.startswith("起", match.end())):
            return date(year + 1, month, day)
        return here

    def _year_of_story(self, month: int, match: re.Match[str]) -> int | None:
        """The past year told before in the sentence, or, long ago, in the paragraph (1930年6月任军长，8月牺牲)."""
        assert self.today is not None
        said, end = self._story
        between = match.string[end : match.start()] if said else ""
        if not said and self.is_near and self.anchor and not self._own:
            said = self.anchor
        long_ago = len(said) > 4 and self.today.year - int(said[:4]) >= _LONG_AGO
        if not said or int(said[:4]) >= self.today.year or _NOW.search(between) or is_ahead(match):
            return None
        if not long_ago and (between == "" or "。" in between):
            return None
        year = int(said[:4]) + (len(said) > 4 and month < int(said[5:7]))
        self._story = f"{year}-{month:02d}", match.end()
        return year

    def _bare(self, match: re.Match[str]) -> TimeRange | None:
        day = number(match["bare"])
        if not 1 <= day <= 31 or not may_be_day(match["bare"], match):
            return None
        if self.today is None:
            return NOWHEN
        first = self._bare_day(day, self.today, match)
        last = first
        if match["bare2"]:
            day2 = number(match["bare2"])
            last = first.replace(day=day2) if day2 >= day else next_month(first).replace(day=day2)
        return days(first, last)

    def _bare_day(self, day: int, today: date, match: re.Match[str]) -> date:
        spoken = self._tale(day, today, match)
        if spoken is not None:
            return spoken.replace(day=day)
        ahead = is_ahead(match)
        if day <= today.day:
            return (next_month(today) if ahead and today.day - day > 15 else today).replace(day=day)
        if ahead or day - today.day <= _SOON:
            return today.replace(day=day)
        return month_before(today).replace(day=day)  # ValueError where that month has no such day

    def _tale(self, day: int, today: date, match: re.Match[str]) -> date | None:
        """A day in the month that is being spoken of, where that is not the article's and a bare `day` goes on with it.

        A day mentioned in passing, or in another paragraph, does not draw yesterday's news into its month.
        """
        spoken = day_of(self.anchor or "")
        if spoken is None or day < spoken.day or (spoken.year, spoken.month) == (today.year, today.month):
            return None
        if self._own and "。" not in match.string[self._own : match.start()]:
            return spoken
        if 0 <= today.day - day <= _JUST:
            return None
        is_close = abs((spoken - today).days) <= _SAME_TALE
        return spoken if is_close or (self.is_near and spoken < today) else None

    def _year(self, words: str, match: re.Match[str]) -> int | None:
        if words.startswith("民国"):
            return _MINGUO + number(words[2:])
        if words[0].isdigit() or words[0] in "一二":
            return number(words)
        shift = {"去": -1, "上": -1, "前": -2, "明": 1, "来": 1, "后": 2, "今": 0, "本": 0}.get(words[0])
        if shift is not None:
            return self.today.year + shift if self.today else None
        spoken = self._year_spoken_of(words, match)
        return int(spoken[:4]) + (words[0] in "翌次") if spoken else None

    def _year_spoken_of(self, words: str, match: re.Match[str]) -> str | None:
        """What 同年, 次年 and 当年 go back to; 当年 only within its sentence, for else it means long ago."""
        if self._own or words[0] == "当":
            return self.anchor if self._own else None
        return spoken_before(match.string, match.start(), self.written, "year") or self.anchor

    def _relative(self, match: re.Match[str]) -> TimeRange | None:
        if match["minguo"]:
            return years(_MINGUO + number(match["minguo"]))
        if match["then"]:
            cut: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
            if not self.anchor or self.anchor == self.written:  # 当时: never the day of the article
                return None
            return TimeRange(self.anchor, self.anchor, cut[len(self.anchor)])
        if match["same"] or match["next_day"]:
            day = self._that_day(match)
            return _one(day + timedelta(bool(match["next_day"]))) if day else NOWHEN
        if self.today is None:
            return NOWHEN
        if match["near_month"]:
            return self._near_month(match)
        if words := match["months"] or match["near_year"]:
            year = self._year(words, match)
            return None if year is None else years(year)
        if match["month_from"]:
            return self._months(number(match["month_from"]), number(match["month_to"]), match)
        if match["lone_month"]:
            cut_ = self._month(number(match["lone_month"].removesuffix("月")), self.today, match)
            return TimeRange(cut_, cut_, "month")
        return near_day(match, self.today)

    def _that_day(self, match: re.Match[str]) -> date | None:
        """The day that 当天 or 次日 goes back to: the last one spoken of, close before it."""
        text, at = match.string, match.start()
        if self._own:
            return day_of(self.anchor or "")
        if is_any_day(match):
            return None
        if match["next_day"]:
            return day_of(spoken_before(text, at, self.written, "day", text.rfind("\n", 0, at) + 1) or "")
        before = spoken_before(text, at, self.written, "day")
        if self.anchor and spoken_before(text, at, self.written, "day", named=True) != before:
            return day_of(self.anchor)  # 昨天 stands between, maybe in somebody's words
        return day_of(before or self.anchor or "")

    def _months(self, first: int, last: int, match: re.Match[str]) -> TimeRange | None:
        """1—8月份, 10月到2012年3月: this year's, or last year's where it would lie ahead."""
        assert self.today is not None
        words = match["to_year"] or ""
        if words.startswith(("次", "翌")):
            return NOWHEN  # 9月至次年5月, of no stated year: every winter
        if words:
            until = self._later_year(words, self.today.year, match)
            begin = until - (last < first)
        else:
            begin = int(self._month(max(first, last), self.today, match)[:4])
            until = begin + (last < first)
        return TimeRange(f"{begin}-{first:02d}", f"{until}-{last:02d}", "month")

    def _month(self, month: int, today: date, match: re.Match[str]) -> str:
        if self._year_said is not None and is_linked(match, self._year_said[1]):
            return f"{self._year_said[0]}-{month:02d}"
        told = self._year_of_story(month, match)
        if told:
            return f"{told}-{month:02d}"
        past_year = month - today.month > _SOON_MONTHS and not (is_ahead(match) or is_deadline(match))
        return f"{today.year - past_year}-{month:02d}"

    def _near_month(self, match: re.Match[str]) -> TimeRange | None:
        words, base = match["near_month"], self.today
        if is_held_against(match):
            base = self._month_spoken_of(match)
        elif words[0] in "当同次":
            base = _first_of(self.anchor)
        if base is None:
            return NOWHEN
        if words[0] == "上":
            base = month_before(base)
        elif words[0] in "下次":
            base = next_month(base)
        if match["nd"]:
            first = base.replace(day=number(match["nd"]))
            return days(first, base.replace(day=number(match["nd2"])) if match["nd2"] else first)
        cut = base.isoformat()[:7]
        return TimeRange(cut, cut, "month")

    def _month_spoken_of(self, match: re.Match[str]) -> date | None:
        """The month that figures are of, which 比上月 is said of: 8月，失业率比上月下降."""
        own = self._last if self._own else None
        return _first_of(own or spoken_before(match.string, match.start(), self.written, "month"))


def spoken_before(
    text: str, at: int, written: str, wanted: Precision, begin: int = 0, named: bool = False
) -> str | None:
    """The last day, month, or time of any precision ("year"), spoken of behind `begin` and shortly before `at`.

    ISO, or None. Only what has gone by: 当天 does not go back to a day that was announced; and only days by their
    number where `named`, not 今天.
    """
    reader = Reader(written)
    last = None
    for match in DATE.finditer(text, max(begin, at - _LOOK_BACK), at):
        if match["same"] or match["next_day"] or match["then"] or is_former(match):
            continue
        if named and (match["today"] or match["yesterday"] or match["before"] or match["tomorrow"]):
            continue
        time = reader.resolve(match)
        if time is None or not time.start or time.is_loose or time.start > written:
            continue
        if wanted in (time.precision, "year"):
            last = time.end if wanted == "month" else time.start
    return last


def _one(day: date) -> TimeRange | None:
    return days(day, day)


def _first_of(iso: str | None) -> date | None:
    """The first day of the month of an ISO date."""
    return day_of(f"{iso[:7]}-01") if iso and len(iso) >= 7 else None
