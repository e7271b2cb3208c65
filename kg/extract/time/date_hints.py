"""What the words around a date say of it: that it lies ahead, that it is a habit, that it is no date at all."""

from __future__ import annotations

import re

_FUTURE = re.compile("[将拟]|定于|计划|预定|预计|即将|明天|定在|择日|有望|力争|届时|推迟|延期")
_OPEN = re.compile("(?:[日号月年])?(?:起|以来|开始|至今|至记者发稿|至发稿)")
_TITLE = re.compile("《[^》“”\n]{0,12}$")
_LONGEST_TITLE = 24  # code points behind the date: 《星期日泰晤士报》
# 今日之上海, 今天的中国, 今日俄罗斯, 《今日说法》: these days, or a name
_NOWADAYS = re.compile(
    "之(?![前后间内际])|的(?:中国|世界|历史|我|辉煌|成就|幸福|非洲|亚洲|欧洲|香港|澳门|西藏|新疆)"
    "|(?:中国|说法|头条|之星|俄罗斯)》?"
)
_BRACKETED = re.compile("([0-3]?\\d)[日号]?[）)]")
_COMPARED = re.compile("[比较与同]$")
_FREE = re.compile("[，。；：、！？\n“（在于从自至到是将今月的了定]")
_LINK = re.compile("[^，。；：、比同期年\\d]{0,4}")
# 在当天早上八点到岗, 当天往返
_HABIT = re.compile("每[天日年次个到逢]|一旦|通常|往往|平时|常常")
_HABIT_BEFORE = re.compile("(?:[需须要可能]|可以|必须|每)(?:在)?$")
_HABIT_AFTER = re.compile("即可|就能|就可|往返|来回|达$|送达")
_DAY_OF = re.compile(
    "(?:开幕|闭幕|节日|节|婚礼|生日|考试|开学|报到|投票|选举|大选|首映|上映|上市|开业|首发|发布|手术|出院|登陆|发射)式?$"
)


def is_ahead(match: re.Match[str]) -> bool:
    """Whether the words around a date speak of what is to come."""
    text, start, end = match.string, match.start(), match.end()
    return bool(_FUTURE.search(text, max(0, start - 8), min(len(text), end + 4)))


def is_deadline(match: re.Match[str]) -> bool:
    """Whether something is to be done before a date (9月底前报送)."""
    return match.string.startswith(("前", "之前", "以前"), match.end())


def is_open(match: re.Match[str]) -> bool:
    """Whether a span begins at a date and goes on (3月5日起, 2013年以来)."""
    return bool(_OPEN.match(match.string, match.end() - 1))


def is_in_title(match: re.Match[str]) -> bool:
    """Whether words stand in the title of a work or paper (《星期日…》)."""
    text, at, end = match.string, match.start(), match.end()
    return bool(_TITLE.search(text, max(0, at - 13), at)) and "》" in text[end : end + _LONGEST_TITLE]


def is_nowadays(match: re.Match[str]) -> bool:
    """Whether 今天 means these days, or stands in a name."""
    return bool(_NOWADAYS.match(match.string, match.end())) or is_in_title(match)


def bracketed_day(match: re.Match[str]) -> int | None:
    """The day of the month that stands in brackets behind 今天 or 昨日 (今（15）日)."""
    found = _BRACKETED.search(match.group())
    return int(found[1]) if found else None


def may_be_day(words: str, match: re.Match[str]) -> bool:
    """十六号 in words is a day only where a day can stand; else it is a name (神舟十六号)."""
    if words[0].isdigit() or "号" not in match.group() or match.start() == 0:
        return True
    return bool(_FREE.match(match.string, match.start() - 1))


def is_former(match: re.Match[str]) -> bool:
    """Whether a date is 上月, which has no month of its own for what follows to go back to."""
    return bool(match["near_month"]) and match["near_month"][0] == "上"


def is_held_against(match: re.Match[str]) -> bool:
    """比上月: the month before the one that the figures are of."""
    return is_former(match) and bool(_COMPARED.search(match.string, max(0, match.start() - 1), match.start()))


def is_linked(match: re.Match[str], before: int) -> bool:
    """Whether what ends at `before` and a date stand in one breath (2009年仅从8月底)."""
    return bool(_LINK.fullmatch(match.string, before, match.start()))


def is_any_day(match: re.Match[str]) -> bool:
    """Whether 当天 is every such day (每…, 当天往返), or the day of what the words before it name (开幕当天)."""
    text, at = match.string, match.start()
    clause = text[max(text.rfind("\n", 0, at), text.rfind("。", 0, at)) + 1 : at]
    if _HABIT.search(clause) or _HABIT_BEFORE.search(clause) or _DAY_OF.search(clause):
        return True
    return bool(_HABIT_AFTER.match(text, match.end()))
