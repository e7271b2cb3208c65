"""Days of the moon's calendar and feasts: 农历八月十八, 正月十五, 大年初一, 除夕, 中秋节, 清明节, 国庆节."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from kg.extract.time.date_words import YEAR, number
from kg.extract.time.time_range import NOWHEN, Found, days
from kg.lexicon.moon import moon_day, moon_years

_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_DAY = "初[一二三四五六七八九十]|廿[一二三四五六七八九]?|二?十[一二三四五六七八九]?|三十"
_OF_YEAR = rf"(?:(?P<year>{YEAR}年|今年|去年|明年|前年)的?)?"
FEAST = re.compile(
    rf"(?:(?P<year>{YEAR}年|今年|去年|明年|前年)的?)?"
    rf"(?:(?:(?P<moon>农历)(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥][鼠牛虎兔龙蛇马羊猴鸡狗猪]?年)?)?"
    rf"(?P<leap>闰)?(?P<month>[正冬腊二三四五六七八九]|十[一二]?)月(?P<day>{_DAY})(?![一二三四五六七八九十日号])"
    rf"(?:[至到](?:正月)?(?P<last>{_DAY})(?![一二三四五六七八九十日号]))?"
    rf"|大?年(?P<first>初[一二三四五六七八九十])(?:[至到](?:大?年|正月)?(?P<until>{_DAY}))?(?![一二三四五六七八九十])"
    r"|(?P<feast>除夕|大?年三十|大年夜|春节|农历新年|(?:元宵|清明|端午|七夕|中元|中秋|重阳|腊八)(?:节|佳节|(?=当[天日晚]|之夜))"
    r"|冬至|夏至|元旦|国庆节|劳动节|妇女节|儿童节|建军节|教师节|圣诞节)(?:当[天日晚])?)"
)
_MAYBE = re.compile(
    "节|农历|除夕|年三十|大年|年初|冬至|夏至|元旦|月[初廿一二三四五六七八九十]|七夕|中秋|端午|重阳"
)
DayOf = Callable[[int], date | None]
_BY_MOON = {
    **dict.fromkeys(("除夕", "大年三十", "年三十", "大年夜"), (1, 0)),
    **dict.fromkeys(("春节", "农历新年"), (1, 1)),
    **{
        "元宵": (1, 15),
        "端午": (5, 5),
        "七夕": (7, 7),
        "中元": (7, 15),
        "中秋": (8, 15),
        "重阳": (9, 9),
        "腊八": (12, 8),
    },
}
_BY_SUN = {
    **{
        "元旦": (1, 1),
        "妇女节": (3, 8),
        "劳动节": (5, 1),
        "儿童节": (6, 1),
        "建军节": (8, 1),
        "教师节": (9, 10),
    },
    **{"国庆节": (10, 1), "圣诞节": (12, 25)},
}
# the season, not the day: 春节前夕, 中秋节假期, 除夕将至; and what is called after it: 元旦献词
_SEASON = re.compile(
    "前|后|期|假|小?长假|黄金周|将|临|来|到|即|佳节来|档|团拜|联欢|晚会|氛围|气氛|文化|习俗|民俗|传统|市场|消费|运输|返|快乐|献词|贺词|主题"
    "|系列|这个|是(?:中国|中华|我国|世界|全)|双节|、|和|与|大[餐礼]|线|点|扫墓"
)
_SEASONS = frozenset({"春节", "农历新年", "元旦", "国庆节"})  # mostly some days long: only on the day itself
_ON_THE_DAY = re.compile("当[天日晚]|这[一]?天|那[一]?天|零[时点]|上午|晚上|清晨|凌晨")
_IS = re.compile("(?:今天|明天|昨天|今日|今天又)[是，]?$|(?:[安共欢同]度|过)$")
_EVERY = re.compile("(?:每|每年|每年的|每逢|逢|每到|一到|历年|往年|历年的|每个|和|与|、)$")
_OPENS = re.compile("(?:^|[，。；：\n])[在于]?$")
_GOES_ON = re.compile("[，上下当早晚中凌清这那]")


def find_feasts(text: str, start: int, end: int, today: date | None) -> Iterator[Found]:
    """Days of the moon's calendar and feasts in `text[start:end]`; without a year the nearest to `today`.

    A feast is loose unless it opens a clause: who talks of 除夕 seldom tells what happened then.
    """
    if not _MAYBE.search(text, start, end):
        return
    for match in FEAST.finditer(text, start, end):
        if _EVERY.search(text, max(0, match.start() - 4), match.start()):
            continue
        of_year = _named(match)
        if of_year is None:
            continue
        if today is None:
            yield match.start(), match.end(), NOWHEN
            continue
        first = _nearest(of_year[0], match, today)
        last = first and of_year[1] and _nearest(of_year[1], match, first)
        time = days(first, last or first, is_loose=not _tells(match)) if first else None
        if time is not None:
            yield match.start(), match.end(), time


def _named(match: re.Match[str]) -> tuple[DayOf, DayOf | None] | None:
    """From a year to the day in it, and to the last where several are named; None where the season is meant."""
    if match["month"]:
        month = _MONTHS.get(match["month"]) or number(match["month"])
        first = _of(match["day"], month, bool(match["leap"]))
        return first, _of(match["last"], month) if match["last"] else None
    if match["first"]:
        return _of(match["first"], 1), _of(match["until"], 1) if match["until"] else None
    return None if _is_season(match) else (_feast(match["feast"]), None)


def _of(day: str, month: int, leap: bool = False) -> DayOf:
    number_ = 20 + number(day[1:] or "〇") if day[0] == "廿" else number(day.removeprefix("初"))
    return lambda year: moon_day(year, month, number_, leap)


def _feast(name: str) -> DayOf:
    if name in _BY_SUN:
        return lambda year: date(year, *_BY_SUN[name])
    if name in {"冬至", "夏至"}:
        return lambda year: _solstice(year, name)
    short = name.removesuffix("佳节").removesuffix("节") if name != "春节" else name
    if short == "清明":
        return lambda year: moon_years()[year].clear_and_bright if year in moon_years() else None
    return lambda year: moon_day(year, *_BY_MOON[short])


def _solstice(year: int, name: str) -> date | None:
    known = moon_years().get(year)
    return known and (known.winter_solstice if name == "冬至" else known.summer_solstice)


def _is_season(match: re.Match[str]) -> bool:
    text, end = match.string, match.end("feast")
    if match["feast"] in _SEASONS:
        before = max(0, match.start() - 4)
        on_it = match["year"] or _IS.search(text, before, match.start())
        return not (_ON_THE_DAY.match(text, end) or (on_it and not _SEASON.match(text, end)))
    return bool(_SEASON.match(text, end))


def _nearest(of_year: DayOf, match: re.Match[str], today: date) -> date | None:
    """The day in the year that is named; else the one nearest to `today`."""
    words = match["year"]
    if words:
        shift = {"今": 0, "去": -1, "明": 1, "前": -2}.get(words[0])
        return of_year(number(words[:-1]) if shift is None else today.year + shift)
    found = [day for day in map(of_year, range(today.year - 1, today.year + 2)) if day is not None]
    return min(found, key=lambda day: abs(day - today), default=None)


def _tells(match: re.Match[str]) -> bool:
    """Whether a day is one of which a sentence tells: an outright 农历 date, or a feast that opens a clause."""
    text = match.string
    if match["moon"]:
        return True
    opens = _OPENS.search(text, max(0, match.start() - 3), match.start())
    return bool(opens and _GOES_ON.match(text, match.end("feast") if match["feast"] else match.end()))
